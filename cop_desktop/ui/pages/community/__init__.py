"""The community: who we are, who leads, and where it stands in its life."""

from .page import CommunityPage

__all__ = ["CommunityPage"]
