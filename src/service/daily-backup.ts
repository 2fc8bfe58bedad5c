import type { DailyBackup } from '../jobs/back-up-daily.ts'
import { writeBackup } from '../store/backup/write-backup.ts'
import type { Product } from './open-product.ts'

/** The nightly backup as the settings want it; nothing where no folder is given. */
export function dailyBackup(product: Product): { backup?: DailyBackup } {
  const { backupDir: dir, backupKeep: keep } = product.config
  return dir === undefined ? {} : { backup: { dir, keep, write: (file) => backUp(product, file) } }
}

/** Writes a backup of this product, under the passphrase of the settings or the one given. */
export async function backUp(
  product: Product,
  file: string,
  passphrase: string | undefined = product.config.backupPassphrase,
): Promise<{ bytes: number }> {
  const { url, vault, clock, randomBytes, appSecret } = product
  const keys = { vault, appSecret, ...(passphrase !== undefined && { passphrase }) }
  return writeBackup(file, { url, randomBytes, takenAt: clock.product(), ...keys })
}
