## Nudges. The first line is neutral: a lock screen shows about 60 characters.

nudge-private-before = Reminder: due { $due }, { $days } days left. Please open this message to see what to do.

    Task: { $title }
    Due: by the end of { $due } (the plan says: { $phrase })

    Press or type 1 to do it now. You can stop half way, every answer is kept.
nudge-private-today = Reminder: due today, { $due }, until midnight. Please open this message to see what to do.

    Task: { $title }
    The plan says: { $phrase }

    Press or type 1 to do it now. You can stop half way, every answer is kept.
nudge-private-after = Reminder: { $due }. Please open this message to see the task and how to send it now.

    Task: { $title }
    The plan says: { $phrase }. It can still be sent.

    Press or type 1 to do it now. If something is in the way, please tell your secretary.

nudge-group-counts = { $title }
    Due: by the end of { $due } (the plan says: { $phrase }).

    Sent: { $done }/{ $total } comrades. { $missing } have not sent theirs yet.
    Please write to the bot in private: { $command }. Thank you to all who have sent theirs.
nudge-group-plain = { $title }
    Due: by the end of { $due } (the plan says: { $phrase }).

    Thank you to all who have sent theirs. If you have not yet, please write to the bot in private: { $command }.
nudge-group-unit = { $title }
    Due: by the end of { $due } (the plan says: { $phrase }).

    The secretary, deputy or contact of the unit writes to the bot in private: { $command }.

nudge-secretary-before = Reminder: due { $due }, { $days } days left. Please open this message to see where things stand.
nudge-secretary-today = Reminder: due today, { $due }, until midnight. Please open this message to see where things stand.
nudge-secretary-after = Reminder: { $due }. Please open this message to see where things stand and how to help.
nudge-secretary-body = { $title } – { $unit }
    Sent: { $done }/{ $total } comrades. Not yet ({ $missing }):
    { $names }

    This list is for you alone. Type /danhsach to see who has not joined and to get a new code.

nudge-open = Do it now
