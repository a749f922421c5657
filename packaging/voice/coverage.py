"""Whether the pack can say all that it must: every text of the screens, every syllable in its tone."""

from collections import Counter

import soundfile

import readings
import screens
import texts
import tones

# How many syllables of a tone must be heard to have it.
TONE_SHARE = 0.95


def problems(pack):
    """What is missing or wrong, in words; the figures are printed."""
    yield from _texts(pack)
    yield from _tables(pack)
    yield from _tones(pack)


def _texts(pack):
    for locale in texts.LOCALES:
        listed = _read(pack / locale / "phrases.tsv", text_first=False)
        wanted = texts.clauses(locale)
        silent = [text for text in wanted if not (pack / f"{listed.get(text)}.ogg").exists()]
        print(f"{locale}: {len(wanted) - len(silent)} of {len(wanted)} clauses have a clip")
        for text in silent:
            yield f"{locale}: nothing says “{text}”"
        if listed != screens.phrases(locale):
            yield f"{locale}/phrases.tsv is not what the texts ask for: run build.sh"


def _tables(pack):
    said = _read(pack / "zh-CN" / "readings.tsv")
    for syllable in sorted({syllable for reading in said.values() for syllable in reading.split(" ")}):
        if not (pack / "zh-CN" / "syllable" / f"{syllable}.ogg").exists():
            yield f"nothing says {syllable}"
    for text, reading in said.items():
        if len(reading.split(" ")) != len(text):
            yield f"{text} has the reading {reading}"
    for character, word in _read(pack / "zh-CN" / "examples.tsv").items():
        if character not in word or any(other not in said for other in word):
            yield f"{word} is no example of {character}"


def _tones(pack):
    """Measures every syllable. The neutral tone has no shape of its own."""
    right, heard, doubtful = Counter(), Counter(), []
    for syllable in readings.syllables():
        file, tone = pack / "zh-CN" / "syllable" / f"{syllable}.ogg", syllable[-1]
        if tone == "5" or not file.exists():
            continue
        shape = tones.Shape.of(tones.pitch(soundfile.read(file)[0]))
        heard[tone] += 1
        if shape and shape.tone() == int(tone):
            right[tone] += 1
        else:
            doubtful.append(f"{syllable} ({shape.tone() if shape else 'no pitch'})")
    for tone in sorted(heard):
        print(f"tone {tone}: {right[tone]} of {heard[tone]} syllables have it, {right[tone] / heard[tone]:.1%}")
        if right[tone] < TONE_SHARE * heard[tone]:
            yield f"only {right[tone]} of {heard[tone]} syllables have tone {tone}"
    print("doubtful tones:", ", ".join(doubtful) or "none")


def _read(file, text_first=True):
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return {(row[0] if text_first else row[1]): (row[1] if text_first else row[0]) for row in rows}
