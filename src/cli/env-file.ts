import { existsSync } from 'node:fs'
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises'

/**
 * Sets one line of a `.env` text and leaves every other line, comments included, as it is. A setting that
 * stands there several times is then there once, where it stood last.
 */
export function setEnvLine(text: string, name: string, value: string): string {
  const line = `${name}=${quoted(value)}`
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/)
  const isSetting = (each: string) => new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`).test(each)
  const last = lines.findLastIndex(isSetting)
  const kept = lines.flatMap((each, index) => {
    if (index === last) return [line]
    return isSetting(each) ? [] : [each]
  })
  return `${(last < 0 ? [...kept, line] : kept).join('\n')}\n`
}

/** As dotenv reads it. Double quotes alone change backslashes, which Windows paths have. */
function quoted(value: string): string {
  if (/^[\w:,./@+-]*$/.test(value)) return value
  const marks = value.includes('\\') ? ["'", '`'] : ["'", '`', '"']
  const mark = marks.find((each) => !value.includes(each))
  if (mark === undefined || /[\r\n]/.test(value)) throw new Error('a setting that cannot be written to .env')
  return `${mark}${value}${mark}`
}

/** Writes settings into `.env` so that nobody but this account can read them, all at once or not at all. */
export async function saveToEnvFile(file: string, values: Record<string, string>): Promise<void> {
  const before = existsSync(file) ? await readFile(file, 'utf8') : ''
  const after = Object.entries(values).reduce((text, [name, value]) => setEnvLine(text, name, value), before)
  const draft = `${file}.new`
  try {
    await writeFile(draft, after, { mode: 0o600 })
    await chmod(draft, 0o600)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
