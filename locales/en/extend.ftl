### More time; opening, closing and reopening a period

menu-extend = More time
menu-rounds = Open or close a period
help-extend = more time for a unit or a duty: /giahan CB01 20/3
help-rounds = open a period early, close it, open it again
extend-how = Type: /giahan UNIT DAY or /giahan DUTY DAY. For example: /giahan CB01 20/3.
extend-past = { $day } is past. Please type it again with a day to come.
extend-unknown = There is no unit or duty “{ $typed }” within your reach. Type its code or name, for example: /giahan CB01 20/3.
extend-which-unit = More time for which unit?
extend-which-round = What gets time until { $day }?
extend-round = { $title } (due { $from }, { $count } open)
extend-all = All { $count } of these
extend-nothing = Nothing that is open is due before { $day }. Nothing has changed.
extend-why = Why is there more time? Type one sentence, for example: floods, a document came late. It is kept on record and sent to nobody.
extend-line = • { $title }: due { $from } before, { $count } still open
extend-confirm = More time, until { $day }:
    { $lines }

    Reason: { $reason }
    Those concerned will be told, and reminders follow the new date.
extend-yes = Give more time
extend-done = { $count } things have time until { $day }. { $told } people were told. Reminders of the old date are gone.
extend-gone = This is no longer open. Type /giahan again.
extend-refused-nothing = These were just done or have a later date already. Nothing has changed.
extend-refused-rule-word = This reason is a word of the system. Please give it in other words.
extend-told = There is more time for work under way. Please open this message.

    { $lines }

    You need not do anything more; type /viec when it suits you.
extend-told-line = • { $title }: until { $day } (before: { $from })
extend-told-group = More time, the new dates:
    { $lines }

round-which = Choose the period to open, close or open again:
round-none = No period runs or comes soon.
round-gone = This period has changed or is gone. Type /ky to look again.
round-no-date = not set yet
round-label-waiting = { $title } · not open yet · { $due }
round-label-open = { $title } · open · { $due }
round-label-closed = { $title } · closed · { $due }
round-shown-waiting = { $title }: not open yet, shown from { $opens }. Due: { $due }.
round-shown-open = { $title }: open. Due: { $due }. { $done } of { $total } are in.
round-shown-closed = { $title }: closed, nothing more is taken. Due: { $due }. { $done } of { $total } are in.
round-do-opened = Open now
round-do-closed = Close it
round-do-reopened = Open again
round-why-opened = Why is it opened early? Type one sentence for the record.
round-why-closed = Why is it closed? Type one sentence for the record, for example: summed up.
round-why-reopened = Why is it opened again? Type one sentence for the record.
round-confirm-opened = Open “{ $title }” now for { $total }? Reason: { $reason }
round-confirm-closed = Close “{ $title }”? { $missing } of { $total } are not in; after closing nothing more is taken and nobody is reminded. What was sent back may still be mended. Reason: { $reason }
round-confirm-reopened = Open “{ $title }” again? { $missing } that are not in can be sent. Reason: { $reason }
round-yes-opened = Open the period
round-yes-closed = Close the period
round-yes-reopened = Open the period again
round-done-opened = “{ $title }” is open. { $told } people were told.
round-done-closed = “{ $title }” is closed. { $told } people whose answer was not in were told. To take more: open it again.
round-done-reopened = “{ $title }” is open again. { $told } people whose answer is not in were told.
round-told-opened = Something opened early. Please open this message.

    “{ $title }” can be answered from today. Due: { $due }. Type /viec when it suits you.
round-told-closed = Something was closed. Please open this message.

    “{ $title }” is closed, and no more reminders come. You need not do anything; if something is still to be sent, please tell the office.
round-told-reopened = Something was opened again. Please open this message.

    “{ $title }” is taken again from today. Type /viec when it suits you.
round-told-group-opened = “{ $title }” can be answered from today. Due: { $due }.
round-told-group-closed = “{ $title }” is closed. Thank you all.
round-told-group-reopened = “{ $title }” is taken again from today.
round-closed-form = This period is closed, so nothing more is taken: { $title }. If something is to be sent or changed, please ask the office to open it again.
round-state-waiting = not open yet
round-state-open = open
round-state-closed = closed
round-listed = shown from { $opens }, due { $due }, { $done }/{ $total }
round-unknown = No period { $period } of { $obligation } runs now. See: nhipquy period list
round-refused-is-open = This period is open already. Nothing has changed.
round-refused-is-closed = This period is closed. Open it again: nhipquy period reopen
round-refused-not-closed = This period is not closed. Nothing has changed.
