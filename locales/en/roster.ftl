### The roster of a unit, and its groups

menu-roster = Roster of the unit
help-roster = who joined, who did not, who still owes; new codes
menu-groups = Connect a group chat
help-groups = get a code for a group, confirm a waiting group

roster-which-unit = Whose roster?
roster-not-yours = This belongs to another unit, so I cannot open it. See your own: /danhsach
roster-title =
    This list is for you alone, please do not forward it.

    { $unit }, { $on }
roster-joined = Joined: { $count }/{ $total }
roster-absent = Not joined yet: { $count }
roster-refused = Chose to get no messages from the bot (everyone's right; please do not ask again): { $count }
roster-owing = Still owing: { $count }
roster-owes = { $name }: { $count }
roster-owes-by = { $name }: { $count }, the first by { $on }
roster-owes-nothing = Owes nothing.
roster-pick = Choose somebody for a new code or to part an account
roster-pick-person = A list for whoever is in charge only. Choose somebody to see and to do what is needed:
roster-more = More
roster-back = Back to the list
roster-new-code = New code
roster-unbind = Part the account
roster-person-joined =
    Joined and reached by messages. Choose below what to do.

    { $name }
    { $owes }
roster-person-blocked =
    Joined but has blocked the bot, so nothing arrives.

    { $name }
    { $owes }
roster-person-refused =
    Chose to get no messages from the bot. That is everyone's right; please do not ask again. Their work goes on face to face, as before.

    { $name }
roster-person-absent =
    Not joined yet. Make a new code and pass it to the right person.

    { $name }
    { $owes }
roster-code-made =
    The new code is in the next message; the old one is void. Pass it only to:

    { $name }
roster-code-forward =
    An invitation to the bot Nhịp Quý, only for the person below.

    { $given }, { $unit }
    Code: { $code }

    Open one of these bots and type the code:
    { $links }

    It works once, until the end of { $until }. Give it to nobody else.

## Groups

group-how = To connect this group to a unit, type /nhom and the group's code. Whoever is in charge gets it from me in private: /nhom
group-bound = This group is connected to { $unit } now. I will post topics and reminders here, with totals only and nobody's name. Commands: /trogiup
group-pending = The code was received. I do not know who typed it in this group, so I asked whoever is in charge in private; once they confirm, the group is connected.
group-not-yours = Connecting a group is up to the unit's secretary or the office. Please ask them.
group-ask =
    A group asks to be connected to the unit, { $on }. Please confirm.

    Unit: { $unit }. If one of your own people has just typed the code in the group, confirm it. Answer with a button, or type /nhom to choose.
group-confirm = Yes, connect it
group-refuse = No, refuse
group-confirm-of = Connect the waiting group: { $unit }
group-refuse-of = Refuse the waiting group: { $unit }
group-code-of = Code for a group: { $unit }
group-overview = { $waiting ->
    [0] No group is waiting. Choose a unit to get a code for a group:
   *[other] Waiting groups: { $waiting }. Choose:
  }
group-code =
    Code to connect a group, once, until the end of { $until }: { $code }

    Unit: { $unit }. Add the bot to the group and type there: /nhom { $code }
    In an app that only hears mentions: mention the bot and type nhóm { $code }
    { $links }
group-already = This group is connected already.
group-gone = This request was answered before.
group-confirmed = Connected. I have said so in the group of { $unit }.
group-refused = Refused. That group is not connected to { $unit }.
group-waiting = Groups waiting to be connected to the unit: { $count }. Type /nhom to see and answer.
