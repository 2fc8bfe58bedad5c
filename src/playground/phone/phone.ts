import type { Remote } from '../server/control-http.ts'
import type { TelegramControl } from '../telegram/index.ts'
import type { ZaloControl } from '../zalo/index.ts'

export interface LineButton {
  label: string
  /** Opens a link instead of telling the bot. */
  url?: string
}

/** One line of a chat as a person sees it. */
export interface ChatLine {
  /** Order over all chats of the platform. */
  seq: number
  /** Who wrote it; null: the person whose phone it is. */
  from: string | null
  isBot: boolean
  text: string
  /** A picture or file hangs on it. */
  attachment: 'photo' | 'document' | null
  /** Rows of buttons: choices each in a row of its own, then rows of those that steer (back, later …). */
  buttons: LineButton[][]
}

/** One chat on one person's phone: privately with the bot, or a group. */
export interface Phone {
  /** The whole chat, oldest first. */
  lines(): Promise<ChatLine[]>
  write(text: string): Promise<void>
  /** Presses the newest button with this label; where there are none, types it. Returns the link it opens. */
  press(label: string): Promise<string | null>
  sendPhoto(data: Uint8Array, caption: string): Promise<void>
}

export interface Controls {
  telegram: Remote<TelegramControl>
  zalo: Remote<ZaloControl>
}
