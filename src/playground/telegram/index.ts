export type { TelegramControl } from './control.ts'
export {
  startTelegramServer,
  type TelegramServer,
  type TelegramServerOptions,
} from './start-telegram-server.ts'
