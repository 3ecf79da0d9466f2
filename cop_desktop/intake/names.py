"""Full names taken apart: titles, double family names, particles, and which name comes first."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from cop_desktop.frozen import frozen
from cop_desktop.models.vocabulary import FormOfAddress
from cop_desktop.services.search import fold

_SPACE = re.compile(r"\s+(?![^(]*\))")  # what stands in brackets is one word with them
_ENOUGH = 500  # names to tell their order from


def _folded(names: str) -> frozenset[str]:
    return frozenset(fold(name) for name in names.split())


_TITLES = _folded(
    "דר פרופ פרופסור עוד רוח אינג אדר רב הרב סא רס אל תא סמ מר גב גברת dr prof professor adv rabbi "
    "eng mrs mr ms miss phd md cpa د دكتور الدكتور الدكتورة السيد السيدة المحامي المحامية المهندس "
    "المهندسة الأستاذ الأستاذة"
)
# written without its quotes such a word is a name of its own: אל חדד is no colonel
_QUOTED_ONLY = _folded("דר עוד רוח אל סא רס תא סמ גב אדר רב")
_SPOKEN_TO = {
    **dict.fromkeys(_folded("מר mr السيد"), FormOfAddress.MASCULINE),
    **dict.fromkeys(_folded("גב גברת mrs ms miss السيدة"), FormOfAddress.FEMININE),
}
_PARTICLES = _folded(
    "בן בר בת אבו אבן אל דה די דל ון ואן סן אום ben bar bat abu al el ibn bin bint de da di del la "
    "le von van der den mac أبو بن ابن ال أم بنت"
)
_COMPOUNDS = _folded("עבד abd abdul عبد")  # a servant of: always one name with the next word
_GIVEN = _folded(
    "דנה דני דניאל דוד משה יוסף יוסי יעקב אברהם יצחק שרה רחל לאה רבקה מרים חנה רות נועה נועם מיכל "
    "תמר יעל שירה ענת אורית אורנה אורלי רונית רונן רון רינה גלית גלי גיל עדי עידן עידו אייל איל "
    "איתי איתן אילן אילנה אבי אביגיל אביב אבנר אהוד אודי אורי אלון אלי אליהו אמיר אסף אפרת אריאל "
    "אריה בתיה גדי דורית דליה דפנה הדס הדר הילה ורד זיו זהבה חגית חיים חיה טל טלי יאיר יואב יובל "
    "יונתן ירון כרמית לימור ליאת לילך מאיה מירב מירי מיכאל נאוה נחמה ניר נעמה נעמי נתן סיגל סיגלית "
    "סמיר עומר עופר עינת עמית ערן עירית פנינה צבי צביה ציפי קרן ראובן רוני רועי רחלי רמי שולמית "
    "שושנה שי שירן שירלי שלומית שלמה שמעון שרון תומר אמאני לינא פאטמה מוחמד אחמד מחמוד "
    "חסן עלי עומאר ג'ורג' נאדיה סאמי רים מונא محمد أحمد محمود حسن علي عمر سمير فاطمة منى ريم لينا "
    "نادية سامي خالد David Dana Sarah Rachel Michael Daniel Noa Yael Tamar Ronit Ruth Anna John "
    "Mary Moshe Yossi"
)
_FAMILIES = _folded(
    "כהן לוי מזרחי פרץ ביטון דהן אברהמי פרידמן אזולאי מלכה כץ יוסף עמר אוחיון חדד גבאי בן-דוד אדרי "
    "לוין טל קליין שפירא רוזן וקנין אלון ברק גולן גל מור שגיא שרון נחום סויסה אגמון גרינברג "
    "גולדשטיין רוזנברג וייס שוורץ סלע זיו פלד הררי יעקובי עבאס נאסר חורי מנסור ג'בארין אגבאריה "
    "Cohen Levi Levy Mizrahi Peretz Katz Friedman Klein نصر عباس خوري منصور جبارين"
)


@frozen
class Name:
    """A name taken apart, and what else the words said."""

    given: str
    family: str
    titles: tuple[str, ...] = ()
    address: FormOfAddress | None = None
    reversed: bool = False  # the family name stood first
    unclear: bool = False  # three names or more, and nothing tells where the family name begins


def split_name(text: str, family_first: bool = False) -> Name:
    """A full name taken apart; a comma always sets the family name off."""
    if text.count(",") == 1:
        family, given = (part.strip() for part in text.split(","))
        titles, words = _without_titles(given.split())
        if not _is_title(given):
            more, family_words = _without_titles(family.split())
            titles = (*more, *titles)
            return _name(" ".join(words), " ".join(family_words), titles, reversed=bool(given))
        text = f"{given} {family}"
    titles, words = _without_titles(_SPACE.split(text.strip()))
    if len(words) < 2:
        return _name("".join(words), "", titles)
    return _divided(_grouped(words), titles, family_first)


def of_parts(given: str, family: str) -> Name:
    """A name whose two parts stood in two columns; only the titles are taken out."""
    titles, given_words = _without_titles(given.split())
    more, family_words = _without_titles(family.split())
    return _name(" ".join(given_words), " ".join(family_words), (*titles, *more))


def family_first(names: Iterable[str]) -> bool:
    """Whether a column of full names seems to begin with family names."""
    first = last = 0
    for name in islice(names, _ENOUGH):
        words = [fold(word) for word in _without_titles(name.split())[1]]
        if len(words) == 2 and "," not in name:
            first += (words[0] in _GIVEN) + (words[1] in _FAMILIES)
            last += (words[1] in _GIVEN) + (words[0] in _FAMILIES)
    return last >= 2 and last > 2 * first


def _divided(parts: list[str], titles: tuple[str, ...], family_first: bool) -> Name:
    if len(parts) == 2 and _begins_with_family(parts[0]) and not family_first:
        return _name(parts[1], parts[0], titles, reversed=True, unclear=True)
    if family_first:
        family, given = " ".join(parts[:-1]), parts[-1]
        return _name(given, family, titles, reversed=True, unclear=len(parts) > 2)
    # a second given name, or a second family name? known names decide, else the first cut
    two_given = len(parts) > 2 and {fold(parts[0]), fold(parts[1])} <= _GIVEN
    cut = 2 if two_given else 1
    unclear = len(parts) > 2 and not two_given and fold(parts[1]) not in _FAMILIES
    return _name(" ".join(parts[:cut]), " ".join(parts[cut:]), titles, unclear=unclear)


def _begins_with_family(part: str) -> bool:
    return " " in part and fold(part.split(maxsplit=1)[0]) in _PARTICLES


def _name(
    given: str,
    family: str,
    titles: tuple[str, ...],
    reversed: bool = False,  # noqa: A002 - the field of Name
    unclear: bool = False,
) -> Name:
    spoken = (_SPOKEN_TO[key] for title in titles if (key := _key(title)) in _SPOKEN_TO)
    kept = tuple(title for title in titles if _key(title) not in _SPOKEN_TO)
    return Name(given, family, kept, next(spoken, None), reversed, unclear)


def _grouped(words: list[str]) -> list[str]:
    """Join particles to what they belong to: אבו חמדאן, بن علي, van der Berg."""
    parts: list[str] = []
    joins = False  # the next word to the last part
    for at, word in enumerate(words):
        if parts and (joins or word.startswith("(")):
            parts[-1] += f" {word}"
        else:
            parts.append(word)
        particle = fold(word) in _PARTICLES and (at > 0 or len(words) > 2)
        joins = particle or fold(word) in _COMPOUNDS
    if len(parts) == 1:  # בן דוד alone, or עבד אללה: two words are a given and a family name
        return words
    return parts


def _without_titles(words: list[str]) -> tuple[tuple[str, ...], list[str]]:
    titles = tuple(word for word in words if _is_title(word))
    rest = [word for word in words if word not in titles] if titles else words
    return (titles, rest) if rest else ((), words)


@lru_cache(4096)  # names repeat their words
def _is_title(word: str) -> bool:
    key = _key(word)
    return key in _TITLES and (key not in _QUOTED_ONLY or key != word.strip(",()"))


def _key(word: str) -> str:
    return fold(word).replace(".", "").strip(",()")
