### Sending it to oneself before going live

trial-head = Trial { $number } of { $count }, sent to whoever tries it out and to nobody else.
trial-when-private = In earnest: { $time } on { $day }, in private.
trial-when-group = In earnest: { $time } on { $day }, in the group.
cli-trial-sent = { $count } trial messages are on their way to { $member }, one of each text, from the first day to the end of the quarter. Nobody else got anything; { $code } is not live.
cli-trial-sent-before = These { $of } trial messages were sent to { $member } before. To send them again: --again. { $code } is not live.
cli-trial-nothing = Until the end of the quarter there is nothing to send. { $code } is not live.
cli-trial-not-office = { $member } is not of the office in charge of this programme, so the texts that name people are not theirs to see.
cli-trial-not-joined = { $member } has not joined. Get a code: nhipquy setup, or nhipquy invite --unit UNIT --member { $member }
