guard-secrecy-mark = Your message was not kept: it bears a mark of secrecy. Classified papers go by the unit's classified mail only, never through this chat. Please delete that message here.
guard-identity-number = Your message was not kept: it holds the number of an identity paper. Hand that in personally or through the unit's official system. Please delete the message and send it again without the number.
guard-card-number = Your message was not kept: it holds a card number. Never send one here; payments go through the treasurer or the bank. Please delete the message and send it again without the number.
guard-bank-account = Your message was not kept: it holds a bank account. Payments are made with the unit's treasurer. Please delete the message and send it again without the number.
guard-flood = Too many messages came at once, so I leave out those that follow. Please wait a minute and send the last one again.
