"""A second reading of calendar files: RFC 5545 from its text, not the library that writes them."""

import re
from datetime import UTC, datetime

_UNESCAPED = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n", "\\N": "\n"}
Properties = dict[str, str]


def read(data: bytes) -> tuple[Properties, list[Properties]]:
    """The calendar's own properties, and those of each event."""
    lines = data.decode("utf-8").replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")
    assert lines.pop() == ""
    calendar: Properties = {}
    events: list[Properties] = []
    inside: list[str] = []
    for line in lines:
        name, value = _property(line)
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert inside.pop() == value
        else:
            (events[-1] if inside[-1] == "VEVENT" else calendar)[name] = value
    assert not inside
    return calendar, events


def moment(value: str) -> datetime:
    """A moment in UTC; any other form is refused."""
    return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def _property(line: str) -> tuple[str, str]:
    found = re.fullmatch(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^":;,]*))*):(.*)', line)
    assert found, line
    return found[1], re.sub(r"\\[\\;,nN]", lambda it: _UNESCAPED[it[0]], found[3])
