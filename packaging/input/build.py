"""Builds what input needs: the pinyin dictionary, the radical table, the font of rare characters.

The same packages give the same bytes.
"""

import argparse
import os
from pathlib import Path

import dictionary
import font
import licences
import pairs
import radicals
import traditional
import unihan
import words

ASSETS = Path(__file__).resolve().parents[2] / "assets"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", action="store_true", help="also write the words of the bench, which stay in target")
    options = parser.parse_args()
    work = Path(os.environ["INPUT_WORK"])
    debian = work / "debian"
    scope = unihan.Scope(debian / "unicode-data", ASSETS / "fonts" / "NotoSansSC-Regular.ttf", font.shown(debian))
    entries = dictionary.read(debian / "rime-data-pinyin-simp", scope)
    (ASSETS / "input").mkdir(exist_ok=True)
    dictionary.write(entries, ASSETS / "input" / "pinyin.dict")
    model = debian / "sunpinyin-data/usr/lib/x86_64-linux-gnu/sunpinyin/data"
    pairs.write(model / "lm_sc.t3g", model / "pydict_sc.bin", entries, ASSETS / "input" / "pairs.dict")
    traditional.write(ASSETS / "input" / "traditional.txt")
    radicals.write(scope, entries, ASSETS / "input" / "radicals.txt")
    font.write(scope, debian, ASSETS / "fonts")
    licences.write(debian, ASSETS)
    if options.words:
        words.write(work)


if __name__ == "__main__":
    main()
