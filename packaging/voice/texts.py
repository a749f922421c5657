"""What the terminal's screens say in each language, cut into the clauses that get a clip.

The same rules stand in the terminal, which looks a text of the screen up in phrases.tsv:
whole first, then clause by clause. Whoever changes them here changes them there.
"""

import json
import re
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from fluent.syntax import FluentParser, ast

ASSETS = Path(__file__).resolve().parents[2] / "assets"
LOCALES = ("zh-CN", "zh-Hant", "en")
# The terminal's own texts first: they are wanted most.
FILES = ("kiosk-*.ftl", "common.ftl", "refusal.ftl")
# Stands for what is only known when it is shown.
HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"

MARKS = "。！？；，、：….!?;:,"
# A mark ends a clause; with Latin letters only where white space follows it.
# A time may be written with a wide colon, and 8:30 or 1.5 is one thing.
SPLIT = re.compile(r"([。！？；，…\n]|(?<![0-9])：|：(?![0-9])|[.!?;:,](?=\s|$))")
# Marks that only steer the direction of writing.
UNSEEN = re.compile("[\u200b-\u200f\u2060-\u2069\ufeff]")
# How a clause is said: a question, an end, or a breath in the middle.
TONE = {"？": "?", "?": "?", "，": ",", ",": ",", "：": ",", ":": ",", "；": ",", ";": ","}

# Said of a control, of a mark that was chosen or beside a count, without a text of their own in assets/texts.
MORE = {
    "zh-CN": "已打开 已关闭 已选 按钮 分钟 小时 人 位 点 分 秒 号 号窗口 元 年 月 日 画 项 半 百 第 大约 到 两"
    " 逗号 句号 顿号 分号 冒号 问号 感叹号 引号 左括号 右括号 书名号 省略号 破折号 间隔号 横杠 下划线 斜杠 艾特 井号 星号"
    " 加号 等号 百分号 和号 空格 换行".split(),
    "zh-Hant": "已打開 已關閉 已選 按鈕 分鐘 小時 人 位 點 分 秒 號 號窗口 元 年 月 日 畫 項 半 百 第 大約 到 兩".split(),
    "en": "on off selected button minute minutes second seconds hour hours person people waiting counter number"
    " o'clock to about hundred point and comma dot semicolon colon dots dash hyphen underscore slash at hash star plus"
    " equals percent space".split()
    + ["full stop", "question mark", "exclamation mark", "quotation mark", "opening bracket", "closing bracket"]
    + ["title mark", "middle dot", "new line"],
}
# The keys of letters and digits.
KEYS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


@dataclass(frozen=True)
class Clause:
    """A piece of text with one clip."""

    text: str
    end: str  # "?", "." or ",": how it is said


def clauses(locale):
    """{text: Clause} of everything that is spoken in a locale, in the order in which it is wanted."""
    found = {}
    for text in [*MORE[locale], *KEYS]:
        _add(found, text, ".")
    for text in _messages(locale):
        _cut(found, text)
    for text in _sample(locale):
        _cut(found, text)
        # What is to be brought is a list; each thing is also said alone.
        for part in text.split("·"):
            _cut(found, part)
    return found


def normalise(text):
    """The text as it is looked up: no bold marks, single spaces, no mark at the end."""
    text = re.sub(r"\s+", " ", UNSEEN.sub("", text.replace("**", ""))).strip()
    return text.rstrip(MARKS + " ")


def split(text):
    """[(clause, mark after it)], cut where a voice would pause."""
    pieces = SPLIT.split(text)
    marks = [*pieces[1::2], ""]
    return [(normalise(piece), mark) for piece, mark in zip(pieces[::2], marks)]


def _cut(found, text):
    for clause, mark in split(text):
        if HOLE not in clause:
            _add(found, clause, TONE.get(mark, "."))
            continue
        # Beside a number or a name, what stands still can be joined to it.
        for piece in clause.split(HOLE):
            _add(found, normalise(piece.strip(" ·–“”\"")), ",")


def _add(found, text, end):
    if not any(c.isalnum() for c in text):
        return
    # Where it ends in several ways, asking goes before ending, and that before going on.
    before = found.get(text)
    if before is None or ",.?".index(end) > ",.?".index(before.end):
        found[text] = Clause(text, end)


def messages(locale):
    """{id: [texts]} of every message of the terminal; several where a message has variants."""
    folder = ASSETS / "texts" / locale
    found = {}
    for glob in FILES:
        for file in sorted(folder.glob(glob)):
            for entry in FluentParser(with_spans=False).parse(file.read_text(encoding="utf-8")).body:
                if isinstance(entry, ast.Junk):
                    raise ValueError(f"{file.name} in {locale}: {entry.content}")
                if isinstance(entry, ast.Message) and entry.value:
                    found[entry.id.name] = _texts(entry.value)
    return found


def _messages(locale):
    return [text for texts in messages(locale).values() for text in texts]


def _texts(pattern):
    """All the texts a pattern can give, with a hole for what it is given."""
    ways = [_ways(element) for element in pattern.elements]
    return ["".join(way) for way in product(*ways)]


def _ways(element):
    if isinstance(element, ast.TextElement):
        return [element.value]
    expression = element.expression
    if isinstance(expression, (ast.StringLiteral, ast.NumberLiteral)):
        return [expression.parse()["value"] if isinstance(expression, ast.StringLiteral) else expression.value]
    if isinstance(expression, ast.SelectExpression):
        return [text for variant in expression.variants for text in _texts(variant.value)]
    return [HOLE]


def _sample(locale):
    """Every text of the sample hall in a language."""
    script = json.loads((ASSETS / "sample" / "wutongli.json").read_text(encoding="utf-8"))

    def walk(value):
        if isinstance(value, list):
            for item in value:
                yield from walk(item)
        elif isinstance(value, dict):
            if isinstance(value.get(locale), str):
                yield value[locale]
            for item in value.values():
                yield from walk(item)

    return list(walk(script))
