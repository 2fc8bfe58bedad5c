import type { Tools } from '../commands/command.ts'
import { type Parts, toolsOf } from '../tools.ts'
import { inPreview } from './in-preview.ts'

/** Runs `work` in a transaction of which nothing is kept: a preview by the code that does the real thing. */
export function rolledBack<T>(parts: Parts, work: (tools: Tools) => Promise<T>): Promise<T> {
  return parts.db.transaction((tx) => inPreview(tx, (inner) => work(toolsOf(parts, inner))))
}
