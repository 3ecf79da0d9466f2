"""The tick of this page's lists is the house's."""

from cop_desktop.ui.widgets.tick import Tick

__all__ = ["Tick"]
