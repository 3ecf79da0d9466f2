"""Roles, routines, the self-check and outlines of products are told whole by their keys."""

from dataclasses import asdict

from cop_desktop.content import shapes
from cop_desktop.content.method import Method
from cop_desktop.models.method import (
    Apprenticeship,
    Component,
    RoutineRhythm,
    Threat,
)
from cop_desktop.models.vocabulary import ProductKind, Role, Stage

from .measures import CARD_LINE, LINE, SENTENCE, TITLE, asks, placeholders


def test_a_role_has_prompts_for_the_room_and_questions_for_handing_over(told: Method) -> None:
    assert tuple(shapes.prompts()) == tuple(Role)
    for role in Role:
        text = told.role(role)
        assert len(text.during) == len(text.handing_over) == 3
        assert asks(text.during + text.handing_over)
        assert all(len(line) <= CARD_LINE for line in text.during + text.handing_over)
        assert list(text.prompts) == list(shapes.prompts()[role])


def test_a_role_is_learnt_in_three_ways(told: Method) -> None:
    ways = [told.apprenticeship(way) for way in Apprenticeship]
    assert len({way.title for way in ways}) == 3
    assert all(way.meaning.endswith(".") for way in ways)


def test_each_stage_says_how_far_leadership_is_spread_and_why(told: Method) -> None:
    assert tuple(shapes.bands()) == tuple(Stage)
    assert all(0 <= band.low < band.high <= 100 for band in shapes.bands().values())
    reasons = [told.band(stage) for stage in Stage]
    assert len(set(reasons)) == len(Stage)
    assert all(said.endswith(".") and len(said) <= LINE for said in reasons)


def test_prompts_of_roles_name_the_same_values_in_every_language(told: Method) -> None:
    for role, prompts in shapes.prompts().items():
        for key, values in prompts.items():
            assert placeholders(told.role(role).prompts[key]) == set(values), key


def test_each_routine_says_what_who_and_why(told: Method) -> None:
    assert len(shapes.routines()) >= 14
    assert {it.role for it in shapes.routines().values()} == set(Role)
    assert {it.rhythm for it in shapes.routines().values()} == set(RoutineRhythm)
    for key in shapes.routines():
        text = told.routine(key)
        assert all(asdict(text).values())
        assert len(text.title) <= TITLE
        assert len(text.what) <= SENTENCE
        assert text.what.endswith(".")
        assert text.why.endswith(".")


def test_the_self_check_asks_two_or_three_statements_of_each_part(told: Method) -> None:
    shape = shapes.check()
    assert (tuple(shape.components), tuple(shape.threats)) == (tuple(Component), tuple(Threat))
    parts = [(told.component(it), shape.components[it]) for it in Component]
    parts += [(told.threat(it), shape.threats[it]) for it in Threat]
    for text, keys in parts:
        assert tuple(text.statements) == keys
        assert 2 <= len(keys) <= 3
        assert all(len(line) <= LINE for line in text.statements.values()), text.statements
        assert text.low != text.high
        assert len(text.remedies) >= 2
    assert 1 < shape.low < shape.high < 5
    assert all(asdict(told.check()).values())


def test_outlines_guide_every_section(told: Method) -> None:
    assert tuple(shapes.outlines()) == (
        ProductKind.POSITION_PAPER, ProductKind.GUIDE, ProductKind.CASE_STUDY,
        ProductKind.NEWSLETTER, ProductKind.MEETING_SUMMARY,
    )  # fmt: skip
    for kind, keys in shapes.outlines().items():
        sections = told.outline(kind)
        assert tuple(sections) == keys
        assert all(section.guide.endswith(".") for section in sections.values())
        assert len({section.heading for section in sections.values()}) == len(keys)
