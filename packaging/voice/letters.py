"""How the letters are said, in phonemes."""

LETTERS = {
    "A": "ˈA.", "B": "bˈi.", "C": "sˈi.", "D": "dˈi.", "E": "ˈi.", "F": "ˈɛf.",
    "G": "ʤˈi.", "H": "ˈAʧ.", "I": "ˈI.", "J": "ʤˈA.", "K": "kˈA.", "L": "ˈɛl.", "M": "ˈɛm.",
    "N": "ˈɛn.", "O": "ˈO.", "P": "pˈi.", "Q": "kjˈu.", "R": "ˈɑɹ.", "S": "ˈɛs.", "T": "tˈi.",
    "U": "jˈu.", "V": "vˈi.", "W": "dˈʌbᵊlju.", "X": "ˈɛks.", "Y": "wˈI.", "Z": "zˈi.",
}
# The Mandarin voice takes a plain k for g, p for b and t for d, as Mandarin does.
# C must not be heard as 四: a long, level vowel. F opens with one of its own.
ZH_LETTERS = LETTERS | {"C": "sˈi→.", "F": "ˈɛː f.", "K": "kʰˈA.", "P": "pʰˈi.", "T": "tʰˈi."}
