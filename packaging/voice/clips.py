"""Every clip of each voice, in the order in which they are worth having."""

import calls
import counts
import screens
import syllables


def clips(locale):
    """The clips of one voice."""
    if locale == "zh-CN":
        return [*calls.zh_cn(), *screens.clips(locale), *syllables.clips(), *counts.zh_cn()]
    return [*calls.en(), *screens.clips(locale), *counts.en()]
