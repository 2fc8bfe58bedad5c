import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from '../../src/playground/server/server-options.ts'
import { monotonicMs, systemClock } from '../../src/time.ts'
import { reachableTmp } from '../support/reachable-tmp.ts'
import { writeRoster, type Citizen } from './city.ts'
import { startKiller, type Killer } from './killer.ts'
import { telegramTalker, zaloTalker, type Talker } from './people.ts'
import { startPlatforms, type Platforms } from './platforms.ts'
import { freePort, installProduct, type Product } from './service-process.ts'

/** A city with telephones, two platforms, and a product that is killed now and then. */
export interface CityOnLine {
  city: readonly Citizen[]
  product: Product
  platforms: Platforms
  killer: Killer
  /** The files of the roster. */
  files: { units: string; members: string }
  of(code: string): Talker
  /** The secretary of a unit. */
  headOf(unit: string): Talker
  /** Codes of members and names of groups by their chats on Telegram. */
  telegramChats: Map<number, string>
  /** Until nothing new was heard on either platform for a while, the service being up. */
  quiet(): Promise<void>
  close(): Promise<void>
}

const QUIET_MS = 2_500
const PATIENCE_MS = 120_000

/** `kills`: how often the service is killed, at moments drawn from `seed`. */
export async function openCity(
  city: readonly Citizen[],
  { seed, kills, clockStart }: { seed: number; kills: number; clockStart: string },
): Promise<CityOnLine> {
  const folder = await mkdtemp(join(await reachableTmp(), 'nhipquy-city-'))
  // As root the database server runs as another user, who has to walk through.
  await chmod(folder, 0o711)
  const platforms = await startPlatforms({ seed, delayMs: [50, 250] })
  const lines = () => platforms.telegram.control.lastSeq() + platforms.zalo.control.lastSeq()
  const settings = {
    ...platforms.settings,
    DATA_DIR: join(folder, 'data'),
    CLOCK_START: clockStart,
    PORT: String(await freePort()),
  }
  const product = await installProduct(settings, folder)
  const clock = systemClock()
  const close = async () => {
    await product.close()
    await platforms.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const now = () => clock.machine().getTime()
    const killer = await startKiller(product, { total: kills, random: seededRandom(seed), lines, now })
    const telegramChats = new Map<number, string>()
    const talkers = new Map(
      city.map((citizen) => [citizen.code, talkerOf(citizen, platforms, killer, telegramChats)]),
    )
    const of = (code: string) => talkers.get(code)!
    return {
      city,
      product,
      platforms,
      killer,
      files: await writeRoster(folder, city),
      of,
      headOf: (unit) => of(city.find((each) => each.unit === unit && each.role === 'secretary')!.code),
      telegramChats,
      quiet: () => rest(lines, killer),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

function talkerOf(
  { code, name, channel }: Citizen,
  { telegram, zalo }: Platforms,
  killer: Killer,
  telegramChats: Map<number, string>,
): Talker {
  if (channel === 'telegram') {
    const { id } = telegram.control.createUser({ firstName: name })
    telegramChats.set(id, code)
    return telegramTalker(telegram.control, id)
  }
  zalo.control.createUser({ key: code, displayName: name })
  return zaloTalker(zalo.control, code, { kills: killer.kills })
}

async function rest(lines: () => number, killer: Killer): Promise<void> {
  const deadline = monotonicMs() + PATIENCE_MS
  let seen = lines()
  for (let since = monotonicMs(); monotonicMs() - since < QUIET_MS;) {
    if (monotonicMs() > deadline) throw new Error('the platforms do not come to rest')
    await sleep(100)
    if (lines() === seen && killer.isUp()) continue
    seen = lines()
    since = monotonicMs()
  }
}
