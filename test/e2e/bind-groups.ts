import type { CityOnLine } from './city-on-line.ts'
import { GROUP } from './transcripts.ts'

const PATIENCE_MS = 60_000
/** After so long a silence the code is written again: its reader may have been killed. */
const SILENCE_MS = 20_000

/** Binds a new group of one unit on each platform; the codes of the units are given. */
export async function bindGroups(town: CityOnLine, units: { telegram: string; zalo: string }): Promise<void> {
  await bindOnTelegram(town, units.telegram)
  await bindOnZalo(town, units.zalo)
}

async function codeFor({ product }: CityOnLine, unit: string): Promise<string> {
  return (JSON.parse(await product.command('invite', '--group', unit, '--json')) as { code: string }).code
}

/** The secretary makes the group, adds the bot and types the code. */
async function bindOnTelegram(town: CityOnLine, unit: string): Promise<void> {
  const { control } = town.platforms.telegram
  const code = await codeFor(town, unit)
  const creator = [...town.telegramChats].find(([, member]) => town.of(member) === town.headOf(unit))![0]
  const group = control.createGroup({ title: `Nhóm ${unit}`, creator })
  town.telegramChats.set(group.id, GROUP)
  control.inviteBot({ group: group.id, by: creator })
  const { seq } = control.say({ user: creator, chat: group.id, text: `/nhom ${code}` })
  await control.waitForMessage(
    (line) => line.chat === group.id && line.seq > seq && line.text.includes('đã được nối'),
    PATIENCE_MS,
  )
}

/** Any member types the code; the bot does not recognise people in groups, so the secretary confirms. */
async function bindOnZalo(town: CityOnLine, unit: string): Promise<void> {
  const { control } = town.platforms.zalo
  const text = `nhóm ${await codeFor(town, unit)}`
  const writer = town.city.find(
    (each) => each.unit === unit && each.role === '' && each.channel === 'zalo',
  )!.code
  control.createGroup({ key: GROUP, title: `Nhóm ${unit}`, members: [writer] })
  control.inviteBot({ group: GROUP })
  for (let isHeard = false; !isHeard;) {
    await control.waitForPoll(undefined, PATIENCE_MS)
    const said = control.say({ user: writer, group: GROUP, mention: true, text })
    isHeard = await control
      .waitForMessage(
        (line) => line.place === GROUP && line.author === 'bot' && line.seq > said.seq,
        SILENCE_MS,
      )
      .then(
        () => true,
        () => false,
      )
  }
  const head = town.headOf(unit)
  await head.says('/nhom', /Nhóm đang chờ xác nhận: 1/)
  await head.presses('Nối nhóm đang chờ: Chi bộ Trường Tiểu học Mẫu', /Đã nối nhóm/)
}
