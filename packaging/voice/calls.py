"""What the clips of a call say: letters, numbers, counters."""

import mandarin
from clip import EN_CARRIER, Clip
from letters import LETTERS, ZH_LETTERS

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


def zh_count(count):
    """A count from 1 to 99 as it is said: 3 is 三, 10 is 十, 22 is 二十二."""
    tens, ones = divmod(count, 10)
    said_tens = "" if tens == 0 else "十" if tens == 1 else ZH_DIGITS[tens] + "十"
    return said_tens + (ZH_DIGITS[ones] if ones else "")


def _letters(locale, phonemes, carrier=""):
    # I and O are left out: on a ticket they read as 1 and 0.
    for letter in sorted(LETTERS.keys() - {"I", "O"}, key=lambda l: (l not in SERIES_LETTERS, l)):
        yield Clip(locale, f"letter/{letter}", phonemes[letter], carrier)


def zh_cn():
    yield from _letters("zh-CN", ZH_LETTERS)
    for counter in COUNTERS:
        yield Clip("zh-CN", f"counter/{counter}", mandarin.phonemes(f"请到{zh_count(counter)}号窗口。"))
    for number in NUMBERS:
        digits = "".join(ZH_DIGITS[int(d)] for d in f"{number:03}")
        said = mandarin.phonemes(f"{digits}号，")
        _check_number(digits, said)
        yield Clip("zh-CN", f"number/{number:03}", said)


def en():
    yield from _letters("en", LETTERS, EN_CARRIER)
    for digit, phonemes in enumerate(EN_DIGITS):
        yield Clip("en", f"number/{digit}", f"{phonemes}.", EN_CARRIER)
    for counter, phonemes in zip(COUNTERS, EN_COUNTERS, strict=True):
        yield Clip("en", f"counter/{counter}", f"plˈiz ɡˌO tə kˈWntəɹ {phonemes}.")
    yield Clip("en", "lead", "nˈʌmbəɹ.", EN_CARRIER)


def _check_number(digits, phonemes):
    # A dictionary word hidden in a row of digits could bring a reading of its own.
    expected = "".join(ZH_DIGIT_PHONEMES[ZH_DIGITS.index(digit)] for digit in digits)
    if phonemes.replace(" ", "") != f"{expected}{ZH_HAO_PHONEMES},":
        raise ValueError(f"{digits} would be misread: {phonemes}")
