"""The method in each of the three languages."""

import pytest

from cop_desktop.content.method import Method, method

LANGUAGES = ("he", "en", "ar")


@pytest.fixture(params=LANGUAGES)
def told(request: pytest.FixtureRequest) -> Method:
    return method(request.param)
