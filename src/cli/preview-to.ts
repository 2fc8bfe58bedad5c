import type { Tools } from '../commands/command.ts'
import type { PersonView } from '../domain/person.ts'
import { quarterAt, quarterSpan } from '../domain/roll-up-span.ts'
import { type PreviewedMessage, previewSeason } from '../jobs/preview-season.ts'
import { examplesOf, sayTrial } from '../jobs/trial-season.ts'
import type { SayTarget } from '../outbox/say.ts'
import { mapObligations } from '../store/assignments.ts'
import { authorise, mayDo } from '../store/authorise.ts'
import { goLive } from '../store/go-live.ts'
import { findPersonByCode } from '../store/people.ts'
import { pretendJoined } from '../store/pretend-joined.ts'
import type { ProgrammeRow } from '../store/programmes.ts'
import { listRecipients } from '../store/recipients.ts'
import { getUnit } from '../store/units.ts'
import { type Day, dayOf, daysBetween } from '../time.ts'
import { type Parts, withTools } from '../tools.ts'
import type { CliDeps } from './cli-deps.ts'
import { rolledBack } from './rolled-back.ts'

/** One example of every text that is said from a day to the end of its quarter. */
interface Season {
  programme: ProgrammeRow
  zone: string
  messages: PreviewedMessage[]
}

interface TrialOptions {
  from: Day
  /** Code of the member who gets the texts. */
  to: string
  again: boolean
}

/**
 * `go-live PROGRAMME --from DAY --preview-to ME`: the texts of the first season to one person of the office, who
 * may see the names in them, as if everybody had joined. Nothing else is changed: the programme is not live then.
 */
export async function previewTo(
  parts: Parts,
  find: (tools: Tools) => Promise<ProgrammeRow | null>,
  options: TrialOptions,
  deps: CliDeps,
): Promise<void> {
  const season = await rolledBack(parts, async (tools) => {
    const programme = await find(tools)
    const reader = programme && (await findReader(tools, programme, options, deps))
    return reader ? readSeason(tools, programme, reader.to, options.from) : null
  })
  if (!season) return
  await withTools(parts, async (tools) => {
    const reader = await findReader(tools, season.programme, options, deps)
    if (reader) await send(tools, season, reader, options, deps)
  })
}

interface TrialReader {
  person: PersonView
  to: SayTarget
}

/** The person with the chat; otherwise says why there is none. */
async function findReader(
  tools: Tools,
  { treeId, ownerUnitId }: ProgrammeRow,
  { to: member }: TrialOptions,
  { problem, exitCode, t }: CliDeps,
): Promise<TrialReader | null> {
  const person = await findPersonByCode(tools.tx, treeId, member, dayOf(tools.now))
  // The texts for secretaries name people: only who may see those names gets them.
  const mayRead = person && (await mayDo(tools, person, 'see-owing-names', { unitId: ownerUnitId }))
  const to = mayRead ? (await listRecipients(tools.tx, treeId, [person.id])).get(person.id) : undefined
  if (person && to) return { person, to }
  problem(t(mayRead ? 'cli-trial-not-joined' : 'cli-trial-not-office', { member }))
  exitCode(1)
  return null
}

async function readSeason(tools: Tools, programme: ProgrammeRow, to: SayTarget, from: Day): Promise<Season> {
  const { treeId, ownerUnitId } = programme
  await goLive(tools, programme, from)
  const joinsGroups = tools.bots.connected(to.botId)?.canJoinGroups ?? false
  await pretendJoined(tools, treeId, { id: to.botId, joinsGroups })
  const { zone } = await getUnit(tools.tx, ownerUnitId, dayOf(tools.now))
  const { year, quarter } = quarterAt(from)
  const days = daysBetween(from, quarterSpan(year, quarter).to) + 1
  const messages = await previewSeason(tools, from, days, zone)
  return { programme, zone, messages: examplesOf(messages, await mapObligations(tools.tx, treeId)) }
}

async function send(
  tools: Tools,
  { programme, zone, messages }: Season,
  { person, to }: TrialReader,
  options: TrialOptions,
  { print, t }: CliDeps,
): Promise<void> {
  const details = { trial: messages.length }
  await authorise(tools, person, 'see-owing-names', { unitId: programme.ownerUnitId, details })
  const round = options.again ? tools.newId() : 'first'
  const count = await sayTrial(tools, to, messages, { programmeId: programme.id, zone, round })
  const key =
    count > 0 ? 'cli-trial-sent' : messages.length > 0 ? 'cli-trial-sent-before' : 'cli-trial-nothing'
  print(t(key, { count, of: messages.length, member: person.code, code: programme.code }))
}
