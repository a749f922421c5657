"""The words and characters that can be written at the terminal, out of `assets/input/pinyin.dict`.

How the file is laid out is said in `packaging/input/dictionary.py`.
"""

import struct
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).resolve().parents[2] / "assets" / "input" / "pinyin.dict"
MAGIC = b"LINLIPY4"
# The sections before the letters: bytes of an item.
SIZES = {"syllables": 6, "names": 2, "children": 4, "firsts": 4, "costs": 2, "texts": 4, "letters": 1}
SECTIONS = 14


class Entry(NamedTuple):
    """A word or a character with one of its readings."""

    text: str
    syllables: tuple  # without tones
    cost: int  # a thousandth of -ln of how often it is met


def entries():
    """Every entry of the dictionary."""
    table = _sections()
    syllables = [name.rstrip(b"\0").decode() for name in _cut(table["syllables"], 6)]
    names, children, firsts, costs, texts = (
        struct.unpack(f"<{len(table[key]) // SIZES[key]}{'H' if SIZES[key] == 2 else 'I'}", table[key])
        for key in ("names", "children", "firsts", "costs", "texts")
    )
    letters = table["letters"]
    found, todo = [], [(0, ())]
    while todo:
        node, path = todo.pop()
        for place in range(firsts[node], firsts[node + 1]):
            found.append(Entry(letters[texts[place] : texts[place + 1]].decode(), path, costs[place]))
        todo += [(child, (*path, syllables[names[child]])) for child in range(children[node], children[node + 1])]
    return sorted(found)


def _sections():
    blob = FILE.read_bytes()
    if not blob.startswith(MAGIC):
        raise SystemExit(f"{FILE.name} is laid out anew: packaging/voice/dictionary.py must follow")
    counts = struct.unpack_from(f"<{SECTIONS}I", blob, len(MAGIC))
    at, table = len(MAGIC) + 4 * SECTIONS, {}
    for (key, size), count in zip(SIZES.items(), counts):
        table[key] = blob[at : at + size * count]
        at += -(-size * count // 4) * 4
    return table


def _cut(blob, size):
    return [blob[at : at + size] for at in range(0, len(blob), size)]
