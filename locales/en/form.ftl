# Filling in a form. The first line of every question shows nothing of its content on a lock screen.

form-head = Question { $number }/{ $of } · type: back, show, skip, later, cancel, help
form-head-menu = Question { $number }/{ $of } · type: done, edit { $number }.1, remove { $number }.1, back, later
form-head-review = Review · type: send, edit 3 (line number), later, cancel, help
form-head-question = Question { $number }/{ $of } · type: later, cancel, help

form-ask-item = { $item } { $index }
form-ask-item-first = { $group }: first { $item }
form-ask-none = If there is none, type no.
form-ask-together = Answer in one message, one line each (or type { $keys }):
form-ask-optional = (may be skipped)
form-ask-current = Now: { $value }
form-ask-keep = To keep it, type next. To change it, send a new answer.
form-ask-keep-or-clear = To keep it, type next. To empty it, type remove. To change it, send a new answer.
form-ask-example = Example: { $example }
form-ask-examples-offer = For suggestions type examples.
form-ask-carried-offer = { $count } deeds of the pledge before are not done: type carry over to choose.
form-ask-usual = Usually { $from } to { $to } { $item }; more or fewer are fine.
form-ask-usual-one = Usually { $to } { $item }; more or fewer are fine.
form-ask-away = Away for a while, not counted and not to be named: { $names }.
form-ask-unit = (unit: { $unit })
form-ask-collecting = What you sent is kept. Send more; at the end type done, or wait a minute.

form-hint-short-text = Type your answer.
form-hint-long-text = Write it in one message; a long one that was cut is joined again.
form-hint-number = Type a number.
form-hint-ratio = Type it like 23/25.
form-hint-date = Type it like 9/3 (day/month), yesterday.
form-hint-choice = Type the number of your choice.
form-hint-choices = Several are possible: type 1, 3.
form-hint-yes-no = Type yes or no.
form-hint-people = Type all present, or who was absent, like: { $example }. Numbers of the list work too.
form-hint-people-one = { $first } (sick)
form-hint-people-two = { $first } (sick), { $second } (busy)
form-hint-people-no-list = Type present out of due, like 23/25.
form-hint-photo = Send photos (at most { $max }).
form-hint-file = Send files (at most { $max }).
form-part-number = (number)
form-part-ratio = (like 23/25)
form-part-date = (like 9/3)
form-part-yes-no = (yes/no)
form-part-people = (all present, or names of the absent)
form-part-choice = ({ $options })
form-part-choices = ({ $options }; several are possible)

form-stuck-pause = If you are stuck, type later and go on when it suits you; your answers stay.
form-stuck-skip = This question is optional: type skip to go on.
form-stuck-call = For help in person, call { $contact }.

form-passed = Question { $numbers } needs no answer.
form-noted = Noted:
form-menu-title = { $label }: { $count } so far.
form-menu-next = For one more, just type { $item } { $index }; otherwise type done.
form-menu-next-parts = For one more, just type { $item } { $index }, one line each; otherwise type done.

form-review-title = { $title }
form-review-next = If all is right, type send. To change a line, type edit and its number, for example edit { $number }.

form-examples-title = Suggestions for { $label }. Type a number to take one, then make it your own:
form-examples-carried = (unfinished, brought along)
form-examples-next = To take none, type back.

form-pick-person = Several people on the list are called { $name }. Whom do you mean?
form-absence-reason = Absent with or without a reason: { $names }?
form-asked-cancel = Throw this form away? { $answered ->
    [0] Nothing has been answered yet.
    [one] One answer would be lost.
   *[other] { $answered } answers would be lost.
  } To rest and go on another time, type later.

form-help-title = How to fill in
form-help-verbs =
    back: previous question · show: answers so far
    edit 3: change question 3 · skip: leave an optional question empty
    later: rest, go on whenever you like · cancel: throw the form away
    With the paper form: type 1=… 2=… by its numbers.
form-position = You are at question { $number }/{ $of }. { $answered } done, { $left } left.
form-position-review = All { $answered } questions are done; only the review is left.
form-resumed = Let us go on from question { $number }/{ $of }; { $left } left.
form-resumed-review = Everything is filled in; only the review is left.
form-overview-title = So far:
form-overview-next = To change a line, type edit and its number. To go on, type next or answer below.
form-stale-old-button = That button belongs to an earlier question. Nothing was changed.
form-stale-crossed = Your last message was sent before the question below arrived, so it was not noted anywhere. Please send it again if it answers this question.
form-fragment-kept = Kept ({ $length } characters). Send more; at the end type done, or wait a minute.
form-file-kept = One more received: { $count }/{ $max }.
form-answer-changed = Changed as you edited your message:
form-paused = Saved, { $left } questions left. Type next whenever you want to go on.
form-paused-review = Saved, only the review is left. Type next whenever you want to go on.
form-cancelled = The form was thrown away.
form-confirmed = The form was received.

