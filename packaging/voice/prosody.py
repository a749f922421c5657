"""Gives a Mandarin phrase its right tones.

What the voice says first comes out with tones of its own liking. So a phrase is planned in the
middle of a sentence, in several, and the sentence is taken in which most tones are right; the rest of
it is never heard. In the shortest phrases what is still wrong is set.
"""

import numpy as np

import mandarin
import tones
from model import LEAD_FRAMES

CARRIERS = ("", "这里是", "您选的是", "现在")
# Longer ones have a melody of their own, which setting a tone would break.
SET_SYLLABLES_MAX = 3
VOICED_HZ = 120
# What is softer than the loudest by more than this belongs to the dying away.
ENERGY_BELOW = 3.0
HALF_FRAME_MS = 12
# Sounds that begin with a closed mouth, in which what was before still rings.
STOPS = frozenset("ptkʨꭧʦ")


def plan(speaker, phonemes, syllables):
    """What a phrase will sound like, with silence about it."""
    best = None
    for carrier in CARRIERS:
        before = mandarin.phonemes(carrier) + " " if carrier else ""
        whole = speaker.plan(before + phonemes)
        parts = _parts(whole, before + phonemes, len(before), syllables)
        wrong = [part for part in parts if not _right(whole, *part)]
        if best is None or len(wrong) < len(best[2]):
            best = whole, len(before), wrong
        if not wrong:
            break
    whole, first, wrong = best
    if len(syllables) <= SET_SYLLABLES_MAX:
        for tone, frames in wrong:
            whole = set_tone(whole, tone, *frames)
    return whole.only(first, first + len(phonemes.rstrip(".,?")), lead(phonemes))


def lead(phonemes):
    """How many frames before its time the first of the phonemes is heard, in the middle of a sentence."""
    return LEAD_FRAMES - (phonemes[0] in STOPS)


def agreement(plan_of_phrase, phonemes, first, syllables):
    """How many syllables have their tone, and how many could be told."""
    parts = _parts(plan_of_phrase, phonemes, first, syllables)
    return sum(_right(plan_of_phrase, *part) for part in parts), len(parts)


def set_tone(whole, tone, start, end):
    """The plan with a tone set on the syllable between two frames."""
    halves = sounding(whole, start, end)
    curve = tones.CONTOURS[tone]
    # What dies away beside the tone keeps its ends.
    voiced = _voiced(whole, start, end)
    semitones = np.interp(voiced, np.linspace(halves[0], halves[-1], len(curve)), curve)
    return whole.set_pitch(voiced, 100 * 2 ** (semitones / 12))


def sounding(whole, start, end):
    """The half frames between two frames in which a tone is heard."""
    halves = _voiced(whole, start, end)
    if not len(halves):
        return halves
    energy = whole.energy[0, halves]
    return halves[energy > energy.max() - ENERGY_BELOW]


def _voiced(whole, start, end):
    halves = np.arange(2 * start, min(2 * end, whole.pitch.shape[1]))
    return halves[whole.pitch[0, halves] > VOICED_HZ]


def _parts(whole, phonemes, first, syllables):
    """[(tone, frames)] of the syllables that have a tone."""
    parts, at = [], first
    for place, syllable in enumerate(syllables):
        sounds = mandarin.of_pinyin(syllable)
        at = phonemes.index(sounds, at)
        tone = syllable[-1]
        # Before another third tone a third tone rises.
        if tone == "3" and syllables[place + 1 : place + 2] and syllables[place + 1][-1] == "3":
            tone = "2"
        frames = whole.frames(at, at + len(sounds))
        at += len(sounds)
        if tone != "5" and len(sounding(whole, *frames)):
            parts.append((tone, frames))
    return parts


def _right(whole, tone, frames):
    hz = whole.pitch[0, sounding(whole, *frames)]
    semitones = np.repeat(12 * np.log2(hz / 100), HALF_FRAME_MS // tones.HOP_MS)
    shape = tones.Shape.of(semitones)
    return shape is None or shape.tone() == int(tone)
