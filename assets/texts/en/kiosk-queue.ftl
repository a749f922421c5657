# Home and services
kiosk-home-question = Hello! How can we help?
kiosk-home-closed = Hello! We are closed now
kiosk-home-queue = Take a number
kiosk-home-hint = One touch gives you a number
kiosk-home-hours = Open today { $hours }
kiosk-home-priority = Need to go first?
kiosk-more-question = More services
kiosk-more = More services
kiosk-more-count = { $count } more
kiosk-service-nobody = Nobody waiting
kiosk-service-soon = { $count } waiting · soon
kiosk-service-about = { $count } waiting · { $high } min
kiosk-service-range = { $count } waiting · { $low }–{ $high } min
kiosk-service-waiting = { $count } waiting
kiosk-service-waiting-short = { $count } waiting
kiosk-service-about-short = { $high } min
kiosk-service-range-short = { $low }–{ $high } min
kiosk-service-opens-today = Opens { $time }
kiosk-service-opens-short = At { $time }
kiosk-service-opens-day = Opens { $weekday } { $time }
kiosk-service-closed = Not available
kiosk-service-full = No more today
kiosk-service-full-short = Full today

# Priority
kiosk-priority-question = We are glad to see you first
kiosk-priority-hint = Choose one; no proof needed
kiosk-priority-age = 70 or older
kiosk-priority-age-note = You go first
kiosk-priority-disability = Hard to walk or stand
kiosk-priority-disability-note = You or your family
kiosk-priority-pregnancy = Expecting, or with baby
kiosk-priority-pregnancy-note = No long wait
kiosk-priority-military = Military and family
kiosk-priority-military-note = Serving or retired
kiosk-priority-chosen = You go first: { $reason }
kiosk-priority-services = What do you need?

# Taking a number
kiosk-taking = Getting your number
