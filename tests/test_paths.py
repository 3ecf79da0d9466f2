"""What somebody may name to be opened."""

from cop_desktop.paths import is_address


def test_an_address_is_told_from_a_file() -> None:
    assert is_address("postgresql+psycopg://dana@office/overview")
    assert not is_address("/home/dana/overview.cop")
