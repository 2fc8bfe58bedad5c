### Invitation slips on paper

slip-title = Invitations to the bot Nhịp Quý
slip-cut = { $unit } · { $count } slips · cut along the dashes, give each to its person by hand; never post them in a group
slip-given = For { $given }
slip-channel-telegram = Telegram
slip-telegram-1 = Open the camera and scan the square beside this.
slip-telegram-2 = Press "Start".
slip-telegram-3 = When the bot asks, press "I agree".
slip-channel-zalo = Zalo
slip-zalo-1 = Open Zalo and scan the square beside this, or search: { $bot }
slip-zalo-2 = Write the code to the bot: { $code }
slip-zalo-3 = When the bot asks, write: đồng ý
slip-foot = Choose one of the ways. This code is yours alone, works once, until the end of { $until }. No. { $member }
cli-slips-written = { $count } slips are in { $file }. Print, cut and hand them out; codes never go to a group.
cli-slips-secretary = ——— For the secretary of { $unit } alone: { $name }
cli-slips-forward = Please hand out { $count } invitations to the bot Nhịp Quý for { $unit } (file or prints enclosed). Each slip has a code of one person, works once, until the end of { $until }: by hand only, never as a picture in a group. For whoever uses no telephone, write to the bot: nhập hộ
cli-slips-no-secretary = (no secretary on the list yet)
