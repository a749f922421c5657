# Phone pages: the hall's own page / and the number's page /t/…
phone-your-number = Your number
phone-ahead = Ahead of you
phone-ahead-count = { $count }
phone-next = You are next
phone-about = About
phone-range = { $low }–{ $high } min
phone-wait-unknown = Not known yet
phone-wait-unknown-why = No counter offers this service right now; this updates when one opens
phone-remind = Remind me at 3 ahead
phone-remind-on = It will ring and vibrate
phone-remind-hint = Please keep this page open
phone-remind-button = Turn on
phone-soon-title = Nearly your turn, please come back to the hall
phone-called = Please go to
phone-called-counter = Counter { $counter }
phone-called-hint = It is your turn, please go there now
phone-called-title = Please go to counter { $counter }
phone-serving = You are being served
phone-serving-at = at counter { $counter }
phone-parked = Your number is kept for you
phone-parked-hint = When you are ready, tell the counter. You do not queue again.
phone-put-back = We called you and did not see you, so your number moved back a few places.
phone-no-show = You were called but not here
phone-no-show-hint = Your number is still good. Tell the service desk and they will fit you in.
phone-cancelled = You have left the queue
phone-cancelled-hint = You can take a new number at any time.
phone-expired = This number has expired
phone-expired-hint = A number is good for one day. Please take a new one.
phone-served = All done. Thank you for coming
phone-bring = Please bring
phone-leave = Leave the queue
phone-leave-question = Leave the queue?
phone-leave-hint = To queue again you will need a new number.
phone-leave-yes = Yes, leave
phone-leave-no = Keep waiting
phone-privacy = No personal data is collected
phone-updated-now = updated just now
phone-offline = The connection is down; trying again. Your number is safe.
phone-back-home = See the hall's page

rate-question = How was your visit?
rate-hint = Anonymous, only used to improve
rate-1 = Poor
rate-2 = Not so good
rate-3 = Fair
rate-4 = Good
rate-5 = Very good
rate-skip = No rating
rate-thanks = Thank you for your rating
rate-thanks-hint = We read every one.

hall-open = Open now
hall-open-until = Open now, until { $time }
hall-opens-today = Closed now, opens today at { $time }
hall-opens-day = Closed now, opens on { $date } at { $time }
hall-closed = Closed now
hall-hours = Open today { $hours }
hall-services = What can be done here
hall-service-waiting =
    { $count ->
        [one] 1 person waiting
       *[other] { $count } people waiting
    }
hall-service-free = No wait now
hall-service-closed = Closed now
hall-service-opens-today = Opens at { $time }
hall-service-opens-day = Opens { $date } { $time }
hall-service-full = No numbers left today
hall-service-no-counter = No counter open yet
hall-left =
    { $count ->
        [one] 1 number left today
       *[other] { $count } numbers left today
    }
hall-take = Take a number
hall-notices = Notices
hall-language = Language

take-question = Take a number by phone
take-presence = Presence code
take-presence-hint = The digits on the terminal's screen in the hall. Numbers are for those who are here, so that it is fair to all.
take-button = Take a number
take-back = Back

priority-age = Aged 70 or over
priority-disability = Person with a disability
priority-pregnancy = Pregnant
priority-military = Service member or veteran
