"""A person is found in a text however the name, the number or the address was typed."""

import pytest

from cop_desktop.services import naming

PERSON = [("אבו-ג׳אבר", "כהן לוי", "050-555-7731", "", "Avi.C@example.org")]
WHOLE = naming.whole(PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "דיברנו עם אבו-ג׳אבר כהן לוי אתמול",
        "לאבו ג'אבר כהן-לוי יש רעיון",
        "כהן לוי, אבו־ג׳אבר",
        "אבו-ג׳אבר\nכהן  לוי",
        "אַבּוּ גאבר כֹּהֵן לֵוִי",
        "אבו-ג׳אבר\u2069 כהן\u200f לוי",
        "טלפון 0505557731",
        "‎+972 50-555-7731",
        "(050) 555 7731",
        "avi.c@EXAMPLE.org",
        "לכתוב אל avi.c@example.org.",
        "סיכום_כהן לוי אבו-ג׳אבר2026",
        "טל0505557731",
    ],
)
def test_the_whole_name_is_found_however_it_is_typed(text: str) -> None:
    assert WHOLE.search(text)


@pytest.mark.parametrize("text", ["כהן", "אבו-ג׳אבר", "10505557731", "050555773", "xavi.c@example"])
def test_what_may_be_somebody_else_is_no_whole_name(text: str) -> None:
    assert not WHOLE.search(text)


@pytest.mark.parametrize(
    "text",
    ["אהרון לוי", "רון לוין", "gron.l@example.org", "ron.l@example.org.il", "12048", "1204-5"],
)
def test_who_only_sounds_alike_is_left_alone(text: str) -> None:
    ron = naming.whole([("רון", "לוי", "1204", "", "ron.l@example.org")])
    assert ron.sub("#", text) == text
    assert ron.sub("#", f"ולרון לוי, שלוחה 1204; {text}") == f"ול#, שלוחה #; {text}"


ALONE = naming.alone([("נועה", "לוי"), ("", "")])


@pytest.mark.parametrize("text", ["נועה אמרה", "ולנועה יש", "של לוי.", "(נועה)", "נוֹעָה"])
def test_a_first_or_family_name_alone_is_a_word_with_what_leans_on_it(text: str) -> None:
    assert ALONE.search(text)


@pytest.mark.parametrize("text", ["נועהה", "לויים", "אנועה", ""])
def test_a_part_of_another_word_is_no_name(text: str) -> None:
    assert not ALONE.search(text)


def test_who_has_neither_name_nor_number_is_found_nowhere() -> None:
    for nobody in (("", "", "", "12", ""), ("----", '""""', "", "", "")):
        assert not naming.whole([nobody]).search("12 כל דבר")
        assert not naming.alone([nobody]).search("12 כל דבר")
