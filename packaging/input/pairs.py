"""Which words follow which: what is offered while nothing is being written.

Two sources: the bigrams of open-gram, as its language model in Debian's `sunpinyin-data` has them, and
`pairs.txt`, what people write to a hall. The file is laid out to be used where it is mapped. All
numbers are little-endian; it begins with eight bytes of magic and, for each of the sections below in
this order, its length in items as u32; the sections follow, each beginning at a multiple of four bytes.

    lefts         u32  for each text that something follows, where it begins; one more ends them
    left_letters  u8   these texts, UTF-8, in order
    firsts        u32  for each of them, its first follower; one more ends them
    followers     u32  for each follower, the number of its text
    costs         u16  for each follower, a thousandth of -ln of how often it follows
    rights        u32  for each text that follows, where it begins; one more ends them
    right_letters u8   these texts, UTF-8
"""

import math
import re
import struct
from array import array
from pathlib import Path

MAGIC = b"LINLIPR1"
HALL = Path(__file__).with_name("pairs.txt")
UNWELCOME = Path(__file__).with_name("unwelcome.txt")
# Followers of one text, at most, and how often one must follow: what is met less is noise.
MOST = 8
LEAST = 0.01
# What the hall's own pairs cost, the first of a line and each one after it.
HALL_COST, HALL_STEP = 300, 60
HAN = re.compile("^[\u3400-\u9fff]+$")

# The model's file: a word is 18 bits of an item's first number, how often it is met 16 of the second,
# and its children begin at the rest of the second and 7 bits of the third.
WORD_BITS, PROBABILITIES, BACK_OFFS = 18, 1 << 16, 1 << 14
NODE_BYTES = 12


def write(model, lexicon, entries, path):
    """`model` and `lexicon` are the two files of open-gram, `entries` those of the dictionary."""
    known = _welcome({text for text, _ in entries})
    following = {left: dict(rights) for left, rights in _bigrams(model, lexicon, known)}
    counted = sum(map(len, following.values()))
    for left, rights in _hall():
        mine = {right: HALL_COST + HALL_STEP * place for place, right in enumerate(rights)}
        following[left] = {**following.get(left, {}), **mine}
    rights = sorted({right for of_left in following.values() for right in of_left}, key=str.encode)
    number = {right: place for place, right in enumerate(rights)}
    firsts, followers, costs = array("I"), array("I"), array("H")
    lefts = sorted(following, key=str.encode)
    for left in lefts:
        firsts.append(len(followers))
        for right, cost in sorted(following[left].items(), key=lambda pair: (pair[1], pair[0])):
            followers.append(number[right])
            costs.append(cost)
    firsts.append(len(followers))
    sections = [*_texts(lefts), firsts, followers, costs, *_texts(rights)]
    blob = MAGIC + struct.pack("<7I", *map(len, sections))
    for section in map(bytes, sections):
        blob += section + b"\0" * (-len(section) % 4)
    path.write_bytes(blob)
    print(f"{path.name}: {len(lefts)} texts, {counted} pairs of open-gram, {len(followers)} in all, {len(blob)} bytes")


def _texts(texts):
    starts, letters = array("I"), bytearray()
    for text in texts:
        starts.append(len(letters))
        letters += text.encode()
    starts.append(len(letters))
    return starts, letters


def _hall():
    for line in HALL.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#") and line:
            left, rights = line.split("\t")
            yield left, rights.split(" ")


def _welcome(texts):
    lines = [line.split("\t") for line in UNWELCOME.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    lists = dict(lines)
    characters, words = set(lists["characters"]), set(lists["words"].split(" "))
    return {text for text in texts if text not in words and not characters & set(text)}


def _bigrams(model, lexicon, known):
    """The texts of the dictionary with those that follow them most often and what each costs."""
    words = _words(lexicon)
    blob = model.read_bytes()
    levels, _, *sizes = struct.unpack_from("<6I", blob)
    assert levels == 3, levels
    at = 4 * (2 + levels + 1)
    probabilities = struct.unpack_from(f"<{PROBABILITIES}f", blob, at)
    at += 4 * (PROBABILITIES + BACK_OFFS)
    at += NODE_BYTES * sizes[0]
    lefts = list(struct.iter_unpack("<3I", blob[at : at + NODE_BYTES * sizes[1]]))
    at += NODE_BYTES * sizes[1]
    rights = list(struct.iter_unpack("<3I", blob[at : at + NODE_BYTES * sizes[2]]))
    child = lambda node: node[1] >> 16 | node[2] >> 25 << 16
    word = lambda node: words[node[0] & (1 << WORD_BITS) - 1]
    shown = lambda text: text in known and HAN.match(text)
    for node, following in zip(lefts, lefts[1:]):
        left = word(node)
        if not shown(left):
            continue
        found = [(probabilities[right[1] & 0xFFFF], word(right)) for right in rights[child(node) : child(following)]]
        found = sorted((pair for pair in found if pair[0] >= LEAST and shown(pair[1])), reverse=True)[:MOST]
        if found:
            yield left, [(text, round(-1000 * math.log(often))) for often, text in found]


def _words(lexicon):
    """The words of the model by their numbers."""
    blob = lexicon.read_bytes()
    texts = blob[struct.unpack_from("<3I", blob)[2] :].decode("utf-32-le")
    return texts.split("\0")
