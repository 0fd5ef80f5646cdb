"""JSON Pointers (RFC 6901): keys as parts of a pointer, and back."""

from __future__ import annotations


def escape(key: str) -> str:
    """A key as one part of a pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def parts(pointer: str) -> list[str]:
    """The keys and indices that a pointer names, from outside in; the empty pointer names the whole."""
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
