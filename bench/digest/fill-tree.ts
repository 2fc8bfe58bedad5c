import type { Sql } from 'postgres'
import { type Programme, programmeSchema } from '../../src/domain/programme.ts'

/** People to a cell, and cells to a committee. */
const PER_CELL = 20
const PER_COMMITTEE = 15

export interface FilledTree {
  treeId: string
  botId: string
  cells: number
}

/**
 * A tree of made-up people in one go, by insert-select: a root with an office and a leader, committees with a
 * secretary each who belongs to them besides a cell, cells with a secretary each. Nine in ten have a chat, one in a hundred took consent back.
 * Owed: a report of each cell (over since February), a study of each person (over since 1 March, half done)
 * and a pledge of each person, due on 19 March 2026.
 */
export async function fillTree(sql: Sql, people: number): Promise<FilledTree> {
  const cells = Math.ceil(people / PER_CELL)
  const committees = Math.ceil(cells / PER_COMMITTEE)
  const at = '2026-01-05T08:00+07:00'
  const content = programme()
  const ids = await sql<
    { tree: string; bot: string }[]
  >`select md5('tree')::uuid as tree, md5('bot')::uuid as bot`
  const { tree, bot } = ids[0]!
  await sql.begin(async (tx) => {
    await tx`insert into trees (id, code, created_at) values (${tree}, 'KHOI', ${at})`
    await tx`
      insert into units (id, tree_id, code, created_at)
      select md5('unit' || code)::uuid, ${tree}, code, ${at}::timestamptz from (
        select 'KHOI' as code
        union all select 'DU' || lpad(i::text, 5, '0') from generate_series(1, ${committees}::int) i
        union all select 'CB' || lpad(i::text, 6, '0') from generate_series(1, ${cells}::int) i) codes`
    await tx`
      insert into unit_versions (id, tree_id, unit_id, name, kind, parent_id, valid_from)
      select md5('version' || code)::uuid, ${tree}, md5('unit' || code)::uuid, 'Đơn vị mẫu ' || code, kind,
        case when parent is null then null else md5('unit' || parent)::uuid end, '2026-01-01' from (
        select 'KHOI' as code, 'committee-block' as kind, null as parent
        union all select 'DU' || lpad(i::text, 5, '0'), 'committee-base', 'KHOI'
          from generate_series(1, ${committees}::int) i
        union all select 'CB' || lpad(i::text, 6, '0'), 'cell-agency',
          'DU' || lpad(((i - 1) / ${PER_COMMITTEE}::int + 1)::text, 5, '0')
          from generate_series(1, ${cells}::int) i) shapes`
    await tx`
      insert into people (id, tree_id, code, full_name, created_at)
      select md5('person' || i)::uuid, ${tree}, 'P' || lpad(i::text, 7, '0'), 'Mẫu Thị ' || i, ${at}::timestamptz
      from generate_series(1, ${people}::int) i`
    await tx`
      insert into memberships (id, tree_id, person_id, unit_id, valid_from)
      select md5('member' || i)::uuid, ${tree}, md5('person' || i)::uuid,
        md5('unitCB' || lpad(((i - 1) / ${PER_CELL}::int + 1)::text, 6, '0'))::uuid, '2026-01-01'
      from generate_series(1, ${people}::int) i`
    // Secretaries of committees belong to their committee too: people of two units.
    await tx`
      insert into memberships (id, tree_id, person_id, unit_id, valid_from)
      select md5('second' || d)::uuid, ${tree}, md5('person' || (d - 1) * ${PER_CELL * PER_COMMITTEE}::int + 2)::uuid,
        md5('unitDU' || lpad(d::text, 5, '0'))::uuid, '2026-01-01'
      from generate_series(1, ${committees}::int) d`
    await tx`
      insert into posts (id, tree_id, person_id, unit_id, role, valid_from)
      select md5('post' || code || role)::uuid, ${tree}, md5('person' || i)::uuid, md5('unit' || code)::uuid, role,
        '2026-01-01' from (
        select (c - 1) * ${PER_CELL}::int + 1 as i, 'CB' || lpad(c::text, 6, '0') as code, 'secretary' as role
          from generate_series(1, ${cells}::int) c
        union all select (d - 1) * ${PER_CELL * PER_COMMITTEE}::int + 2, 'DU' || lpad(d::text, 5, '0'), 'secretary'
          from generate_series(1, ${committees}::int) d
        union all select 5, 'KHOI', 'leader'
        union all select 6, 'KHOI', 'office') held`
    await tx`
      insert into bots (id, channel, external_id, display_name, handle, state, created_at)
      values (${bot}, 'telegram', '1001', 'Bench', 'BenchBot', 'active', ${at})`
    await tx`
      insert into chats (id, bot_id, external_id, kind, created_at)
      select md5('chat' || i)::uuid, ${bot}, i::text, 'private', ${at}::timestamptz
      from generate_series(1, ${people}::int) i where i % 10 <> 3`
    await tx`
      insert into accounts (id, bot_id, external_id, chat_id, tree_id, person_id, state, linked_at, created_at)
      select md5('account' || i)::uuid, ${bot}, i::text, md5('chat' || i)::uuid, ${tree}, md5('person' || i)::uuid,
        'linked', ${at}::timestamptz + (i % 80) * interval '1 day', ${at}::timestamptz
      from generate_series(1, ${people}::int) i where i % 10 <> 3`
    await tx`
      insert into consents (id, tree_id, person_id, purpose, decision, text_version, at)
      select md5('consent' || i)::uuid, ${tree}, md5('person' || i)::uuid, 'messages',
        case when i % 100 = 8 then 'withdrawn' else 'granted' end, 'v1', ${at}::timestamptz
      from generate_series(1, ${people}::int) i where i % 10 <> 3`
    await tx`
      insert into programmes (id, tree_id, code, owner_unit_id, state, live_from, created_at)
      values (md5('programme')::uuid, ${tree}, ${content.code}, md5('unitKHOI')::uuid, 'live', '2026-01-10', ${at})`
    await tx`
      insert into programme_versions (id, programme_id, number, content, digest, imported_at, published_at)
      values (md5('content')::uuid, md5('programme')::uuid, 1, ${tx.json(content as never)}, 'bench', ${at}, ${at})`
    await tx`
      insert into obligations (id, tree_id, programme_id, code)
      select md5('obligation' || code)::uuid, ${tree}, md5('programme')::uuid, code
      from unnest(${content.obligations.map(({ code }) => code)}::text[]) code`
    await tx`
      insert into assignments (id, tree_id, obligation_id, period, person_id, unit_id, due_on, due_zone, due_phrase,
        state, done_at, created_at)
      select md5(code || i)::uuid, ${tree}, md5('obligation' || code)::uuid, 'once', md5('person' || i)::uuid,
        md5('unitCB' || lpad(((i - 1) / ${PER_CELL}::int + 1)::text, 6, '0'))::uuid, due, 'Asia/Ho_Chi_Minh', 'bench',
        case when is_done then 'done' else 'open' end,
        case when is_done then '2026-02-20T09:00+07:00'::timestamptz + (i % 24) * interval '1 day' end, ${at}::timestamptz
      from (select code, due, i, abs(hashtext(code || i)) % 2 = 0 as is_done
        from (values ('study', '2026-03-01'::date), ('pledge', '2026-03-19'::date)) owed (code, due),
          generate_series(1, ${people}::int) i) things`
    await tx`
      insert into assignments (id, tree_id, obligation_id, period, unit_id, due_on, due_zone, due_phrase, state,
        done_at, created_at)
      select md5('report' || c)::uuid, ${tree}, md5('obligationreport')::uuid, '2026-Q1',
        md5('unitCB' || lpad(c::text, 6, '0'))::uuid, '2026-02-27', 'Asia/Ho_Chi_Minh', 'bench',
        case when c % 3 = 0 then 'open' else 'done' end,
        case when c % 3 <> 0 then '2026-02-20T09:00+07:00'::timestamptz + (c % 24) * interval '1 day' end, ${at}::timestamptz
      from generate_series(1, ${cells}::int) c`
  })
  await sql`analyze`
  return { treeId: tree, botId: bot, cells }
}

function programme(): Programme {
  const owed = { section: 'II', subject: 'person', audience: { everyone: true } } as const
  return programmeSchema.parse({
    code: 'bench-2026',
    issuing_body: 'Đảng ủy khối Mẫu',
    title: 'Kế hoạch mẫu 2026',
    year: 2026,
    vocabulary: { unit_kinds: { 'cell-agency': 'Chi bộ' }, categories: { 'party-member': 'Đảng viên' } },
    // Only people are reminded: three days before, on the day, a day after.
    nudges: { group: [], private: [3, 0, -1], secretary: [] },
    obligations: [
      {
        ...owed,
        code: 'study',
        title: 'Học tập chuyên đề năm',
        kind: 'topic-study',
        due: 'trước ngày 02/3/2026',
      },
      { ...owed, code: 'pledge', title: 'Bản đăng ký làm theo', kind: 'pledge', due: 'trước ngày 20/3/2026' },
      {
        ...owed,
        code: 'report',
        title: 'Báo cáo sinh hoạt chuyên đề',
        kind: 'session-report',
        subject: 'unit',
        repeats: 'quarterly',
        due: 'trước ngày 28/02/2026',
      },
    ],
  })
}
