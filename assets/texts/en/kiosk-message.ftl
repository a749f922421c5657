# A message for the hall
kiosk-message-question = What would you like to tell us?
kiosk-message-hint = A few words are enough
kiosk-message-next = Done
kiosk-message-phone-question = Leave a phone number?
kiosk-message-phone-hint = Only if you like. We will call you back.
kiosk-message-written = What you wrote
kiosk-message-send = Send
kiosk-message-send-without = Send without a number
kiosk-message-sending = Sending
kiosk-message-again = Send again
kiosk-message-sent = We have it. Thank you!
kiosk-message-sent-hint = Scan to read the answer
kiosk-message-number = No phone? Ask at the desk for **message { $number }**
kiosk-message-print = Print it
kiosk-message-unprinted = No slip came out
kiosk-message-qr = Code for the answer
kiosk-message-card = Message
kiosk-message-card-note = Tell us something
kiosk-message-failed = Not sent. What you wrote is still here; please send it again.
kiosk-message-left =
    { $count ->
        [one] Room for 1 more letter
       *[other] Room for { $count } more letters
    }
kiosk-message-full = There is no more room.
