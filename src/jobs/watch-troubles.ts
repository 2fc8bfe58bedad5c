import { claimSlot } from '../store/slots.ts'
import { type Parts, withTools } from '../tools.ts'
import { findTroubles, type TroubleSources } from './find-troubles.ts'
import { tellTroubles } from './tell-troubles.ts'

const MINUTE_MS = 60_000

/** Looks for operator trouble once a minute (machine time), over all replicas, and tells the office. */
export async function watchTroubles(parts: Parts, sources: TroubleSources): Promise<void> {
  const minute = new Date(Math.floor(parts.clock.machine().getTime() / MINUTE_MS) * MINUTE_MS)
  await withTools(parts, async (tools) => {
    if (!(await claimSlot(tools.tx, 'alert', minute))) return
    await tellTroubles(tools, await findTroubles(tools, sources))
  })
}
