## A topic as posted (privately, to groups, and by /chuyende)

topic-post-private-head = New material: { $period }. Please open this message to see the content and what to do.
topic-post-group-head = Topic of { $period }
topic-post-title = “{ $title }”
topic-post-to-do = What to do: { $text }
topic-post-due = To be finished by the end of { $due } (the plan says: { $phrase }).
topic-post-materials = Materials:
topic-post-studied = I have studied it
topic-post-hint-private = When you have studied it, press or type 1. To see it again any time: /chuyende.
topic-post-hint-group = When you have studied it, press the button or reply to this message: studied.
topic-post-quarter = quarter { $quarter }/{ $year }
topic-post-year = { $year }
topic-post-term = the whole term
