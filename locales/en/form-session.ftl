## Opening, pausing and going on with a form

form-session-opened = Form open, due by the end of { $due }. Every answer is kept at once.
form-session-opened-undated = Form open. Every answer is kept at once.
form-session-comment = To be completed: “{ $comment }”
form-session-not-yours = Somebody else does this. Type /viec to see what is yours.
form-session-gone = This form was sent, cancelled or is not needed any more. Type /viec to see what there is.
form-session-parked = The form you were writing is kept; type tiếp to return to it later.
form-session-rested = It has been a while, so your last message was not put into the form. The open question is below; type your answer again, or later.
form-session-edited-put-off = The message you edited has not changed any answer. For the form that is unfinished type next, then edit and the line's number.
form-session-edited-filed = The message you edited does not change what was filed. To change { $code } type edit { $code }.
form-session-edited-unknown = The edited message belongs to no single answer. To change an answer: type show, then edit and the number of the line.
form-session-was-received = { $code } was received and cannot be changed any more. To look at it: type xem { $code }. If something must change, ask the receiver to send it back.
form-session-deadline-passed = { $code } could be changed until the end of { $due }. After that only what the receiver sends back is changed. To look at it: type xem { $code }.
form-session-pen-held = Somebody is writing this shared form.

    { $title }
    Writing: { $holder }.

    To go on in their place, type nhận viết tiếp. All answers stay.
form-session-take-pen = Take over
form-session-nothing-shared = No shared form is being written. Type /viec to see your work.
form-session-nothing-open = No form is open. Type /viec to see your work.
form-session-which-draft = Several forms are unfinished, and all their answers are kept. Choose the one to go on with now:
form-session-handed-to-secretary = The draft is kept: { $title }. The secretary will look at it and confirm; they were told.
form-session-handed-over = The draft is kept: { $title }. The secretary or a deputy will look through it and confirm; the bot has told them.
form-session-sign-please = A draft waits for confirmation. Open this message to look through it and send it.

    { $title }
    { $due }
    Drafted by: { $author }

    Read it, change what you need, then type send.
form-session-sign = Look through and send
