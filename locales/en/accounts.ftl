### The accounts of one person: where messages go, a new telephone, a lost one

menu-accounts = Accounts, new or lost telephone
help-accounts = my accounts: where messages go, a new telephone, parting a lost one
account-channel-telegram = Telegram
account-channel-zalo = Zalo
account-label = { $channel }, connected on { $on }
account-here = in use here
account-gets = messages go here
account-blocked = blocks the bot
account-overview =
    The accounts connected with you, and where messages go. Choose below.

    { $accounts }
account-prefer = Get messages on { $channel }
account-drop = Part: { $account }
account-code = Get a code for a new telephone
account-preferred = Noted. From now on topics and reminders go to { $channel }. Wherever you ask, the bot answers there.
account-gone = This account is no longer connected with you. Look again: /taikhoan
account-drop-ask =
    If you part this account it gets no more messages, and whoever holds that telephone sees nothing.

    { $account }

    Part it now?
account-drop-yes = Part it now
account-drop-no = No, keep it
account-dropped =
    Parted. Messages that waited to go there were stopped.

    { $account }

    To connect it again: /taikhoan
account-parted = This account gets no more messages.
account-parted-elsewhere =
    Whoever is in charge has just parted one of your accounts. See what is connected: /taikhoan

    The account: { $channel }
account-still-linked = What you had connected before still works: { $channels }. If that telephone is lost or no longer used, type /taikhoan to part it.
account-new-phone =
    Code for a new telephone or account: { $code }

    Open one of these bots on the new telephone and type the code:
    { $links }

    In the same app the old account is parted by itself. It works once, until the end of { $until }. Give it to nobody.
roster-unbind-which = This person has several accounts. Choose which to part:
