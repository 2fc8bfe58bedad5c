## Rehearsing a year: nhipquy rehearse, and the next 30 days in go-live.

rehearse-head = Rehearsal of { $programme }, { $from } – { $to }: { $units } units, { $people } people, { $reachable } of them reached (seed { $seed }).
rehearse-note = Units and people are made up and answer at estimated rates. Nothing is sent.
rehearse-wrong = These numbers cannot be used. --people and --units are whole numbers from 2, --seed is a whole number, --year is a year of the programme.
rehearse-answers = Things with a date: { $inTime } done in time, { $late } done late, { $open } not done.
rehearse-months = Messages by bot and month:
rehearse-month = { $bot }, { $month }: { $all } messages ({ $kinds })
rehearse-month-quota = { $bot }, { $month }: { $all }/{ $quota } messages, { $share } % ({ $kinds })
rehearse-month-warn = – near or over the month's quota
rehearse-worst = The worst week for one person: { $messages } unasked messages (allowed: { $perWeek }), week from { $monday }, { $people } people.
rehearse-worst-none = Nobody gets any message.
rehearse-held = Held back, and why:
rehearse-held-line = { $reason } ({ $kind }): { $count } times, { $people } recipients
rehearse-posts = Group posts: { $count }. One of each, as the group would read it:
rehearse-post = { $day }, { $count } like this
rehearse-live = The next 30 days, rehearsed on the people there are (they answer at estimated rates):
rehearse-kind-reply = replies
rehearse-kind-nudge = reminders
rehearse-kind-group = group posts
rehearse-kind-topic = topics
rehearse-kind-digest = digests
rehearse-kind-week-line = Friday lines
rehearse-kind-snooze = reminded as asked
