"""Pictures of a paper, told in words where Word has no drawing of ours."""

from cop_desktop.export import document as say

from .page import NOTE, SOFT, Page, Place


def stage_band(page: Page, place: Place, block: say.StageBand) -> None:
    pieces: list[str | say.Span] = []
    for stage in block.stages:
        words = f"{stage.name} ({stage.when})" if stage.when else stage.name
        present = stage.state is say.StageState.PRESENT
        pieces += [say.Span(words, say.Look.STRONG if present else say.Look.SOFT), "  ·  "]
    page.line(place, tuple(pieces[:-1]), before=6)


def circles(page: Page, place: Place, block: say.Circles) -> None:
    for ring in block.rings:
        page.line(place, (say.Span(str(ring.count)), f"  {ring.label}"))
    if block.note:
        page.line(place, block.note, NOTE, colour=SOFT)


def role_strip(page: Page, place: Place, block: say.RoleStrip) -> None:
    for seat in block.seats:
        look = say.Look.ALERT if seat.empty else say.Look.STRONG
        page.line(place, (f"{seat.name}: ", say.Span(seat.holders, look)))


def bar_chart(page: Page, place: Place, block: say.BarChart) -> None:
    for bar in block.bars:
        page.line(place, f"{bar.label}: {bar.text}")
