"""One sound file of the pack, and the voices that speak."""

from dataclasses import dataclass

# The English voice puts a small "uh" before a word spoken alone. A sentence said
# first, and cut away at the pause, takes it away.
EN_CARRIER = "ðə nˈʌmbəɹ ɪz. "


@dataclass(frozen=True)
class Clip:
    """One sound file of the pack."""

    locale: str
    path: str  # below the locale's folder, without the ending
    text: str  # phonemes
    carrier: str = ""  # phonemes said before it and cut away
    planned: bool = False  # cut out before it becomes sound, not at a pause heard afterwards
    syllables: tuple = ()  # of Mandarin in pinyin: their tones are heeded
    quality: str = "2"  # of Vorbis


@dataclass(frozen=True)
class Voice:
    """The speaker of one locale, as `voice.toml` tells it."""

    name: str
    voice: str
    speed: float
    number: str  # "whole": a clip per number 000-999; "digits": a clip per digit


VOICES = {
    "zh-CN": Voice(name="晓伊（普通话）", voice="zf_xiaoyi", speed=0.9, number="whole"),
    "en": Voice(name="Heart (English)", voice="af_heart", speed=0.9, number="digits"),
}
