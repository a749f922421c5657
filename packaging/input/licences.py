"""The licence texts, as the packages carry them."""

from importlib.metadata import files

import font


# The package names its licence and author but does not carry the text.
JIEBA = """\
jieba (word list), MIT License

Copyright (c) 2013 Sun Junyi

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT
LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN
NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY,
WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def write(debian, assets):
    (assets / "fonts" / "ARPHICPL.txt").write_text(_unix(font.licence(debian)), encoding="utf-8")
    copyright = debian / "unicode-data/usr/share/doc/unicode-data/copyright"
    (assets / "input" / "LICENSE-UNICODE.txt").write_text(copyright.read_text(encoding="utf-8"), encoding="utf-8")
    copyright = debian / "rime-data-pinyin-simp/usr/share/doc/rime-data-pinyin-simp/copyright"
    (assets / "input" / "COPYRIGHT-PINYIN.txt").write_text(copyright.read_text(encoding="utf-8"), encoding="utf-8")
    licence = next(f for f in files("pypinyin") if f.name.startswith("LICENSE"))
    (assets / "input" / "LICENSE-PYPINYIN.txt").write_text(_unix(licence.read_text()), encoding="utf-8")
    copyright = debian / "sunpinyin-data/usr/share/doc/sunpinyin-data/copyright"
    (assets / "input" / "COPYRIGHT-PAIRS.txt").write_text(copyright.read_text(encoding="utf-8"), encoding="utf-8")
    (assets / "input" / "LICENSE-JIEBA.txt").write_text(JIEBA, encoding="utf-8")


def _unix(text):
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"
