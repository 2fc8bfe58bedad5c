### Joining: codes, consent, withdrawal, linking

menu-link-channel = Add another chat app
help-link-channel = get a code to use another chat app too
menu-withdraw-consent = Stop messages, withdraw consent
help-withdraw-consent = stop messages at once and take every consent back

## Codes

code-unreadable = An invitation code has 8 letters and digits, such as CDFG-2345. Please check it and type all 8 again.
code-unknown = This code is not right. Please check each character and type it again; if it still fails, ask whoever is in charge for a new one.
code-used = This code was used already; each works once. Please ask whoever is in charge for a new one.
code-revoked = This code was replaced by another. Use the newest one, or ask whoever is in charge for a new one.
code-expired = This code ran out after 14 days. Please ask whoever is in charge for a new one.
code-too-many = Too many wrong codes were tried. Please wait until { $until } and type it again.
code-private-in-group = This was one person's own code. I cancelled it, because the whole group has seen it. Please ask for a new one and type it in a private chat with me.
code-group-in-private = This is a code for a group. Add me to the group and type there: /nhom and this code.
code-other-bot =
    The code is right, but it belongs to another bot: { $bot }. Please open that one and type the code again:
    { $link }

## Joining

join-stranger = Nhịp Quý helps to follow a study programme through the year. If you have an 8-character invitation code, type it here. No code yet: ask whoever is in charge where you meet or work.
terms-lines =
    • Who keeps the data: { $controller }, with the operator whom it put in charge of this bot; nobody else gets it.
    • Whom to ask about your data: { $contact }.
    • What is kept: your name and unit on the roster, this chat account, and what you send to the bot. By law these are sensitive personal data.
    • What for: sending topics, reminding of dates, taking in pledges and reports of the study programme. Keeping pledges, using photos and naming you as an example are asked separately when needed.
    • How long: messages are deleted after { $days } days; what you file is kept until the programme ends.
    • The company behind this chat app sees the messages too: send no secret documents, identity or card numbers.
    • The official electronic handbook stays the record; the bot only reminds and drafts.
    • You may see, correct and delete your data, and stop at any time with /rutlai.
terms-no-controller = your organisation
terms-no-contact = whoever gave you the code
terms-changed =
    The lines about your data have changed since you agreed. Please read and answer; what you typed goes on right after.

    { terms-lines }

    Do you agree to go on receiving messages from the bot?
join-terms =
    The code was received. Before we begin, please read these lines.

    Invited: { $given }, { $unit }.

    { terms-lines }

    Do you agree to receive messages from the bot?
consent-yes = I agree
consent-no = No
join-outdated = This question is no longer open. Please type your code again, or ask for a new one.
join-account-taken = This account belongs to somebody else, and one account is one person. The code still works on another telephone. If the one who was invited has no telephone of their own, the cell's secretary can enter for them: type nhập hộ and the name. If this account has changed hands, ask whoever is in charge to part the old one.
join-already = This account has joined already and needs no code. Type /trogiup to see what you can do.
join-welcome = Thank you, this account is connected now. Topics and reminders will come here.
join-welcome-back = Thank you, topics and reminders will come here again.
join-menu = Choose something below, or type /trogiup to see every command:
join-can = From here you can do the following; /trogiup shows everything.
join-declined = All right, the bot will not write to you. Studying and reporting go on with whoever is in charge as before. If you change your mind, ask for a new code.
joined-notice =
    Somebody has just used an invitation code. Please check who:

    { $name }, { $unit }.

    If that is right, nothing is to be done. If it is somebody else, answer: không phải
joined-not-them = Not them
joined-elsewhere = This account gets no more messages, because a new code was used with another account. If that was not you, tell whoever is in charge at once.
not-them-which = Several people have just joined. Choose whose account to part:
not-them-nobody = No account has newly joined. See the list: /danhsach
not-them-done =
    That account was parted and gets no more messages.

    { $name } can join with a new code: /danhsach
not-them-parted = This account was parted on request of whoever is in charge and gets no more messages. If that is a mistake, ask for a new code.

## Consent for each purpose

consent-ask-pledges = Before we write, one question: the bot keeps your pledge (its words encrypted), hands it to whoever receives it by the plan, and follows it until the programme ends. If you say no, you hand in paper as before. Do you agree?
consent-ask-photos = Before I take photos, one question: the bot keeps photos you send (encrypted) as proof of a report and gives them to nobody else. If you say no, you can still file, only without photos. Do you agree?
consent-ask-exemplar = One question: your unit would like to name you as an example in its report to the level above. If you say no, the report will not name you. Do you agree?
consent-declined-pledges = All right, the bot keeps no pledge of yours. Hand in paper to your unit as before. To change your mind, type the command again and choose I agree.
consent-declined-photos = All right, the bot takes no photos. Words can be sent as usual. To change your mind, choose I agree.
consent-declined-exemplar = All right, the report will not name you. To change your mind, choose I agree.
consent-granted-exemplar = Thank you. The report will name you. To change your mind, type /rutlai or tell the secretary.
exemplar-declined-told = There is an answer about { $code }: one of the examples would rather not be named, so the level above sees no name. To change the report, type: sửa { $code }. Answered by: { $name }.
consent-outdated = This question is no longer waiting for an answer. Type /trogiup to see the commands.

## Withdrawing

withdraw-done = Stopped: the bot writes nothing by itself any more, and waiting messages were cancelled. Every consent was taken back. Code { $code }, { $on }: the office is done with what was kept by { $due } ({ $request }). To see your data or ask for a change: /dulieu. To come back, choose below or type /thamgia.
withdraw-nothing = The bot sends nothing here by itself at present. To come back, choose below or type /thamgia.
withdraw-come-back = Join again

## Linking

link-code =
    Code to connect another chat app: { $code }

    Open the bot in the other app and type this code:
    { $links }

    It works once, until the end of { $until }. Give it to nobody.
link-code-again =
    Code to connect another chat app: { $code }

    The other app is connected already; use this after a change of telephone or account:
    { $links }

    It works once, until the end of { $until }. Give it to nobody.
link-nowhere = There is no bot on any other chat app for this unit yet.
