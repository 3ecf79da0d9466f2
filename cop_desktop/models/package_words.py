"""Words of packages on their way from a community to whoever collects them."""

from enum import StrEnum


class ExportStep(StrEnum):
    """How far a package came; nothing is deleted at any of these steps."""

    EXPORTED = "exported"
    HANDED_OVER = "handed_over"
    RECEIPT_SEEN = "receipt_seen"


class PackageState(StrEnum):
    """What became of a package that came in."""

    ACCEPTED = "accepted"
    OLDER = "older"  # a newer one of the same community was there already
    KNOWN = "known"  # the very same came once more
    REFUSED = "refused"
