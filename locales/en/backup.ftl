## Backups, and what a restore held back

backup-written = Backup written: { $file } ({ $kilobytes } KB).
backup-needs-secret = It opens only with the APP_SECRET of this database (key { $key }). Keep a copy of that secret in another place; or set BACKUP_PASSPHRASE so that the backup carries it along.
backup-needs-passphrase = It opens with the passphrase, also on a new machine. Keep the passphrase in another place than the file: without it nobody can open the file.
backup-no-folder = { $file } cannot be written there. Choose a folder that exists and may be written to.
backup-no-space = The disk is full: { $file } was not written. Free some space, or write to another disk.
backup-no-file = There is no file { $file }.
backup-short-passphrase = The first line of { $file } has fewer than { $characters } characters. Choose a longer passphrase.
backup-ask-passphrase = Passphrase of this backup:{" "}
backup-sound = { $file } is sound: taken { $taken }, { $rows } rows. Nothing was changed.
backup-restored = Restored as of { $taken }: { $rows } rows. What happened after that is not in this backup.
backup-secret-brought = The encryption key came with the backup and is in DATA_DIR/app-secret now.
backup-held = Messages that were not sent: { $count }. They and all new reminders wait until you decide. See: nhipquy outbox held. Then: nhipquy outbox release, or nhipquy outbox drop
backup-other-secret = This backup was made under another APP_SECRET. It came along and lies in { $path }. Set APP_SECRET to the text of that file, delete the file, and type the same command again. Nothing was restored yet.
backup-refused-not-a-backup = { $file } is no backup of this program.
backup-refused-newer-format = { $file } was made by a newer release. Install that release or a later one, then type the same command again.
backup-refused-newer-release = { $file } comes from a newer or another release of this program. Install that release or a later one, then type the same command again.
backup-refused-wrong-key = { $file } was made under another APP_SECRET. Set APP_SECRET of the old machine, or copy its DATA_DIR/app-secret here, then type the same command again.
backup-refused-needs-passphrase = { $file } opens with a passphrase. Add --passphrase-file PATH, or set BACKUP_PASSPHRASE.
backup-refused-wrong-passphrase = That is not the passphrase of { $file }. Nothing was changed.
backup-refused-damaged = { $file } is damaged or was cut off. Nothing was changed; use another backup.
backup-refused-not-empty = The database holds something already. A backup goes into an empty one only: set DATA_DIR to a new folder (or DATABASE_URL to a new database) and type the same command again. Nothing was changed.
backup-refused-in-use = The service is running on this database. Stop it first, then type the same command again.
backup-refused-exists = { $file } is there already, and is not overwritten. Choose another name.

outbox-restored = This database was restored from a backup of { $taken }. Until you decide, no reminder, topic or digest is sent.
outbox-none = Nothing is held back.
outbox-kind = { $kind } ({ $class }): { $count }, from { $from } to { $to }
outbox-next = To send them: nhipquy outbox release. Never: nhipquy outbox drop. One kind alone: add --kind KIND
outbox-decided = To be sent: { $released }. Dropped: { $dropped }. Perhaps sent before, so not again: { $uncertain }.
outbox-over = Everything is decided; reminders go out as usual again.
outbox-more = The rest still waits: nhipquy outbox held

cli-doctor-restored = This database was restored from a backup of { $taken }. What it means: { $count } messages wait, and new reminders too, so that nothing comes twice. See: nhipquy outbox held; then nhipquy outbox release, or nhipquy outbox drop
cli-doctor-backup = The newest backup is of { $taken }.
cli-doctor-backup-not-set = There is no backup. What it means: if the disk breaks, everything is lost. Set BACKUP_DIR to a folder on another disk, or type: nhipquy backup FILE
cli-doctor-backup-none-yet = BACKUP_DIR is set, and there is no backup yet. What it means: the first comes at 2 in the night while the service runs; until then a broken disk loses everything. At once: nhipquy backup FILE
cli-doctor-backup-old = The newest backup is { $days } days old. What it means: if the disk breaks, what came since is lost. Does the service run, is BACKUP_DIR set? At once: nhipquy backup FILE
cli-doctor-backup-failed = The last backup failed ({ $code }). What it means: if the disk breaks, what came since the one before is lost. Is the folder of BACKUP_DIR there, may it be written to, is there space? Try: nhipquy backup FILE
backup-erased-again = Deleted once more, since they had been deleted after this backup was taken: { $count }.
backup-no-erasures = There is no register of deletions (erasures.json) beside the backup, in DATA_DIR or in BACKUP_DIR. If anybody was deleted after that day, delete them again: nhipquy data open, nhipquy data close.
