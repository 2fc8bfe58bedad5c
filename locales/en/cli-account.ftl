cli-account-no-member = Nobody has the code { $member }.
cli-account-several = Several trees have the code { $member }; add --tree CODE.
cli-account-none = { $member } has no account yet.
cli-account-unknown = No connected account has the id { $id }. See: account list --member CODE
cli-account-line = { $id } · { $channel } · { $bot } · connected on { $on } · { $state ->
    [unreachable] blocks the bot
   *[other] connected
}{ $preferred ->
    [yes] {" · gets messages"}
   *[no] {""}
}
cli-account-revoked = Parted the { $channel } account; what waited to go there was stopped. { $left } accounts are left.
