gap-resend = From { $from } to { $to } no messages reached us. If you sent anything then, please send it again. The question before still waits.
