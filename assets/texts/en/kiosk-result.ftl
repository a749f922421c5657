# After a number was taken
kiosk-result-done = Your number · { $service }
kiosk-result-number = Your number is { $label }
kiosk-result-ahead = Ahead of you
kiosk-result-ahead-count = { $count }
kiosk-result-ahead-none = You are next
kiosk-result-wait = Wait, about
kiosk-result-wait-range = { $low }–{ $high } min
kiosk-result-wait-about = { $high } min
kiosk-result-wait-soon = No wait
kiosk-result-wait-unknown = A while
kiosk-result-counter = Please take a seat near **counter { $counter }**. You will hear your number.
kiosk-result-counters = Please take a seat near **counters { $first }–{ $last }**. You will hear your number.
kiosk-result-counter-list = Please take a seat near **counters { $counters }**. You will hear your number.
kiosk-result-seat = Please take a seat in the hall. You will hear your number.
kiosk-result-phone = Follow by phone
kiosk-result-phone-hint = Scan it, and your phone tells you in time. No app, no sign-in.
kiosk-result-qr = QR code to follow the queue by phone
kiosk-result-printing = Printing your slip
kiosk-result-printed = Please take your slip
kiosk-result-photo = Please photograph this number
kiosk-result-photo-why = The slip cannot be printed now; the number is valid all the same. No phone? Remember it, or ask our staff.
kiosk-result-photo-scan = Or scan to follow by phone
kiosk-result-unsure = The slip may be incomplete; the number is valid

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
