"""Counts as they are said before what is counted: 22 is 二十二, or twenty-two."""

import english
import mandarin
from calls import zh_count
from clip import EN_CARRIER, Clip

COUNTS = range(0, 101)
QUALITY = "0"


def zh_cn():
    """二 stays 二: it is the terminal that knows when 两 is said."""
    for number in COUNTS:
        text = {0: "零", 100: "一百"}.get(number) or zh_count(number)
        said = mandarin.said(text)
        yield Clip("zh-CN", f"count/{number}", said.phonemes + ",", syllables=said.syllables, quality=QUALITY)


def en():
    """The same in English."""
    for number in COUNTS:
        said = english.phonemes(english.count(number)) + ","
        yield Clip("en", f"count/{number}", said, EN_CARRIER, planned=True, quality=QUALITY)
