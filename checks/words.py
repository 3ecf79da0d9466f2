"""The catalogues: `python -m checks.words` checks them, `… update` takes new messages over.

The messages in the code are the truth: Hebrew and Arabic have each of them, translated, with the
same `{names}` and all plural forms.
"""

import ast
import re
import string
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
TRANSLATED = ("he", "ar")
# How a catalogue is called: which arguments are the message, and which one its context.
CALLED: dict[str, tuple[tuple[int, ...], int | None]] = {
    "_": ((0,), None),
    "N_": ((0,), None),
    "catalog": ((0,), None),
    "words": ((0,), None),
    "plural": ((0, 1), None),
    "ctx": ((1,), 0),
}
# Between Hebrew letters print has its own geresh, gershayim and maqaf, never the typewriter's.
TYPEWRITER = re.compile("[א-ת][\"'-][א-ת]")


def extracted(package: Path) -> Catalog:
    """Every message the code under `package` speaks."""
    template = Catalog(domain="cop", fuzzy=False)
    for file in sorted(package.rglob("*.py")):
        for _line, message, context in spoken(file.read_text("utf-8")):
            template.add(message, context=context)
    return template


def spoken(source: str) -> Iterator[tuple[int, str | tuple[str, ...], str | None]]:
    """Line, message and context of every call of a catalogue.

    Read as syntax: babel's own reading misses words inside f-strings and takes the keys of
    tables (`_(NAMES["title"])`) for messages.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or called_name(node.func) not in CALLED:
            continue
        places, beside = CALLED[called_name(node.func)]
        literals = {place: literal(argument) for place, argument in enumerate(node.args)}
        message = tuple(literals.get(place, "") for place in places)
        if all(message):
            context = None if beside is None else literals[beside]
            yield node.lineno, message if len(message) > 1 else message[0], context


def called_name(function: ast.expr) -> str:
    """`plural` of `self.desk.catalog.plural`."""
    return getattr(function, "attr", "") or getattr(function, "id", "")


def literal(argument: ast.expr) -> str:
    """The text of a literal, also of one written in parts; nothing of anything else."""
    value = argument.value if isinstance(argument, ast.Constant) else None
    return value if isinstance(value, str) else ""


def file_of(language: str) -> Path:
    return ROOT / "resources" / "locale" / language / "LC_MESSAGES" / "cop.po"


def read(language: str) -> Catalog:
    with file_of(language).open("rb") as po:
        return read_po(po, locale=language, domain="cop", abort_invalid=True)


def update(language: str, template: Catalog) -> None:
    """Take over new messages, drop those nobody speaks any more; guess nothing, keep the header."""
    file, catalog, body = file_of(language), read(language), BytesIO()
    header = file.read_text("utf-8").partition("\n\n")[0]
    catalog.update(template, no_fuzzy_matching=True)
    write_po(body, catalog, 100, True, omit_header=True, sort_output=True, ignore_obsolete=True)
    text = f"{header.strip()}\n\n{body.getvalue().decode().strip()}\n"
    file.write_text(text, "utf-8", newline="\n")


def problems(catalog: Catalog, template: Catalog) -> Iterator[str]:
    """What a reader of this language would stumble over, one sentence each."""
    for message in template:
        if message.id:
            translation = catalog.get(message.id, message.context)
            yield from (f"{name(message)}: {what}" for what in faults(translation, catalog))
    said = {key(message) for message in template}
    for message in catalog:
        if message.id and key(message) not in said:
            yield f"{name(message)}: no longer spoken anywhere"


def faults(message: Message | None, catalog: Catalog) -> Iterator[str]:
    if message is None:
        yield "missing"
        return
    forms = texts(message.string)
    plural = isinstance(message.id, (list, tuple))
    if message.fuzzy:
        yield "marked as uncertain (fuzzy)"
    if not all(forms) or len(forms) != (catalog.num_plurals if plural else 1):
        yield "not translated, or not in every plural form"
        return
    yield from (what for form in forms for what in form_faults(form, message))


def form_faults(form: str, message: Message) -> Iterator[str]:
    """A form of a plural may say its number in words ("two members"), so `{n}` may be left out."""
    plural = isinstance(message.id, (list, tuple))
    optional = {"n"} if plural else set()
    expected = set().union(*(fields(text) for text in texts(message.id)))
    if fields(form) - optional != expected - optional or fields(form) - expected:
        yield f"has the places {sorted(fields(form))} instead of {sorted(expected)}"
    if TYPEWRITER.search(form):
        yield f"typewriter marks between Hebrew letters in {form!r}: ״ ׳ ־ are meant"
    source = texts(message.id)[0]
    if (form[:1].isspace(), form[-1:].isspace()) != (source[:1].isspace(), source[-1:].isspace()):
        yield "differs in the blanks around it"


def texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else (str(value),)


def fields(text: str) -> set[str]:
    """The names in `{braces}`."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def key(message: Message) -> tuple[str, str | None]:
    return texts(message.id)[0], message.context


def name(message: Message) -> str:
    return f"{message.context}: {key(message)[0]!r}" if message.context else repr(key(message)[0])


def main(arguments: list[str]) -> int:
    template = extracted(ROOT / "cop_desktop")
    if arguments == ["update"]:
        for language in TRANSLATED:
            update(language, template)
    found = [f"{lang}: {what}" for lang in TRANSLATED for what in problems(read(lang), template)]
    print("\n".join(found) or f"{len(template)} messages, complete in {', '.join(TRANSLATED)}")
    return 1 if found and arguments != ["update"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
