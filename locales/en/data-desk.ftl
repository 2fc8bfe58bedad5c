### The data of one person: see, ask for a change, take back; the office answers within the legal clock

menu-my-data = My data
help-my-data = what the bot keeps about me and what I agreed to; asking for a change, taking back
menu-ask-correction = Ask for a change of my data
menu-data-desk = Requests about data
help-data-desk = requests about personal data that wait for the office

data-request-withdraw = consent taken back
data-request-correct = change of data
data-request-copy = copy of data
data-request-delete = deletion of data
data-purpose-messages = getting messages of the bot
data-purpose-pledges = keeping pledges
data-purpose-photos = keeping photos as evidence
data-purpose-exemplar = being named as an example
data-purpose-proxy = the unit entering for me

data-overview = What the bot keeps about me, on { $on }. Sent here only.
data-line-name = • Name: { $name }; code in the list: { $code }
data-line-units = • Units and posts: { $units }
data-line-phone = • Telephone: { $phone }
data-line-accounts = • Linked accounts: { $accounts }
data-line-filed = • Filed: { $filed } forms, { $deeds } deeds, { $attachments } photos or files; unfinished: { $drafts }; topics studied: { $topics }
data-line-messages = • Messages: kept for { $days } days, then wiped
data-line-seen = • People in charge looked at or changed what is mine: { $count } times, all on record
data-consents-head = What I agreed to:
data-consent-line = • { $purpose }: { $state }
data-consent-granted = yes, { $on }
data-consent-refused = no, { $on }
data-consent-withdrawn = taken back, { $on }
data-consent-never = not asked yet
data-outcome = . Answer: { $outcome }
data-cases-head = What I asked for:
data-case-line = • { $code }, { $request }: { $state }{ $outcome }
data-state-open = waiting, to be answered by { $due }
data-state-approved = approved on { $on }, being carried out (by { $due })
data-state-done = done on { $on } (by { $due })
data-state-refused = refused on { $on } (by { $due })
data-how =
    Type xin sửa and what is to be changed, or choose below. Taking back holds at once.
    Questions about data: { $contact }.
data-do-correct = Ask for a change
data-do-withdraw = Take back: { $purpose }
data-ask-correct = What is wrong, and what should it be? In one message, for example: my name is …; new telephone 0912345678. To stop: hủy.
data-receipt =
    Request received: { $request }. Code: { $code }, { $on }.

    The office answers by { $due }. See it any time: /dulieu
data-open-already =
    This request waits already: { $request }. Code: { $code }, { $on }.

    The office answers by { $due }. To add something, wait for the answer or tell the office directly.
data-withdraw-nothing = There is no consent to take back for this: { $purpose }. See: /dulieu
data-withdrawn =
    Taken back, from now on: { $purpose }. The bot uses nothing for this any more.

    Code { $code }, { $on }. What was kept before is handled by the office, which answers by { $due }. See: /dulieu ({ $request })

## The person is answered

data-answer-done = Request { $code } ({ $request }) is done{ $outcome }.

    If it is not right, write again: /dulieu
data-answer-refused = Request { $code } ({ $request }) cannot be met. Reason: { $outcome }

    If you do not agree, ask whoever is responsible for data, named in /dulieu
data-extended = Request { $code } ({ $request }) needs more time, it is answered by { $due }. Reason: { $outcome }

## The office

data-told-office = A new request about personal data, code { $code }: { $request }. To be answered by { $due }. See: /hoso
data-remind-soon = Reminder: the request about data { $code } ({ $request }) is to be answered by { $due }. See: /hoso
data-remind-last-day = Reminder: today, { $due }, is the last day to answer the request about data { $code } ({ $request }). See: /hoso
data-remind-over = Reminder: the request about data { $code } ({ $request }) has no answer, the last day by law was { $due }. See: /hoso
data-desk-none = No request about data waits for an answer.
data-desk-waiting = Requests about data that wait: { $count }. The nearest end first. Choose one:
data-desk-line = { $code }: { $request }, by { $due }{ $state ->
    [approved] , being deleted
   *[other] {""}
  }
