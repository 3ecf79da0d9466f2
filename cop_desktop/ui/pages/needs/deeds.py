"""What is done with needs, topics and stories: every deed one step that Undo names."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from cop_desktop.models.thread_words import NeedState
from cop_desktop.services import agendas, needs, product_topics, products, stories, topics
from cop_desktop.services.meetings import MeetingRow
from cop_desktop.services.needs import NeedRow
from cop_desktop.services.stories import StoryRow
from cop_desktop.services.topics import TopicRow
from cop_desktop.ui.desk import Desk

from .words import short


class Deeds:
    """Shared by the sides of the page."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    # -- needs ---------------------------------------------------------------------------

    def note_needs(self, lines: Sequence[str]) -> list[UUID]:
        """One need, or one for each line; those that are felt already are passed over."""
        desk, _ = self.desk, self.desk.catalog
        today, home = desk.today(), desk.community_id
        if len(lines) == 1:
            with desk.store.write(_("Note the need “{text}”", text=short(lines[0]))) as session:
                return [needs.add(session, home, {"text": lines[0]}, today)]
        label = _.plural("Note {n} need", "Note {n} needs", len(lines))
        with desk.store.write(label) as session:
            added = needs.add_several(session, home, lines, {}, today)
        told = _.plural("{n} need was noted.", "{n} needs were noted.", len(added))
        desk.toast(told, undo=bool(added))
        return added

    def change_need(self, row: NeedRow, field: str, values: dict[str, Any]) -> None:
        label = self._changed(field, row.text)
        with self.desk.store.write(label) as session:
            needs.change(session, row.id, values, self.desk.today())

    def end_need(self, row: NeedRow, state: NeedState) -> None:
        """The need was answered, faded, or is felt again."""
        desk, _, name = self.desk, self.desk.catalog, short(row.text)
        labels = {
            NeedState.ANSWERED: _("The need “{text}” was answered", text=name),
            NeedState.FADED: _("The need “{text}” is no longer felt", text=name),
            NeedState.OPEN: _("The need “{text}” is felt again", text=name),
        }
        with desk.store.write(labels[state]) as session:
            needs.close(session, row.id, state, desk.today())

    def remove_need(self, row: NeedRow) -> None:
        with self.desk.store.write(self._deleting(row.text)) as session:
            needs.remove(session, row.id)
        self._deleted(row.text)

    def propose(self, row: NeedRow) -> UUID:
        """The need becomes a topic."""
        desk, _ = self.desk, self.desk.catalog
        with desk.store.write(_("Make a topic of “{text}”", text=short(row.text))) as session:
            return topics.propose(session, row.id, desk.today())

    def link(self, topic_id: UUID, need_id: UUID, title: str) -> None:
        with self.desk.store.write(self.desk.catalog("Link “{text}”", text=short(title))) as s:
            topics.link(s, topic_id, need_id)

    def unlink(self, topic_id: UUID, need_id: UUID, title: str) -> None:
        with self.desk.store.write(self.desk.catalog("Unlink “{text}”", text=short(title))) as s:
            topics.unlink(s, topic_id, need_id)

    # -- topics --------------------------------------------------------------------------

    def open_topics(self, lines: Sequence[str]) -> list[UUID]:
        desk, _ = self.desk, self.desk.catalog
        titles = [line for line in lines if line.strip()] or list(lines[:1])
        label = _("Open the topic “{text}”", text=short(titles[0].strip()))
        if len(titles) > 1:
            label = _.plural("Open {n} topic", "Open {n} topics", len(titles))
        with desk.store.write(label) as session:
            home, today = desk.community_id, desk.today()
            return [topics.add(session, home, {"title": title}, today) for title in titles]

    def change_topic(self, row: TopicRow, field: str, values: dict[str, Any]) -> None:
        with self.desk.store.write(self._changed(field, row.title)) as session:
            topics.change(session, row.id, values, self.desk.today())

    def end_topic(
        self, row: TopicRow, answer: str, *, declined: bool, met: Sequence[NeedRow] = ()
    ) -> None:
        """Close it, with what those who asked are told, and the needs that are met by it."""
        desk, _, name = self.desk, self.desk.catalog, short(row.title)
        label = _("Close the topic “{text}”", text=name)
        if declined:
            label = _("Say no to the topic “{text}”", text=name)
        with desk.store.write(label) as session:
            end = topics.decline if declined else topics.close
            end(session, row.id, answer, desk.today())
            for need in met:
                needs.close(session, need.id, NeedState.ANSWERED, desk.today())

    def reopen_topic(self, row: TopicRow) -> None:
        _ = self.desk.catalog
        with self.desk.store.write(_("Open the topic “{text}” again", text=short(row.title))) as s:
            topics.reopen(s, row.id)

    def remove_topic(self, row: TopicRow) -> None:
        with self.desk.store.write(self._deleting(row.title)) as session:
            topics.remove(session, row.id)
        self._deleted(row.title)

    def put_on(self, row: TopicRow, meeting: MeetingRow) -> None:
        """A block of a coming meeting takes the topic up."""
        desk, _ = self.desk, self.desk.catalog
        with desk.store.write(_("Put “{title}” on the agenda", title=short(row.title))) as session:
            agendas.add(session, meeting.id, {"title": row.title, "topic_id": row.id})
        told = _("“{title}” is on the agenda of “{meeting}”.",
                 title=short(row.title), meeting=meeting.topic)  # fmt: skip
        desk.toast(told, undo=True)

    def begin_product(self, row: TopicRow) -> UUID:
        """An idea for a product that answers the topic."""
        desk, _ = self.desk, self.desk.catalog
        label = _("Begin a product for “{text}”", text=short(row.title))
        with desk.store.write(label) as session:
            values = {"title": row.title, "owner_id": row.owner_id}
            product = products.add(session, desk.community_id, values)
            product_topics.link_topic(session, product, row.id)
        return product

    # -- stories -------------------------------------------------------------------------

    def note_stories(self, lines: Sequence[str], topic: TopicRow | None = None) -> list[UUID]:
        """A seed for each line; one of a topic bears its title and its thread."""
        desk, _ = self.desk, self.desk.catalog
        titles = [line for line in lines if line.strip()] or list(lines[:1])
        label = _("Note the story “{text}”", text=short(titles[0].strip()))
        if len(titles) > 1:
            label = _.plural("Note {n} story", "Note {n} stories", len(titles))
        more = {"topic_id": topic.id} if topic else {}
        with desk.store.write(label) as session:
            home, today = desk.community_id, desk.today()
            return [stories.add(session, home, {"title": it, **more}, today) for it in titles]

    def change_story(self, row: StoryRow, field: str, values: dict[str, Any]) -> None:
        with self.desk.store.write(self._changed(field, row.title)) as session:
            stories.change(session, row.id, values)

    def remove_story(self, row: StoryRow) -> None:
        with self.desk.store.write(self._deleting(row.title)) as session:
            stories.remove(session, row.id)
        self._deleted(row.title)

    # -- words ---------------------------------------------------------------------------

    def _changed(self, field: str, who: str) -> str:
        return self.desk.catalog("Change {field}: {who}", field=field, who=short(who))

    def _deleting(self, who: str) -> str:
        return self.desk.catalog("Delete {who}", who=short(who))

    def _deleted(self, who: str) -> None:
        self.desk.toast(self.desk.catalog("Deleted: {who}", who=short(who)), undo=True)
