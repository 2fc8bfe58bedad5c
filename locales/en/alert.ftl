## Trouble of the running service, told to the office once

alert-bot-stopped = For whoever runs the bot: { $bot } is stopped ({ $reason }), so nothing is received or sent through it. What it means: the platform refuses its token, or somebody else uses it. Mend: end the other user, or set a new token and restart; then type: nhipquy bot start { $bot }
alert-bot-stopped-over = For whoever runs the bot: { $bot } works again. (It was: { $reason })
alert-quota = For whoever runs the bot: { $bot } has sent { $sent } of { $limit } messages of this month. What it means: at the limit only answers go out until the 1st. Mend: deal the units out over more bots: nhipquy bot assign --auto
alert-quota-over = For whoever runs the bot: the month's messages of { $bot } are enough again. (It was { $sent } of { $limit })
alert-failed = For whoever runs the bot: { $count } messages could not be sent in the last day. What it means: their readers do not know of them. See why: nhipquy export deliveries --json
alert-failed-over = For whoever runs the bot: no message has failed for a day. (It was { $count })
alert-parked = For whoever runs the bot: { $count } incoming messages could not be handled and are kept. What it means: people wait for an answer. Mend: update the software, then type: nhipquy replay
alert-parked-over = For whoever runs the bot: all incoming messages are handled. (It was { $count })
alert-disk = For whoever runs the bot: the disk of { $folder } is nearly full, { $megabytes } MB are left. What it means: soon nothing can be kept any more. Mend: free space, or move DATA_DIR or BACKUP_DIR to a larger disk; then look again: nhipquy alert
alert-disk-over = For whoever runs the bot: the disk of { $folder } has space again. (It was { $megabytes } MB)
alert-backup = For whoever runs the bot: the newest backup is { $days } days old, last error: { $code }. What it means: if the disk breaks, what came since is lost. Mend: see that BACKUP_DIR is there and has space, then type: nhipquy backup FILE
alert-backup-over = For whoever runs the bot: backups are made again. (Before: { $days } days old, error { $code })
alert-clock = For whoever runs the bot: the clocks of this machine and of the database are { $minutes } minutes apart. What it means: messages may go out at the wrong time. Mend: switch on the machine's time synchronisation (NTP); to look: nhipquy clock show
alert-clock-over = For whoever runs the bot: the clocks agree again. (They were { $minutes } minutes apart)
alert-none = No trouble.
alert-since = since { $since }
alert-state-told = the office was told
alert-state-untold = not told yet
alert-state-muted = muted until { $until }
alert-office = Told to { $count } people of the office.
alert-nobody = Nobody of the office has joined and agreed to messages: trouble can be told to nobody. Type: nhipquy invite --unit UNIT --member MEMBER
alert-unknown-kind = There is no kind { $kind }. Choose: { $kinds }
alert-not-open = There is no open trouble { $kind }. See: nhipquy alert
alert-mute-hours = --for takes hours from 1 to { $most }
alert-muted = { $kind } is muted until { $until }.
alert-unmuted = { $kind } is told again.

cli-bot-started = { $bot } is started. A running service takes it up within seconds.
cli-doctor-office = Trouble is told to { $count } people of the office.
cli-doctor-office-nobody = Nobody of the office has joined. What it means: trouble can be told to nobody. Type: nhipquy invite --unit UNIT --member MEMBER
