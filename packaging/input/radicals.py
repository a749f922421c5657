"""The radical table: the 214 radicals, the forms they take, and the characters under each."""

import re
from collections import defaultdict

HEAD = """\
# Written by packaging/input/build.py. Origin and licence: README.md.
# R: number of a radical, then each form with its strokes. C: number, strokes beside the radical,
# then the characters, those met most often first.
"""
# The forms people see besides the one a radical is listed under, with their strokes.
FORMS = {
    5: "乚1 乛1", 9: "亻2", 12: "丷2", 18: "刂2", 26: "㔾2", 43: "兀3 尣4", 47: "川3", 58: "彑3",
    61: "忄3 㣺4", 64: "扌3", 66: "攵4", 71: "旡4", 78: "歺5", 80: "母5", 85: "氵3 氺5", 86: "灬4",
    87: "爫4", 90: "丬3", 93: "牜4", 94: "犭3", 96: "王4", 113: "礻4", 118: "⺮6", 120: "糹6 纟3",
    122: "罒5", 125: "耂4", 129: "肀4", 130: "月4", 140: "艹3", 145: "衤5", 146: "西6 覀6", 147: "见4",
    149: "讠2 訁7", 154: "贝4", 157: "𧾷7", 159: "车4", 162: "辶3", 163: "阝2", 167: "钅5 釒8",
    168: "长4 镸7", 169: "门3", 170: "阝2", 174: "青8", 178: "韦4", 181: "页6", 182: "风4", 183: "飞3",
    184: "饣3 飠8", 187: "马3", 195: "鱼8", 196: "鸟5", 197: "卤7", 199: "麦7", 201: "黄11", 205: "黾8",
    210: "齐6", 211: "齿8", 212: "龙5", 213: "龟7",
}  # fmt: skip
VALUE = re.compile(r"^(\d+)'*\.(-?\d+)$")


def write(scope, entries, path):
    met = defaultdict(int)
    for (text, syllables), weight in entries.items():
        if len(syllables) == 1:
            met[ord(text)] += weight
    under = defaultdict(set)
    for character in scope.characters:
        for value in scope.fields["kRSUnicode"][character].split():
            number, beside = map(int, VALUE.match(value).groups())
            under[number, max(beside, 0)].add(character)
    lines = [HEAD]
    for number, listed in _listed(scope).items():
        strokes = scope.fields["kTotalStrokes"][listed].split()[0]
        forms = [f"{chr(listed)}{strokes}"] + FORMS.get(number, "").split()
        missing = [form for form in forms if ord(form[0]) not in scope.text_font]
        assert not missing, missing
        lines.append(f"R\t{number}\t{' '.join(forms)}\n")
    for number, beside in sorted(under):
        row = sorted(under[number, beside], key=lambda c: (-met[c], scope.level(c), c))
        lines.append(f"C\t{number}\t{beside}\t{''.join(map(chr, row))}\n")
    path.write_text("".join(lines), encoding="utf-8")
    print(f"{path.name}: {sum(map(len, under.values()))} places, {path.stat().st_size} bytes")


def _listed(scope):
    """{number: the character a radical is listed under}."""
    listed = {}
    for line in (scope.package / "usr/share/unicode/CJKRadicals.txt").read_text(encoding="utf-8").splitlines():
        fields = line.split(";")
        if len(fields) == 3 and "'" not in fields[0]:
            listed[int(fields[0])] = int(fields[2], 16)
    assert len(listed) == 214
    return listed
