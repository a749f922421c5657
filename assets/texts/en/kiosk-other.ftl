# Not possible now
kiosk-closed-title = { $service }: not open yet
kiosk-closed-full-title = { $service }: no numbers left today
kiosk-closed-today = Opens today at **{ $time }**
kiosk-closed-day = Opens **{ $weekday } { $date } at { $time }**
kiosk-closed-unknown = Not available for now; our staff know more
kiosk-closed-full =
    { $quota ->
        [one] There is 1 number a day; today's is taken
       *[other] There are { $quota } numbers a day; today's are taken
    }
kiosk-closed-full-next = Please come again **{ $weekday } { $date } at { $time }**
kiosk-closed-other = Other services
kiosk-closed-ask = Ask our staff

# It did not work
kiosk-trouble-title = That did not give you a number
kiosk-trouble-retry = Try again
kiosk-trouble-hint = You will not get two numbers.

# Ask a person
kiosk-help-title = Would you like some help?
kiosk-help-hint = One touch, and someone comes
kiosk-help-call = Call a member of staff
kiosk-help-calling = Telling our staff
kiosk-help-called = We have been told and are coming
kiosk-help-called-hint = Please wait here for a moment
kiosk-help-failed = We could not be reached; please come to us
kiosk-help-where = Or come to us
kiosk-help-counters-open = Open counters: { $counters }
kiosk-help-counters-none = No counter is open; please come to the service bar

# Idle
kiosk-idle-start = Touch to begin
kiosk-idle-open = Open until { $time }
kiosk-idle-closed-today = Opens today at { $time }
kiosk-idle-closed-day = Opens { $weekday } { $time }
kiosk-idle-closed = Closed today
kiosk-idle-presence = Presence code { $code }
