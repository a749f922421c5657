"""How often characters are met in names: counted in the personal names of jieba's dictionary.

Half of the names are counted and half are left for the bench, by the checksum of each.
"""

import re
import zlib
from collections import Counter
from pathlib import Path

import jieba
import pypinyin

SURNAMES = Path(__file__).with_name("surnames.txt")
HAN = re.compile(r"^[\u4e00-\u9fff]{2,6}$")


def words():
    """(word, count, whether it is a personal name) of jieba's dictionary, the most frequent first."""
    rows = []
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, kind = line.split(" ")
        if HAN.match(word):
            rows.append((-int(count), word, kind == "nr"))
    return [(word, -count, is_name) for count, word, is_name in sorted(rows)]


def surnames():
    """{character: its reading}."""
    lines = SURNAMES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {character: reading for reading, characters in rows for character in characters}


def names(for_bench):
    """[(name, syllables)] of one half of the names of two and three characters."""
    readings = surnames()
    found = []
    for word, _, is_name in words():
        if is_name and len(word) <= 3 and word[0] in readings and zlib.crc32(word.encode()) % 2 == for_bench:
            found.append((word, [readings[word[0]]] + [typed(s) for s in pypinyin.lazy_pinyin(word[1:])]))
    return found


def counts():
    """Two counters of (syllable, character): of surnames and of the characters of given names."""
    first, given = Counter(), Counter()
    for character, reading in surnames().items():
        first[reading, character] = 1
    for name, syllables in names(for_bench=0):
        first[syllables[0], name[0]] += 1
        given.update(zip(syllables[1:], name[1:]))
    return first, given


def typed(syllable):
    """A syllable of pypinyin as the dictionary spells it."""
    return {"lve": "lue", "nve": "nue", "n": "en", "ng": "en"}.get(syllable, syllable)
