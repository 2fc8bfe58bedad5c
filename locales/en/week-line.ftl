## Friday afternoon: the line that Monday's digest will carry, and what would change it.

week-line-head = A look ahead at the summary of Monday { $day }. Please open this message.
week-line-carries = As things stand, the summary will say:
week-line-change = The line changes when these are done before 07:30 on Monday:
week-line-how = To do it now write /viec. To see who is still expected write /danhsach. If something is in the way, write or ring the level above: you need not do it alone.
