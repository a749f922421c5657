"""Measures every clip of the pack, and fails if one is missing or out of bounds.

It also fails if a text of the screens has no clip, or if too few syllables have their tone.
"""

import sys
from pathlib import Path

import numpy as np
import soundfile

import coverage
import sound
from clip import VOICES
from clips import clips
from model import SAMPLE_RATE_HZ

PACK = Path(__file__).resolve().parents[2] / "assets" / "voice"

RMS_DBFS = (-22.0, -18.0)
PEAK_DBFS_MAX = -1.5
PAD_MS_MAX = 40
PACK_MB_MAX = 35
# Shorter is a clip cut off, longer is one with something said twice.
DURATION_SECS = {
    "chime": (0.9, 1.3),
    "lead": (0.25, 0.9),
    "letter": (0.15, 0.9),
    "number": {"whole": (0.65, 1.8), "digits": (0.2, 0.9)},
    "counter": (1.0, 2.2),
    "phrase": (0.15, 8.0),
    "syllable": (0.1, 0.55),
    "count": (0.15, 1.7),
}

# Two texts may sound alike, two numbers may not.
DISTINCT = {"letter", "number", "counter"}


def main():
    problems = []
    groups = {"chime": [PACK / "chime.ogg"]}
    for locale, voice in VOICES.items():
        if not (PACK / locale / "voice.toml").exists():
            problems.append(f"{locale}/voice.toml is missing")
        for clip in clips(locale):
            kind = clip.path.split("/")[0]
            groups.setdefault(f"{locale}/{kind}", []).append(PACK / locale / f"{clip.path}.ogg")

    print(f"{'clips':16}{'there':>11}{'kB':>7}  {'seconds':13}  {'RMS dBFS':15}  {'peak dBFS':15}  pad ms")
    total_bytes = 0
    for group, files in groups.items():
        there = [file for file in files if file.exists()]
        problems += [f"{_name(file)} is missing" for file in files if not file.exists()]
        measured = [_measure(file) for file in there]
        for file, figures in zip(there, measured):
            problems += [f"{_name(file)}: {problem}" for problem in _problems(group, figures)]
        if group.split("/")[-1] in DISTINCT:
            problems += _twins(there)
        size = sum(file.stat().st_size for file in there)
        total_bytes += size
        print(f"{group:16}{len(there):5}/{len(files):5}{size / 1000:7.0f}", *_ranges(measured), sep="  ")

    problems += coverage.problems(PACK)
    print(f"whole pack: {total_bytes / 1e6:.2f} MB")
    if total_bytes > PACK_MB_MAX * 1e6:
        problems.append(f"the pack is over {PACK_MB_MAX} MB")
    for problem in problems:
        print("PROBLEM", problem)
    print("all clips are within bounds" if not problems else f"{len(problems)} problems")
    return 1 if problems else 0


def _measure(file):
    audio, rate = soundfile.read(file, always_2d=True)
    mono = audio[:, 0]
    loud, rms_dbfs = sound.active(mono)
    first, last = np.flatnonzero(loud)[[0, -1]]
    return {
        "format": (rate, audio.shape[1]),
        "secs": len(mono) / rate,
        "rms": rms_dbfs,
        "peak": sound.decibels(np.abs(mono).max()),
        "pad": max(first, len(loud) - 1 - last) * sound.HOP_MS,
    }


def _problems(group, figures):
    kind = group.split("/")[-1]
    bounds = DURATION_SECS[kind]
    if isinstance(bounds, dict):
        bounds = bounds[VOICES[group.split("/")[0]].number]
    if figures["format"] != (SAMPLE_RATE_HZ, 1):
        yield f"rate and channels are {figures['format']}"
    if not bounds[0] <= figures["secs"] <= bounds[1]:
        yield f"{figures['secs']:.2f} s, not within {bounds}"
    if not RMS_DBFS[0] <= figures["rms"] <= RMS_DBFS[1]:
        yield f"active RMS {figures['rms']:.1f} dBFS, not within {RMS_DBFS}"
    if figures["peak"] > PEAK_DBFS_MAX:
        yield f"peak {figures['peak']:.1f} dBFS, over {PEAK_DBFS_MAX}"
    # A chime may fade into silence.
    if kind != "chime" and figures["pad"] > PAD_MS_MAX:
        yield f"{figures['pad']} ms of silence at an end"


def _twins(files):
    """Files that hold the same bytes: one clip given out for two."""
    seen = {}
    for file in files:
        other = seen.setdefault(file.read_bytes(), file)
        if other is not file:
            yield f"{_name(file)} is the same as {_name(other)}"


def _ranges(measured):
    for key, form in (("secs", "{:.2f}"), ("rms", "{:.1f}"), ("peak", "{:.1f}"), ("pad", "{:.0f}")):
        values = [figures[key] for figures in measured]
        text = " … ".join(form.format(f(values)) for f in (min, max)) if values else "-"
        yield f"{text:{15 if key != 'secs' else 13}}"


def _name(file):
    return file.relative_to(PACK).as_posix()


if __name__ == "__main__":
    sys.exit(main())
