"""Mandarin in characters, or in pinyin with tone numbers, to the phonemes the voice takes."""

import logging
import re
from dataclasses import dataclass

import cn2an
import jieba
from misaki.zh import ZHG2P
from pypinyin import Style, lazy_pinyin

from letters import ZH_LETTERS

# Words the dictionaries cut or read otherwise than they are said here.
READ_AS = {
    "一月": "yi1 yue4",
    "名字": "ming2 zi5",
    "宝宝": "bao3 bao5",
    "放得": "fang4 de5",
    "暂时没": "zan4 shi2 mei2",
    "没能": "mei2 neng2",
    "没发": "mei2 fa1",
    "记为": "ji4 wei2",
    "谢谢": "xie4 xie5",
    "重写": "chong2 xie3",
    "重呼": "chong2 hu1",
    "重连": "chong2 lian2",
    "重试": "chong2 shi4",
    "重听": "chong2 ting1",
    "重播": "chong2 bo1",
    "量血压": "liang2 xue4 ya1",
}
# 一 keeps its tone in a row of digits, as the name of a day, and where it counts places in order.
ORDER_BEFORE = "第期十百零一二三四五六七八九"
ORDER_AFTER = "号月年楼零一二三四五六七八九"
PAUSES = str.maketrans({"·": "，", "–": "到", "“": "", "”": "", "「": "", "」": ""})

jieba.setLogLevel(logging.WARNING)
for _word in READ_AS:
    jieba.add_word(_word)


@dataclass(frozen=True)
class Said:
    """A Mandarin text as it is spoken."""

    phonemes: str  # marks stay as pauses
    syllables: tuple  # in pinyin with tones; 一 and 不 as they are before others


def phonemes(text):
    """What the voice is to speak."""
    return said(text).phonemes


def said(text):
    """How a text is spoken: its phonemes, and its syllables."""
    text = re.sub(r"(\d{1,2}):(\d\d)", _clock, text).translate(PAUSES)
    text = ZHG2P.map_punctuation(cn2an.transform(re.sub(r"\s*，\s*", "，", text), "an2cn"))
    result, syllables = "", []
    for run in re.findall("[\u4e00-\u9fff]+|[^\u4e00-\u9fff]+", text):
        if not "\u4e00" <= run[0] <= "\u9fff":
            result += re.sub("[A-Za-z]", _letter, run)
            continue
        words = jieba.lcut(run, cut_all=False)
        readings = iter(sandhi(run, [reading for word in words for reading in _readings(word)]))
        by_word = [[next(readings) for _ in word] for word in words]
        result += " ".join("".join(map(of_pinyin, of_word)) for of_word in by_word)
        syllables += sum(by_word, [])
    return Said(result, tuple(syllables))


def of_pinyin(syllable):
    """The phonemes of one syllable, such as `lv4`; 5 is the neutral tone."""
    # A neutral tone is marked by a sign of IPA that the voice does not know.
    return ZHG2P.py2ipa(syllable.replace("v", "ü")).replace(chr(815), "")


def sandhi(text, readings):
    """The readings with the tones that 不 and 一 take before others."""
    changed = list(readings)
    for place, character in enumerate(text[:-1]):
        following = readings[place + 1][-1]
        if character == "不" and following == "4":
            changed[place] = "bu2"
        counts_order = text[place + 1] in ORDER_AFTER or (place and text[place - 1] in ORDER_BEFORE)
        if character == "一" and not counts_order:
            # Between twice the same verb it has no tone.
            twice = place and text[place - 1] == text[place + 1]
            changed[place] = "yi5" if twice else "yi2" if following == "4" or text[place + 1] == "个" else "yi4"
    return changed


def _readings(word):
    if word in READ_AS:
        return READ_AS[word].split(" ")
    readings = lazy_pinyin(word, style=Style.TONE3, neutral_tone_with_five=True)
    if len(readings) != len(word):
        raise ValueError(f"{word} has the readings {readings}")
    return readings


def _clock(match):
    hours, minutes = match.groups()
    return f"{int(hours)}点" + (f"{minutes}分" if minutes != "00" else "")


def _letter(match):
    return ZH_LETTERS[match.group().upper()].rstrip(".") + " "
