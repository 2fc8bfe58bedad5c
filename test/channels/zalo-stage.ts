import { startZaloServer, type ZaloServer } from '../../src/playground/zalo/index.ts'
import type { Switches } from '../../src/playground/zalo/switches.ts'
import { adapterFor, CANARY, type Stage, type StageSettings } from './stage.ts'

const TOKEN = `2001:${CANARY}`

export type ZaloStage = Stage & { server: ZaloServer }

/** Zalo with one bot, one person and one group. */
export async function openZalo(
  settings: StageSettings = {},
  switches: Partial<Switches> = {},
): Promise<ZaloStage> {
  const server = await startZaloServer({
    bots: [{ token: TOKEN, displayName: 'Bot Trợ Lý', accountName: 'bot.Mau123' }],
    switches,
  })
  const { control } = server
  control.createUser({ key: 'lan', displayName: 'Lan Mẫu' })
  control.openChat({ user: 'lan' })
  const group = control.createGroup({ key: 'cell', title: 'Chi bộ mẫu', members: ['lan'] })
  control.inviteBot({ group: 'cell' })
  const adapter = adapterFor('zalo', server.url, settings)
  const identity = await adapterFor('zalo', server.url).identify(TOKEN)
  const bot = { ...identity, id: 'bot-row', token: TOKEN }
  const lan = control.ids({ user: 'lan' }).privateId
  const last = () => control.messagesTo('lan').at(-1)?.text ?? ''
  const event = (text: string, from: string, isBot: boolean) => ({
    event_name: 'message.text.received',
    message: {
      message_id: '1a2b3c',
      date: 1_773_018_000_000,
      text,
      from: { id: from, display_name: 'Lan Mẫu', is_bot: isBot },
      chat: { id: lan, chat_type: 'PRIVATE' },
    },
  })
  const numbered = () =>
    [...last().matchAll(/^(\d+)\. (.+)$/gm)].map(([, number, label]) => ({ number, label }))
  return {
    server,
    adapter,
    token: TOKEN,
    bot,
    person: { externalId: lan, kind: 'private' },
    group: { externalId: group.id, kind: 'group' },
    nowhere: { externalId: 'ffffffffffffffffffff', kind: 'private' },
    deadToken: {
      kind: 'answer',
      status: 200,
      body: { ok: false, error_code: 401, description: 'Unauthorized' },
    },
    says: (text) => void control.say({ user: 'lan', text }),
    shows: (data) => void control.sendImage({ user: 'lan', data }),
    chooses: (label) => {
      const choice = numbered().find((one) => one.label === label)
      control.say({ user: 'lan', text: choice?.number ?? 'no such choice' })
    },
    heard: () => control.messagesTo('lan').map((entry) => entry.text),
    offered: () => numbered().map(({ label }) => label!),
    linked: () => /https:\/\/\S+/.exec(last())?.[0] ?? null,
    isPolling: () =>
      control.waitForPoll(undefined, 0).then(
        () => true,
        () => false,
      ),
    waitForPoll: () => control.waitForPoll(),
    inject: (rule) => control.inject(rule),
    accepted: (method) => control.calls({ method }).filter((call) => call.isProcessed && call.ok).length,
    ownMessage: () => event('đã nhận', identity.externalId, true),
    secretHeader: 'x-bot-api-secret-token',
    webhookBody: (text) => JSON.stringify(event(text, lan, false)),
    registerWebhook: async () => {
      control.set({ allowHttp: true })
      await adapter.setWebhook(bot, { url: 'http://127.0.0.1:64999/hook', secret: 'a-secret-of-ours' })
    },
    close: () => server.close(),
  }
}
