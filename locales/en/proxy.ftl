### Entering for people without a telephone

menu-proxy = Enter for a member
help-proxy = enter for somebody without a telephone: nhập hộ and the name
proxy-which-person = Enter for somebody without a telephone. Choose somebody, or type nhập hộ and the name:
proxy-nobody = Nobody on the list of your unit is called that. See the list: /danhsach

    Typed: { $name }
proxy-all-joined = Everybody in the unit has joined and can fill in their own forms.
proxy-has-joined = This person has joined and fills in their own forms, so nothing is to be entered. For a lost telephone make a new code: /danhsach

    { $name }
proxy-nothing-owed = At present this person has nothing to file or to change. See the list: /danhsach

    { $name }
proxy-which-thing = Choose what to enter. One thing at a time; the next one follows after it.

    { $name }
proxy-deeds = Progress of their deeds
proxy-deeds-head = Write down how each promised deed goes, in the words of the person you enter for:

    { $name }
proxy-deed-noted = Noted for them: { $status }. For another deed type enter for and the name.
proxy-ask-consent = Before anything is entered, the person has to agree. Please read these words to them.
proxy-for = Entering for: { $name }. Task: { $title }
proxy-terms = The secretary or deputy writes into the bot Nhịp Quý exactly what I say or wrote on paper. The bot keeps it (words encrypted), hands it to whoever receives it by the plan and follows it until the programme ends. Before it is filed it is read to me. I can take this back at any time by telling the secretary.
proxy-ask-how = How did they agree? If they do not: type huỷ, and hand in paper as before.
proxy-choose-paper = On paper, signed
proxy-choose-spoken = Spoken, before a witness
proxy-method-paper = on paper
proxy-method-spoken = by word
proxy-ask-witness = Who was the witness? Type the full name of somebody who was there.
proxy-witness-same = The witness has to be somebody else, neither you nor the person themselves. Type their full name.
proxy-witness-unreadable = Please type the witness's full name.
proxy-agreed-before = That they agree was written down before and is not asked again. Please fill in the form below.

    { $name }: agreed { $consent }, { $on }
proxy-read-aloud = This is not filed yet. Please read these words aloud to the person you enter for ({ $given }), slowly and in full:
proxy-read-back =
    “I am { $name }, { $unit }.
    { $title }:
    { $lines }
    I agree that this is written for me.”
proxy-read-yes = Read, and they say it is right: file
proxy-read-edit = Change it
proxy-read-hint = When it was read and they say it is right: type gửi. To change it: sửa and the line, such as sửa 1. Later: type later.
proxy-later = What you are entering is kept. To go on, type tiếp.
proxy-receipt = It is marked as entered for somebody. To look at it: xem { $code }. To change it: nhập hộ and the name.
proxy-mark = Entered by: { $name } ({ $consent })
proxy-by-paper = agreed on paper
proxy-by-spoken = agreed by word, witness: { $witness }
proxy-mark-unanswered = Not confirmed by the person themselves yet
proxy-mark-confirmed = Confirmed by the person themselves on { $day }
proxy-mark-disputed = The person said on { $day } that it is not right
proxy-told = This was entered for somebody who gets no messages. Please tell them: { $author }
proxy-ask = { $count ->
    [1] Before you joined, one thing was entered for you as you had said it. Please look at it once:
   *[other] Before you joined, { $count } things were entered for you as you had said them. Please look at them once:
  }
proxy-ask-end = Is it what you said? The bot asks only once.
proxy-right = Yes, I confirm
proxy-wrong = Not right
proxy-answered = Nothing that was entered for you is waiting for your confirmation.
proxy-confirmed = Thank you, it is noted that you confirmed it yourself.
proxy-disputed = Noted, and whoever entered it was told. Choose what to change now, the words are still there:
proxy-correct = Change { $code }
proxy-disputed-notice =
    Something that was entered for a member is not right, they say. They will change it; please ask if needed.

    Code: { $codes }
progress-proxies = Entered for somebody: { $entered }, confirmed by the person themselves: { $confirmed }.
roster-proxy = Enter for them
