export type PlaygroundChannel = 'telegram' | 'zalo'

/** Somebody whom the visitor of the playground can be. */
export interface Persona {
  /** Short name, as typed after `say` and `read`; key on the Zalo server, username on the Telegram server. */
  name: string
  /** As in the roster of the sample. */
  fullName: string
  /** Code in the roster of the sample. */
  member: string
  /** Code of the unit that invites them. */
  unit: string
  /** Where they talk unless another channel is named. */
  channel: PlaygroundChannel
  /** Id on the Telegram server. */
  telegramId: number
  /** Joins by itself at the first start; the others are left to the visitor. */
  joins: boolean
  about: { vi: string; en: string }
}

/** A group chat of a unit, with the bot in it. */
export interface PlaygroundGroup {
  /** Short name, as typed after `--group`; key on the Zalo server. */
  name: string
  title: string
  channel: PlaygroundChannel
  /** Id on the Telegram server; negative, as ids of groups are. */
  telegramId: number
  /** Code of the unit whose group it is. */
  unit: string
  /** The persona who brings the bot in: the unit's secretary. */
  owner: string
  members: readonly string[]
}

const people: readonly Omit<Persona, 'telegramId'>[] = [
  {
    name: 'cuc',
    fullName: 'Lý Thị Mẫu Cúc',
    member: 'M06',
    unit: 'XM',
    channel: 'telegram',
    joins: true,
    about: { vi: 'văn phòng Đảng ủy xã', en: 'office of the commune committee' },
  },
  {
    name: 'binh',
    fullName: 'Giàng Văn Mẫu Bình',
    member: 'M03',
    unit: 'XM-CQ',
    channel: 'telegram',
    joins: true,
    about: {
      vi: 'lãnh đạo phụ trách 2 chi bộ, bí thư chi bộ cơ quan',
      en: 'leader of 2 cells, secretary of the agency cell',
    },
  },
  {
    name: 'hai',
    fullName: 'Trần Văn Mẫu Hải',
    member: 'M11',
    unit: 'XM-KP1',
    channel: 'telegram',
    joins: true,
    about: { vi: 'bí thư chi bộ khu phố', en: 'secretary of the street cell' },
  },
  {
    name: 'hanh',
    fullName: 'Đặng Thị Mẫu Hạnh',
    member: 'M12',
    unit: 'XM-KP1',
    channel: 'telegram',
    joins: true,
    about: { vi: 'phó bí thư chi bộ khu phố', en: 'deputy of the street cell' },
  },
  {
    name: 'khanh',
    fullName: 'Đỗ Văn Mẫu Khánh',
    member: 'M16',
    unit: 'XM-KP1',
    channel: 'telegram',
    joins: true,
    about: { vi: 'đảng viên chi bộ khu phố', en: 'member of the street cell' },
  },
  {
    name: 'ha',
    fullName: 'Vàng Thị Mẫu Hà',
    member: 'M10',
    unit: 'XM-CQ',
    channel: 'telegram',
    joins: true,
    about: { vi: 'kế toán, chi bộ cơ quan', en: 'accountant, agency cell' },
  },
  {
    name: 'giang',
    fullName: 'Hồ Văn Mẫu Giang',
    member: 'M09',
    unit: 'XM-CQ',
    channel: 'telegram',
    joins: false,
    about: { vi: 'công chức, chi bộ cơ quan', en: 'official, agency cell' },
  },
  {
    name: 'thao',
    fullName: 'Vũ Thị Mẫu Thảo',
    member: 'M37',
    unit: 'XM-TR',
    channel: 'zalo',
    joins: true,
    about: { vi: 'bí thư chi bộ trường tiểu học', en: 'secretary of the school cell' },
  },
  {
    name: 'thu',
    fullName: 'Giàng Thị Mẫu Thu',
    member: 'M39',
    unit: 'XM-TR',
    channel: 'zalo',
    joins: true,
    about: { vi: 'đầu mối chi bộ trường tiểu học', en: 'contact of the school cell' },
  },
  {
    name: 'thuy',
    fullName: 'Lê Thị Mẫu Thủy',
    member: 'M40',
    unit: 'XM-TR',
    channel: 'zalo',
    joins: true,
    about: { vi: 'giáo viên', en: 'teacher' },
  },
  {
    name: 'hieu',
    fullName: 'Hồ Văn Mẫu Hiếu',
    member: 'M45',
    unit: 'XM-TR',
    channel: 'zalo',
    joins: false,
    about: { vi: 'giáo viên', en: 'teacher' },
  },
]

/** The people of the sample whom a visitor can be; ids stay as long as the order does. */
export const PERSONAS: readonly Persona[] = people.map((person, index) => ({
  ...person,
  telegramId: 700_001 + index,
}))

export const GROUPS: readonly PlaygroundGroup[] = [
  {
    name: 'khupho',
    title: 'Khu phố Hoa Mẫu',
    channel: 'telegram',
    telegramId: -8_000_001,
    unit: 'XM-KP1',
    owner: 'hai',
    members: ['hai', 'hanh', 'khanh'],
  },
  {
    name: 'truong',
    title: 'Trường Tiểu học Mẫu',
    channel: 'zalo',
    telegramId: -8_000_002,
    unit: 'XM-TR',
    owner: 'thao',
    members: ['thao', 'thu', 'thuy', 'hieu'],
  },
]

export function findPersona(name: string): Persona | null {
  return PERSONAS.find((persona) => persona.name === name.toLowerCase()) ?? null
}

export function findGroup(name: string): PlaygroundGroup | null {
  return GROUPS.find((group) => group.name === name.toLowerCase()) ?? null
}
