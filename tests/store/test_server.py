"""A database that several coordinators share is opened, or what stands in the way is said."""

from collections.abc import Callable

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from cop_desktop.errors import UserError
from cop_desktop.models import Base, CollatedCard
from cop_desktop.services import cards
from cop_desktop.store import Change, schema, server
from cop_desktop.store.server import open_server
from tests.servers import database


def run(address: str, *statements: str) -> None:
    engine = create_engine(address)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_the_migrations_lay_out_what_the_models_say(postgres: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    address = database(postgres)
    open_server(address).close()
    open_server(address).close()
    engine = create_engine(address)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    engine.dispose()
    assert differences == []
    assert revision == schema.REVISIONS[-1]


def test_an_older_database_is_brought_to_this_version(postgres: str) -> None:
    from alembic import command
    from alembic.config import Config

    from cop_desktop.store.upgrade import SCRIPTS

    address = database(postgres)
    engine = create_engine(address)
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(SCRIPTS))
        command.upgrade(config, "0003")
    engine.dispose()
    with open_server(address) as store, store.write("a card") as session:
        session.add(CollatedCard(community_id="1"))


SPOILS: dict[str, tuple[Callable[[str], str], str]] = {
    "nobody there": (lambda _: "postgresql+psycopg://cop@127.0.0.1:1/overview",
                     server.UNREACHABLE),
    "no such database": (lambda it: it + "x", server.NOT_LET_IN),
    "no such user": (lambda it: it.replace("cop@", "dana@"), server.NOT_LET_IN),
    "another database": (lambda _: "mysql://cop@127.0.0.1/overview", server.NO_ADDRESS),
    "no database": (lambda it: it.rpartition("/")[0], server.NO_ADDRESS),
    "no address": (lambda _: "overview.cop", server.NO_ADDRESS),
    "no port": (lambda _: "postgresql+psycopg://cop@127.0.0.1:5x/overview", server.NO_ADDRESS),
}  # fmt: skip


@pytest.mark.parametrize("harm", SPOILS)
def test_what_stands_in_the_way_is_said(postgres: str, laid_out: str, harm: str) -> None:
    spoil, sentence = SPOILS[harm]
    with pytest.raises(UserError) as refusal:
        open_server(spoil(f"{postgres}/{laid_out}"))
    assert refusal.value.message == sentence


def test_a_newer_and_a_foreign_database_are_left_alone(postgres: str, laid_out: str) -> None:
    newer = database(postgres, laid_out)
    run(newer, "UPDATE alembic_version SET version_num = '9999'")
    foreign = database(postgres)
    run(foreign, "CREATE TABLE member (name text)")
    for address, sentence in ((newer, server.NEWER), (foreign, server.FOREIGN)):
        with pytest.raises(UserError) as refusal:
            open_server(address)
        assert refusal.value.message == sentence


def test_the_name_shown_tells_no_password(postgres: str, laid_out: str) -> None:
    with open_server(f"{postgres}/{laid_out}".replace("cop@", "cop:secret@")) as store:
        assert "secret" not in store.name
        assert "cop" not in store.name


def test_a_look_cannot_write_and_sees_one_moment(postgres: str, laid_out: str) -> None:
    address = database(postgres, laid_out)
    with open_server(address) as store, open_server(address) as other:
        with store.read() as session:
            assert cards.every(session) == ()
            with other.write("meanwhile") as elsewhere:
                cards.expect(elsewhere, "1", "North")
            assert cards.every(session) == ()
        with pytest.raises(Exception, match="read-only"), store.read() as session:
            cards.expect(session, "2", "South")
        with store.read() as session:
            assert [it.name for it in cards.every(session)] == ["North"]


NOBODY = """INSERT INTO sharing_consent (id, member_id, level, given_on)
    VALUES (gen_random_uuid(), gen_random_uuid(), 'ministry', now())"""


def test_an_error_leaves_nothing_and_the_next_write_works(postgres: str, laid_out: str) -> None:
    def broken(session: Session) -> None:
        cards.expect(session, "1", "North")
        session.execute(text(NOBODY))

    with open_server(database(postgres, laid_out)) as store:
        with pytest.raises(Exception, match="foreign key"), store.write("breaks") as session:
            broken(session)
        with store.write("works") as session:
            cards.expect(session, "2", "South")
        with store.read() as session:
            assert [it.name for it in cards.every(session)] == ["South"]


def test_two_who_lay_the_same_card_at_once_wait_for_each_other(
    postgres: str, laid_out: str
) -> None:
    from threading import Thread

    address = database(postgres, laid_out)
    refusals: list[UserError] = []

    def second() -> None:
        with open_server(address) as mine:
            try:
                with mine.write("second") as session:
                    cards.change(session, "1", {"note": "second"}, {"note": ""})
            except UserError as problem:
                refusals.append(problem)

    with open_server(address) as store:
        with store.write("first") as session:
            cards.change(session, "1", {"note": "first"}, {"note": ""})
            other = Thread(target=second)
            other.start()
            other.join(0.5)
            assert other.is_alive()
        other.join(10)
        assert [it.values for it in refusals] == [{"theirs": "first", "mine": "second"}]


def test_nothing_is_taken_back_there(postgres: str, laid_out: str) -> None:
    changes: list[Change] = []
    with open_server(database(postgres, laid_out)) as store:
        store.on_commit.append(changes.append)
        with store.write("a note") as session:
            cards.expect(session, "1", "North")
        with pytest.raises(UserError) as refusal:
            store.revert(changes[0])
    assert refusal.value.message == server.NO_UNDO


def test_what_waits_for_a_file_need_not_wait_for_a_server(postgres: str, laid_out: str) -> None:
    with open_server(database(postgres, laid_out)) as store:
        store.lend()
        with store.read(), store.elsewhere() as own, own.write("a note") as session:
            assert not store.busy
            cards.expect(session, "1", "North")
        store.take_back()
        assert not store.closed
    assert store.closed
