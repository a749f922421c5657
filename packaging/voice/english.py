"""English in words to the phonemes the voice takes, by misaki's dictionaries."""

import json
import re
from functools import cache
from importlib import resources

# Names, and what a dictionary of words does not hold.
READ_AS = {
    "linli": "lˌinlˈi",
    "wutongli": "wˌutˌʊŋlˈi",
    "id": "ˌIdˈi",
    "qr": "kjˌuˈɑɹ",
    "ok": "ˌOkˈA",
    "min": "mˈɪnɪts",
    "s": "sˈɛkəndz",
    "h": "ˈWəɹz",
    "o'clock": "əklˈɑk",
    "am": "ˌAˈɛm",
    "pm": "pˌiˈɛm",
    "close": "klˈOz",
    "enquiries": "ɪnkwˈIəɹiz",
    "yuce": "jˈus",
}
# Spelled alike and said otherwise beside these words.
RESPELLED = {"be read": "be red", "in use": "in yuce"}
WEAK = {"a": "ɐ", "an": "ɐn", "i": "ˌI"}
VOWELS = frozenset("AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻɐ")
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def phonemes(text):
    """What the voice is to speak; marks stay as pauses."""
    text = re.sub(r"(\d{1,2}):(\d\d)", _clock, text)
    text = re.sub(r"\d+", lambda match: count(int(match.group())), text)
    for spelled, said in RESPELLED.items():
        text = text.replace(spelled, said)
    text = re.sub(r"\s*[·–]\s*", ", ", text).replace("’", "'")
    # A word that is only spelled with a hyphen is said in one breath.
    pieces = re.findall(r"[A-Za-z']+|[,.;:!?]|\s+|[^\sA-Za-z',.;:!?]", text)
    pieces = [piece for piece in pieces if piece.isspace() or piece[0].isalpha() or piece in ",.;:!?-"]
    result = ""
    for place in reversed(range(len(pieces))):
        piece = pieces[place]
        if piece[0].isalpha():
            result = _word(piece.strip("'"), result.lstrip(" -ˈˌ")[:1]) + result
        else:
            result = (" " if piece.isspace() or piece == "-" else piece) + result
    # A word alone is never weak.
    return result if "ˈ" in result else result.replace("ˌ", "ˈ")


def count(number):
    """A number from 0 to 100 in words."""
    if number < 20:
        return ONES[number]
    if number == 100:
        return "one hundred"
    if number > 100:
        raise ValueError(f"{number} is not said anywhere")
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f" {ONES[ones]}" if ones else "")


def _word(word, following):
    """The phonemes of a word; `following` is the first sound after it, or a mark, or nothing."""
    plain, vowel, last = word.lower(), following in VOWELS, not following or following in ",.;:!?"
    if len(word) == 1 and word.isupper() and word != "A" and plain not in READ_AS:
        return _words()[word]
    if plain in READ_AS:
        return READ_AS[plain]
    if plain in WEAK and not last:
        return WEAK[plain]
    if plain == "the":
        return "ði" if vowel else "ðə"
    if plain == "to" and not last:
        return "tʊ" if vowel else "tə"
    if plain == "in":
        return "ˈɪn" if last else "ɪn"
    found = _look_up(word, last) or _look_up(plain, last) or _inflected(plain, last)
    if not found:
        raise ValueError(f"no dictionary has {word}: add it to READ_AS")
    return found


def _look_up(word, last):
    found = _words().get(word)
    if isinstance(found, dict):
        found = found.get("None" if last else "DEFAULT") or found["DEFAULT"]
    return found


def _inflected(word, last):
    """A word with an ending, from the word without it."""
    for ending, add in (("'s", _with_s), ("s", _with_s), ("ed", _with_ed), ("d", _with_ed), ("ing", _with_ing)):
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        stems = [stem, stem + "e"] if ending == "ing" else [stem]
        if ending == "s" and word.endswith("ies"):
            stems.append(word.removesuffix("ies") + "y")
        if ending in ("ed", "ing") and stem[-1:] == stem[-2:-1]:
            stems.append(stem[:-1])
        for candidate in stems:
            if found := _look_up(candidate, last):
                return add(found)
    return None


def _with_s(sounds):
    return sounds + ("s" if sounds[-1] in "ptkfθ" else "ᵻz" if sounds[-1] in "szʃʒʧʤ" else "z")


def _with_ed(sounds):
    return sounds + ("ᵻd" if sounds[-1] in "td" else "t" if sounds[-1] in "pkfθʃsʧ" else "d")


def _with_ing(sounds):
    return sounds + "ɪŋ"


def _clock(match):
    hours, minutes = (int(part) for part in match.groups())
    half = "am" if hours < 12 else "pm"
    return f"{(hours + 11) % 12 + 1} " + (f"{minutes} {half}" if minutes else half)


@cache
def _words():
    words = {}
    for file in ("us_silver.json", "us_gold.json"):
        words |= json.loads(resources.files("misaki.data").joinpath(file).read_text(encoding="utf-8"))
    return words
