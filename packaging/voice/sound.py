"""What is done to every clip after it was spoken, and the chime."""

import os
import subprocess

import numpy as np

from model import SAMPLE_RATE_HZ

TRIM_DB = -38.0  # below the loudest moment of the clip
PAD_MS = 12
FADE_MS = 8
ACTIVE_RMS_DBFS = -20.0
# Under the promised -1.5 dBFS: Vorbis does not keep peaks exactly, the less so the lower its quality.
PEAK_DBFS = -3.6
KNEE = 0.7  # of the peak, where rounding begins

# Longer than the silence inside a word such as "six", shorter than one between sentences.
PAUSE_MS = 90

FRAME_MS = 10
HOP_MS = 2


def samples(ms):
    return round(ms * SAMPLE_RATE_HZ / 1000)


def decibels(level):
    return 20 * np.log10(np.maximum(level, 1e-9))


def levels(audio):
    """The level in dBFS of each short frame, one every `HOP_MS`."""
    frame, hop = samples(FRAME_MS), samples(HOP_MS)
    padded = np.pad(audio, frame // 2)
    energy = np.concatenate(([0.0], np.cumsum(padded**2)))
    starts = np.arange(0, len(audio), hop)
    return decibels(np.sqrt((energy[starts + frame] - energy[starts]) / frame))


def active(audio):
    """Which frames of `levels` hold sound, and the level of those together in dBFS."""
    frames = levels(audio)
    loud = frames > frames.max() + TRIM_DB
    return loud, 10 * np.log10(np.mean(10 ** (frames[loud] / 10)))


def after_pause(audio):
    """What follows the longest pause, from the quietest moment of that on."""
    loud = np.flatnonzero(active(audio)[0])
    at = np.argmax(np.diff(loud))
    start, end = loud[at], loud[at + 1]
    if (end - start) * HOP_MS < PAUSE_MS:
        raise ValueError(f"the longest pause has {(end - start) * HOP_MS} ms, not {PAUSE_MS}")
    return audio[samples(HOP_MS) * (start + np.argmin(levels(audio)[start:end])) :]


def finish(audio):
    """Trims, fades and levels a spoken clip, so that clips can be joined end to end."""
    loud, _ = active(audio)
    first, last = np.flatnonzero(loud)[[0, -1]] * samples(HOP_MS)
    pad = samples(PAD_MS)
    audio = audio[max(0, first - pad) : last + pad].copy()
    fade = 0.5 - 0.5 * np.cos(np.linspace(0, np.pi, samples(FADE_MS)))
    audio[: len(fade)] *= fade
    audio[-len(fade) :] *= fade[::-1]
    return level(audio, ACTIVE_RMS_DBFS)


def level(audio, rms_dbfs):
    """Brings the sounding part to `rms_dbfs`; single peaks that would be too high are rounded off."""
    audio = audio * 10 ** ((rms_dbfs - active(audio)[1]) / 20)
    peak = 10 ** (PEAK_DBFS / 20)
    if np.abs(audio).max() <= peak:
        return audio
    knee = KNEE * peak
    rounded = knee + (peak - knee) * np.tanh((np.abs(audio) - knee) / (peak - knee))
    return np.where(np.abs(audio) > knee, np.sign(audio) * rounded, audio)


def chime():
    """Two soft notes, a third apart and falling like a doorbell: E5 and C5."""
    time = np.arange(samples(1200)) / SAMPLE_RATE_HZ
    audio = np.zeros_like(time)
    for start, pitch_hz, loudness in ((0.0, 659.26, 0.85), (0.28, 523.25, 1.0)):
        since = np.maximum(time - start, 0)
        # Few and weak overtones, the higher the sooner gone: wood and felt, no metal.
        note = sum(
            strength * np.sin(2 * np.pi * pitch_hz * ratio * since) * np.exp(-since / decay)
            for ratio, strength, decay in ((1, 1.0, 0.26), (2, 0.22, 0.14), (3, 0.06, 0.07), (0.5, 0.12, 0.3))
        )
        attack = 0.5 - 0.5 * np.cos(np.pi * np.clip(since / 0.012, 0, 1))
        audio += loudness * attack * note * (time >= start)
    end = samples(120)
    audio[-end:] *= 0.5 + 0.5 * np.cos(np.linspace(0, np.pi, end))
    return level(audio, ACTIVE_RMS_DBFS)


def write_vorbis(audio, path, quality="2"):
    """Writes a mono Vorbis file of a quality that oggenc knows; the same samples always give the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    pcm = np.round(audio * 32767).astype("<i2").tobytes()
    encoder = ["oggenc", "--quiet", "--raw", "--raw-bits=16", "--raw-chan=1", f"--raw-rate={SAMPLE_RATE_HZ}"]
    encoder += [f"--quality={quality}", "--serial=1", f"--output={half}", "-"]
    subprocess.run(encoder, input=pcm, check=True)
    half.rename(path)
