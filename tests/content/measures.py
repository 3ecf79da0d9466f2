"""How long a text may be where it is shown, and how questions and placeholders are read."""

from collections.abc import Sequence
from string import Formatter

TITLE, LINE, SENTENCE = 40, 75, 110  # letters
CARD_LINE = 50  # on a role card
PAGES = {
    "home", "community", "members", "roles", "meetings", "plan", "products", "documents",
    "charter", "needs", "routines", "signs",
}  # fmt: skip


def asks(sentences: Sequence[str]) -> bool:
    return all(sentence.endswith(("?", "؟")) for sentence in sentences)


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}
