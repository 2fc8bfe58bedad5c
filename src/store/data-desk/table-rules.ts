import { type SQL, sql } from 'drizzle-orm'

/** Whose rows: the person, the chat accounts that are or were theirs, and the private chats of these. */
export interface Traces {
  personId: string
  /** Code of the roster, as some rows name who did something. */
  code: string
  treeId: string
  accountIds: readonly string[]
  chatIds: readonly string[]
  /** `<bot id>:<the platform's chat id>` of the private chats. */
  chatKeys: readonly string[]
}

/** What becomes of a table's rows about a person when the person is deleted. */
export interface TableRule {
  /** The rows that are about a person; null: the table holds nothing about people beyond ids of who did something. */
  rows: ((of: Traces) => SQL) | null
  /**
   * `delete`: the rows go. `blank`: they stay without what names the person or what the person wrote.
   * `keep`: they stay as they are. `none`: there is nothing to delete.
   */
  deletion: 'delete' | 'blank' | 'keep' | 'none'
  /** For the README and whoever asks. */
  why: string
  /** Columns to empty (`blank`): null, the SQL of what they become, or when it was done. */
  blank?: Record<string, SQL | null | 'machine-time'>
  /** Sealed columns that must hold something (`blank`): they become this text, sealed for each row. */
  reseal?: Record<string, string>
  /** Columns that a copy for the person shows, in this order; none: the rows are part of others that it shows. */
  shows?: readonly string[]
}

const ids = (list: readonly string[]) => sql`any(${`{${list.join(',')}}`}::uuid[])`
const theirs = ({ personId }: Traces) => sql`person_id = ${personId}`
const ofAccounts = ({ accountIds, chatIds }: Traces) =>
  sql`(account_id = ${ids(accountIds)} or chat_id = ${ids(chatIds)})`
const ASSIGNED = ({ personId }: Traces) => sql`select id from assignments where person_id = ${personId}`
const FILED = (of: Traces) => sql`select id from submissions where assignment_id in (${ASSIGNED(of)})`
const VERSIONS = (of: Traces) => sql`select id from submission_versions where submission_id in (${FILED(of)})`
const DEEDS = ({ personId }: Traces) => sql`select id from deeds where person_id = ${personId}`

const none = (why: string): TableRule => ({ rows: null, deletion: 'none', why })
const ORGANISATION = 'the organisation, its plans and its bots: nothing about a person'
const MACHINE = 'how the service runs: ids and times'
const FIGURE = 'a figure of the unit, without name or words'

/**
 * Every table of the database, those that others refer to last. A test compares this with the database: a
 * table without a decision is refused.
 */
