/**
 * Why a backup cannot be read or restored. `not-a-backup`, `newer-format`, `newer-release` (its migrations are
 * unknown here), `wrong-key` (another APP_SECRET), `needs-passphrase`, `wrong-passphrase`, `damaged`,
 * `not-empty` (the database holds something), `in-use` (a service works on it), `exists` (the file).
 */
export type BackupFault =
  | 'not-a-backup'
  | 'newer-format'
  | 'newer-release'
  | 'wrong-key'
  | 'needs-passphrase'
  | 'wrong-passphrase'
  | 'damaged'
  | 'not-empty'
  | 'in-use'
  | 'exists'

export class BackupError extends Error {
  override readonly name = 'BackupError'
  readonly code: string
  readonly fault: BackupFault

  constructor(fault: BackupFault) {
    super(`the backup is refused: ${fault}`)
    this.fault = fault
    this.code = `BACKUP_${fault.toUpperCase().replaceAll('-', '_')}`
  }
}