data-desk-not-yours = This request belongs elsewhere, or is your own, so that somebody else answers it. See: /hoso
data-desk-decided = This request was answered before. See: /hoso
data-desk-case =
    Request about data { $code }: { $request }, received { $on }.

    To be answered by { $due }.
    From: { $name }, { $unit }
    Words: { $text }

    { $todo }
data-desk-todo-withdraw = The bot stopped at once. What remains: put away what is outside the bot (paper, spreadsheets, messages passed on) for the purpose taken back, then choose Done.
data-desk-todo-correct = Change it in /danhsach or import the list again, then choose Done.
data-desk-todo-copy = Hand the copy to that person alone, then choose Done.
data-desk-todo-delete = Look at what is deleted and what must stay before you approve.
data-desk-do-done = Done
data-desk-do-refuse = Cannot be met
data-desk-do-extend = More time
data-desk-back = Back to the requests
data-ask-done = Answer in one sentence, for example: the telephone was changed. Nothing to say: bỏ qua; to stop: hủy.
data-ask-refuse = Why can it not be met? The person reads this reason: name the rule. To stop: hủy.
data-ask-extend = Why is more time needed? The person reads this reason. The law allows it once. To stop: hủy.
data-desk-done = Kept: { $code } is done. The person is told.
data-desk-done-untold = Kept: { $code } is done. The bot cannot reach the person: please tell them yourself.
data-desk-refused = Kept: { $code } cannot be met. The person is told the reason.
data-desk-refused-untold = Kept: { $code } cannot be met. The bot cannot reach the person: please tell them the reason yourself.
data-desk-extended = Kept: { $code } is answered by { $due }. The person is told the reason.
data-desk-extended-untold = Kept: { $code } is answered by { $due }. The bot cannot reach the person: please tell them yourself.
data-desk-no-extension = This request cannot be given (any) more time. See: /hoso
data-desk-no-refusal = Consent that is taken back stops at once and cannot be refused. Choose Done when it is handled. See: /hoso

## Deletion

menu-ask-deletion = Ask for deletion of my data
data-do-delete = Ask for deletion
data-delete-yes = Send the request
data-delete-no = No, keep it
data-keeps =
    Deleted: name, code, telephone, chat accounts, messages, unfinished forms, the words of pledges and notes, photos, absences, reasons.
    Must stay, without a name: figures already reported, when consent was given and taken back, the record of who looked, when requests were answered. Reports of the unit stay, less the name.
    Older backups end by themselves. Paper and the official electronic handbook are not the bot's.
data-ask-delete =
    Please read this before you ask for deletion. The office approves it first; what is deleted cannot be brought back.

    { $keeps }

    To stop messages alone, type /rutlai.
data-answer-approved =
    Request { $code } is approved, the data are deleted right after this message. It is the last one from the bot.

    { $keeps }

    To use it again later: ask the office to put you on the list and give you a new code.
data-erased = The data of request { $code } are deleted. The request is closed and on record.
data-erased-name = (deleted)
data-desk-do-ask = Look and approve
data-desk-do-approve = Approve, delete now
data-desk-approve =
    Request { $code }: once approved it is deleted at once and cannot be brought back. Please look closely.

    From: { $name }
    { $keeps }

    If the person still belongs to the unit, take the name out of the spreadsheet before the next import, or it comes back.
data-desk-approved = Approved: { $code }. The person gets a last message, then the data are deleted; you are told here.
data-desk-approved-untold = Approved: { $code }. The data are deleted at once; you are told here. The bot cannot reach the person: please tell them yourself.
data-desk-last-office = Not deleted: this is the only person of the office. Put somebody else into the office first, then approve again.
cli-data-approve-first =
    { $code } is as it was. Once approved it is deleted at once and cannot be brought back:
    { $keeps }
    To approve it: add --approve-deletion
cli-data-approved = { $code }: approved. { $done ->
    [yes] It is deleted.
   *[no] The person is told first, then the service deletes within minutes. See: nhipquy data show { $code }
}

## Copy and record of consent