form-choice-yes = Yes
form-choice-no = No
form-choice-back = Back
form-choice-skip = Skip
form-choice-later = Later
form-choice-help = Help
form-choice-done = Done
form-choice-add = Add
form-choice-examples = Examples
form-choice-confirm = Send
form-choice-excused = With a reason
form-choice-unexcused = Without a reason
form-choice-cancel-yes = Throw away
form-choice-cancel-no = No, go on

form-value-none = (not yet)
form-value-skipped = (left empty)
form-value-number = { $value }
form-value-number-unit = { $value } { $unit }
form-value-percent = { $value } %
form-value-yes = Yes
form-value-no = No
form-value-all-present = all { $present }/{ $due }
form-value-present = present { $present }/{ $due }
form-value-excused = absent with a reason: { $names }
form-value-unexcused = absent without a reason: { $names }
form-value-files = { $count ->
    [one] 1 file
   *[other] { $count } files
  }
form-line-author = ({ $name })

form-problem-thanks-only = Thank you. Please answer the question below, or type later.
form-problem-nothing-to-end = The question below still waits for its answer. Not ready? Type later.
form-problem-ended-before = What you just sent is kept whole. Please answer the question below.
form-problem-not-sendable-yet = Not to be sent yet: the question below is open. Answer it, or type skip if it may be skipped.
form-problem-ended-review = All questions are answered. Type send, or edit and the line number.
form-problem-text-too-long = That is { $length } characters; at most { $max } fit here. Please shorten it.
form-problem-choice-unknown = That fits none of the choices below. Please type the number of the right one, 1 to { $count }.
form-problem-choices-too-few = Please choose at least { $min }.
form-problem-choices-too-many = Please choose at most { $max }.
form-problem-not-a-number = No number found. Please type one, like 25.
form-problem-not-whole = A whole number is needed here.
form-problem-number-below = { $value } is below the least, { $min }.
form-problem-number-above = { $value } is above the most, { $max }.
form-problem-not-a-ratio = Not readable. Please type two numbers with a / between, like 23/25.
form-problem-part-over-whole = { $part } is more than { $whole }. Please type the part first, then the total, like 23/25.
form-problem-date-unreadable = Not readable as a date. Please type it like 9/3 or 09/3/2026 (day/month/year).
form-problem-date-not-in-calendar = There is no such day. Please check it.
form-problem-date-in-future = { $day } is still to come. Please type a day that has been.
form-problem-yes-no-unclear = Please type yes or no.
form-problem-person-unknown = Nobody on the list is called { $name }. Please type the name again, or the number on the list.
form-problem-roster-number-unknown = The list has { $count } people; there is no number { $number }.
form-problem-name-the-absent = Please name the absent (or give their numbers), like: { $example }.
form-problem-person-twice = { $name } is named twice. Please give the list of the absent again.
form-problem-photo-expected = A photo is needed here. Please send it.
form-problem-file-expected = A file is needed here. Please send it.
form-problem-not-a-photo = That file is not a photo. Please send a photo.
form-problem-file-not-expected = This question takes no photo or file, so it was not noted.
form-problem-files-too-many = { $max } are there already; the last one was not added.
form-problem-say-which = Not clear which question that answers. Please type one line each, or { $keys }.
form-problem-number-unknown = There is no question { $number } to answer now.
form-problem-cannot-skip = This question is needed. If you do not know yet, type later.
form-problem-first-question = This is the first question.
form-problem-line-unknown = There is no line { $number }. Type show to see the numbers.
form-problem-which-line = Please add the line's number, for example edit 3.
form-problem-edit-by-line = Question { $number } was put together of several messages, so your edit changed nothing. Type edit { $number } to write it anew.
form-problem-edit-lost = The message you edited no longer belongs to a question, so nothing changed. Type show for the lines, edit and a number to change one.
form-problem-same-as-before = That is the same as the last one, so it was not added again.
form-problem-item-needed = At least one is needed. For ideas type examples, or type later.
form-problem-item-unknown = There is no item { $number }.
form-problem-menu-unclear = Please type what the next one says, or done.
form-problem-review-unclear = Please type send, or edit and a line number.
form-problem-cancel-unclear = Please choose 1 to throw it away, 2 to go on.
form-problem-no-examples = There are no suggestions here.
form-problem-example-unknown = Please type a number from 1 to { $count }, or back.
