/**
 * The other side: the nine questions as a grammY bot is usually written, with the runner, one chat in order
 * (`sequentialize`), the conversations plugin, and its state in Postgres.
 */
import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from '@grammyjs/conversations'
import { run, sequentialize } from '@grammyjs/runner'
import { Bot, type Context } from 'grammy'
import postgres from 'postgres'
import { wordsOf } from '../../src/domain/form-definition.ts'
import { NINE } from './questions.ts'
import { serveSide } from './side.ts'

type Chat = ConversationFlavor<Context>

/** Null: not an answer to this question. */
type Read = (text: string) => unknown

const number =
  (low: number, high: number): Read =>
  (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
    return value >= low && value <= high ? value : null
  }

const text =
  (longest: number): Read =>
  (typed) =>
    typed.length <= longest ? typed : null

const date: Read = (typed) => {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed)
  if (!parts) return null
  const day = new Date(Date.UTC(Number(parts[3]), Number(parts[2]) - 1, Number(parts[1])))
  return day.getUTCDate() === Number(parts[1]) && day.getTime() <= performance.timeOrigin
    ? day.toISOString().slice(0, 10)
    : null
}

const ratio: Read = (typed) => {
  const parts = /^(\d+)\/(\d+)$/.exec(typed)
  return parts && Number(parts[1]) <= Number(parts[2]) ? [Number(parts[1]), Number(parts[2])] : null
}

const yesNo: Read = (typed) => (/^(có|không)$/i.test(typed) ? /^có$/i.test(typed) : null)

const oneOf =
  (count: number): Read =>
  (typed) =>
    number(1, count)(typed)

const someOf =
  (count: number): Read =>
  (typed) => {
    const picked = typed.split(',').map((part) => number(1, count)(part.trim()))
    return picked.includes(null) ? null : picked
  }

const READERS: Read[] = [
  date,
  ratio,
  number(0, 500),
  yesNo,
  oneOf(3),
  text(200),
  someOf(3),
  text(4000),
  number(0, 100),
]

const QUESTIONS = NINE.fields.map(({ label }, at) => `Câu ${at + 1}/9\n${wordsOf(label, 'vi')}`)

serveSide(async ({ token, apiRoot, databaseUrl }) => {
  const sql = postgres(databaseUrl, { max: 16, onnotice: () => {} })
  await sql`create table conversations (key text primary key, state jsonb not null)`
  await sql`create table reports (chat_id text not null, answers jsonb not null)`

  const bot = new Bot<Chat>(token, { client: { apiRoot } })
  bot.use(sequentialize((ctx) => String(ctx.chatId)))
  bot.use(
    conversations({
      storage: {
        type: 'key',
        adapter: {
          read: async (key) => (await sql`select state from conversations where key = ${key}`)[0]?.['state'],
          write: async (key, state) => {
            await sql`
              insert into conversations (key, state) values (${key}, ${sql.json(state as never)})
              on conflict (key) do update set state = excluded.state`
          },
          delete: async (key) => {
            await sql`delete from conversations where key = ${key}`
          },
        },
      },
    }),
  )

  async function report(conversation: Conversation<Chat>, ctx: Context): Promise<void> {
    const answers: unknown[] = []
    for (const [at, question] of QUESTIONS.entries()) {
      await ctx.reply(question)
      for (;;) {
        const { message } = await conversation.waitFor('message:text')
        const value = READERS[at]!(message.text.trim())
        if (value !== null) {
          answers.push(value)
          break
        }
        await ctx.reply(`Chưa đọc được.\n${question}`)
      }
    }
    const review = answers.map((answer, at) => `${at + 1}. ${JSON.stringify(answer)}`).join('\n')
    await ctx.reply(`${review}\nGửi không?`)
    await conversation.waitFor('message:text')
    await conversation.external(async () => {
      await sql`insert into reports values (${String(ctx.chatId)}, ${sql.json(answers as never)})`
    })
    await ctx.reply('Đã nhận.')
  }
  bot.use(createConversation(report, 'report'))
  bot.command('start', (ctx) => ctx.reply('Xin chào.'))
  bot.command('dangky', (ctx) => ctx.conversation.enter('report'))
  bot.catch(({ error }) => console.error(error))
  await bot.init()
  const runner = run(bot)

  return async ({ kind }) => {
    if (kind !== 'stop') return 0
    await runner.stop()
    await sql.end({ timeout: 5 })
    return 0
  }
})
