"""One look at the file asks each question once."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from cop_desktop.models.base import KNOWN

Words = ParamSpec("Words")
Answer = TypeVar("Answer")


def once(
    read: Callable[Concatenate[Session, Words], Answer],
) -> Callable[Concatenate[Session, Words], Answer]:
    """Remember what `read` answered for as long as a session that cannot write lasts.

    `Store.read` lays the memory into `session.info[KNOWN]`; any other session always asks
    anew. Answers are shared by all who ask: they are not to be changed.
    """

    @wraps(read)
    def ask(session: Session, /, *args: Words.args, **kwargs: Words.kwargs) -> Answer:
        known = session.info.get(KNOWN)
        if known is None:
            return read(session, *args, **kwargs)
        question = (read, args, tuple(sorted(kwargs.items())))
        if question not in known:
            known[question] = read(session, *args, **kwargs)
        answer: Answer = known[question]
        return answer

    return ask
