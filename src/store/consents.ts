import { and, desc, eq } from 'drizzle-orm'
import type { StoreTools } from './audit.ts'
import type { Tx } from './database.ts'
import type { ConsentPurpose } from './recipients.ts'
import { consents } from './schema/index.ts'
import type { Vault } from './vault.ts'

/** `void`: it was somebody else who answered; as if the person had never been asked. */
export type ConsentDecision = 'granted' | 'refused' | 'withdrawn' | 'void'

export const CONSENT_PURPOSES: readonly ConsentPurpose[] = [
  'messages',
  'pledges',
  'photos',
  'exemplar',
  'proxy',
]

/** One decision with its proof: which text, when, on which channel, in which message. */
export interface NewConsent {
  treeId: string
  personId: string
  purpose: ConsentPurpose
  decision: ConsentDecision
  textVersion: string
  channel: string | null
  botId: string | null
  accountId: string | null
  messageExternalId: string | null
  /** Default `chat`. */
  method?: 'chat' | 'paper' | 'spoken'
  /** Who wrote down what was not said in chat, and before whom it was spoken. */
  recordedBy?: string
  witness?: string
}

/** Adds a decision; the newest counts, the older ones stay as proof. Returns its id. */
export async function saveConsent(
  tools: StoreTools & { vault: Vault },
  { witness, ...consent }: NewConsent,
): Promise<string> {
  const id = tools.newId()
  const witnessSealed =
    witness === undefined ? null : tools.vault.seal(`consents.witness_sealed:${id}`, witness)
  await tools.tx.insert(consents).values({ id, ...consent, witnessSealed, at: tools.now })
  return id
}

/** What the person decided last about a purpose; null when never asked. */
export async function findConsent(
  tx: Tx,
  personId: string,
  purpose: ConsentPurpose,
): Promise<'granted' | 'refused' | 'withdrawn' | null> {
  const [row] = await tx
    .select({ decision: consents.decision })
    .from(consents)
    .where(and(eq(consents.personId, personId), eq(consents.purpose, purpose)))
    .orderBy(desc(consents.at), desc(consents.id))
    .limit(1)
  const decision = row?.decision
  return decision === 'granted' || decision === 'refused' || decision === 'withdrawn' ? decision : null
}

/** The consent that holds for a purpose, as a row; null when the person never agreed or took it back. */
export async function findGranted(
  tx: Tx,
  personId: string,
  purpose: ConsentPurpose,
): Promise<{ id: string; method: string; textVersion: string; at: Date } | null> {
  const [row] = await tx
    .select()
    .from(consents)
    .where(and(eq(consents.personId, personId), eq(consents.purpose, purpose)))
    .orderBy(desc(consents.at), desc(consents.id))
    .limit(1)
  return row?.decision === 'granted' ? row : null
}

/** The purposes to which the person says yes today. */
export async function listGranted(tx: Tx, personId: string): Promise<ConsentPurpose[]> {
  const granted: ConsentPurpose[] = []
  for (const purpose of CONSENT_PURPOSES) {
    if ((await findConsent(tx, personId, purpose)) === 'granted') granted.push(purpose)
  }
  return granted
}

/** The newest decision of a person about each purpose; purposes that were never asked are not in the map. */
export async function listNewestDecisions(
  tx: Tx,
  personId: string,
): Promise<Map<ConsentPurpose, { decision: 'granted' | 'refused' | 'withdrawn'; at: Date }>> {
  const rows = await tx
    .selectDistinctOn([consents.purpose], {
      purpose: consents.purpose,
      decision: consents.decision,
      at: consents.at,
    })
    .from(consents)
    .where(eq(consents.personId, personId))
    .orderBy(consents.purpose, desc(consents.at), desc(consents.id))
  const own = rows.filter(({ decision }) => decision !== 'void')
  return new Map(
    own.map(({ purpose, decision, at }) => [
      purpose as ConsentPurpose,
      { decision: decision as 'granted' | 'refused' | 'withdrawn', at },
    ]),
  )
}
