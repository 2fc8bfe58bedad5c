### Invitation codes, made in chat

menu-invite = Invitation codes
help-invite = invitation codes for a person or a whole unit: /moi and the name
invite-which-unit = Codes for which unit? You may also type /moi and the name of a person or unit.
invite-which = Several people or units within your reach are called like that. Choose one:
invite-unknown = Nobody and no unit within your reach is called that. Type /moi to choose.

    Typed: { $typed }
invite-unit = Codes of the unit, one for each person. Choose below how you want them.

    { $unit }: not joined { $count }/{ $total }
invite-all = Codes for everybody who has not joined
invite-one = Choose one person
invite-nobody = Nobody needs a code: everybody joined, or chose not to use the bot.

    { $unit }
invite-codes =
    A list of personal codes. Never send this list to a group; give each code to the one person it belongs to.

    { $unit }
    { $codes }

    Open one of these bots and type your own code:
    { $links }

    A code works once, until the end of { $until }; earlier codes are worth nothing any more.
