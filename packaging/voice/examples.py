"""The word by which a character is told: 中, 中国的中."""

from functools import cache
from math import log

import jieba
from opencc import OpenCC

import dictionary
import readings

CHARACTERS = 8000
LONGER = 2500  # what each character more than two costs, in the dictionary's thousandths of -ln
OTHERWISE_READ = 12_000
# The words of jieba's dictionary come in where ours has none.
SECOND_CHOICE = 6_000
# A word with one of these tells little of the other character.
SLIGHT = frozenset("的了是不一这那有在就也都和个我你他她它们得地着过老小这這個們")
SLIGHT_COST = 2_500
CHOSEN = {
    "的": "我的", "了": "好了", "是": "但是", "人": "人民", "张": "张开", "張": "張開", "刘": "刘海", "劉": "劉海",
    "赵": "赵国", "趙": "趙國", "吴": "吴国", "吳": "吳國", "杨": "杨树", "楊": "楊樹", "王": "国王", "李": "桃李",
    "陈": "陈旧", "陳": "陳舊", "孙": "孙子", "孫": "孫子", "沈": "沈阳", "瀋": "瀋陽", "韩": "韩国", "韓": "韓國",
    "不": "不是", "一": "一天",
}
# Nothing that one would not say aloud in a hall.
UNFIT = (
    "妈的 他妈 你妈 操你 我操 鸡巴 王八 狗日 狗屎 放屁 屁股 傻逼 混蛋 滚蛋 笨蛋 婊 妓 嫖 奸 淫 娼 尿 屎 粪 裸 乳房 阴道 阴茎 性交 做爱 色情 "
    "强暴 自杀 杀人 杀 尸 毒品 吸毒 赌 枪 炸 恐怖 死 鬼 骂 恨 贱 蠢 白痴 毛泽东 邓小平 江泽民 胡锦涛 习近平 法轮 台独 藏独 疆独 反动 暴 "
    "癌 瘟 丧"
).split()


def lines():
    """What examples.tsv holds, in the order of its bytes."""
    best = {}
    simplified = OpenCC("t2s")
    costs = _costs()
    for word, cost in _words():
        fit = not any(unfit in word for unfit in UNFIT)
        syllables = readings.of_word(word)
        for character, syllable in zip(word, syllables):
            usual = readings.characters()[character]
            # Without its tone it is still the same reading.
            read_so = syllable == usual or (syllable[-1] == "5" and syllable[:-1] == usual[:-1])
            slight = any(other in SLIGHT for other in word if other != character)
            score = cost + LONGER * (len(word) - 2) + OTHERWISE_READ * (not read_so) + SLIGHT_COST * slight
            if fit and score < best.get(character, (1 << 30,))[0]:
                best[character] = score, word
    best |= {character: (0, word) for character, word in CHOSEN.items()}
    commonest = sorted(best, key=lambda character: (_cost(costs, simplified, character), character))[:CHARACTERS]
    return [f"{character}\t{best[character][1]}\n" for character in sorted(commonest)]


def _words():
    """(word, cost) of words as they are, and as they are without simplification."""
    traditional = [OpenCC("s2t"), OpenCC("s2tw")]
    known = readings.characters()
    for text, cost in _costs_of_words().items():
        # The simplified word comes first, and holds for the characters that both have.
        for word in dict.fromkeys([text, *(to.convert(text) for to in traditional)]):
            if len(word) == len(text) and all(c in known for c in word):
                yield word, cost


def _costs_of_words():
    counted = _jieba()
    total = sum(count for count, _ in counted.values())
    costs = {word: SECOND_CHOICE - 1000 * log((count + 0.5) / total) for word, (count, _) in counted.items()}
    costs |= {entry.text: entry.cost for entry in dictionary.entries()}
    # A person's name may be known to one and not to another.
    return {
        word: cost
        for word, cost in costs.items()
        if 2 <= len(word) <= readings.WORD_MAX and not counted.get(word, (0, ""))[1].startswith("nr")
    }


@cache
def _jieba():
    """{word: (how often, part of speech)}"""
    with jieba.get_dict_file() as file:
        rows = (line.decode().split() for line in file)
        return {word: (int(count), kind) for word, count, kind in rows}


def _cost(costs, simplified, character):
    # An unsimplified character is as common as what it is simplified to.
    return min(costs.get(character, 1 << 16), costs.get(simplified.convert(character), 1 << 16))


def _costs():
    costs = {}
    for entry in dictionary.entries():
        if len(entry.text) == 1:
            costs[entry.text] = min(entry.cost, costs.get(entry.text, entry.cost))
    return costs
