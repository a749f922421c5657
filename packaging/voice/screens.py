"""The phrases of the screens: which clip says each text, and phrases.tsv, which tells the terminal."""

import hashlib
import re
from functools import cache

from opencc import OpenCC

import counts
import english
import mandarin
import readings
import texts
from clip import EN_CARRIER, VOICES, Clip
from letters import LETTERS, ZH_LETTERS

QUALITY = "1"
CARRIED_WORDS_MAX = 2
HAN = re.compile("[\u3400-\u9fff]")


@cache
def phrases(locale):
    """{text: path of its clip below assets/voice}, for one of the languages of the screens."""
    return {text: f"{speaker}/{_path(speaker, said)}" for text, speaker, said, _ in _spoken(locale)}


def clips(speaker):
    """The clips that a voice speaks for the screens of all languages."""
    found = {}
    for locale in texts.LOCALES:
        for _, of_speaker, said, end in _spoken(locale):
            if of_speaker == speaker and _path(speaker, said).startswith("phrase/"):
                found.setdefault(said, end)
    if len({_path(speaker, said) for said in found}) != len(found):
        raise ValueError("two texts share the name of a clip: make the names longer")
    for said in found:
        yield _clip(speaker, said, found[said])
    for letter in "IO":
        sounds = (ZH_LETTERS if speaker == "zh-CN" else LETTERS)[letter]
        yield Clip(speaker, f"letter/{letter}", sounds, EN_CARRIER, planned=True)


def _clip(speaker, said, end):
    path = _path(speaker, said)
    if speaker == "zh-CN":
        spoken = mandarin.said(said)
        return Clip(speaker, path, spoken.phonemes + end, syllables=spoken.syllables, quality=QUALITY)
    # A word or two get a tone of their own when nothing is said before.
    carrier = EN_CARRIER if len(said.split()) <= CARRIED_WORDS_MAX else ""
    return Clip(speaker, path, english.phonemes(said) + end, carrier, planned=True, quality=QUALITY)


def write_tables(pack):
    """Writes phrases.tsv of every language, and removes the clips that none of them names."""
    named = set()
    for locale in texts.LOCALES:
        lines = [f"{path}\t{text}\n" for text, path in sorted(phrases(locale).items())]
        (pack / locale).mkdir(exist_ok=True)
        (pack / locale / "phrases.tsv").write_text("".join(lines), encoding="utf-8")
        named |= set(phrases(locale).values())
    for file in pack.glob("*/phrase/*.ogg"):
        if file.relative_to(pack).with_suffix("").as_posix() not in named:
            file.unlink()


def _spoken(locale):
    """(text, speaker, text as it is said, end) of every clause."""
    simplified = OpenCC("t2s")
    for clause in texts.clauses(locale).values():
        if locale != "en" or HAN.search(clause.text):
            said = simplified.convert(clause.text) if locale == "zh-Hant" else clause.text
            yield clause.text, "zh-CN", said, clause.end
        else:
            yield clause.text, "en", clause.text, clause.end


def _path(speaker, said):
    """Where the clip of a text lies. What is a clip of the pack already gets no second one."""
    if re.fullmatch("[A-Za-z]", said):
        return f"letter/{said.upper()}"
    if re.fullmatch("[0-9]+", said) and int(said) in counts.COUNTS:
        return f"count/{int(said)}"
    if speaker == "zh-CN" and len(said) == 1 and said in readings.characters():
        return f"syllable/{readings.characters()[said]}"
    return f"phrase/{hashlib.sha256((VOICES[speaker].voice + said).encode()).hexdigest()[:8]}"
