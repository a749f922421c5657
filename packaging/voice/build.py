"""Builds the voice pack: every clip of every locale, the chime, and the voice.toml files.

A clip that is already there is left alone, so a build that was stopped goes on
where it was; --force makes the chosen clips again.
"""

import argparse
import fnmatch
import os
import sys
import time
from multiprocessing import Pool
from pathlib import Path

import examples
import model
import prosody
import readings
import screens
import sound
import syllables
from clip import VOICES
from clips import clips

PACK = Path(__file__).resolve().parents[2] / "assets" / "voice"

VOICE_TOML = """\
# Written by packaging/voice/build.py.
name = "{name}"
voice = "{voice}"
speed = {speed}
# "whole": one clip for each number from 000 to 999; "digits": one for each digit.
number = "{number}"
sample_rate_hz = {rate}
gap_after_letter_ms = 80
gap_at_comma_ms = 250
"""

_speaker = None


def main():
    options = _options()
    work = os.environ["VOICE_WORK"]
    _write_chime(options.force)
    _write_tables(options.force)
    for locale in options.locale or VOICES:
        _write_voice_toml(locale)
        _speak_clips(locale, work, options)


def _options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--locale", action="append", choices=VOICES, help="only this locale")
    parser.add_argument("--only", action="append", metavar="GLOB", help="only these clips, such as 'number/0*'")
    parser.add_argument("--force", action="store_true", help="make clips again that are already there")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many clips at a time")
    return parser.parse_args()


def _write_chime(force):
    path = PACK / "chime.ogg"
    if force or not path.exists():
        sound.write_vorbis(sound.chime(), path)


def _write_tables(force):
    screens.write_tables(PACK)
    for name, table in (("readings", readings), ("examples", examples)):
        path = PACK / "zh-CN" / f"{name}.tsv"
        if force or not path.exists():
            path.write_text("".join(table.lines()), encoding="utf-8")


def _write_voice_toml(locale):
    voice = VOICES[locale]
    folder = PACK / locale
    folder.mkdir(parents=True, exist_ok=True)
    text = VOICE_TOML.format(**vars(voice), rate=model.SAMPLE_RATE_HZ)
    (folder / "voice.toml").write_text(text, encoding="utf-8")


def _speak_clips(locale, work, options):
    wanted = options.only or ["*"]
    todo = [
        clip
        for clip in clips(locale)
        if any(fnmatch.fnmatchcase(clip.path, glob) for glob in wanted)
        and (options.force or not _file(clip).exists())
    ]
    if not todo:
        print(f"{locale}: nothing to do")
        return
    # All that can be wrong with the files is found here, before any worker starts.
    known = model.vocabulary().keys()
    for clip in todo:
        if unknown := set(clip.carrier + clip.text) - known:
            raise SystemExit(f"{clip.path} has phonemes the voice does not know: {clip.text}, {unknown}")
    voice = VOICES[locale]
    speaker = (model.halves(work), model.style_file(work, voice.voice), voice.speed)
    started = time.monotonic()
    with Pool(options.jobs, _start_speaker, speaker) as pool:
        for done, path in enumerate(pool.imap(_speak, todo), 1):
            if done % 20 == 0 or done == len(todo):
                print(f"{locale}: {done}/{len(todo)} {path}, {time.monotonic() - started:.0f} s", flush=True)


def _start_speaker(*speaker):
    global _speaker
    _speaker = model.Speaker(*speaker)


def _speak(clip):
    sound.write_vorbis(sound.finish(_sound(clip)), _file(clip), clip.quality)
    return clip.path


def _sound(clip):
    if clip.path.startswith("syllable/"):
        return syllables.say(_speaker, clip.syllables[0])
    if clip.syllables:
        return _speaker.sound(prosody.plan(_speaker, clip.text, clip.syllables))
    whole = clip.carrier + clip.text
    if clip.planned:
        plan = _speaker.plan(whole)
        return _speaker.sound(plan.only(len(clip.carrier), len(whole.rstrip(".,?")), model.LEAD_FRAMES))
    audio = _speaker.say(whole)
    return sound.after_pause(audio) if clip.carrier else audio


def _file(clip):
    return PACK / clip.locale / f"{clip.path}.ogg"


if __name__ == "__main__":
    sys.exit(main())
