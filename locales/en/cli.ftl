## Operator's commands

cli-migrated = The database fits this release.
cli-unit-unknown = There is no unit with code { $unit }. To see codes: nhipquy status
cli-clock-only-loopback = The clock can be moved only where every platform's server is on this machine (TELEGRAM_API_ROOT, ZALO_API_ROOT).
cli-clock-unreadable = Cannot read “{ $to }”. Type for example: 2026-03-09T08:00+07:00, 2026-03-09 or +1d
cli-clock-backward = The clock only moves forward. It is { $now }; it cannot go back to { $to }.
cli-run-due-done = Queued: { $topics } topic messages, { $nudges } nudges, { $digests } digests, { $dates } questions about dates.
cli-run-due-future = That instant has not come. Add --dry-run to look ahead only.
cli-export-unknown = There is no table “{ $table }”. Choose: { $tables }
cli-export-no-unit = The table deliveries is not divided by units. Leave out --unit.
cli-status-now = Now: { $day } { $time }
cli-status-programmes = Programmes:
cli-status-programme = { $programme } ({ $state }, in use from { $from }): { $done } done, { $open } open, { $noDate } without a date
cli-state-draft = draft
cli-state-published = published
cli-state-live = live
cli-state-closed = closed
cli-status-units = Units (joined / members):
cli-status-unit = { $unit }: { $joined }/{ $members }
cli-status-bots = Bots:
cli-status-bot = { $channel } { $handle }: { $state } ({ $reason }), { $people } people, { $groups } groups, { $sentThisMonth } messages sent this month
cli-status-messages = Messages:
cli-status-troubles = updates waiting { $waitingUpdates }, parked { $parkedUpdates }; messages that could not be sent { $deadMessages }; gaps in polling { $pollGaps }
cli-status-uncertain = Messages that may or may not have arrived (scheduled ones are not repeated):

cli-programme-new = Imported programme { $code } (version { $version }, { $count } obligations). Nothing was sent. Next: nhipquy publish { $code }
cli-programme-new-version = Imported version { $version } of programme { $code } ({ $count } obligations). Nothing was sent. Next: nhipquy publish { $code }
cli-programme-same = Programme { $code } has not changed (version { $version }, { $count } obligations).
cli-programme-checked = Programme { $code } is usable ({ $count } obligations). Nothing was written.
cli-programme-no-such-unit = There is no unit with code { $unit }. To see codes: nhipquy status
cli-programme-several-trees = Several trees have a unit { $unit }. Add --tree CODE
cli-programme-which-unit = Whose programme is it? Import units first (nhipquy import units FILE) or add --unit CODE
cli-programme-unknown = There is no programme { $code }. Import it first: nhipquy import programme FILE
cli-programme-several = Several trees have a programme { $code }. Add --tree CODE
cli-programme-published = Published { $code } (version { $version }): { $created } new, { $moved } with another date, { $withdrawn } withdrawn, { $restored } restored, { $transferred } moved to another unit; { $kept } done and kept. Nothing was sent. Next: nhipquy go-live { $code } --from DAY
cli-programme-previewed = Nothing was written. Publishing { $code } (version { $version }) would give: { $created } new, { $moved } with another date, { $withdrawn } withdrawn, { $restored } restored, { $transferred } moved to another unit; { $kept } done and kept.

cli-go-live-recipients = Recipients: { $reached }/{ $people } people have joined and agreed to messages.
cli-go-live-bot = { $bot }: at most { $count } messages in the first { $days } days
cli-go-live-silent = No messages in the first { $days } days.
cli-go-live-more = and { $count } more wordings of this kind
cli-go-live-ask = Start using { $code } from { $day }? (yes/no)
cli-go-live-not = Not started. Nothing has changed.
cli-go-live-done = { $code } is in use from { $day }. What was due before that day counts as “before the bot”: never nudged, never late.

cli-replay-no-id = “{ $id }” is no update. Type: nhipquy replay (all) or nhipquy replay ID
cli-replay-none = No parked update has the id { $id }.
cli-replay-done = { $count } updates will be handled again.

cli-doctor-database = The database answers, fits this release, and its key fits.
cli-doctor-no-bots = There is no bot yet. Set TELEGRAM_BOT_TOKEN or ZALO_BOT_TOKEN and run this again.
cli-doctor-tokens-unanswered = { $count } tokens were not accepted by their platform. Check them (BotFather, Zalo Bot Manager) and the network.
cli-doctor-bot-stopped = { $bot } is stopped ({ $reason }). The platform refuses its token, or somebody else uses it. End the other user, then: nhipquy bot start { $bot }. With a new token: set it and restart.
cli-doctor-bot-without-token = { $bot } has no token here and rests. Add its token to the settings.
cli-doctor-webhook-unknown = The webhook of { $bot } could not be asked for. Try again; if it stays so, check the network.
cli-doctor-webhook-while-polling = { $bot } still has a webhook while PUBLIC_URL is unset. Start the service: it removes it before polling.
cli-doctor-webhook-missing = { $bot } does not point at PUBLIC_URL. Start the service to set it; Cloudflare or a firewall must let that path through.
cli-doctor-bot-webhook = { $bot } gets updates by webhook.
cli-doctor-bot-polling = { $bot } is ready and polls.
cli-doctor-clock = Product time is machine time.
cli-doctor-clock-moved = Product time is { $hours } hours ahead of machine time (the platforms' servers are on this machine).
cli-doctor-clock-wrong = Product time is { $hours } hours off machine time while real platforms are in use. Use a new database for real work.
cli-doctor-consent = Consent text in use: { $version }.
cli-doctor-messages = Messages: { $sent } sent, { $queued } waiting.
cli-doctor-uncertain = { $count } messages may or may not have arrived. See: nhipquy status; tell their readers if need be.
cli-doctor-dead = { $count } messages could not be sent. For the reasons: nhipquy export deliveries --json
cli-doctor-parked = { $count } updates failed five times. After an update of the software: nhipquy replay
cli-doctor-live = { $count } programmes are live.
cli-doctor-nothing-live = No programme is live. Next: nhipquy import programme FILE, then nhipquy go-live CODE --from DAY

cli-date-missing = { $count } without a date. To set one: nhipquy date set OBLIGATION PERIOD DAY
cli-date-set = Set { $obligation } { $period }: by the end of { $due } ({ $count } owe it). Nothing was sent.
cli-date-unreadable = “{ $day }” could not be read as a day. Write for example: 2026-05-15
cli-date-no-such-obligation = No published programme has an obligation { $obligation }. See: nhipquy date list
cli-date-several = Several programmes have an obligation { $obligation }. Add --programme CODE or --tree CODE
cli-date-no-such-period = { $obligation } has no period { $period }. Its periods: { $periods }
cli-date-later-than-above = This is later than the programme above allows for { $obligation } { $period }. Nothing was set.
