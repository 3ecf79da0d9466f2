"""A coordinator's afternoon: a folder of forty packages, as they came by post, stick and cloud."""

from datetime import date, datetime
from pathlib import Path

from cop_desktop.errors import UserError
from cop_desktop.i18n import catalog
from cop_desktop.intake.package_folder import files_in, in_batches, packages
from cop_desktop.models.package_words import PackageState
from cop_desktop.services import cards, collating
from cop_desktop.services import overview as seen
from cop_desktop.services.collating import Receipt
from cop_desktop.services.overview import Sending, Wanted
from cop_desktop.store import AnyStore

from .communities_sent import Sender, everything

TODAY, NOW = date(2026, 11, 23), datetime(2026, 11, 23, 14)
SPRING = date(2026, 6, 10)


def a_folder_of_forty(folder: Path, keys: Path) -> None:
    """34 communities send, two of them an older package as well, one the same twice; three
    packages are damaged: cut short, changed inside, and a picture under a wrong name."""
    folder.mkdir()
    senders = [Sender(keys, at) for at in range(1, 35)]
    for sender in senders[:2]:
        (folder / f"old {sender.at}.zip").write_bytes(sender.send(day=SPRING, members=3).data)
    for sender in senders:
        data = sender.send(day=SPRING if sender.at == 34 else date(2026, 11, 20)).data
        (folder / f"community {sender.at:02}.zip").write_bytes(data)
    (folder / "copy of 07.zip").write_bytes((folder / "community 07.zip").read_bytes())
    whole = Sender(keys, 90).send().data
    (folder / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (folder / "changed.zip").write_bytes(whole.replace(b"2025-10-01", b"2024-10-01", 1))
    (folder / "picture.zip").write_bytes(b"\x89PNG" + bytes(500))
    assert len(list(folder.iterdir())) == 40


def collate(store: AnyStore, folder: Path) -> dict[str, Receipt]:
    receipts = {}
    for batch in in_batches(packages(files_in(folder)), 15, ahead=store.by_itself):
        with store.write("Collate packages") as session:
            receipts.update({it.file: it for it in collating.take_in(session, batch, NOW)})
    return receipts


def test_forty_packages_become_receipts_and_an_overview(overview: AnyStore, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    a_folder_of_forty(folder, tmp_path / "keys")
    with overview.write("expected") as session:
        cards.expect(session, "35", "Community 35", "Alpha")
    receipts = collate(overview, folder)
    states = [it.state for it in receipts.values()]
    assert {it: states.count(it) for it in PackageState} == {
        PackageState.ACCEPTED: 34, PackageState.OLDER: 2, PackageState.KNOWN: 1,
        PackageState.REFUSED: 3,
    }  # fmt: skip
    assert receipts["copy of 07.zip"].state == PackageState.KNOWN
    assert receipts["old 1.zip"].state == PackageState.OLDER
    english = catalog("en")
    for file in ("cut.zip", "changed.zip", "picture.zip"):
        assert isinstance(receipts[file].refusal, UserError)
        assert "Ask for it once more" in receipts[file].sentence(english)
    assert receipts["community 01.zip"].remarks(english) == (
        "1 package before this one has not come.",
    )
    with overview.read() as session:
        before = everything(session)
        rows = seen.communities(session, Wanted(), TODAY)
        late = {it.name: it.sending for it in seen.missing(session, TODAY)}
        sums = seen.sums(session, Wanted(), TODAY)
    assert len(rows) == sums.communities == 35  # one of them is waited for
    assert late == {"Community 34": Sending.LATE, "Community 35": Sending.NEVER}
    assert sums.members == 34 * 6
    again = collate(overview, folder)
    assert [it.state for it in again.values()].count(PackageState.ACCEPTED) == 0
    with overview.read() as session:
        assert everything(session) == before
