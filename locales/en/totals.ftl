### Totals of a unit, given by its secretary instead of counting person by person

menu-totals = Send totals
help-totals = send the total of a unit with reach secretary: 23/25 đồng chí, 48 việc
totals-no-unit = Totals are for units with reach secretary. Your unit is counted person by person; type /tiendo to see it.
totals-unknown-unit = No such unit among yours. Type: số tổng
totals-which-unit = The totals of which unit? Choose below:
totals-nothing = { $unit } has nothing that needs a total now. When something comes, the bot will write to you.
totals-which-round = A total of what? Choose one below.
    Unit: { $unit }
totals-line-open = { $title }, due { $due }: no number yet
totals-line-stated = { $title }, due { $due }: { $numbers }
totals-ask = How many people have done it? Type like this: 23/25
    What: { $title } ({ $unit }), due by the end of { $due }.
    By the list { $owed } people owe it. If deeds were counted, add them: 23/25 đồng chí, 48 việc.
totals-ask-filed = The bot has entries of { $filed } people; the total counts them too.
totals-ask-before = Sent before: { $numbers }. The new number takes its place, the old one is kept.
totals-unreadable = No number was found. Type like this: 23/25, or 23/25 đồng chí, 48 việc. When all { $owed } have done it, type: đủ
totals-wrong-more-than-all = More people have done it than there are. Please type it again, e.g. 23/25
totals-wrong-fewer-than-filed = The bot has entries of { $filed } people, so the total must be { $filed } or more. Please type it again.
totals-wrong-no-people = The whole must be more than 0. By the list { $owed } people owe it. Please type it again, e.g. 23/25
totals-other-whole = By the list { $owed } people owe it; your number is kept.
totals-confirm = Please look at the numbers once more, then send:

    { $title }
    { $unit }: { $numbers } (total)
    { $other }
totals-yes = Right, send
totals-change = Type it again
totals-saved = The total is noted. You may change it until the end of { $due }: type số tổng.

    { $title }
    { $unit }: { $numbers } (total)
totals-saved-late = The total is noted, after the deadline { $due }. To change it, ask the office.

    { $title }
    { $unit }: { $numbers } (total)
totals-closed = The time for changes is over ({ $due }). To change it, ask the office.
    { $title }: { $numbers } (total)
totals-gone = This is not open any more, or somebody else has just changed the number. Type: số tổng
totals-numbers = { $done }/{ $total } people
totals-deeds = { $deeds } deeds

source-each = each person
source-stated = total
source-unsaid = not said
source-both = each person { $done }/{ $total }, total { $statedDone }/{ $statedTotal }
source-part = of it totals { $done }/{ $total }
source-unstated = { $units } units have not said
source-unstated-line = { $title }: { $units } units have not said, due { $due }
source-foot = Counted person by person, except where it says "total".

nudge-totals-how = The bot does not write to { $count } people of the unit. Please tell how many have done it: choose "Send totals", or type nhập hộ NAME to enter for one person.
nudge-totals-open = Send totals
nudge-paste-closed = { $title }
    Due by the end of { $due } (text: { $phrase }).

    Thanks to those who have done it. Whoever has, please tell the secretary.
paste-topic-hint-closed = When you have studied it, please tell the secretary.
