"""A package on its way: what leaves is what was seen, it is noted, and it is the same anywhere."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

import pyrage
import pytest
from pypdfium2 import PdfDocument
from sqlalchemy import select, update

from cop_desktop.errors import UserError
from cop_desktop.export import leaving, locking
from cop_desktop.export.leaving import Left, Wish
from cop_desktop.export.papers import PAPERS, Subject
from cop_desktop.export.reports.package_summary import package_summary
from cop_desktop.i18n import catalog
from cop_desktop.intake.packages import received
from cop_desktop.models import ExportEvent, Meeting
from cop_desktop.models.package_form import tables_at
from cop_desktop.models.package_words import ExportStep
from cop_desktop.models.vocabulary import Share
from cop_desktop.paths import export_key, outbox_dir
from cop_desktop.services import communities, exports, members, sample
from cop_desktop.services import leaving as leaving_from
from cop_desktop.services.packages.descriptor import Contents
from cop_desktop.services.packages.gathering import Asked
from cop_desktop.store import Store, create_file

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 20, 15)


@pytest.fixture
def sent(tmp_path: Path) -> Iterator[Store]:
    with create_file(tmp_path / "sample.cop") as store:
        with store.write("sample") as session:
            sample.create(session, TODAY)
        yield store


@pytest.fixture
def wish(sent: Store, tmp_path: Path) -> Wish:
    with sent.read() as session:
        community = communities.every(session, TODAY)[0].id
    (outbox := tmp_path / "outbox").mkdir()
    asked = Asked(community, Share.MINISTRY, TODAY, {})
    return Wish(asked, "המדור ברשות", outbox, export_key(), NOW)


def leave(store: Store, wish: Wish) -> Left:
    with store.read() as session:
        seen = leaving_from.look(session, wish.asked).contents
    with store.write("export") as session:
        return leaving.leave(session, wish, seen, leaving.summary(seen))


def test_a_package_lies_in_the_outbox_and_stands_in_the_log(sent: Store, wish: Wish) -> None:
    left = leave(sent, wish)
    took = received(left.path.read_bytes())
    assert (took.head.number, took.head.previous, took.problems) == (1, "", ())
    assert took.digest == left.digest
    with sent.read() as session:
        entry = exports.log(session, wish.asked.community_id)[-1]
    assert (entry.step, entry.package) == (ExportStep.EXPORTED, left.digest)
    assert entry.told["recipient"] == "המדור ברשות"
    assert entry.told["file"] == left.path.name
    assert entry.told["rows.community"] == 1


def test_the_next_one_names_the_one_before(sent: Store, wish: Wish) -> None:
    first, second = leave(sent, wish), leave(sent, wish)
    took = received(second.path.read_bytes())
    assert (took.head.number, took.head.previous) == (2, first.digest)
    assert first.path.exists()


def test_what_changed_since_it_was_seen_does_not_leave(sent: Store, wish: Wish) -> None:
    with sent.read() as session:
        seen = leaving_from.look(session, wish.asked).contents
    with sent.write("somebody joins") as session:
        members.add(session, wish.asked.community_id, {"given_name": "נועה"})
    with pytest.raises(UserError), sent.write("export") as session:
        leaving.leave(session, wish, seen, b"")
    assert not list(wish.outbox.iterdir())


def test_a_folder_that_is_not_there_takes_nothing_and_nothing_is_noted(
    sent: Store, wish: Wish
) -> None:
    with pytest.raises(UserError) as told:
        leave(sent, replace(wish, outbox=wish.outbox / "stick"))
    assert told.value.message == leaving.NO_OUTBOX
    with sent.read() as session:
        assert not exports.log(session, wish.asked.community_id)


def test_the_programs_own_outbox_is_made(sent: Store, wish: Wish) -> None:
    left = leave(sent, replace(wish, outbox=leaving.ready(outbox_dir())))
    assert left.path.parent == outbox_dir()


def test_an_export_that_is_not_noted_leaves_no_file(sent: Store, wish: Wish) -> None:
    with sent.read() as session:
        seen = leaving_from.look(session, wish.asked).contents
    with suppress(KeyboardInterrupt), sent.write("export") as session:
        leaving.leave(session, wish, seen, b"")
        assert list(wish.outbox.iterdir())
        raise KeyboardInterrupt
    assert not list(wish.outbox.iterdir())


def test_a_damaged_key_is_told_in_a_sentence_and_never_replaced(sent: Store, wish: Wish) -> None:
    export_key().parent.mkdir(parents=True)
    export_key().write_bytes(b"half a key")
    with pytest.raises(UserError):
        leave(sent, wish)
    assert export_key().read_bytes() == b"half a key"


def test_a_key_that_the_disk_refuses_is_told_in_a_sentence(sent: Store, wish: Wish) -> None:
    export_key().parent.parent.mkdir(parents=True, exist_ok=True)
    export_key().parent.write_bytes(b"a file where the folder of the key should be")
    with pytest.raises(UserError):
        leave(sent, wish)
    assert not list(wish.outbox.iterdir())


def test_steps_are_noted_and_nothing_is_deleted(sent: Store, wish: Wish) -> None:
    left, community = leave(sent, wish), wish.asked.community_id
    with sent.write("handed over") as session:
        leaving_from.hand_over(session, community, left.digest, NOW)
    with sent.write("receipt") as session:
        leaving_from.see_receipt(session, community, left.digest, NOW)
    with sent.read() as session:
        assert exports.sent(session, community)[0].waiting_for is None
        assert exports.broken_at(session, community) is None
    assert left.path.exists()


def test_the_log_on_paper_tells_what_left_for_whom_and_its_steps(sent: Store, wish: Wish) -> None:
    left, community = leave(sent, wish), wish.asked.community_id
    with sent.write("handed over") as session:
        leaving_from.hand_over(session, community, left.digest, NOW)
    words = catalog("en")
    with sent.read() as session:
        paper = PAPERS["export-log"].make(session, Subject(community, TODAY), words)
    told = str(paper).replace("\\u2068", "").replace("\\u2069", "")  # as one reads it
    assert told.count(wish.recipient) == 2  # what left, and its later step
    assert all(it in told for it in (left.path.name, left.digest[:12], "Handed over"))
    assert words("The log is whole: no entry was changed or taken out.") in told
    with sent.write("from outside") as session:
        session.execute(update(ExportEvent).values(told="{}"))
        broken = PAPERS["export-log"].make(session, Subject(community, TODAY), words)
    assert "changed from outside" in str(broken)


def test_only_the_owner_of_the_key_opens_a_locked_package(sent: Store, wish: Wish) -> None:
    pair = pyrage.x25519.Identity.generate()
    left = leave(sent, replace(wish, lock=str(pair.to_public())))
    assert left.path.name.endswith(".zip.age")
    data = left.path.read_bytes()
    assert b"datapackage" not in data
    assert received(pyrage.decrypt(data, [pair])).digest == left.digest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("age1short", locking.NO_KEY),
        ("my key", locking.NO_KEY),
        ("AGE-SECRET-KEY-1QQQ", locking.SECRET),
    ],
)
def test_a_text_that_is_no_public_key_is_refused_with_a_sentence(text: str, said: str) -> None:
    with pytest.raises(UserError) as told:
        locking.checked(text)
    assert told.value.message == said


def test_a_key_is_read_from_a_file_with_remarks(tmp_path: Path) -> None:
    key = str(pyrage.x25519.Identity.generate().to_public())
    (file := tmp_path / "ministry.txt").write_text(f"# של המשרד\n{key}\n", "utf-8")
    assert locking.read_key(file) == key


def test_the_summary_tells_no_small_number_and_no_name(sent: Store, wish: Wish) -> None:
    with sent.read() as session:
        seen = leaving_from.look(session, wish.asked).contents
        ids = members.find(session, wish.asked.community_id, TODAY)
        names = [row.name for row in members.rows(session, ids, TODAY)]
    data = leaving.summary(seen)
    with PdfDocument(data) as pdf:
        text = " ".join(page.get_textpage().get_text_range() for page in pdf)
        assert not [name for name in names if name in text or name in str(pdf.get_metadata_dict())]
    assert "24" in text


def test_the_summary_says_what_a_dash_stands_for(sent: Store, wish: Wish) -> None:
    with sent.read() as session:
        seen = leaving_from.look(session, wish.asked).contents
    words = catalog("en")

    def dashes(contents: Contents) -> bool:
        return "A dash stands for" in str(package_summary(contents, words))

    assert not dashes(seen)  # twenty-four members, and every figure is told
    fields = [it.name for it in tables_at(seen.level)[0].fields]
    (row,) = seen.rows["community"]
    few = tuple(None if name == "members" else cell for name, cell in zip(fields, row, strict=True))
    assert dashes(replace(seen, rows={**seen.rows, "community": (few,)}))


WORKER = """
import hashlib, sys
from datetime import date
from pathlib import Path
from uuid import UUID
from cop_desktop.export import leaving, package
from cop_desktop.models.vocabulary import Share
from cop_desktop.services.packages.gathering import Asked, gathered
from cop_desktop.services.packages.signing import signer
from cop_desktop.store import open_file

