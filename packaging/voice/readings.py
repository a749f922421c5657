"""How every character is read, with tones, and the words in which one is read otherwise.

Which readings there are, and their tones, is said by pinyin-data and phrase-pinyin-data as they come
with pypinyin; which of them is met most, by the dictionary of the terminal.
"""

import re
from collections import defaultdict
from functools import cache

from opencc import OpenCC
from pypinyin.contrib.tone_convert import to_tone3
from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict
from pypinyin_dict.phrase_pinyin_data import large_pinyin
from pypinyin_dict.pinyin_data import kmandarin_8105

import dictionary

WORD_MAX = 4
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
# Sounds without a vowel, as near as a syllable comes.
UNVOICED = {"m": "mu", "n": "en", "ng": "en", "hm": "hen", "hng": "hen", "ê": "ei"}
# What is met most in writing is not what a character is called.
READ_AS = {"一": "yi1", "不": "bu4", "地": "di4", "得": "de2", "着": "zhe5", "没": "mei2", "谁": "shei2", "长": "chang2"}
# Words of every day that lose a tone, which phrase-pinyin-data does not say.
EVERYDAY = {
    "东西": "dong1 xi5", "地方": "di4 fang5", "大夫": "dai4 fu5", "名字": "ming2 zi5", "谢谢": "xie4 xie5",
    "明白": "ming2 bai5", "清楚": "qing1 chu5", "事情": "shi4 qing5", "时候": "shi2 hou5", "朋友": "peng2 you5",
    "衣服": "yi1 fu5", "休息": "xiu1 xi5", "认识": "ren4 shi5", "告诉": "gao4 su5", "麻烦": "ma2 fan5",
    "先生": "xian1 sheng5", "大爷": "da4 ye5", "阿姨": "a1 yi2", "宝宝": "bao3 bao5", "舒服": "shu1 fu5",
}


@cache
def characters():
    """{character: its reading}, such as 文: wen2; v is ü and 5 the neutral tone."""
    costs = defaultdict(dict)
    for text, syllables, cost in dictionary.entries():
        if len(text) == 1:
            costs[text][syllables[0]] = cost
    simplified = OpenCC("t2s")
    found = {}
    # Simplified ones first: an unsimplified one is read as they are.
    for character in sorted(costs.keys() | _known(), key=lambda c: (simplified.convert(c) != c, c)):
        readings = _readings(character)
        simple = found.get(simplified.convert(character))
        if not readings:
            continue
        if character in READ_AS:
            found[character] = READ_AS[character]
        elif simple in readings:
            found[character] = simple
        else:
            found[character] = min(readings, key=lambda r: (costs[character].get(_plain(r), 1 << 16), readings.index(r)))
    return found


@cache
def words():
    """{word: its syllables}, of the words that are not read as their characters are."""
    found = {}
    traditional = [OpenCC("s2t"), OpenCC("s2tw")]
    for word, syllables in _phrases():
        found[word] = syllables
        for unsimplified in (to.convert(word) for to in traditional):
            if len(unsimplified) == len(word):
                found.setdefault(unsimplified, syllables)
    single = characters()
    return {w: s for w, s in found.items() if all(c in single for c in w) and s != tuple(single[c] for c in w)}


@cache
def of_word(word):
    """The syllables of a word."""
    return words().get(word) or tuple(characters()[c] for c in word)


@cache
def syllables():
    """Every syllable that a text can hold, the commonest first."""
    # Of several costs the least holds.
    by_cost = sorted(dictionary.entries(), key=lambda entry: -entry.cost)
    costs = {entry.text: entry.cost for entry in by_cost if len(entry.text) == 1}
    met = {}
    for text, said in [*characters().items(), *words().items()]:
        for character, syllable in zip(text, [said] if isinstance(said, str) else said):
            met[syllable] = min(costs.get(character, 1 << 16), met.get(syllable, 1 << 16))
    # Before another third tone a third tone rises.
    for syllable in [syllable for syllable in met if syllable[-1] == "3"]:
        met.setdefault(syllable[:-1] + "2", met[syllable])
    return sorted(met, key=lambda syllable: (met[syllable], syllable))


def lines():
    """What readings.tsv holds, in the order of its bytes."""
    table = {**{c: (s,) for c, s in characters().items()}, **words()}
    return [f"{text}\t{' '.join(table[text])}\n" for text in sorted(table)]


def _phrases():
    """(word, syllables) of short words; what is found first holds."""
    met = {entry.text for entry in dictionary.entries()}
    seen = set(EVERYDAY)
    yield from ((word, tuple(said.split(" "))) for word, said in EVERYDAY.items())
    for source, wanted in ((phrases_dict, None), (large_pinyin.phrases_dict, met)):
        for word, readings in source.items():
            short = 1 < len(word) <= WORD_MAX and HAN.fullmatch(word)
            if word in seen or not short or len(readings) != len(word) or (wanted and word not in wanted):
                continue
            seen.add(word)
            yield word, tuple(_numbered(r[0], c) for r, c in zip(readings, word))


def _numbered(reading, character=""):
    """A reading with its tone as a number; 一 and 不 as they are alone, for those who join see to them."""
    if character in ("一", "不"):
        return READ_AS[character]
    syllable = to_tone3(reading, neutral_tone_with_five=True, v_to_u=False)
    plain, tone = syllable[:-1], syllable[-1]
    return UNVOICED.get(plain, plain) + tone


def _readings(character):
    listed = f"{kmandarin_8105.pinyin_dict.get(ord(character), '')},{pinyin_dict.get(ord(character), '')}"
    return list(dict.fromkeys(_numbered(reading) for reading in listed.split(",") if reading))


def _known():
    return {chr(code) for code in kmandarin_8105.pinyin_dict}


def _plain(syllable):
    # The dictionary writes lue and nue, as everybody types.
    return re.sub("^([ln])ve$", r"\1ue", syllable[:-1])
