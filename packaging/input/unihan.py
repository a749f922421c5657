"""Which characters are offered, and what Unihan says of them."""

import bz2
import re
import unicodedata
from collections import defaultdict

from fontTools.ttLib import TTFont
from pypinyin.pinyin_dict import pinyin_dict

TABLES = ["IRGSources", "Readings", "OtherMappings", "DictionaryLikeData", "Variants"]
FIELDS = {
    "kRSUnicode",
    "kTotalStrokes",
    "kIRG_GSource",
    "kMandarin",
    "kTGHZ2013",
    "kXHC1983",
    "kHanyuPinlu",
    "kTGH",
    "kTraditionalVariant",
}
# The basic block and extension A are offered whole.
WHOLE = [(0x4E00, 0x9FFF), (0x3400, 0x4DBF)]
# Beyond them, what China asked to be encoded because people, places, elements or dictionaries of
# today need it (the prefixes of UAX #38): the ID system and the names of persons and places of the
# Ministry of Public Security, terms of science, People's Daily, Xiandai Hanyu Cidian, Xinhua Zidian,
# Tongyong Guifan Hanzi Zidian.
SOURCES = {"GIDC", "GXM", "GDM", "GKJ", "GRM", "GXC", "GXH", "GGFZ", "GCE"}


class Scope:
    """The characters that are offered: those wanted that one of the fonts can show."""

    def __init__(self, package, text_font, rare_font):
        self.package = package
        self.fields = _fields(package)
        self.text_font = set(TTFont(text_font).getBestCmap())
        wanted = {c for c in self.fields["kRSUnicode"] if self._wanted(c)}
        for simple in self.fields["kTGH"]:
            wanted |= {int(c[2:], 16) for c in self.fields["kTraditionalVariant"].get(simple, "").split()}
        self.characters = sorted(wanted & (self.text_font | rare_font))
        print(f"offered: {len(self.characters)} characters; wanted but in no font: {len(wanted) - len(self.characters)}")

    def _wanted(self, character):
        source = self.fields["kIRG_GSource"].get(character, "").split("-")[0]
        return (
            any(low <= character <= high for low, high in WHOLE)
            or character in self.fields["kTGH"]
            or source in SOURCES
        )

    def rare(self):
        """What the text font cannot show."""
        return [c for c in self.characters if c not in self.text_font]

    def level(self, character):
        """Its level in the Table of General Standard Chinese Characters, 1 to 3, or 4 outside it."""
        if character not in self.fields["kTGH"]:
            return 4
        number = int(self.fields["kTGH"][character].split(":")[1])
        return 1 if number <= 3500 else 2 if number <= 6500 else 3

    def readings(self, character):
        """Readings without tones, in letters as they are typed, the main one first."""
        found = []
        for field in ["kMandarin", "kTGHZ2013", "kXHC1983", "kHanyuPinlu"]:
            value = re.sub(r"\(\d+\)|[\d.,*]+:", " ", self.fields[field].get(character, ""))
            found += [_typed(reading) for reading in re.split(r"[ ,]+", value.strip()) if reading]
        # Where Unihan knows none, pinyin-data may, as it comes with pypinyin.
        found = found or [_typed(r) for r in pinyin_dict.get(character, "").split(",") if r]
        return list(dict.fromkeys(found))


def _typed(reading):
    plain = unicodedata.normalize("NFD", reading)
    plain = plain.replace("u\u0308", "v")
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    # The dictionary writes lue and nue, and ju, qu, xu, yu as everybody does.
    return re.sub(r"^([ln])ve$", r"\1ue", plain)


def _fields(package):
    fields = defaultdict(dict)
    for table in TABLES:
        path = package / "usr/share/unicode" / f"Unihan_{table}.txt.bz2"
        with bz2.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("U+"):
                    continue
                character, field, value = line.rstrip("\n").split("\t")
                if field in FIELDS:
                    fields[field][int(character[2:], 16)] = value
    return fields
