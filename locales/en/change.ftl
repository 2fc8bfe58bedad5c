### Changes of a unit's list: proposed by the secretary, confirmed by the office

menu-staff = Proposed changes of lists
help-staff = changes of lists that wait: confirm, refuse
roster-unknown-unit = No such unit within your reach: { $unit }. Type /danhsach to choose.
roster-change = Propose a change
roster-marked = Notes: { $count }
roster-proposed = Proposed, waiting for the office: { $count }
roster-status-probationary = probationary
roster-status-exempt = exempt from sessions
roster-status-away = away until { $day }
roster-status-left = has left the unit

change-how = Change the list from /danhsach: choose somebody, then Propose a change.
change-menu = A list for whoever is in charge only. Choose the change to propose to the office:

    { $name }
change-do-new = Add a new member
change-do-left = Has left the unit
change-do-transferred = Moves to another unit
change-do-away = Away until a day
change-do-back = Is back
change-do-exempt = Exempt from sessions
change-do-not-exempt = No longer exempt
change-do-official = Made an official member
change-do-phone = New telephone number
change-do-acting = Stand in for a post, until a day
change-do-acting-ended = Stands in no longer

change-field-name = Full name
change-field-category = Official or probationary?
change-field-official = Official member
change-field-probationary = Probationary member
change-field-code = Member code
change-field-code-help = Not known yet: type skip, the bot makes one for the time being.
change-field-phone = Telephone number
change-field-new-phone = New telephone number
change-field-unit = To which unit?
change-field-unit-help = Type the name or code of the unit; a part of the name will do.
change-field-away-until = Away until which day, that one included?
change-field-acting-until = Standing in until which day, that one included?
change-field-day-example = 30/6/2026
change-field-role = Standing in for whom?
change-field-role-secretary = For the secretary
change-field-role-deputy = For the deputy

change-says-new = new member ({ $status })
change-says-left = has left the unit
change-says-transferred = moves to { $unit }
change-says-away = away until { $until }
change-says-back = is back
change-says-exempt = exempt from sessions
change-says-not-exempt = no longer exempt
change-says-official = made an official member
change-says-phone = new telephone number { $phone }
change-says-acting-secretary = stands in for the secretary until { $until }
change-says-acting-deputy = stands in for the deputy until { $until }
change-says-acting-ended = stands in no longer

change-ask = Please look at this change before it is sent; nothing has changed yet.

    { $name }, { $unit }: { $change }
change-send = Right, send it
change-no = Do not send
change-dropped = Dropped, nothing was proposed. See the list: /danhsach
change-gone = This proposal is no longer open. Begin again from /danhsach.
change-problem-name = Please give the full name. Type sửa 1, write it again, then gửi.
change-problem-phone = That is no telephone number, such as 0912345678. Type sửa and the line, write it again, then gửi.
change-problem-day-past = The day has to be today or later. Type sửa and the line, with the year, such as 30/6/2026, then gửi.
change-problem-code-taken = The code { $code } is on the list already. Of somebody who moves here, ask their former unit to propose the move. Mistyped: type sửa and the line.
change-problem-unit = There is no unit { $unit }. Type sửa 1, then the name or code of the unit, then gửi.
change-which-unit = Several units are called like that. Choose where to:
change-waits-already = That was proposed already and waits for the office. See: /danhsach
change-sent = Sent to the office. You will be told at once when it answers; until then the list stays as it is.

    { $name }, { $unit }: { $change }
change-kept = Noted. The office does not use the bot here yet, so please tell it too; the list stays as it is.

    { $name }, { $unit }: { $change }
change-notice = A change of a list was proposed on { $on }. See and answer: /nhanvien

    { $name }, { $unit }: { $change }
    Proposed by: { $author }
change-take-back = Take back: { $name } – { $change }
change-taken-back = The proposal was taken back, the office need not answer any more. The list stays as it was.

    { $name }, { $unit }: { $change }
change-answered-already = The office has answered this proposal, so it cannot be taken back any more. See the list: /danhsach
change-was-taken-back = Whoever proposed this has taken it back, it needs no answer any more. See the others: /nhanvien
change-none-waiting = No change is waiting. To see the list of a unit: /danhsach and its name.
change-waiting = Proposed changes of lists that wait for an answer: { $count }. Choose one to see it:
change-not-yours = This proposal belongs to another office. See those that are yours: /nhanvien
change-decided-already = This proposal was answered before. See what is left: /nhanvien
change-detail = A proposed change of a list that waits for the office. Confirming it changes the list at once.

    { $name }, { $unit }: { $change }
    Proposed by: { $author }
    { $post }
change-holds = Holds a post in the unit: { $roles }
change-role-secretary = secretary
change-role-deputy = deputy
change-role-contact = contact
change-role-leader = leader
change-role-office = office
change-confirm = Confirm
change-refuse = Refuse
change-back = See the others
change-ask-reason = Why is it refused? One sentence, which whoever proposed it will read as it is. Without a reason: type skip.
change-made = The list is changed from today on, and what everybody owes was worked out anew.

    { $name }, { $unit }: { $change }
change-refused = Refused, the list stays as it is. Whoever proposed it is told.

    { $name }, { $unit }: { $change }
change-fits-no-longer = This change does not fit the list any more (left, moved, or the code is taken), so nothing was written.

    { $name }, { $unit }: { $change }
change-told-made = The office confirmed a change of the list. See the list: /danhsach

    { $name }, { $unit }: { $change }
    Answered by: { $by } { $why }
change-told-refused = The office did not agree to a change of the list. See the list: /danhsach

    { $name }, { $unit }: { $change }
    Answered by: { $by } { $why }
change-told-reason = – “{ $reason }”
acting-begun-secretary = From today you stand in for somebody, until a day. See what you can do: /trogiup

    For the secretary of { $unit }, until { $until }. It ends by itself then.
acting-begun-deputy = From today you stand in for somebody, until a day. See what you can do: /trogiup

    For the deputy of { $unit }, until { $until }. It ends by itself then.
acting-ended-secretary = The time for which you stood in is over, thank you. What was done is kept.

    For the secretary of { $unit }
acting-ended-deputy = The time for which you stood in is over, thank you. What was done is kept.

    For the deputy of { $unit }
acting-ended-other = The time for which somebody stood in at the unit is over. If it should go on, propose it again from /danhsach.

    { $name }, { $unit }
