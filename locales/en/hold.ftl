### Seeing, holding back and correcting a topic

menu-hold = Hold a topic back
menu-correct = Correct a topic
help-hold = hold back or let go a topic that is to come
help-correct = send a correction to exactly those who got a topic
preview-head = Tomorrow, { $day } at { $hour }, the bot sends the message below.
preview-recipients = To: { $people } people in private, { $groups } groups{ $pasters ->
    [0] .
   *[other] , { $pasters } people who paste it into their group.
}
preview-unit = • { $unit }: { $count } people
preview-more-units = • and { $count } more units
preview-words = The words:
preview-how = If it is right, nothing need be done. To wait with it, type: hoãn

hold-do = Hold back
hold-none = No topic is about to be sent. If one that was sent is wrong, type /dinhchinh.
hold-which = Choose a topic to hold back, or to send after all:
hold-choice-hold = Hold back: { $title } ({ $day })
hold-choice-send = Send: { $title } (held back)
hold-how-long = Until which day is “{ $title }” held back? Choose, or type a day such as 15/3.
hold-until = Send on { $day }
hold-until-said = Until I say so
hold-day-unreadable = This is no day yet. Type it like 15/3 or 15/3/2026.
hold-day-past = { $day } is not to come. Please type tomorrow or a later day.
hold-held = “{ $title }” is held back. It goes out on { $day } at 08:00; you are told the day before. Sooner: /hoan
hold-held-open = “{ $title }” is held back until you say so. To send it: /hoan
hold-held-over = “{ $title }” is held back until { $day }, but its time is over then and it will not be sent. To send it: /hoan
hold-released = “{ $title }” goes out when its hour comes (between 08:00 and 20:00).
hold-too-late = This topic was sent. If something in it is wrong, type /dinhchinh.
hold-gone = This is no longer open. Type /hoan to look again.
hold-told = About a message to come: { $name } holds back “{ $title }” until { $day }. See: /hoan
hold-told-open = About a message to come: { $name } holds back “{ $title }” until further notice. See: /hoan
hold-told-released = About a message to come: { $name } lets “{ $title }” be sent.

correct-none = No topic was sent yet. To stop one that is about to be sent, type /hoan.
correct-which = Which topic is to be corrected?
correct-words = Correcting “{ $title }”: type exactly what is to be sent, in one message. Only those who got the topic get it.
correct-length = A correction needs { $shortest } to { $longest } characters. Please type it again.
correct-confirm = This goes to { $people } people who got it, { $groups } groups, { $pasters } people who paste it:

    { $words }

    If it is not right, type other words.
correct-yes = Send the correction
correct-sent = The correction goes to { $count } chats, exactly those that got the topic. Correct the programme file too (import programme, publish), so that whoever joins later gets the right words.
correct-gone = This correction is no longer open. Type /dinhchinh to begin again.
correct-told = A correction to a message from before. Please open this message.

    Topic “{ $title }”:
    { $text }

    Please use this in place of the wrong words. We are sorry for the trouble.
correct-told-group = A correction to the message about the topic “{ $title }”:
    { $text }

    Please use this in place of the wrong words.
