"""The pinyin dictionary: a trie of syllables, laid out to be used where it is mapped.

All numbers are little-endian. The file begins with eight bytes of magic and, for each of the
sections below in this order, its length in items as u32; the sections follow, each beginning at a
multiple of four bytes.

    syllables  [u8; 6]  in order of the alphabet, filled up with zeros
    names      u16      for each node, its syllable
    children   u32      for each node, its first child; those of one node lie together; one more ends them
    firsts     u32      for each node, its first entry; those of one node lie together; one more ends them
    costs      u16      for each entry, a thousandth of -ln of how often it is met; the cheapest of a node first
    texts      u32      for each entry, where its text begins; one more ends them
    letters    u8       the texts, UTF-8
    by_text    u32      the entries in order of their text, each text once, in its commonest reading
    surname_firsts, surnames, surname_costs        for each syllable (u32, one more ends them) the
    given_firsts, givens, given_costs              characters (u32) of names read so and their costs
                                                   (u16, as above), the cheapest first

Node 0 is the root.
"""

import math
import re
import struct
from array import array
from collections import defaultdict
from pathlib import Path

from names import counts

MAGIC = b"LINLIPY4"
# A character of the standard table is met now and then, whatever the dictionary counted.
FLOOR = {1: 30, 2: 10, 3: 3, 4: 0}
# So is a word of the hall.
HALL_FLOOR = 12_000
HALL = Path(__file__).with_name("hall.txt")
# Sounds without a vowel would stand in the way of initials; their characters have other readings.
UNVOICED = {"hm", "m", "n", "ng", "hng"}
SOUNDS = re.compile(r"^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouv]+(?:n|ng|r)?$")


def read(package, scope):
    """{(text, syllables): how often it is met} from the dictionary, with Unihan's readings added."""
    entries = defaultdict(int)
    shown = scope.text_font | set(scope.characters)
    path = package / "usr/share/rime-data/pinyin_simp.dict.yaml"
    for line in path.read_text(encoding="utf-8").split("\n...\n", 1)[1].splitlines():
        fields = line.split("\t")
        if len(fields) != 3:
            continue
        syllables = tuple(fields[1].split(" "))
        if UNVOICED & set(syllables):
            continue
        assert len(syllables) == len(fields[0]) and all(ord(c) in shown for c in fields[0]), line
        entries[fields[0], syllables] += int(fields[2])
    for line in HALL.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, syllables = line.split("\t")
            key = word, tuple(syllables.split(" "))
            assert len(key[0]) == len(key[1]), line
            entries[key] = max(entries[key], HALL_FLOOR)
    known = {syllables[0] for _, syllables in entries if len(syllables) == 1}
    counted = len(entries)
    for character in scope.characters:
        for place, reading in enumerate(scope.readings(character)):
            if reading not in known and (reading in UNVOICED or not SOUNDS.match(reading)):
                continue
            key = chr(character), (reading,)
            floor = FLOOR[scope.level(character)] if place == 0 else 0
            entries[key] = max(entries[key], floor)
    print(f"dictionary: {counted} entries, {len(entries) - counted} readings added from Unihan")
    added = {syllables[0] for _, syllables in entries} - known
    print(f"syllables: {len(known)}, added: {' '.join(sorted(added))}")
    return dict(entries)


def write(entries, path):
    syllables = sorted({s for _, of_word in entries for s in of_word})
    number = {s: i for i, s in enumerate(syllables)}
    words = defaultdict(list)
    nodes = {()}
    for (text, of_word), weight in entries.items():
        key = tuple(number[s] for s in of_word)
        words[key].append((-weight, text))
        nodes |= {key[:i] for i in range(len(key) + 1)}
    # By depth and then by syllables: the children of a node lie together, in order.
    nodes = sorted(nodes, key=lambda key: (len(key), key))
    place = {key: i for i, key in enumerate(nodes)}
    total = sum(entries.values())
    first_child = {}
    for key in nodes[1:]:
        first_child.setdefault(key[:-1], place[key])
    names, children, firsts = array("H"), array("I"), array("I")
    costs, texts, letters, listed = array("H"), array("I"), bytearray(), []
    following = len(nodes)
    for key in reversed(nodes):
        following = first_child.get(key, following)
        children.append(following)
    children.reverse()
    children.append(len(nodes))
    for key in nodes:
        names.append(key[-1] if key else 0)
        firsts.append(len(costs))
        for weight, text in sorted(words[key]):
            costs.append(round(-1000 * math.log((0.5 - weight) / total)))
            texts.append(len(letters))
            listed.append(text)
            letters += text.encode()
    firsts.append(len(costs))
    texts.append(len(letters))
    once = {}
    for entry, text in enumerate(listed):
        if text not in once or costs[entry] < costs[once[text]]:
            once[text] = entry
    by_text = array("I", (once[text] for text in sorted(once, key=str.encode)))
    table = b"".join(s.encode().ljust(6, b"\0") for s in syllables)
    sections = [names, children, firsts, costs, texts, letters, by_text]
    for of_names in counts():
        sections += _name_tables(of_names, syllables, texts_shown={text for text, _ in entries})
    blob = MAGIC + struct.pack("<14I", len(syllables), *map(len, sections))
    for section in [table] + [bytes(s) for s in sections]:
        blob += section + b"\0" * (-len(section) % 4)
    path.write_bytes(blob)
    print(f"{path.name}: {len(syllables)} syllables, {len(nodes)} nodes, {len(costs)} entries, {len(blob)} bytes")


def _name_tables(counted, syllables, texts_shown):
    firsts, characters, costs = array("I"), array("I"), array("H")
    total = sum(counted.values())
    by_syllable = defaultdict(list)
    for (syllable, character), count in counted.items():
        if character in texts_shown:
            by_syllable[syllable].append((-count, ord(character)))
    for syllable in syllables:
        firsts.append(len(characters))
        for count, character in sorted(by_syllable[syllable]):
            characters.append(character)
            costs.append(round(-1000 * math.log(-count / total)))
    firsts.append(len(characters))
    return [firsts, characters, costs]
