"""The font of rare characters: what is offered and the text font lacks, cut out of BabelStone Han."""

from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "Linli Rare Han"
FILE = "RareHan-Regular.ttf"
PACKAGE = "fonts-babelstone-han"
# The Arphic Public License asks that a changed file says how and when it was changed.
NOTICE = (
    "Changed for Linli in 2026 by packaging/input/font.py: cut down from BabelStone Han {version} to the "
    "characters that Linli offers and its text font lacks, and renamed. No outline was changed."
)
NAME_DESCRIPTION = 10
NAMES = {1: NAME, 2: "Regular", 3: f"{NAME} Regular", 4: NAME, 6: "LinliRareHan-Regular"}


def shown(debian):
    """The characters the font has before it is cut down."""
    return set(_open(debian).getBestCmap())


def write(scope, debian, folder):
    options = subset.Options(
        hinting=False, layout_features=[], name_IDs=["*"], notdef_outline=True, drop_tables=["DSIG", "GPOS", "GSUB", "meta"]
    )
    font = _open(debian)
    version = font["name"].getDebugName(5)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=scope.rare())
    cutter.subset(font)
    table = font["name"]
    for number, text in {**NAMES, NAME_DESCRIPTION: NOTICE.format(version=version)}.items():
        table.removeNames(nameID=number)
        table.setName(text, number, 3, 1, 0x409)
    path = folder / FILE
    font.save(path)
    print(f"{FILE}: {len(font.getBestCmap())} characters, {path.stat().st_size} bytes")


def licence(debian):
    """The licence as it stands in the font."""
    return _open(debian)["name"].getDebugName(13)


def _open(debian):
    path = next((debian / PACKAGE).rglob("BabelStoneHan.ttf"))
    # The date of the file is left as it is, so that the same package gives the same bytes.
    return TTFont(path, recalcTimestamp=False)
