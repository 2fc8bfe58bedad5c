interface Talker {
  says(text: string): Promise<void>
  heard(): string[]
}

/** Says several things one after the other; gives what the bot answered to the last of them. */
export async function talk(user: Talker, ...texts: string[]): Promise<string> {
  for (const text of texts) {
    user.heard()
    await user.says(text)
  }
  return user.heard().join('\n\n')
}

/** The receipt code in what was said. */
export function codeIn(text: string): string {
  const code = /(?:BC|CK|NV)-[2-9A-Z]{4}/.exec(text)?.[0]
  if (!code) throw new Error('no receipt code was said')
  return code
}
