## /chuyende and "studied"

menu-topic = Present topic
help-topic = see the present topic and its materials
topic-none = The programme has no topic at present.
topic-gone = This topic is no longer in the programme. Type /chuyende to see the present one.
topic-join-first = To be noted, first write to the bot in private and type your invitation code of 8 characters.
topic-noted = Noted: studied. The materials stay here: type /chuyende.
topic-noted-before = This was noted before. To see the materials: type /chuyende.
topic-noted-group = Noted, thank you.{ $counts }
topic-counts = So far: { $done } of { $total }.
topic-studied-on = Noted as studied on { $day }.
