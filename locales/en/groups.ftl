## Answering in the group itself

here-go-on = All questions are answered. The review is in your private chat; please confirm it there to file.
here-not-yours = This question is for somebody else. To write your own, type: tại đây
here-which = Several things can be answered here. Please choose one:
here-filed = One more was received. Thank you.
here-filed-counts = One more was received. So far: { $done }/{ $total }.
here-invite = To write here in the group: reply to this message with “tại đây”. The whole group will see it.
here-unknown = I do not recognise you in this group, so nothing was noted. Please write to me in private: { $command }
paste-head = Text for the common group, ready to paste. Please copy everything below the line into the group.
    ————
paste-topic-hint = When you have studied it, please write to the bot { $bot } in private: đã nghiên cứu.
