"""Sheets that are filled in or cut apart: names to sign beside, and cards."""

from docx.shared import Mm

from cop_desktop.export import document as say

from .page import BLANK, NOTE, SOFT, Page, Place

_ROW = 11.0  # mm: room for a pen


def sign_in(page: Page, place: Place, block: say.SignIn) -> None:
    hours = block.hours or ()
    widths = [8.0, 40, 34, 28, 13, 13, 34] if hours else [8.0, 40, 41, 37, 44]
    table = page.table(place, 1 + len(block.rows) + block.spare, widths)
    page.repeat_head(table)
    *known, signature = block.headings
    for cell, words in zip(table.rows[0].cells, ("", *known, *hours, signature), strict=True):
        page.line(cell, words, NOTE, colour=SOFT)
    for number, row in enumerate(list(table.rows)[1:], start=1):
        row.height = Mm(_ROW)
        page.line(row.cells[0], str(number), NOTE, colour=SOFT)
        if number <= len(block.rows):
            who = block.rows[number - 1]
            page.line(row.cells[1], (say.Span(who.surname), f" {who.first_name}"))
            page.line(row.cells[2], who.organisation)
            page.line(row.cells[3], who.job, colour=SOFT)


def cards(page: Page, place: Place, block: say.Cards) -> None:
    for card in block.cards:
        page.heading(place, card.name or block.words.vacant, card.number)
        for text in (card.purpose or block.words.invitation, *card.things, card.question):
            if text:
                page.line(place, text)
        page.line(place, f"{block.words.holder}: {card.holder or BLANK}", NOTE)
        for prompts in card.back:
            for text in (prompts.label, *prompts.lines):
                page.line(place, text, NOTE)
