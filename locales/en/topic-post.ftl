## A topic as posted (privately, to groups, and by /chuyende)

topic-post-private-head = Study material, { $period }. Please open this message to see the content and what to do.
topic-post-group-head = Topic of { $period }
topic-post-title = “{ $title }”
topic-post-to-do = What to do: { $text }
topic-post-due = Due: by the end of { $due } (the plan says: { $phrase }).
topic-post-materials = Materials:
topic-post-studied = I have studied it
topic-post-hint-private = When you have studied it, choose “I have studied it” below. To see it again any time: write /chuyende.
topic-post-hint-group = When you have studied it, press the button below or reply to this message: studied.
topic-post-hint-group-words = When you have studied it, reply to this message: studied.
topic-post-suggested = This topic is a suggestion; units may choose content that fits their situation.
topic-post-term = the whole term
