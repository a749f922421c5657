"""Every toned syllable of Mandarin alone, so that any text can be said by joining.

The voice gives a syllable that stands alone a tone of its own liking, and draws out its first sound
so that one is taken for another. So it is cut out of a sentence, and its pitch is set: where the model
would hum, it hums the tone. What comes of it is measured by `tones.py`.
"""

import mandarin
import prosody
import readings
import sound
import tones
from clip import Clip
from model import LEAD_FRAMES

QUALITY = "0"
# Slow enough for a tone to be heard; the neutral tone is short as well as slack.
SPEED = {"1": 0.85, "2": 0.8, "3": 0.8, "4": 0.85, "5": 1.0}
CARRIER = "这里是"
# How many frames before its time the tone begins: a vowel hums early, a breath before it is not heard.
LEADS = (LEAD_FRAMES, 2, 0)


def clips():
    """A clip for every syllable that a text can hold."""
    for syllable in readings.syllables():
        yield Clip("zh-CN", f"syllable/{syllable}", _sounds(syllable), syllables=(syllable,), quality=QUALITY)


def say(speaker, syllable):
    """Speaks one syllable, such as `lv4`; mono float samples with a little silence about it."""
    said = None
    for lead in LEADS:
        audio = _say(speaker, syllable, lead)
        shape = tones.Shape.of(tones.pitch(sound.finish(audio)))
        if syllable[-1] == "5" or (shape and shape.tone() == int(syllable[-1])):
            return audio
        said = audio if said is None else said
    return said


def _say(speaker, syllable, lead):
    tone, sounds = syllable[-1], _sounds(syllable)
    before = mandarin.phonemes(CARRIER) + " "
    whole = speaker.plan(before + sounds + ".", SPEED[tone])
    start, end = whole.frames(len(before), len(before + sounds))
    whole = prosody.set_tone(whole, tone, start - lead, end)
    return speaker.sound(whole.only(len(before), len(before + sounds), prosody.lead(sounds)))


def _sounds(syllable):
    # Without a tone the voice would be left guessing how long it is.
    return mandarin.of_pinyin(syllable if syllable[-1] != "5" else syllable[:-1] + "4")
