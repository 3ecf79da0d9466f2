"""New databases on the server that the tests of a run share."""

from uuid import uuid4

from sqlalchemy import create_engine, text


def database(server: str, template: str = "template0") -> str:
    """The address of a new database, made like another one."""
    name = f"t_{uuid4().hex}"
    engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    engine.dispose()
    return f"{server}/{name}"
