# Messages: the counter page /counter/messages and the phone's page /m/…
message-counter = Messages
message-title = Messages from residents
message-back = Back to the counter
message-unanswered =
    { $count ->
        [one] 1 to answer
       *[other] { $count } to answer
    }
message-unanswered-none = No messages to answer
message-answered = Answered
message-number = Message { $number }
message-phone-none = No phone number
message-phone-wiped = The number was wiped after its time
message-phone-unreadable = The number cannot be read
message-phone-show = Show number
message-phone-noted = Who looked is recorded
message-answer-label = Answer this message
message-answer-hint = The resident reads it by the QR code. At most { $count } characters
message-answer = Answer
message-answer-again = Change the answer
message-answer-by = Answered by { $by } · { $at }
message-answer-sent = Your answer is there to read.
message-wiped = Wiped after its time.
message-unreadable = This cannot be read: it was sealed with another key. Please ask an administrator to put this hall's hall.key back.

message-yours = Your message
message-reply = The hall's answer
message-reply-none = No answer yet. Our staff will reply here once they have read it.
message-reply-hint = Bookmark this page to come back at any time.
message-unreadable-here = This text cannot be read at the moment. Please ask at the service desk.
message-privacy = Messages are kept for { $days } days and phone numbers for { $phone-days } at most, then wiped.
message-offline = The connection is down; trying again. Your message is safe.
