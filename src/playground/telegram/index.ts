export type { EntryView } from './observe.ts'
export type { TelegramControl } from './control.ts'
export {
  startTelegramServer,
  type TelegramServer,
  type TelegramServerOptions,
} from './start-telegram-server.ts'
