export type { ZaloControl } from './control.ts'
export { startZaloServer, type ZaloServer, type ZaloServerOptions } from './start-zalo-server.ts'
export type { Switches } from './switches.ts'
