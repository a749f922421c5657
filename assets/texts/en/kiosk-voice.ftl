# The terminal: voice
kiosk-voice-question = Can you hear it well?
kiosk-voice-hint = Every screen is read to you. Your name, your number and what you write are never read aloud.
kiosk-voice-hint-private = Plug in headphones: every screen is read to you, and only you hear it.
kiosk-voice-off = Press Voice once more to end it.
kiosk-voice-louder = Louder
kiosk-voice-softer = Softer
kiosk-voice-faster = Faster
kiosk-voice-slower = Slower
kiosk-voice-again = Once more
kiosk-voice-go-on = I hear it, go on
# “音量较大，语速适中”
kiosk-voice-level = { $loudness }, { $pace }
kiosk-voice-volume-1 = Very soft
kiosk-voice-volume-2 = Soft
kiosk-voice-volume-3 = Middle volume
kiosk-voice-volume-4 = Loud
kiosk-voice-volume-5 = Very loud
kiosk-voice-pace-slow = slow
kiosk-voice-pace-usual = usual pace
kiosk-voice-pace-fast = fast

# Only spoken, not shown
kiosk-voice-is-on = on
kiosk-voice-is-off = off
kiosk-voice-is-resting = not available now
kiosk-voice-keys = Choose with the arrows and press OK.
kiosk-voice-unspoken = What you write is not read aloud.
