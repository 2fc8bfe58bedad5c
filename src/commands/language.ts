import { savePersonLanguage } from '../store/save-language.ts'
import type { Command, Turn } from './command.ts'

/** `/ngonngu`: Vietnamese or English, for a person everywhere, for a stranger in this chat. */
export const language: Command = {
  name: 'language',
  slash: 'ngonngu',
  aliases: ['language'],
  words: ['ngon ngu'],
  where: 'private',
  for: 'anyone',
  run: async (turn, argument) => {
    const wanted = argument.trim().toLowerCase()
    if (wanted === 'vi' || wanted === 'en') return choose(turn, wanted)
    await turn.reply(
      'language-question',
      {},
      {
        choices: (['vi', 'en'] as const).map((locale) => [
          { action: `language:set:${locale}`, label: turn.t(locale, 'language-own-name') },
        ]),
      },
    )
  },
  actions: {
    set: async (turn, [locale]) => choose(turn, locale === 'en' ? 'en' : 'vi'),
  },
}

async function choose(turn: Turn, locale: 'vi' | 'en'): Promise<void> {
  await savePersonLanguage(turn.tx, { chatId: turn.chat.id, personId: turn.person?.id ?? null }, locale)
  turn.locale = locale
  await turn.replyText(turn.t(locale, 'language-chosen'))
}
