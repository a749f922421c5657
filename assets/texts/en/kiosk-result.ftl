# After a number was taken
kiosk-result-done = Your number · { $service }
kiosk-result-ahead = Ahead
kiosk-result-ahead-count = { $count }
kiosk-result-ahead-none = You are next
kiosk-result-wait = Wait
kiosk-result-wait-range = { $low }–{ $high } min
kiosk-result-wait-about = { $high } min
kiosk-result-wait-soon = No wait
kiosk-result-wait-unknown = A while
kiosk-result-counter = Please sit near **counter { $counter }**. We will call you.
kiosk-result-counters = Please sit near **counters { $first }–{ $last }**. We will call you.
kiosk-result-counter-list = Please sit near **counters { $counters }**. We will call you.
kiosk-result-seat = Please take a seat. We will call you.
kiosk-result-phone = Follow by phone
kiosk-result-phone-hint = Scan it to see your place. No app, no sign-in.
kiosk-result-qr = QR code to follow the queue by phone
kiosk-result-printing = Printing your slip
kiosk-result-printed = Please take your slip
kiosk-result-photo = Please take a photo
kiosk-result-photo-why = No slip this time; your number is valid. No phone? Please remember it.
kiosk-result-photo-scan = Or scan it
kiosk-result-unsure = Your number is valid

# The slip
kiosk-slip-ahead =
    { $count ->
        [one] 1 person ahead of you
       *[other] { $count } people ahead of you
    }
kiosk-slip-next = You are next
kiosk-slip-wait = Wait, about
kiosk-slip-wait-range = { $low }–{ $high } min
kiosk-slip-wait-about = { $high } min
kiosk-slip-taken = Taken at
kiosk-slip-counter = Counter
kiosk-slip-counters = { $counters }
kiosk-slip-bring = Please bring
kiosk-slip-qr = Scan to follow the queue
kiosk-slip-priority = Priority
kiosk-slip-priority-yes = Yes
kiosk-slip-footer = Missed your call? Please tell our staff.
kiosk-slip-message = Message
kiosk-slip-message-at = Left
kiosk-slip-message-qr = Scan to read the answer
kiosk-slip-message-footer = No phone? Give this number at the desk.
