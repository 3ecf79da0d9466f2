"""The keys of an agenda: what each does, told in one place for the list, the menu and Ctrl+K."""

from collections.abc import Mapping

from cop_desktop.frozen import frozen
from cop_desktop.i18n import N_


@frozen
class Deed:
    """Something one can do to an agenda, its keys in Qt's portable spelling."""

    name: str
    words: str
    keys: tuple[str, ...]
    menu: bool = False  # also offered by the right button
    way: str = "any"  # keys of one direction of reading only
    letters: str = ""  # the same key on Latin, Hebrew and Arabic keyboards


DEEDS = (
    Deed("insert", N_("Add a block below"), ("Return", "Enter", "Ins")),
    Deed("edit", N_("Edit the title"), ("F2",), menu=True),
    Deed("duplicate", N_("Duplicate"), ("Ctrl+D",), menu=True),
    Deed("cut", N_("Cut"), ("Ctrl+X",), menu=True),
    Deed("copy", N_("Copy"), ("Ctrl+C",), menu=True),
    Deed("paste", N_("Paste"), ("Ctrl+V",), menu=True),
    Deed("delete", N_("Delete"), ("Del",), menu=True),
    Deed("up", N_("Move up"), ("Alt+Up",)),
    Deed("down", N_("Move down"), ("Alt+Down",)),
    Deed("inward", N_("Move into a track"), ("Alt+Left",), way="rtl"),
    Deed("outward", N_("Move out of a track"), ("Alt+Right",), way="rtl"),
    Deed("inward", N_("Move into a track"), ("Alt+Right",), way="ltr"),
    Deed("outward", N_("Move out of a track"), ("Alt+Left",), way="ltr"),
    Deed("longer", N_("5 minutes longer"), ("+", "="), letters="+="),
    Deed("shorter", N_("5 minutes shorter"), ("-",), letters="-"),
    Deed("pin", N_("Pin to a time, or unpin"), ("P",), menu=True, letters="pפح"),
    Deed("groups", N_("Work in groups"), ("G",), letters="gעل"),
    Deed("leader", N_("Choose who leads"), ("L",), letters="lךم"),
    Deed("parallel", N_("Run side by side, or add a track"), ("T",), menu=True, letters="tאف"),
    Deed("dissolve", N_("Put tracks one after another"), ("U",), letters="uוع"),
    Deed("fit", N_("Fit to the time"), ("F",), letters="fכب"),
    Deed("before", N_("To the work before the meeting"), (), menu=True),
    Deed("after", N_("To the work after the meeting"), (), menu=True),
    Deed("add_day", N_("Add a day"), ("D",), letters="dגي"),
    Deed("topic", N_("Add a topic that waits"), ("O",), letters="oםخ"),
    Deed("copy_from", N_("Copy an agenda"), ()),
    Deed("library", N_("Search the library"), ("/",), letters="/."),
    Deed("keep_block", N_("Save as our own block"), (), menu=True),
    Deed("keep_meeting", N_("Save the meeting as a template"), ()),
)
KIND_KEYS = {str(number): f"kind {number}" for number in range(1, 10)}
LETTERS = {letter: deed.name for deed in DEEDS for letter in deed.letters} | KIND_KEYS
MENU = tuple((deed.words, deed.name) for deed in DEEDS if deed.menu)


def keys_of(way: str) -> Mapping[str, str]:
    """What keys ask for, those of letters left out: keyboards differ in what they send."""
    return {
        keys: deed.name
        for deed in DEEDS
        for keys in deed.keys
        if deed.way == way and not deed.letters
    }
