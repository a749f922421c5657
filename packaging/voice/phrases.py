"""What each clip of the pack says: its path in the locale's folder and its phonemes."""

from dataclasses import dataclass
from functools import cache

# I and O are left out everywhere: on a ticket they read as 1 and 0.
LETTERS = {
    "A": "ˈA.", "B": "bˈi.", "C": "sˈi.", "D": "dˈi.", "E": "ˈi.", "F": "ˈɛf.",
    "G": "ʤˈi.", "H": "ˈAʧ.", "J": "ʤˈA.", "K": "kˈA.", "L": "ˈɛl.", "M": "ˈɛm.",
    "N": "ˈɛn.", "P": "pˈi.", "Q": "kjˈu.", "R": "ˈɑɹ.", "S": "ˈɛs.", "T": "tˈi.",
    "U": "jˈu.", "V": "vˈi.", "W": "dˈʌbᵊlju.", "X": "ˈɛks.", "Y": "wˈI.", "Z": "zˈi.",
}
# The Mandarin voice takes a plain k for g, p for b and t for d, as Mandarin does.
# C must not be heard as 四: a long, level vowel. F opens with one of its own.
ZH_LETTERS = LETTERS | {"C": "sˈi→.", "F": "ˈɛː f.", "K": "kʰˈA.", "P": "pʰˈi.", "T": "tʰˈi."}
# Series letters a hall starts with: E is heard as 一, so it is not among them.
SERIES_LETTERS = "ABCDFGHJK"

COUNTERS = range(1, 31)
NUMBERS = range(0, 1000)

ZH_DIGITS = "零一二三四五六七八九"
# How each digit and 号 must come out of the grapheme-to-phoneme step, tones included.
ZH_DIGIT_PHONEMES = ("li↗ŋ", "i→", "ɚ↘", "sa→n", "sɨ↘", "u↓", "ljou↘", "ʨʰi→", "pa→", "ʨjou↓")
ZH_HAO_PHONEMES = "xau↘"

EN_DIGITS = ("zˈɪɹO", "wˈʌn", "tˈu", "θɹˈi", "fˈɔɹ", "fˈIv", "sˈɪks", "sˈɛvən", "ˈAt", "nˈIn")
EN_COUNTERS = (
    *EN_DIGITS[1:], "tˈɛn", "əlˈɛvᵊn", "twˈɛlv", "θˌɜɹtˈin", "fˌɔɹtˈin", "fˌɪftˈin",
    "sˌɪkstˈin", "sˌɛvəntˈin", "ˌAtˈin", "nˌIntˈin", "twˈɛnti",
    *(f"twˈɛnti {digit}" for digit in EN_DIGITS[1:]), "θˈɜɹɾi",
)


# The English voice puts a small "uh" before a word spoken alone. A sentence said
# first, and cut away at the pause, takes it away.
EN_CARRIER = "ðə nˈʌmbəɹ ɪz. "


@dataclass(frozen=True)
class Clip:
    """One sound file of the pack."""

    locale: str
    path: str  # below the locale's folder, without the ending
    text: str  # phonemes, or Mandarin in characters
    carrier: str = ""  # phonemes said before it and cut away, up to a pause

    def phonemes(self):
        """What the model is to speak."""
        if not _is_mandarin(self.text):
            return self.carrier + self.text
        phonemes = _mandarin_to_phonemes()(self.text)[0]
        if self.path.startswith("number/"):
            _check_number(self.text, phonemes)
        return phonemes


@dataclass(frozen=True)
class Voice:
    """The speaker of one locale, as `voice.toml` tells it."""

    name: str
    voice: str
    speed: float
    number: str  # "whole": a clip per number 000-999; "digits": a clip per digit


VOICES = {
    "zh-CN": Voice(name="晓伊（普通话）", voice="zf_xiaoyi", speed=0.9, number="whole"),
    "en": Voice(name="Heart (English)", voice="af_heart", speed=0.9, number="digits"),
}


def clips(locale):
    """Every clip of a locale, in the order in which they are worth having."""
    return list({"zh-CN": _zh_cn, "en": _en}[locale]())


def zh_count(count):
    """A count from 1 to 99 as it is said: 3 is 三, 10 is 十, 22 is 二十二."""
    tens, ones = divmod(count, 10)
    said_tens = "" if tens == 0 else "十" if tens == 1 else ZH_DIGITS[tens] + "十"
    return said_tens + (ZH_DIGITS[ones] if ones else "")


def _letters(locale, phonemes, carrier=""):
    for letter in sorted(LETTERS, key=lambda l: (l not in SERIES_LETTERS, l)):
        yield Clip(locale, f"letter/{letter}", phonemes[letter], carrier)


def _zh_cn():
    yield from _letters("zh-CN", ZH_LETTERS)
    for counter in COUNTERS:
        yield Clip("zh-CN", f"counter/{counter}", f"请到{zh_count(counter)}号窗口。")
    for number in NUMBERS:
        digits = "".join(ZH_DIGITS[int(d)] for d in f"{number:03}")
        yield Clip("zh-CN", f"number/{number:03}", f"{digits}号，")


def _en():
    yield from _letters("en", LETTERS, EN_CARRIER)
    for digit, phonemes in enumerate(EN_DIGITS):
        yield Clip("en", f"number/{digit}", f"{phonemes}.", EN_CARRIER)
    for counter, phonemes in zip(COUNTERS, EN_COUNTERS, strict=True):
        yield Clip("en", f"counter/{counter}", f"plˈiz ɡˌO tə kˈWntəɹ {phonemes}.")
    yield Clip("en", "lead", "nˈʌmbəɹ.", EN_CARRIER)


def _is_mandarin(text):
    return any("\u4e00" <= character <= "\u9fff" for character in text)


def _check_number(text, phonemes):
    # A dictionary word hidden in a row of digits could bring a reading of its own.
    expected = "".join(ZH_DIGIT_PHONEMES[ZH_DIGITS.index(c)] for c in text if c in ZH_DIGITS)
    if phonemes.replace(" ", "") != f"{expected}{ZH_HAO_PHONEMES},":
        raise ValueError(f"{text} would be misread: {phonemes}")


@cache
def _mandarin_to_phonemes():
    # Imported late: check.py needs the list of clips and nothing of this.
    import logging

    import jieba
    from misaki.zh import ZHG2P

    jieba.setLogLevel(logging.WARNING)
    return ZHG2P()