export const TABLE_RULES: Record<string, TableRule> = {
  awaited_pieces: {
    rows: (of) =>
      sql`(account_id = ${ids(of.accountIds)} or draft_id in (select id from drafts where person_id = ${of.personId}))`,
    deletion: 'delete',
    why: 'a text that was being written',
  },
  dialogs: { rows: ofAccounts, deletion: 'delete', why: 'what the person was in the middle of' },
  snoozes: {
    rows: theirs,
    deletion: 'delete',
    why: 'wishes to be reminded later',
    shows: ['choice', 'until', 'at'],
  },
  code_attempts: {
    rows: ({ chatIds }) => sql`chat_id = ${ids(chatIds)}`,
    deletion: 'delete',
    why: 'wrong codes typed in the chat',
  },
  drafts: {
    rows: theirs,
    deletion: 'delete',
    why: 'never filed, so nobody else needs it',
    shows: ['state', 'updated_at', 'state_sealed'],
  },
  proxy_entries: {
    rows: theirs,
    deletion: 'delete',
    why: 'how it was filled in for the person; the figure stays with the filing',
    shows: ['state', 'created_at', 'answer'],
  },
  attachments: {
    rows: (of) => sql`assignment_id in (${ASSIGNED(of)})`,
    deletion: 'delete',
    why: 'photos and files of the person',
    shows: ['created_at', 'mime', 'size', 'state'],
  },
  absences: {
    rows: theirs,
    deletion: 'delete',
    why: 'when the person was away',
    shows: ['valid_from', 'valid_to'],
  },
  roster_changes: {
    rows: theirs,
    deletion: 'delete',
    why: 'proposals about the person: names and telephone numbers',
    shows: ['kind', 'state', 'proposed_at', 'decided_at', 'content_sealed', 'reason_sealed'],
  },
  invites: {
    rows: theirs,
    deletion: 'delete',
    why: 'codes by which the person joined',
    shows: ['kind', 'created_at', 'used_at', 'revoked_at'],
  },
  consents: {
    rows: theirs,
    deletion: 'blank',
    why: 'proof of what was agreed to and when; the name of a witness goes',
    blank: { witness_sealed: null },
    shows: [
      'purpose',
      'decision',
      'at',
      'text_version',
      'method',
      'channel',
      'message_external_id',
      'witness_sealed',
    ],
  },
  reviews: {
    rows: (of) => sql`submission_version_id in (${VERSIONS(of)})`,
    deletion: 'blank',
    why: 'that it was received stays; what was said about the words goes with them',
    blank: { comment_sealed: null },
    shows: ['outcome', 'at', 'comment_sealed'],
  },
  measures: {
    rows: (of) => sql`submission_version_id in (${VERSIONS(of)})`,
    deletion: 'keep',
    why: FIGURE,
    shows: ['name', 'value'],
  },
  deed_progress: {
    rows: (of) => sql`deed_id in (${DEEDS(of)})`,
    deletion: 'blank',
    why: 'that a deed was done is a figure; the note goes',
    blank: { note_sealed: null },
    shows: ['status', 'at', 'note_sealed'],
  },
  deed_versions: {
    rows: (of) => sql`deed_id in (${DEEDS(of)})`,
    deletion: 'blank',
    why: 'how many deeds there were is a figure; the words go',
    reseal: { answers_sealed: '{}' },
    shows: ['answers_sealed'],
  },
  deeds: { rows: theirs, deletion: 'keep', why: FIGURE, shows: ['kind', 'created_at', 'dropped_at'] },
  submission_versions: {
    rows: (of) => sql`submission_id in (${FILED(of)})`,
    deletion: 'blank',
    why: 'that something was filed in time is a figure; the words go',
    reseal: { answers_sealed: '{}' },
    shows: ['number', 'filed_at', 'late', 'answers_sealed'],
  },
  submissions: {
    rows: (of) => sql`assignment_id in (${ASSIGNED(of)})`,
    deletion: 'blank',
    why: `${FIGURE}; nobody is asked to receive it any more`,
    blank: { state: sql`case when state in ('filed', 'commented') then 'final' else state end` },
    shows: ['code', 'state', 'created_at'],
  },
  assignment_changes: {
    rows: (of) => sql`assignment_id in (${ASSIGNED(of)})`,
    deletion: 'blank',
    why: 'the history of what was owed; reasons in words go, the code becomes another',
    blank: {
      reason: sql`case when reason in ('left', 'not-asked', 'dropped') then reason end`,
    },
    shows: ['kind', 'at', 'from_due_on', 'to_due_on', 'reason'],
  },
  assignments: {
    rows: theirs,
    deletion: 'keep',
    why: FIGURE,
    shows: ['period', 'due_on', 'due_phrase', 'state', 'done_at'],
  },
  reminders: {
    rows: theirs,
    deletion: 'keep',
    why: 'which reminders were sent when: ids and times; a copy shows the messages themselves',
  },
  topic_acknowledgements: { rows: theirs, deletion: 'keep', why: FIGURE, shows: ['topic_code', 'at'] },
  updates: {
    rows: ({ chatKeys }) => sql`bot_id || ':' || chat_external_id = any(${textArray(chatKeys)}::text[])`,
    deletion: 'delete',
    why: 'messages that the person wrote',
    shows: ['received_at', 'content_sealed'],
  },
  outbox: {
    rows: ({ personId, chatIds }) => sql`(person_id = ${personId} or chat_id = ${ids(chatIds)})`,
    deletion: 'blank',
    why: 'how many messages were sent stays; their words go',
    blank: {
      body_sealed: null,
      external_message_id: null,
      thread_id: null,
      wiped_at: 'machine-time',
      state: sql`case when state in ('queued', 'held', 'sending') then 'cancelled' else state end`,
    },
    shows: ['created_at', 'topic', 'state', 'body_sealed'],
  },
  data_cases: {
    rows: theirs,
    deletion: 'blank',
    why: 'proof that a request was answered in time; the words go',
    blank: { text_sealed: null, extension_sealed: null, outcome_sealed: null },
    shows: [
      'code',
      'request',
      'state',
      'received_at',
      'due_on',
      'decided_at',
      'text_sealed',
      'extension_sealed',
      'outcome_sealed',
    ],
  },
  memberships: {
    rows: theirs,
    deletion: 'blank',
    why: 'how many people a unit had on a day; the workplace goes',
    blank: { workplace: null },
    shows: ['category', 'exempt', 'workplace', 'valid_from', 'valid_to'],
  },
  posts: {
    rows: theirs,
    deletion: 'blank',
    why: 'that a post was held by somebody on a day; its words go',
    blank: { position: null },
    shows: ['role', 'position', 'key_leader', 'acting', 'valid_from', 'valid_to'],
  },
  supervisions: { rows: theirs, deletion: 'keep', why: FIGURE, shows: ['valid_from', 'valid_to'] },
  accounts: {
    rows: ({ accountIds }) => sql`id = ${ids(accountIds)}`,
    deletion: 'blank',
    why: 'rows that stay refer to it; the id of the platform goes, so that the chat is a stranger’s',
    blank: {
      external_id: sql`'deleted:' || id`,
      person_id: null,
      tree_id: null,
      chat_id: null,
      state: sql`'unlinked'`,
    },
    shows: ['external_id', 'state', 'linked_at', 'unlinked_at'],
  },
  chats: {
    rows: ({ chatIds }) => sql`id = ${ids(chatIds)}`,
    deletion: 'blank',
    why: 'counts of messages refer to it; the id of the platform goes',
    blank: { external_id: sql`'deleted:' || id`, state: sql`'dead'`, language: null },
  },
  people: {
    rows: ({ personId }) => sql`id = ${personId}`,
    deletion: 'blank',
    why: 'figures refer to the row; name, code and telephone go',
    blank: {
      code: sql`'deleted-' || id`,
      full_name: sql`''`,
      phone_sealed: null,
      preferred_channel: null,
      reminders: sql`'all'`,
      language: sql`'vi'`,
    },
    shows: ['full_name', 'code', 'phone_sealed', 'language', 'preferred_channel', 'reminders', 'created_at'],
  },
  audit: {
    rows: ({ personId }) => sql`about_person_id = ${personId}`,
    deletion: 'keep',
    why: 'who saw or changed what: ids alone, and nobody may change it',
    shows: ['at', 'action', 'actor_role'],
  },
  erasures: none('the register of deletions itself: ids and times'),
  living_posts: none('posts in groups, which hold counts alone'),
  group_bindings: none('groups of units; who decided is an id'),
  round_changes: none('rounds opened and closed; who did it is a code, which becomes another'),
  topic_holds: none('topics held back; who did it is an id'),
  unit_totals: none('totals that a unit states: figures; who stated them is an id'),
  office_dates: none('dates of the plan; who set them is an id'),
  trees: none(ORGANISATION),
  units: none(ORGANISATION),
  unit_versions: none(ORGANISATION),
  unit_changes: none(ORGANISATION),
  unit_successors: none(ORGANISATION),
  programmes: none(ORGANISATION),
  programme_versions: none(ORGANISATION),
  form_versions: none(ORGANISATION),
  obligations: none(ORGANISATION),
  bots: none(ORGANISATION),
  unit_bots: none(ORGANISATION),
  settings: none('the organisation that keeps the data, as it names itself'),
  clock: none(MACHINE),
  leases: none(MACHINE),
  planned: none('keys of what was planned once: ids and days'),
  poll_gaps: none(MACHINE),
  vault_keys: none(MACHINE),
  backups: none(MACHINE),
  restores: none(MACHINE),
  troubles: none(MACHINE),
}

/** As a literal of Postgres: external ids may hold anything. */
function textArray(list: readonly string[]): string {
  return `{${list.map((each) => `"${each.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`
}
