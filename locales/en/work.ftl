## /viec and xong

menu-work = My work
help-work = see what is to be done
menu-done = Report as done
help-done = report something without a form as done, with one line and a photo if you wish
work-due = Due: end of { $due } (plan: { $phrase })
work-due-ongoing = Ongoing (plan: { $phrase })
work-due-unset = No date yet (plan: { $phrase })
work-head = To do: { $count }. Choose something below to do it now: press it, or type the number before it.
work-nothing = Nothing is to be done now. Thank you.
work-next = Next: { $title }, opens on { $day }.
work-filed = Filed: { $codes }. To look at one: type xem and its code.
work-more = { $rest } more
work-choice-review = Waits for your answer: { $code } – { $author }
work-choice-begun = { $title } (begun)
work-choice-sent-back = { $title } (to be completed)
work-choice-to-sign = { $title } (to be confirmed)
work-choice-before-bot = { $title } (before the bot was used)
work-choice-ongoing = { $title } · ongoing
work-done-line = What was done? Write one line.
work-done-line-short = Result
work-done-line-example = Plan no. 12 was issued and sent up on 05/3.
work-done-photo = Photo
work-done-photo-short = Photo
work-done-nothing = Nothing waits to be reported as done. Type /viec to see your work.
work-done-which = Several things wait to be reported. Choose the one you have done: press it, or type its number.
