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
  const spelt = people.map((person) => ({ person, full: spoken(person.name), bare: plain(person.name) }))
  const found = byBestWay(asked, spelt)
  if (found.length > 0) return found
  const unaddressed = asked.replace(addresses, '')
  return unaddressed === asked ? [] : byBestWay(unaddressed, spelt)
}

interface Spelt<P> {
  person: P
  full: string
  bare: string
}

const ways = [
  (name: string, part: string) => name === part,
  (name: string, part: string) => name.endsWith(` ${part}`),
  inOrder,
]

function byBestWay<P>(asked: string, people: readonly Spelt<P>[]): P[] {
  const askedBare = plain(asked)
  for (const fits of ways) {
    const exact = people.filter(({ full }) => fits(full, asked))
    if (exact.length > 0) return exact.map(({ person }) => person)
    // Diacritics that were typed and differ mean somebody else; none typed fits any.
    const loose = people.filter(({ full, bare }) => fits(bare, askedBare) && agree(full, asked))
    if (loose.length > 0) return loose.map(({ person }) => person)
  }
  return []
}

/** Every typed word is bare, or spelt as a word of the name. */
function agree(full: string, asked: string): boolean {
  const words = full.split(' ')
  return asked.split(' ').every((word) => words.includes(word) || word === plain(word))
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
