"""The charter and the six steps of setting up are told whole, and fit their cards."""

from dataclasses import asdict

from cop_desktop.content import shapes
from cop_desktop.content.method import Method
from cop_desktop.models.method import (
    BENEFITS,
    Benefit,
    CharterPart,
    Norm,
    SetupStep,
    Side,
)
from cop_desktop.models.vocabulary import Horizon

from .measures import LINE, PAGES, SENTENCE, TITLE, asks


def test_a_part_of_the_charter_asks_one_question_and_shows_an_answer(told: Method) -> None:
    assert tuple(shapes.charter_sources()) == tuple(CharterPart)
    for part in CharterPart:
        text = told.part(part)
        assert all(asdict(text).values()), part
        assert text.question.count("?") + text.question.count("؟") == 1
        assert len(text.title) <= TITLE
        assert len(text.hint) <= SENTENCE
        assert len(text.example) <= SENTENCE
        assert len(text.why) <= SENTENCE


def test_the_matrix_of_benefits_has_five_in_each_corner(told: Method) -> None:
    assert set(BENEFITS) == {(side, horizon) for side in Side for horizon in Horizon}
    assert all(len(corner) == 5 for corner in BENEFITS.values())
    assert [benefit for corner in BENEFITS.values() for benefit in corner] == list(Benefit)
    promises = [told.benefit(benefit) for benefit in Benefit]
    assert len(set(promises)) == 20
    assert all(said.endswith(".") and len(said) <= LINE for said in promises), promises


def test_rules_of_trust_can_be_taken_over_for_every_part_that_needs_them(told: Method) -> None:
    assert set(shapes.norms()) == set(Norm)
    assert {
        CharterPart.CONFIDENTIALITY, CharterPart.QUIET_HOURS, CharterPart.PUBLISHING
    } <= set(shapes.norms().values())  # fmt: skip
    rules = [told.norm(norm) for norm in Norm]
    assert len(set(rules)) == len(Norm)
    assert all(rule.endswith(".") and len(rule) <= LINE for rule in rules), rules


def test_the_six_steps_ask_and_give_tasks(told: Method) -> None:
    assert tuple(shapes.steps()) == tuple(SetupStep)
    for step, shape in shapes.steps().items():
        text = told.step(step)
        assert list(text.tasks) == [task.key for task in shape.tasks]
        assert 3 <= len(text.questions) <= 4
        assert 4 <= len(shape.tasks) <= 6
        assert asks(text.questions)
        assert text.done_when.endswith(".")
        assert all(len(task) <= LINE for task in text.tasks.values())


def test_the_tasks_of_setting_up_have_keys_of_their_own_and_lead_to_a_page() -> None:
    tasks = [task for shape in shapes.steps().values() for task in shape.tasks]
    assert len({task.key for task in tasks}) == len(tasks)
    assert {task.page for task in tasks} <= PAGES
    assert {task.computed for task in tasks} == {True, False}
