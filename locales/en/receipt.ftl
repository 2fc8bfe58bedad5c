## Receipts and "xem BC-7K2M"

receipt-filed = Received. Receipt code: { $code }
receipt-refiled = The new version was received (no. { $version }). Receipt code: { $code }
receipt-next-review = Next: the receiving body reads it and answers; the bot tells you at once.
receipt-next-none = This is done; no answer is awaited.
receipt-editable = It can be changed until the end of { $due }: type sửa { $code }. To see it: type xem { $code }.
receipt-look = To see it at any time: type xem { $code }.
receipt-how-to = Type xem and the receipt code, for example: xem BC-7K2M.
receipt-refile-how-to = No form is open to edit now. One that you began: type tiep. One that was filed: type sua and its receipt code, for example sua { $code }.
receipt-unknown = { $code } was not found. Please check the code.
receipt-nothing-filed = Nothing has been filed yet. Type /viec to see your work.
receipt-refile-which = Several filings can still be changed. Choose the one to change; what was written stays:
receipt-head = Receipt { $code }
receipt-author = Filed by: { $author }
receipt-filed-at = Filed at { $time } on { $day }, version { $version }
receipt-state-filed = State: waits for an answer
receipt-state-received = State: { $word }
receipt-state-commented = State: commented, to be completed
receipt-state-final = State: filed
receipt-short-filed = waits for an answer
receipt-short-received = received
receipt-short-commented = to be completed
receipt-short-final = filed
receipt-files = Photos and files: { $count }
receipt-comment = Comment of { $day }: “{ $comment }”
receipt-edit = Edit and file again
receipt-people = { $count } people
