import { plain, spoken } from './vietnamese-text.ts'

/** Someone who can be named: a row of a unit's list of people. */
export interface NamedPerson {
  personId: string
  name: string
}

const addresses = /^(?:đồng chí|dong chi|đ\/c|d\/c|đc|dc|anh|chị|chi|ông|ong|bà|ba|cô|co|chú|chu|bác|bac|em) /

/**
 * The people whom a part of a name may mean, best way of matching only: the whole name, then its last words
 * (the given name is the last word), then words in order. Diacritics decide where they are typed; an address
 * (`đồng chí Lan`) is dropped when nothing fits with it.
 */
export function matchPeople<P extends NamedPerson>(query: string, people: readonly P[]): P[] {
  const asked = spoken(query)
  if (asked === '') return []
  const found = byBestWay(asked, people)
  if (found.length > 0) return found
  const bare = asked.replace(addresses, '')
  return bare === asked ? [] : byBestWay(bare, people)
}

function byBestWay<P extends NamedPerson>(asked: string, people: readonly P[]): P[] {
  const ways = [
    (name: string, part: string) => name === part,
    (name: string, part: string) => name.endsWith(` ${part}`),
    (name: string, part: string) => inOrder(name, part),
  ]
  for (const fits of ways) {
    const exact = people.filter((person) => fits(spoken(person.name), asked))
    if (exact.length > 0) return exact
    const loose = people.filter((person) => fits(plain(person.name), plain(asked)))
    // Diacritics that were typed and differ mean somebody else; none typed fits any.
    const fitting = loose.filter((person) => agree(person.name, asked))
    if (fitting.length > 0) return fitting
  }
  return []
}

/** Every typed word is bare, or spelt as a word of the name. */
function agree(name: string, asked: string): boolean {
  const words = spoken(name).split(' ')
  return asked.split(' ').every((word) => word === plain(word) || words.includes(word))
}

function inOrder(name: string, part: string): boolean {
  const words = name.split(' ')
  let from = 0
  for (const word of part.split(' ')) {
    const at = words.indexOf(word, from)
    if (at < 0) return false
    from = at + 1
  }
  return true
}
