"""Who hosted how often, and whose turn it is."""

from collections.abc import Sequence

from cop_desktop import formats
from cop_desktop.i18n import Catalog
from cop_desktop.services.hosting import Host


def host_words(host: Host, _: Catalog) -> str:
    """How often an organisation hosts, and when last."""
    if host.last is None:
        return _("Has not hosted yet")
    times = _.plural("Hosted once", "Hosted {n} times", host.hosted)
    return formats.dotted(times, formats.date_short(host.last, _.language))


def turn_words(hosts: Sequence[Host], _: Catalog) -> str:
    """Whose turn it is to host, and how often it did; nothing while the members are of nowhere."""
    if not hosts:
        return ""
    return _("Next in turn: {name} ({hosted})", name=hosts[0].name, hosted=host_words(hosts[0], _))
