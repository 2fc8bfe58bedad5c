### Reach of a unit: the bot talks to secretaries or to all members

reach-name-secretary = secretary
reach-name-members = members
cli-reach-usage = "{ $word }" is no reach. Use: units reach [UNIT] [secretary|members|inherit]
cli-reach-line = { $unit } { $name } · reach { $reach } ({ $own }) · { $members } people, the bot talks to { $reached }, joined { $joined }
cli-reach-own = said here
cli-reach-inherited = from above
cli-reach-silenced = { $count } people who joined are no longer written to; they may still ask the bot
cli-reach-invite = Invite the members: nhipquy invite --unit { $unit } --out slips-{ $unit }.html
cli-reach-outside = { $count } people are outside the reach and got no code. Open it: nhipquy units reach { $unit } members
cli-invite-outside = { $member } is outside the reach: the bot does not write to them by itself. Open it: nhipquy units reach { $unit } members
cli-bot-serves-reach = { $bot } serves secretaries, deputies and contacts (reach secretary) of: { $units }
cli-bot-overfull = { $bot } has to serve { $people } people, more than it has seats. Add a bot, then move a unit: nhipquy bot assign UNIT BOT

menu-reach = Reach of the bot
help-reach = whether the bot talks to the secretary or to all members of a unit
reach-unknown-unit = No unit "{ $unit }" was found. Type: /phamvi with the name or code of a unit.
reach-which-unit = See or change the reach of which unit? Choose below:
reach-shown-secretary = The reach of the unit and how many use the bot now:

    { $unit } ({ $count } units): reach secretary. The bot talks to secretary, deputies and contact only: { $reached }/{ $members } people, joined { $joined }.
    The secretary gets texts to post in the group, enters for members or sends totals.
reach-shown-members = The reach of the unit and how many use the bot now:

    { $unit } ({ $count } units): reach members. The bot talks to everybody who joined: { $joined }/{ $members } people.
reach-choose-secretary = Talk to the secretary only
reach-choose-members = Open to the members
reach-set-secretary = The reach of the unit is changed; it holds from now on.

    { $unit }: the bot now writes to secretary, deputies and contact only. Others who joined may still ask it, but are not reminded.
reach-set-members = The reach of the unit is changed; it holds from now on.

    { $unit }: open to its members, { $members } people, joined { $joined }. Invite them: type /moi with the name of the unit.

roster-outside = Outside the bot, the secretary enters for them or sends totals ({ $count }/{ $total }):
roster-person-outside = { $name }: outside the reach of the bot, not written to. { $owes }
invite-outside = The unit has reach secretary: { $count } people are not invited. The office opens it with /phamvi.
group-bound-closed = This group is connected to { $unit } now. The unit has reach secretary, so I post nothing here yet; the secretary gets texts to post. The office opens it with /phamvi.
