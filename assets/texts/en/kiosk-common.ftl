# Shared by the terminal's screens: the bar, and warnings under the header
kiosk-bar-home = Home
kiosk-bar-back = Back
kiosk-bar-large = Large
kiosk-bar-voice = Voice
kiosk-bar-low = Low
kiosk-bar-contrast = Clear
kiosk-bar-help = Help
kiosk-banner-offline = No connection. Trying again.
kiosk-banner-paper = No paper. Photograph your number.
kiosk-ok = OK, got it
kiosk-seconds = { $count } s

# Nobody has touched the screen for a minute
kiosk-still-question = Are you still there?
kiosk-still-button = Yes, carry on
