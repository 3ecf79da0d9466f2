"""Receipts for those who sent: a small file for each package that came whole."""

from collections.abc import Iterable
from pathlib import Path

from cop_desktop.models.package_words import PackageState
from cop_desktop.services.collating import Receipt
from cop_desktop.services.packages import receipt

from .writing import refusals_told, replacing


def write_receipts(receipts: Iterable[Receipt], folder: Path) -> int:
    """Write one beside the other, named like the packages; answers how many.

    A package that was refused gets none: its sender has to send it once more.
    """
    count, taken = 0, set[str]()
    for it in receipts:
        if it.state is PackageState.REFUSED:
            continue
        name = Path(it.file).stem
        if name.casefold() in taken:  # files of one name came from two folders, or at two times
            name = f"{name}-{it.digest[:8]}"
        taken.add(name.casefold())
        path = folder / (name + receipt.SUFFIX)
        data = receipt.written(it.community_id, it.number, it.digest, it.rows, len(it.left_out))
        with refusals_told(path), replacing(path) as part:
            part.write_bytes(data)
        count += 1
    return count
