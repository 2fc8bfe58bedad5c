import { statfs } from 'node:fs/promises'
import { areRootsLocal, type Config } from '../config.ts'
import type { TroubleSources } from '../jobs/find-troubles.ts'

/** The machine and the settings as `findTroubles` asks about them. */
export function troubleSources(config: Config): TroubleSources {
  const { backupDir, dataDir } = config
  return {
    folders: [...new Set([...(config.databaseUrl ? [] : [dataDir]), ...(backupDir ? [backupDir] : [])])],
    freeSpace: async (folder) => {
      const disk = await statfs(folder).catch(() => null)
      return disk && { free: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize }
    },
    wantsBackup: backupDir !== undefined,
    mayMoveClock: areRootsLocal(config),
  }
}
