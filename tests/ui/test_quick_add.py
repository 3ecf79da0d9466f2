"""A member added in one line: each part finds its field, and nothing typed is lost."""

from cop_desktop.ui.pages.members.quick_add import read_line


def test_name_place_job_and_number_find_their_fields() -> None:
    values = read_line("דנה כהן, עיריית נוף ים, מנהלת אגף, 052-1234567").values
    assert (values["given_name"], values["family_name"]) == ("דנה", "כהן")
    assert values["mobile"] == "052-1234567"
    assert "מנהלת אגף" in values.values()


def test_a_remark_beside_a_number_is_kept_in_the_notes() -> None:
    values = read_line("דנה כהן, 050-1234567 (בעל)").values
    assert values["mobile"] == "050-1234567"
    assert "בעל" in values["notes"]