with open_file(Path(sys.argv[1]), read_only=True) as store, store.read() as session:
    asked = Asked(UUID(sys.argv[3]), Share.MINISTRY, date(2026, 11, 22), {})
    seen = gathered(session, asked)
told = leaving.summary(seen)
packed = package.packed(seen, 1, "", signer(Path(sys.argv[2])), told)
print(hashlib.sha256(packed.data).hexdigest())
"""


def test_the_same_data_makes_the_same_bytes_in_other_zones_and_languages(
    sent: Store, wish: Wish, tmp_path: Path
) -> None:
    """Each run has a data directory of its own: the fonts are cut anew, as on another machine."""
    places = [("Asia/Jerusalem", "he_IL.UTF-8"), ("Pacific/Kiritimati", "C")]
    digests = set()
    here = [Path(leaving.__file__).parents[2], *sys.path[1:]]
    for number, (zone, language) in enumerate(places):
        (elsewhere := tmp_path / f"elsewhere {number}").mkdir()
        told = {"TZ": zone, "LANG": language, "LC_ALL": language, "PYTHONHASHSEED": str(number)}
        own = {"COP_DATA_DIR": str(tmp_path / str(number)), "PYTHONUTF8": str(number)}
        done = subprocess.run(
            [sys.executable, "-c", WORKER, str(sent.path), str(tmp_path / "key"),
             str(wish.asked.community_id)],
            env=os.environ | told | own | {"PYTHONPATH": os.pathsep.join(map(str, here))},
            cwd=elsewhere, umask=0o077 * number, capture_output=True, text=True, check=True,
        )  # fmt: skip
        digests.add(done.stdout.strip())
    assert len(digests) == 1
    assert digests != {hashlib.sha256(b"").hexdigest()}


def test_the_leader_is_told_which_cells_were_held_back(sent: Store, wish: Wish) -> None:
    with sent.read() as session:
        told = leaving_from.look(session, wish.asked)
    tables = {table for table, _, _ in told.hidden}
    assert tables <= {"community", "meeting", "headcount", "survey"}
    assert "headcount" in tables
    assert told.staying["names"] >= 24


def test_no_sign_leaves_unless_it_was_chosen(sent: Store, wish: Wish) -> None:
    with sent.read() as session:
        offered = [it.key for it in leaving_from.signs_offered(session, wish.asked)]
        assert offered
        assert not leaving_from.look(session, wish.asked).contents.rows["sign"]
        chosen = leaving_from.sharing(session, wish.asked, [offered[0], "no-such-sign"])
        rows = leaving_from.look(session, chosen).contents.rows["sign"]
    assert [row[1] for row in rows] == [offered[0]]


def test_free_words_that_name_a_member_are_pointed_at_before_they_leave(
    sent: Store, wish: Wish
) -> None:
    network = replace(wish.asked, level=Share.ORGANISATIONS)
    with sent.read() as session:
        assert not leaving_from.look(session, network).named
        key = members.find(session, network.community_id, TODAY)[0]
        (row,) = members.rows(session, [UUID(key)], TODAY)
    with sent.write("write a topic and a sentence with the name") as session:
        meeting = session.scalars(select(Meeting).order_by(Meeting.starts_at)).first()
        assert meeting
        meeting.topic = f"ביקור אצל {row.name}"
        communities.change(session, network.community_id, {"sentence": f"הקהילה של {row.name}"})
    with sent.read() as session:
        far, near = (leaving_from.look(session, it).named for it in (wish.asked, network))
    assert {(table, field) for table, _row, field in far} == {("community", "sentence")}
    assert {(table, field) for table, _row, field in near - far} == {("meeting", "topic")}


def test_a_key_that_holds_the_digits_of_a_telephone_names_nobody(sent: Store, wish: Wish) -> None:
    day = datetime(2026, 11, 1, 9)
    with sent.write("a telephone, and a meeting") as session:
        key = members.find(session, wish.asked.community_id, TODAY)[0]
        members.change(session, [UUID(key)], {"mobile": "050-555-7731"})
        meeting = UUID("00000000-0000-4000-8000-ab0505557731")
        home = wish.asked.community_id
        session.add(Meeting(id=meeting, community_id=home, starts_at=day, topic=""))
    with sent.read() as session:
        look = leaving_from.look(session, wish.asked)
    assert str(meeting) in {row[0] for row in look.contents.rows["meeting"]}
    assert not look.named
