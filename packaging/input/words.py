"""The words and names of the bench, from jieba's dictionary.

They are written into the working folder, one a line with its syllables. The words are the most
frequent that are no names; the names are those that were not counted for the dictionary.
"""

import pypinyin

import names

MOST = 20_000


def write(work):
    words = [(word, [names.typed(s) for s in pypinyin.lazy_pinyin(word)]) for word in _words()[:MOST]]
    for file, rows in [("words.tsv", words), ("names.tsv", names.names(for_bench=1)[:MOST])]:
        lines = [f"{word}\t{' '.join(syllables)}\n" for word, syllables in rows]
        (work / file).write_text("".join(lines), encoding="utf-8")
        print(f"{file}: {len(lines)}")


def _words():
    return [word for word, _, is_name in names.words() if not is_name]
