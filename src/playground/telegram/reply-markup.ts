import { refusals } from './api-error.ts'
import type { MethodParams } from './method-params.ts'
import type { Button } from './model.ts'

interface InlineButton {
  text?: unknown
  callback_data?: unknown
  url?: unknown
  [kind: string]: unknown
}

/** A checked `reply_markup`: as sent, and its inline buttons as a person sees them. */
export interface ReplyMarkup {
  raw: Record<string, unknown>
  keyboard: Button[][] | null
}

/** "Exactly one of the fields other than text, icon_custom_emoji_id, and style must be used" (InlineKeyboardButton). */
const BUTTON_KINDS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'copy_text',
  'pay',
]
const MAX_BUTTONS = 100

/** Reads `reply_markup`; an empty inline keyboard is none. Throws `ApiError`. */
export function readReplyMarkup(params: MethodParams): ReplyMarkup | null {
  const raw = params.object('reply_markup') as Record<string, unknown> | null | undefined
  if (raw === undefined) return null
  if (typeof raw !== 'object' || raw === null) throw refusals.badRequest('object expected as reply markup')
  if (!('inline_keyboard' in raw)) return { raw, keyboard: null }
  const rows = raw['inline_keyboard']
  if (!Array.isArray(rows) || rows.some((row) => !Array.isArray(row))) {
    throw refusals.badRequest('can\'t parse inline keyboard: Field "inline_keyboard" must be of type Array')
  }
  const keyboard = (rows as InlineButton[][])
    .filter((row) => row.length > 0)
    .map((row) => row.map((button) => readButton(button)))
  if (keyboard.length === 0) return null
  if (keyboard.flat().length > MAX_BUTTONS) throw refusals.badRequest('REPLY_MARKUP_TOO_LONG')
  return { raw, keyboard }
}

function readButton(button: InlineButton): Button {
  if (typeof button.text !== 'string' || button.text === '') {
    throw refusals.badRequest('can\'t parse inline keyboard button: Can\'t find field "text"')
  }
  if (BUTTON_KINDS.filter((kind) => button[kind] !== undefined).length !== 1) {
    throw refusals.badRequest(
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    )
  }
  if (typeof button.callback_data === 'string') {
    checkData(button.callback_data)
    return { text: button.text, data: button.callback_data }
  }
  if (typeof button.url === 'string') {
    if (!/^(https?|tg):\/\/\S+$/.test(button.url)) {
      throw refusals.badRequest(
        `inline keyboard button URL '${button.url}' is invalid: Unsupported URL protocol`,
      )
    }
    return { text: button.text, url: button.url }
  }
  return { text: button.text }
}

/** "Data to be sent in a callback query to the bot when the button is pressed, 1-64 bytes". */
function checkData(data: string): void {
  const bytes = Buffer.byteLength(data, 'utf8')
  if (bytes < 1 || bytes > 64) throw refusals.buttonData()
}
