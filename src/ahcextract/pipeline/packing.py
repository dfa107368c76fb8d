"""Readings of mentions as bytes, so that docs survive `to_bytes`, `DocBin` and other processes."""

from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache
from typing import Any

import srsly  # type: ignore[import-untyped]

from ahcextract.lexicon import Cue
from ahcextract.mentions import ActorRef, ProvisionRef

_MARK = "__ahc__"
_CLASSES: dict[str, type[Any]] = {c.__name__: c for c in (ActorRef, ProvisionRef, Cue)}


def pack(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """A reading as plain values; anything else is left to the encoder behind."""
    name = type(value).__name__
    if _CLASSES.get(name) is type(value):
        return {_MARK: name, **{f.name: getattr(value, f.name) for f in fields(value)}}
    return value if chain is None else chain(value)


def unpack(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """What `pack` made plain, as a reading again; msgpack has made lists of its tuples."""
    if isinstance(value, dict) and value.get(_MARK) in _CLASSES:
        made = _CLASSES[value[_MARK]]
        return made(**{name: _frozen(v) for name, v in value.items() if name != _MARK})
    return value if chain is None else chain(value)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value


@lru_cache(maxsize=1)
def register_packing() -> None:
    """Let srsly, which spaCy packs `doc.user_data` with, know of them."""
    srsly.msgpack_encoders.register("ahcextract", func=pack)
    srsly.msgpack_decoders.register("ahcextract", func=unpack)
