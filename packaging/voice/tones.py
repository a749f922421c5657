"""Hears which of the four tones a Mandarin syllable has, by how its pitch moves."""

from dataclasses import dataclass

import numpy as np

from model import SAMPLE_RATE_HZ

FRAME_MS = 40
HOP_MS = 5
PITCH_HZ = (90, 520)
VOICED = 0.5  # of the autocorrelation at the pitch, 1 is a perfect period
QUIET_DB = -30.0  # below the loudest frame nothing is heard of pitch


def pitch(audio):
    """Semitones over 100 Hz, one each `HOP_MS`, of the longest voiced stretch of a clip."""
    frame, hop = (SAMPLE_RATE_HZ * ms // 1000 for ms in (FRAME_MS, HOP_MS))
    shortest, longest = (SAMPLE_RATE_HZ // hz for hz in reversed(PITCH_HZ))
    padded = np.pad(audio, frame // 2)
    starts = range(0, len(padded) - frame, hop)
    frames = np.stack([padded[s : s + frame] for s in starts])
    frames = frames - frames.mean(axis=1, keepdims=True)
    energy = (frames**2).sum(axis=1)
    heard = energy > energy.max() * 10 ** (QUIET_DB / 10)
    lags = np.zeros(len(frames))
    strength = np.zeros(len(frames))
    for place in np.flatnonzero(heard):
        lags[place], strength[place] = _period(frames[place], shortest, longest)
    voiced = heard & (strength > VOICED)
    first, last = _longest_run(voiced)
    semitones = 12 * np.log2(SAMPLE_RATE_HZ / lags[first:last] / 100)
    return _without_octave_leaps(semitones)


def _period(frame, shortest, longest):
    """The lag in samples at which a frame is most like itself, and how like."""
    size = len(frame)
    spectrum = np.fft.rfft(frame, 2 * size)
    product = np.fft.irfft(np.abs(spectrum) ** 2)[: longest + 2]
    squares = np.concatenate(([0.0], np.cumsum(frame**2)))
    lags = np.arange(longest + 2)
    norm = np.sqrt(squares[size - lags] * (squares[size] - squares[lags])) + 1e-12
    likeness = product / norm
    peaks = np.flatnonzero(
        (likeness[shortest:-1] >= likeness[shortest - 1 : -2]) & (likeness[shortest:-1] > likeness[shortest + 1 :])
    )
    if not len(peaks):
        return longest, 0.0
    peaks = peaks + shortest
    best = likeness[peaks].max()
    # Twice the period is as like as once: the shortest that is nearly as like is meant.
    at = peaks[likeness[peaks] > best - 0.08][0]
    before, here, after = likeness[at - 1 : at + 2]
    bend = before - 2 * here + after
    return at + (0.5 * (before - after) / bend if bend else 0.0), best


def _longest_run(voiced):
    edges = np.flatnonzero(np.diff(np.concatenate(([0], voiced.astype(int), [0]))))
    if not len(edges):
        return 0, 0
    runs = edges.reshape(-1, 2)
    return runs[np.argmax(runs[:, 1] - runs[:, 0])]


def _without_octave_leaps(semitones):
    if len(semitones) < 3:
        return semitones
    middle = np.median(semitones)
    semitones = np.where(semitones > middle + 9, semitones - 12, semitones)
    semitones = np.where(semitones < middle - 13, semitones + 12, semitones)
    padded = np.pad(semitones, 2, mode="edge")
    return np.median(np.lib.stride_tricks.sliding_window_view(padded, 5), axis=1)

# Between the middle of the third tone and that of the others, in semitones, for the voice of the pack.
LOW = 16.6

# How each tone moves, in semitones over 100 Hz at even steps, within the range of the voice of the
# pack. The third stays low, as it does before another syllable; 5 is the neutral tone.
CONTOURS = {
    "1": (20.6, 20.9, 21.0, 20.9, 20.7),
    "2": (17.4, 17.0, 17.6, 19.4, 21.4),
    "3": (17.0, 14.6, 13.2, 13.3, 14.8),
    "4": (22.2, 22.0, 20.2, 17.2, 14.8),
    "5": (18.4, 17.6, 16.8, 15.8, 15.0),
}


@dataclass(frozen=True)
class Shape:
    """How the pitch of one syllable moves, in semitones over 100 Hz."""

    start: float
    lowest: float
    mean: float
    end: float

    @classmethod
    def of(cls, semitones):
        """None where too little of it is voiced."""
        if len(semitones) * HOP_MS < 60:
            return None
        # The first and last moments belong to the sounds beside the vowel.
        edge = len(semitones) // 10
        core = semitones[edge : len(semitones) - edge]
        quarter = max(1, len(core) // 4)
        return cls(core[:quarter].mean(), core.min(), core.mean(), core[-quarter:].mean())

    def tone(self):
        """1 high and level, 2 rising, 3 low, 4 falling."""
        change = self.end - self.start
        if change <= -3.2 and self.mean > LOW:
            return 4
        if self.mean <= LOW:
            return 3
        return 2 if change >= 2.0 else 1
