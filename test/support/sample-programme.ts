import { join } from 'node:path'
import { readProgrammeFile } from '../../src/cli/read-programme-file.ts'
import type { Programme } from '../../src/domain/programme.ts'
import { packageRoot } from '../../src/package-root.ts'

/** The sample programme of 2026, as it is shipped. */
export async function readSampleProgramme(): Promise<Programme> {
  const file = join(packageRoot(), 'programmes', 'sample', 'programme.yaml')
  const found = await readProgrammeFile(file, '2026-03-01')
  if (found.kind !== 'read') throw new Error('the sample programme cannot be read')
  return found.programme
}
