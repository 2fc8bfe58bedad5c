## Nudges. The first line is neutral: a lock screen shows about 60 characters.


nudge-private-own = Task: { $title }
nudge-private-unit = Task: { $title }
    Unit: { $unit }
nudge-when-before = Due: by the end of { $due } (the plan says: { $phrase })
nudge-when-today = Due: by the end of today { $due } (the plan says: { $phrase })
nudge-when-after = Due: by the end of { $due } (the plan says: { $phrase }). It can still be sent.
nudge-private-how = Choose “Do it now” or write { $command }. You can stop half way, every answer is kept.

nudge-group-when = { $stage ->
        [reminder] Due soon: by the end of { $due } (the plan says: { $phrase }).
        [last-day] Due by the end of today, { $due } (the plan says: { $phrase }).
       *[invitation] Due: by the end of { $due } (the plan says: { $phrase }).
    }
nudge-group-counts = { $title }
    { $when }

    Sent: { $done }/{ $total } comrades, { $missing } to come. Thank you to all who have sent theirs.
    If you have not yet, please write to the bot in private: { $command }
nudge-group-plain = { $title }
    { $when }

    Thank you to all who have sent theirs. If you have not yet, please write to the bot in private: { $command }
nudge-group-unit = { $title } – { $unit }
    { $when }

    Whoever is in charge is asked to write to the bot in private: { $command }

nudge-secretary-list = Sent: { $done }/{ $total } comrades. Still expected ({ $missing }):
nudge-secretary-how = This list is for you alone. Write /danhsach to see who has not joined and to get a new code.

nudge-open = Do it now
