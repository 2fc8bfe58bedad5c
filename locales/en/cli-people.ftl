### Invitations and bots, on the command line

cli-unit-several = Several trees have a unit { $unit }; add --tree CODE.
cli-invite-usage = Give --unit CODE (and perhaps --member CODE) or --group CODE.
cli-invite-no-member = { $member } does not belong to { $unit }.
cli-invite-nobody = Nobody needs a code: everybody has joined or chose not to use the bot.
cli-invite-group = (for a group)
cli-invite-line = { $unit } · { $who } · { $code } · until { $until }
cli-invite-no-bot = No bot serves this unit yet; the code will work once there is one.
cli-bot-usage = Use: bot assign UNIT BOT, or bot assign --auto.
cli-bot-none = There is no bot yet. Set a token and run this again.
cli-bot-line = { $channel } · { $name } ({ $handle }) · { $state } · { $units } units of its own
cli-bot-state = { $state ->
    [active] running
    [paused] paused, no token
   *[other] stopped, its token is dead
}
cli-bot-units-without = { $channel }: { $units } units have no bot. Run: bot assign --auto
cli-bot-unknown = There is no bot "{ $bot }". See: bot list
cli-bot-several = Several bots are called "{ $bot }"; use the handle or the number. See: bot list
cli-bot-assigned = { $bot } serves { $unit } and the units below it.
cli-bot-only-one = { $channel }: only one bot, nothing to assign.
cli-bot-plan = { $channel }: it would be as follows (nothing written).
cli-bot-planned = { $channel }: assigned.
cli-bot-serves-all = { $bot } serves everybody of: { $units }
cli-bot-serves-officers = { $bot } has room only for secretaries, deputies and contacts of: { $units } (invite them with: invite --officers)
cli-bot-unplaced = No bot has room for: { $units }