menu-ask-copy = Ask for a copy of my data
data-do-copy = Ask for a copy
data-do-consents = Record of consent, to print
data-copy-title = Copy of personal data in the bot Nhịp Quý
data-copy-intro = Made at { $at }. For the named person alone. The official electronic handbook stays the record.
data-copy-outcome = the copy was given in chat at once
data-copy-file = Received and given at once: the copy is in the file, code { $code }, { $on }. It opens in a browser and prints; pass it to nobody. If something is missing or wrong, type: xin sửa. By law this request ({ $request }) is due on { $due }.
data-copy-link = Received and given at once: the copy is behind this link, code { $code }, { $on }. It works until { $until }; pass it to nobody. If something is missing or wrong, type: xin sửa. By law this request ({ $request }) is due on { $due }.

    { $link }
data-copy-words = Received and given at once: the copy, code { $code }, { $on }. The messages are in this chat already and are not repeated. If something is missing or wrong, type: xin sửa. By law this request ({ $request }) is due on { $due }.
data-record-title = Record of consent
data-record-intro = Made at { $at } by the bot Nhịp Quý: each answer with the version of the words, time, channel and message id.
data-record-file = The record of what was answered is in the file. It opens in a browser and prints.
data-record-link = The record of what was answered, to open and print. The link works until { $until }; pass it to nobody.

    { $link }
data-record-words = The record of what was answered:
data-record-by-office = The record is too long for this chat. Please ask the office to print it.
data-consent-words = Words of the question
download-own = These are the data of one person. Press to download; pass them to nobody.
cli-data-written = Wrote { $file }. Hand it to that person alone, then delete the file.
cli-data-not-copy = { $code } is no request for a copy.

## Command line

cli-data-none = There are no requests about data.
cli-data-line = { $code } · { $request } · { $state } · { $member } · received { $on } · by { $due }
cli-data-text = Words: { $text }
cli-data-extended-from = Was given more time once; before it was due on { $due }.
cli-data-outcome = Answered on { $on }: { $outcome }
cli-data-unknown = There is no request { $code }. See: nhipquy data list
cli-data-several = Several trees have a request { $code }; add --tree CODE.
cli-data-no-member = Nobody has the code { $member }.
cli-data-several-members = Several trees have the code { $member }; add --tree CODE.
cli-data-usage = Kinds of requests: { $requests }; a day is written YYYY-MM-DD and is not in the future.
cli-data-decided = { $code } was answered and cannot be changed.
cli-data-no-refusal = Consent that is taken back stops at once and cannot be refused.
cli-data-no-extension = { $code } cannot be given (any) more time.
cli-data-reason = --reason "why" is needed: the person reads it.
cli-data-opened = { $code } is open. Give the person this code; acknowledge it by { $acknowledge }, answer it by { $due }.
cli-data-open-already = This person has such a request waiting: { $code }, by { $due }.
cli-data-closed = { $code }: kept. { $told ->
    [yes] The person is told in chat.
   *[no] The bot cannot reach the person: please tell them yourself.
}
cli-data-not-written = Cannot write { $file } ({ $reason }). Name another file, which is not there yet.
cli-help-data = requests of people about their own data, under the clock of the law
cli-help-data-list = what waits for an answer, the nearest end first
cli-option-data-list-all = those that were answered, too
cli-help-data-show = one request with its words and its answer
cli-help-data-open = write down what somebody asked on paper or in person
cli-option-request = kind of request: withdraw, correct, copy, delete
cli-option-received = day on which it was received, like 2026-03-02; today if not given
cli-option-text = what is to be put right, in the words of the person
cli-help-data-copy = the copy of a request for one, to hand to that person alone
cli-option-data-out = write this .html file, to print; it must not be there yet
cli-help-data-consents = a person's record of consent, to print
cli-help-data-close = it is done; the person is told
cli-option-outcome = one sentence for the person
cli-option-approve-deletion = of a request for deletion: delete what may be deleted
cli-help-data-refuse = it cannot be met, and why; the person is told
cli-help-data-extend = more time, once, where the law allows it; the person is told why
