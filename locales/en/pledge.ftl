## /dangky and /camket

menu-pledge = Write the pledge
help-pledge = write the pledge (personal or collective)
menu-my-pledge = My deeds
help-my-pledge = see what was pledged and note how it goes

pledge-which = Several of them are to be written at this time. Choose the one to begin with; the others stay:
pledge-personal = Personal
pledge-collective = Collective – { $unit }
pledge-all-filed = Everything is filed; nothing is left to write now. To look at it: type xem { $code }.
pledge-none-owed = The programme asks no pledge of you at present. Type /viec to see other work.

pledge-may-volunteer = The programme does not ask a pledge of you but welcomes one written freely. To write it, choose:
pledge-mine-head = What was pledged and how it goes as of today, listed for every pledge you have filed so far:
pledge-mine-how = Choose a deed to note how it goes.
pledge-mine-none = Nothing has been pledged yet. Type /dangky to write the pledge.
pledge-deed-choice = Note progress: { $words }
pledge-deed-planned = no progress noted
pledge-deed-doing = Under way
pledge-deed-done = Done
pledge-deed-not-done = Not begun
pledge-deed-ask = How does what is named below go until today? Choose one at the end.

    { $words }

pledge-deed-note = { $status }. Add one line: a result, a figure or a difficulty. If there is none, type skip.
pledge-deed-no-note = Skip
pledge-deed-noted = Noted: { $status }. Type /camket to see all.
pledge-deed-gone = This is no longer in the present pledge. Type /camket for the new list.
