## Receiving and commenting. The first line is neutral because of lock screens.

review-head = A new filing waits for your answer: { $code }. Open this message to read all of it.
review-copy-head = One more copy to follow: { $code }. Open this message to read it.
review-from = { $title }
    Filed by: { $author }
review-hint = Read it and choose one of the two. To see it later: type xem { $code }.
review-copy-hint = This copy is for following; it needs no answer. To see it later: type xem { $code }.
review-which = Type /viec to see what waits for your answer.
review-ask-comment = { $title }: type in one message what should be added or completed. The author gets exactly these words.
review-said-received = Noted: { $word } – { $code }. The author is told at once.
review-said-commented = Noted: { $word } – { $code }. The author is told and will send a completed version.
review-gone = This no longer waits for an answer. Type /viec to see what does.
review-not-receiver = { $code } is received elsewhere.
review-newer-version = { $code } has just got a newer version, so nothing was noted. Please read the new one.
review-show-newer = See the new version
review-already-received = { $code } was received before.
review-already-sent-back = { $code } was commented and waits for its author.
review-told-head-received = There is an answer to { $code }. Open this message for the details.
review-told-head-commented = There is a comment on { $code }. Open this message to see and complete it.
review-told-received = { $code } is kept as filed. During the year, type /camket to note how each deed goes (if it has any).
review-told-comment = “{ $comment }”
review-told-next = To complete and file it again: type sửa { $code }. What you wrote is still there; change only what you need.
review-told-edit = Edit and file again
