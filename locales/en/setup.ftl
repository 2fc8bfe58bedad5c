### nhipquy setup

setup-hello = Setting up Nhịp Quý. One question at a time; each answer is kept at once. Stop whenever you like (Ctrl-C); nhipquy setup goes on there. Enter takes the value in brackets [ ].
setup-stopped = Stopped. What you answered is kept. To go on: nhipquy setup
setup-needed = An answer is needed.
setup-yes-or-no = Please type yes or no.

setup-step-bots = Bots
setup-ask-token-telegram-first = Token of the Telegram bot (ask @BotFather: /newbot), Enter without Telegram:
setup-ask-token-telegram-more = Another Telegram bot? Paste its token, Enter to go on:
setup-ask-token-zalo-first = Token of the Zalo bot (open Zalo Bot Manager in the Zalo app), Enter without Zalo:
setup-ask-token-zalo-more = Another Zalo bot? Paste its token, Enter to go on:
setup-token-one = One token at a time, without blanks or commas.
setup-token-refused = The platform does not know this token. Check that it was copied whole and paste it again.
setup-token-unreachable = The platform cannot be reached. Check the network and paste it again.
setup-known-refused = A token in { $setting } is no longer good. Paste the new token of that bot, or take the old one out of .env.
setup-known-unreachable = A token in { $setting } could not be asked about: check the network.
setup-set-outside = { $setting } comes from the environment: change it there, not in .env.
setup-bot = { $channel }: { $name } ({ $handle })
setup-no-bot = At least one bot is needed. With a token at hand, type again: nhipquy setup

setup-step-controller = Who keeps the data (named in the consent text)
setup-ask-controller = Name of the organisation that keeps the data, such as “Đảng ủy phường Mẫu”:
setup-ask-contact = Who answers about personal data (name or post, telephone or address):
setup-ask-retention-days = For how many days are messages kept:
setup-bad-controller = The name needs 3 to 200 characters.
setup-bad-contact = It needs 3 to 200 characters.
setup-bad-retention-days = A number of days from 1 to 3650 is needed.
setup-have-controller = Keeps the data: { $value }
setup-have-contact = To ask about data: { $value }
setup-have-retention-days = Messages are kept for { $value } days

setup-step-office = The first person of the office
setup-ask-tree = Which tree does the office belong to ({ $codes }):
setup-bad-tree = There is no tree with the code “{ $typed }”.
setup-ask-unit-name = Name of the unit on top, such as “Đảng ủy phường Mẫu”:
setup-ask-unit-kind = Its kind:
setup-bad-unit-kind = The kind “{ $typed }” is not understood; type something like “đảng ủy xã” or committee-commune.
setup-ask-unit-code = A short code for it:
setup-bad-code = A code has at most 40 characters, without blanks, commas or semicolons.
setup-have-unit = Unit { $code }: { $name }
setup-ask-office-name = Full name of the person of the office:
setup-ask-office-member = Their code in the roster:
setup-member-taken = { $code } belongs to somebody else. Type another; or give that person the role “văn phòng” in the members file and import it.
setup-have-person = { $code } { $name }: office
setup-have-office = { $count } of the office have joined
setup-ask-office-again = { $name } has not joined. Make a new code (yes/no):
setup-office-code = They open the bot, type this code and agree. It works once; never send it to a group.

setup-step-backup = Backup every night
setup-ask-backup = Folder for backups, best on another disk; type “no” for none yet:
setup-bad-backup = Nothing can be written to { $folder } ({ $code }). Choose another folder.
setup-have-backup = Backups go to { $folder }
setup-without-backup = No backups yet. When needed: nhipquy setup --again

setup-next =
    This is set up. What comes next:
      npm start                                        runs the service (keep it running)
      nhipquy template units don-vi.xlsx               a table of units to fill in
      nhipquy import units don-vi.xlsx --dry-run       look first, then without --dry-run
      nhipquy template members dang-vien.xlsx          the members, imported the same way
      nhipquy import programme FILE                    the programme of the year
      nhipquy doctor                                   what is still missing
