"""Frozen rows: dataclasses that are made in a fifth of the time.

For each frozen dataclass the standard library writes and compiles six functions, which takes half
a millisecond; the first look at a file needs two hundred such classes. Here only `__init__` is
written anew, and the others, which say the same for every class, are shared.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, TypeVar, dataclass_transform

Row = TypeVar("Row")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Row]) -> type[Row]:
    """What `@dataclass(frozen=True, slots=True)` makes; `fields`, `replace` and `asdict` know it.

    Methods that the class has itself are left as they are. `InitVar` is not for these.
    """
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    known = fields(made)
    compared = [it.name for it in known if it.compare]
    made._compared = attrgetter(*compared or ["__class__"])  # noqa: SLF001  # read below
    for name, shared in {**_SHARED, "__init__": _init(made, known)}.items():
        if cls.__dict__.get(name) is None:  # Python itself notes None where `__eq__` is written
            setattr(made, name, shared)
    return made  # type: ignore[no-any-return]  # the same class, made anew with slots


def _init(cls: type, known: tuple[Field[Any], ...]) -> Callable[..., None]:
    """Compiled, since rows are made by the thousand."""
    names: dict[str, Any] = {"_set": object.__setattr__, "_new": object()}
    usual, by_name, body = ["self"], ["*"], []
    for it in known:
        taken, value = _taken(it, names)
        if it.init:
            (by_name if it.kw_only else usual).append(taken)
        if value:
            body.append(f" _set(self, {it.name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    words = ", ".join(usual + (by_name if len(by_name) > 1 else []))
    exec(f"def __init__({words}):\n" + "\n".join(body or [" pass"]), names)
    init: Callable[..., None] = names["__init__"]
    init.__qualname__, init.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    return init


def _taken(it: Field[Any], names: dict[str, Any]) -> tuple[str, str]:
    """How `__init__` takes a field, and the value it sets, if any; defaults go into `names`."""
    usual = f"_{it.name}"
    if it.default_factory is not MISSING:
        names[usual] = it.default_factory
        given = f"{usual}() if {it.name} is _new else {it.name}"
        return f"{it.name}=_new", given if it.init else f"{usual}()"
    if it.default is not MISSING:
        names[usual] = it.default
        return f"{it.name}={usual}", it.name if it.init else usual
    return it.name, it.name if it.init else ""


def _equals(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return self is other or self._compared(self) == self._compared(other)


def _hash(self: Any) -> int:
    return hash(self._compared(self))


@recursive_repr()
def _told(self: Any) -> str:
    values = (f"{it.name}={getattr(self, it.name)!r}" for it in fields(self) if it.repr)
    return f"{type(self).__qualname__}({', '.join(values)})"


def _keep(_self: Any, name: str, _value: object = None) -> None:
    raise FrozenInstanceError(f"cannot change field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, it.name) for it in fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for it, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, it.name, value)


_SHARED = {
    "__eq__": _equals, "__hash__": _hash, "__repr__": _told,
    "__setattr__": _keep, "__delattr__": _keep,
    "__getstate__": _state, "__setstate__": _restore,
}  # fmt: skip
