### Entering what was done on paper

done-entered = Entered from paper: { $new } new, { $changed } corrected, { $unchanged } as before. Nobody was written to.
done-would = Nothing written. It would be: { $new } new, { $changed } corrected, { $unchanged } as before.
done-in-bot = sent through the bot, kept as it is
done-deeds = { $count } deeds
done-deed = Deed { $number } (on paper)
done-by-unknown = There is nobody with the code { $by }. Give the code of somebody of the office: --by CODE
done-by-not-office = { $by } is not of the office. Give the code of somebody of the office: --by CODE
done-by-several = Several trees have somebody with the code { $by }; add --tree CODE
done-mark = Entered from paper of { $day } by { $name }.

cli-import-problem-done-nobody = this row names neither a member nor a unit
cli-import-problem-done-unknown-member = there is nobody with the code { $member } in the roster
cli-import-problem-done-ambiguous-member = several trees have somebody with the code { $member }; add the unit code
cli-import-problem-done-unknown-obligation = no published programme has an obligation "{ $text }"
cli-import-problem-done-not-owed = { $who } does not owe "{ $text }"
cli-import-problem-done-withdrawn = this was withdrawn and need not be entered
cli-import-problem-done-unknown-period = there is no period "{ $text }"; the periods: { $periods }
cli-import-problem-done-which-period = this comes in several periods ({ $periods }); name one in the column "period"
cli-import-problem-done-later = { $text } is still to come
cli-import-problem-done-twice = this is already on line { $line }
cli-import-problem-done-received = it was received and cannot be changed; send it back with a comment first
cli-import-problem-done-too-many = too many deeds in one cell, at most { $most }
cli-import-problem-done-not-yours = { $who } is outside the branch of whoever enters it
cli-import-problem-done-secrecy-mark = the cell has a secrecy mark; classified papers stay out of this system
cli-import-problem-done-identity-number = the cell has an identity number; remove it
cli-import-problem-done-card-number = the cell has a card number; remove it
cli-import-problem-done-bank-account = the cell has a bank account number; remove it
