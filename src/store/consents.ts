import { and, desc, eq } from 'drizzle-orm'
import type { StoreTools } from './audit.ts'
import type { Tx } from './database.ts'
import type { ConsentPurpose } from './recipients.ts'
import { consents } from './schema/index.ts'

/** `void`: it was somebody else who answered; as if the person had never been asked. */
export type ConsentDecision = 'granted' | 'refused' | 'withdrawn' | 'void'

export const CONSENT_PURPOSES: readonly ConsentPurpose[] = ['messages', 'pledges', 'photos', 'exemplar']

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
}

/** Adds a decision; the newest counts, the older ones stay as proof. */
export async function saveConsent(tools: StoreTools, consent: NewConsent): Promise<void> {
  await tools.tx.insert(consents).values({ id: tools.newId(), ...consent, at: tools.now })
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

/** The purposes to which the person says yes today. */
export async function listGranted(tx: Tx, personId: string): Promise<ConsentPurpose[]> {
  const granted: ConsentPurpose[] = []
  for (const purpose of CONSENT_PURPOSES) {
    if ((await findConsent(tx, personId, purpose)) === 'granted') granted.push(purpose)
  }
  return granted
}
