import { startTelegramServer, type TelegramServer } from '../../src/playground/telegram/index.ts'
import { adapterFor, CANARY, type Stage, type StageSettings } from './stage.ts'

const TOKEN = `1001:${CANARY}`
const LAN = 501

export type TelegramStage = Stage & { server: TelegramServer; groupId: number }

/** Telegram with one bot, one person and one group. */
export async function openTelegram(settings: StageSettings = {}): Promise<TelegramStage> {
  const server = await startTelegramServer({ bots: [{ token: TOKEN, username: 'nhipquy_mau_bot' }] })
  const { control } = server
  control.createUser({ id: LAN, firstName: 'Lan', lastName: 'Mẫu', languageCode: 'vi' })
  control.start({ user: LAN })
  const group = control.createGroup({ title: 'Chi bộ mẫu', creator: LAN })
  control.inviteBot({ group: group.id, by: LAN })
  const adapter = adapterFor('telegram', server.url, settings)
  const identity = await adapterFor('telegram', server.url).identify(TOKEN)
  const last = () => control.messagesTo(LAN).at(-1)
  return {
    server,
    groupId: group.id,
    adapter,
    token: TOKEN,
    bot: { ...identity, id: 'bot-row', token: TOKEN },
    person: { externalId: String(LAN), kind: 'private' },
    group: { externalId: String(group.id), kind: 'group' },
    nowhere: { externalId: '999', kind: 'private' },
    deadToken: {
      kind: 'answer',
      status: 401,
      body: { ok: false, error_code: 401, description: 'Unauthorized' },
    },
    says: (text) => void control.say({ user: LAN, text }),
    shows: (data) => void control.sendPhoto({ user: LAN, data }),
    chooses: (button) => void control.press({ user: LAN, button }),
    heard: () => control.messagesTo(LAN).map((entry) => entry.text),
    offered: () => (last()?.keyboard ?? []).flat().flatMap(({ text, data }) => (data ? [text] : [])),
    linked: () => (last()?.keyboard ?? []).flat().find(({ url }) => url)?.url ?? null,
    isPolling: () =>
      control.waitForPoll(undefined, 0).then(
        () => true,
        () => false,
      ),
    waitForPoll: () => control.waitForPoll(),
    inject: (rule) => control.inject(rule),
    accepted: (method) => control.calls({ method }).filter((call) => call.isProcessed && call.ok).length,
    ownMessage: () => ({
      update_id: 1,
      message: {
        message_id: 1,
        date: 1_773_018_000,
        chat: { id: group.id, type: 'group' },
        from: { id: Number(identity.externalId), is_bot: true },
        text: 'đã nhận',
      },
    }),
    secretHeader: 'x-telegram-bot-api-secret-token',
    webhookBody: (text) =>
      JSON.stringify({
        update_id: 5,
        message: {
          message_id: 1,
          date: 1_773_018_000,
          chat: { id: LAN, type: 'private' },
          from: { id: LAN, is_bot: false, first_name: 'Lan' },
          text,
        },
      }),
    registerWebhook: async () => {
      await adapter.setWebhook({ ...identity, id: 'bot-row', token: TOKEN }, HOOK)
    },
    close: () => server.close(),
  }
}

/** Nobody listens there; registering needs no answer. */
const HOOK = { url: 'http://127.0.0.1:64999/hook', secret: 'a-secret-of-ours' }
