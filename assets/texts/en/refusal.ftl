# Why it did not happen, what to do now, who helps
refusal-closed-today = Not open yet. It opens today at { $time }.
refusal-closed-day = Closed now. It opens on { $date } at { $time }.
refusal-closed = This service is not available at the moment. Please ask our staff.
refusal-quota-day =
    { $quota ->
        [one] The one number for today is taken. You can take one on { $date } from { $time }.
       *[other] All { $quota } numbers for today are taken. You can take one on { $date } from { $time }.
    }
refusal-quota =
    { $quota ->
        [one] The one number for today is taken. Please ask our staff.
       *[other] All { $quota } numbers for today are taken. Please ask our staff.
    }
refusal-series-exhausted = There are no numbers left today. Please ask our staff.
refusal-no-such-service = This service was not found. Please go back and choose again.
refusal-no-such-counter = This counter was not found. Please choose a counter again.
refusal-no-such-ticket = This number was not found. Please ask our staff.
refusal-no-such-notice = This notice was not found. It may have been taken down.
refusal-no-such-help = Somebody has already answered this call for help.
refusal-no-such-message = This message was not found. It may have been wiped after its time.
refusal-too-many-messages =
    { $minutes ->
        [one] Many messages were left just now. Please come back in a minute, or tell our staff.
       *[other] Many messages were left just now. Please come back in { $minutes } minutes, or tell our staff.
    }
refusal-not-a-phone = This phone number does not look right. Please check it. A mobile number has 11 digits.
refusal-no-phone = No phone number was left with this message, or it was wiped after its time.
refusal-unreadable = This cannot be read: it was sealed with another key. Please ask an administrator.
refusal-no-such-person = This person or device was not found.
refusal-bad-link = This link does not work. Please scan the code again, or ask at the service desk.
refusal-wrong-presence-code = The presence code is wrong or too old. Please enter the six digits that the terminal shows now.
refusal-not-by-phone = Please take a number for this service at the terminal in the hall.
refusal-not-now = This number is "{ $state }" now, so this is not possible: { $verb }.
refusal-nobody-waits = Nobody is waiting for the services of your counter.
refusal-counter-not-open = The counter is not open. Press "Open the counter" first.
refusal-counter-busy = You still have { $label } in hand. Finish or park it first.
refusal-counter-taken = { $by } is at this counter. Choose another one, or ask them to close it.
refusal-not-served-here = This counter does not offer this service.
refusal-nothing-to-undo = There is nothing to undo. Only a step of the last ten seconds can be undone.
refusal-rated-already = You have already rated this visit. Thank you.
refusal-wrong-password = The name or the password is wrong. Please try again, or ask an administrator for a new password.
refusal-name-taken = This name is already in use. Please choose another.
refusal-series-overlap = These numbers overlap with another service. Please choose other ones.
refusal-shown-once = This is shown only once, and it has been shown.
refusal-request-id-reused = This page has been open for too long. Please reload it and try again.

# Other surprises
error-not-allowed = You are not allowed to do this. Please ask an administrator.
error-bad-input = Something in the form is not right. Please check it and try again.
error-not-found = There is no such page.
error-full = The terminal's storage is full, so this step was not saved. Please tell our staff.
error-store = This step could not be saved just now. Please try again, or go to the service desk.
error-unreachable = The hall cannot be reached, so it is not known whether this worked. Please wait and try again; you will not get a second number.
error-overloaded = Many people are here and the system is busy. Please try again in a few seconds.
error-too-often = Too many attempts. Please try again in a little while.
error-too-large = This was too large and was not accepted.
error-not-here = Please do this on the hall's own page.

# Where a number stands
state-waiting = waiting
state-called = called
state-serving = being served
state-parked = parked
state-served = served
state-no-show = did not come
state-cancelled = cancelled
state-expired = expired

# What can be done with a number
verb-call = call
verb-recall = call again
verb-start = start
verb-finish = finish
verb-no-show = mark as absent
verb-park = park
verb-transfer = transfer
verb-cancel = cancel
verb-expire = expire
