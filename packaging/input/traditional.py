"""Simplified characters as traditional ones and back, out of OpenCC's tables.

Traditional characters are written as in Taiwan (裡 and not 裏), as the texts of the terminal are. The
file is read by lines; a line that begins with # says something about it, and the others have

    S  a simplified character  its traditional ones, the likeliest first
    P  a word                  as it is written with traditional characters
    T  a traditional character its simplified one
    R  a traditional word      as it is written with simplified characters

with tabs between them. Words stand here only where character by character they would be wrong.
"""

from importlib.metadata import files

# Longer words than this are sentences, and their parts are words of their own.
MOST = 6
HEAD = """\
# Simplified and traditional characters, written by packaging/input/traditional.py from the tables of
# OpenCC (Apache License 2.0). S and P: from simplified, characters and words; T and R: back.
"""


def write(path):
    variants = {left: rights[0] for left, rights in _table("TWVariants.txt")}
    taiwan = lambda text: "".join(variants.get(c, c) for c in text)
    characters = {left: _once(map(taiwan, rights)) for left, rights in _table("STCharacters.txt")}
    words = {left: taiwan(rights[0]) for left, rights in _table("STPhrases.txt") if len(left) <= MOST}
    words = _wrong({left: rights[0] for left, rights in characters.items()}, words)
    back = {taiwan(left): rights[0] for left, rights in _table("TSCharacters.txt")}
    for left, rights in _table("TSCharacters.txt"):
        back.setdefault(left, rights[0])
    words_back = _wrong(back, {taiwan(left): rights[0] for left, rights in _table("TSPhrases.txt")})
    lines = [("S", left, "".join(rights)) for left, rights in characters.items() if rights != [left]]
    lines += [("P", *pair) for pair in words.items()]
    lines += [("T", *pair) for pair in back.items() if pair[0] != pair[1]]
    lines += [("R", *pair) for pair in words_back.items()]
    path.write_text(HEAD + "".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
    print(f"{path.name}: {len(lines)} lines, {path.stat().st_size} bytes")


def _wrong(characters, words):
    """The words that are otherwise written than character by character, the shortest first: a longer
    one that comes of them anyway is left out."""
    kept = {}
    longest = 1
    for left in sorted(words, key=lambda word: (len(word), word)):
        if _converted(left, characters, kept, longest) != words[left]:
            kept[left] = words[left]
            longest = len(left)
    return kept


def _converted(text, characters, words, longest):
    converted, at = "", 0
    while at < len(text):
        for length in range(min(longest, len(text) - at), 1, -1):
            word = text[at : at + length]
            if word in words:
                converted += words[word]
                at += length
                break
        else:
            converted += characters.get(text[at], text[at])
            at += 1
    return converted


def _table(name):
    file = next(f for f in files("opencc-python-reimplemented") if f.name == name)
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            left, rights = line.split("\t")
            yield left, rights.split(" ")


def _once(texts):
    return list(dict.fromkeys(texts))
