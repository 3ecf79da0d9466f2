"""How a log of exports ended, as this computer remembers it: outside the file, so a log shows
when it was shortened, or when an older copy of the file was put back."""

import json
from contextlib import suppress
from uuid import UUID

from sqlalchemy import event
from sqlalchemy.orm import Session

from cop_desktop.paths import export_ends


def known(community_id: UUID) -> tuple[int, str]:
    """The number and the digest of the last entry; zero and nothing where none is remembered."""
    try:
        told = json.loads((export_ends() / f"{community_id}.json").read_bytes())
        return int(told["number"]), str(told["digest"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0, ""


def remember(session: Session, community_id: UUID, number: int, digest: str) -> None:
    """Once the session is committed; an export never fails because of it."""

    def write(_session: Session) -> None:
        with suppress(OSError):
            export_ends().mkdir(parents=True, exist_ok=True)
            told = json.dumps({"number": number, "digest": digest})
            (export_ends() / f"{community_id}.json").write_text(told, "utf-8")

    event.listen(session, "after_commit", write, once=True)
