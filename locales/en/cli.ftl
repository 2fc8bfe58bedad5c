## Operator's commands

cli-migrated = The database fits this release.
cli-unit-unknown = There is no unit with code { $unit }. To see codes: nhipquy status
cli-clock-only-loopback = The clock can be moved only where every platform's server is on this machine (TELEGRAM_API_ROOT, ZALO_API_ROOT).
cli-clock-unreadable = Cannot read “{ $to }”. Type for example: 2026-03-09T08:00+07:00, 2026-03-09 or +1d
cli-clock-backward = The clock only moves forward. It is { $now }; it cannot go back to { $to }.
cli-run-due-done = Queued: { $topics } topic messages, { $nudges } nudges, { $digests } digests.
cli-run-due-future = That instant has not come. Add --dry-run to look ahead only.
cli-export-unknown = There is no table “{ $table }”. Choose: { $tables }
cli-status-now = Now: { $day } { $time }
cli-status-programmes = Programmes:
cli-status-programme = { $programme } ({ $state }, in use from { $from }): { $done } done, { $open } open, { $noDate } without a date
cli-programme-draft = draft
cli-programme-published = published
cli-programme-live = live
cli-programme-closed = closed
cli-status-units = Units (joined / members):
cli-status-unit = { $unit }: { $joined }/{ $members }
cli-status-bots = Bots:
cli-status-bot = { $channel } { $handle }: { $state } ({ $reason }), { $people } people, { $groups } groups, { $sentThisMonth } messages sent this month
cli-status-messages = Messages:
cli-status-troubles = updates waiting { $waitingUpdates }, parked { $parkedUpdates }; messages that could not be sent { $deadMessages }; gaps in polling { $pollGaps }
cli-status-uncertain = Messages that may or may not have arrived (scheduled ones are not repeated):
