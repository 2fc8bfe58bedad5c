import type { NamedPerson } from './vietnamese-names.ts'
import { plain, spoken } from './vietnamese-text.ts'

const ADDRESS =
  /(?:^|[\s(,;:])(?:đồng chí|đ\/c|đc|anh|chị|ông|bà|cô|chú|bác|em|dong chi|d\/c|dc|chi|ong|ba|co|chu|bac)\s+$/

/**
 * The people whom a free text names: by their whole name, or by the given name behind an address (`đồng chí
 * Lan`) where only one of them bears it. Diacritics decide where they are typed. Better one too few than one
 * too many: who is found here is asked whether they may be named.
 */
export function findNamed<P extends NamedPerson>(text: string, people: readonly P[]): P[] {
  const said = ` ${words(spoken(text))} `
  const bare = ` ${words(plain(text))} `
  const isTypedBare = said === bare
  const holds = (part: string) => {
    const exact = ` ${words(spoken(part))} `
    return said.includes(exact) || (isTypedBare && bare.includes(` ${words(plain(part))} `))
  }
  const whole = people.filter(({ name }) => holds(name))
  const left = people.filter((person) => !whole.includes(person))
  const addressed = left.filter(({ name }) => {
    const given = spoken(name).split(' ').at(-1)!
    const bearers = people.filter((other) => spoken(other.name).split(' ').at(-1) === given)
    return bearers.length === 1 && isAddressed(said, isTypedBare ? plain(given) : given)
  })
  return [...whole, ...addressed]
}

function isAddressed(said: string, given: string): boolean {
  for (let at = said.indexOf(` ${given} `); at >= 0; at = said.indexOf(` ${given} `, at + 1)) {
    if (ADDRESS.test(said.slice(0, at + 1))) return true
  }
  return false
}

/** Punctuation is no part of a name. */
function words(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}/]+/gu, ' ').trim()
}
