"""The compass tells every stage, dimension, axis and the ritual, as services compute them."""

from dataclasses import asdict

from cop_desktop import library
from cop_desktop.content import shapes
from cop_desktop.content.method import Method
from cop_desktop.models.method import (
    Dimension,
    MaturityAxis,
    RitualStep,
    Transformation,
)
from cop_desktop.models.vocabulary import Stage
from cop_desktop.services.compass.figures import AT_MOST, FIGURES

from .measures import LINE, asks


def test_each_stage_tells_what_speaks_for_and_against_it(told: Method) -> None:
    assert tuple(shapes.stages()) == tuple(Stage)
    for stage, shape in shapes.stages().items():
        text = told.stage(stage)
        assert list(text.moved_on) == [mark.key for mark in shape.moved_on]
        assert list(text.falling_back) == [mark.key for mark in shape.falling_back]
        assert 4 <= len(text.moved_on) <= 6
        assert 3 <= len(text.falling_back) <= 5
        assert len(text.tension) == 2
        marks = [*text.moved_on.values(), *text.falling_back.values()]
        assert len(set(marks)) == len(marks)
        assert all(len(mark) <= 50 for mark in marks), marks


def test_a_stage_recommends_meetings_that_the_library_has_for_it() -> None:
    for stage, shape in shapes.stages().items():
        fitting = {key for key, it in library.templates().items() if stage in it.stages}
        assert set(shape.templates) & fitting, stage
        assert set(shape.templates) <= set(library.templates())
        assert len(set(shape.activities)) == len(shape.activities) >= 3


def test_every_computed_sign_has_a_figure_and_a_threshold() -> None:
    marks = [
        mark
        for shape in shapes.stages().values()
        for mark in (*shape.moved_on, *shape.falling_back)
    ]
    computed = {mark.key for mark in marks if mark.computed}
    assert len({mark.key for mark in marks}) == len(marks)  # thresholds are named by the key alone
    assert set(FIGURES) == computed
    assert set(shapes.compass_thresholds()) == computed | {"turnover_left", "turnover_joined"}
    assert computed >= AT_MOST


def test_every_dimension_is_told_in_every_stage(told: Method) -> None:
    for dimension in Dimension:
        text = told.dimension(dimension)
        assert tuple(text.stages) == tuple(Stage)
        assert len(set(text.stages.values())) == len(Stage)
        assert all(len(line) <= LINE for line in text.stages.values())
        assert asks([text.question])


def test_every_axis_of_maturity_has_five_levels(told: Method) -> None:
    for axis in MaturityAxis:
        text = told.axis(axis)
        assert len(set(text.levels)) == 5
        assert all(len(level) <= LINE for level in text.levels)
        assert asks([text.question])


def test_a_transformation_has_four_kinds_and_a_ritual(told: Method) -> None:
    assert all(all(asdict(told.transformation(kind)).values()) for kind in Transformation)
    assert tuple(shapes.ritual()) == tuple(RitualStep)
    for step, tasks in shapes.ritual().items():
        assert tuple(told.ritual(step).tasks) == tasks
        assert len(tasks) >= 3
