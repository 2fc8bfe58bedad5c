import type { Tools } from '../commands/command.ts'
import { type InviteSlip, renderSlips } from '../documents/invite-slips.ts'
import { findSecretary } from '../store/unit-staff.ts'
import { listUnitsByCode } from '../store/units.ts'
import { dayOf, formatDay } from '../time.ts'
import type { CliDeps } from './cli-deps.ts'
import type { MadeInvite } from './made-invite.ts'
import { saveNew } from './save-new.ts'

/** Readable by whoever made it alone: whoever has a code can be that person. */
const OWNER_ONLY = 0o600

/**
 * Writes the slips of these codes, by unit, and prints for each secretary what to forward. False: the file could
 * not be written; the caller rolls the codes back.
 */
export async function writeSlips(
  tools: Tools,
  made: readonly MadeInvite[],
  options: { out: string; force: boolean; tree?: string },
  deps: CliDeps,
): Promise<boolean> {
  const { print, t } = deps
  const sheets = new Map<string, InviteSlip[]>()
  for (const { person, printed, links, expiresAt } of made) {
    if (!person) continue
    const slip = {
      given: person.givenName,
      member: person.code,
      code: printed.code,
      until: dayOf(expiresAt),
      links,
    }
    sheets.set(printed.unit, [...(sheets.get(printed.unit) ?? []), slip])
  }
  // What people read is in their language, whatever the language of the terminal.
  const say = (key: string, values?: Record<string, string | number>) => tools.t('vi', key, values)
  const page = await renderSlips(
    [...sheets].map(([unit, slips]) => ({ unit, slips })),
    say,
  )
  if (!(await saveNew(options.out, page, options.force, deps, OWNER_ONLY))) return false
  print(t('cli-slips-written', { count: made.length, file: options.out }))
  const day = dayOf(tools.now)
  for (const [code, slips] of sheets) {
    const [unit] = await listUnitsByCode(tools.tx, code, day, options.tree)
    const secretary = unit && (await findSecretary(tools.tx, unit, day))
    const until = formatDay(slips[0]!.until)
    print('')
    print(t('cli-slips-secretary', { unit: code, name: secretary ?? t('cli-slips-no-secretary') }))
    print(say('cli-slips-forward', { count: slips.length, unit: unit?.name ?? code, until }))
  }
  return true
}
