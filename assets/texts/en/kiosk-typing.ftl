# Writing on the glass
kiosk-typing-erase = Erase
kiosk-typing-anew = Again
kiosk-typing-pinyin = 拼音
kiosk-typing-hand = Pen
kiosk-typing-space = Space
kiosk-typing-latin = Letters
kiosk-typing-digits = Digits
kiosk-typing-marks = Punctuation
kiosk-typing-capitals = Capital letter
kiosk-typing-more = More
kiosk-typing-fewer = The ones before
kiosk-typing-unread = Not recognised. Please write it again.
kiosk-typing-unspelled = These letters spell no character.
kiosk-typing-no-hand = The pen is not working. Please use 拼音.
kiosk-typing-no-pinyin = 拼音 is not working. Please use the pen.
kiosk-typing-no-radicals = 部首 is not working. Please use the pen.
kiosk-typing-pad = Writing pad
kiosk-typing-pad-hint = Write here with a finger. With a keypad or a screen reader, choose 拼音 instead.
kiosk-typing-candidates =
    { $count ->
        [one] 1 to choose from
       *[other] { $count } to choose from
    }
kiosk-typing-radicals = 部首
kiosk-typing-radical-strokes = Strokes of the radical?
kiosk-typing-radical = Which radical?
kiosk-typing-residual = Strokes besides { $radical }?
kiosk-typing-strokes =
    { $count ->
        [one] 1 stroke
       *[other] { $count } strokes
    }
kiosk-typing-step-back = One step back
kiosk-typing-left = Cursor left
kiosk-typing-right = Cursor right
