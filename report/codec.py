"""Values to JSON and back: the one way that reports and figures are stored.

The encoding follows the dataclasses' annotations, so a new field needs no
second description here. `Decimal` travels as a string.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def plain(value: Any) -> Any:
    """`value` as dictionaries, lists, strings and numbers."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return value


def dumps(value: Any) -> str:
    """`value` as one line of JSON."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def build(kind: Any, data: Any) -> Any:
    """The value of type `kind` that `plain` turned into `data`."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        if data is None:
            return None
        inner = [a for a in typing.get_args(kind) if a is not type(None)]
        return build(inner[0], data)
    if origin is tuple:
        item = typing.get_args(kind)[0]
        return tuple(build(item, v) for v in data)
    if dataclasses.is_dataclass(kind):
        hints = _hints(typing.cast(type, kind))
        known = {f.name for f in dataclasses.fields(kind)}
        return kind(**{k: build(hints[k], v) for k, v in data.items() if k in known})  # type: ignore[operator]
    if kind is Decimal:
        return Decimal(data)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(data)
    return data


def loads(kind: type[T], text: str) -> T:
    """The value of type `kind` written as JSON by `dumps`.

    Raises ValueError when the text is not such a value.
    """
    try:
        return typing.cast(T, build(kind, json.loads(text)))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a stored {kind.__name__}: {error}") from error
