"""What callers may give for a scenario or an area, as the text that the native part reads."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any, Union

from ._faults import VocedError

#: A scenario or an area file: what a file holds as a dict, JSON text that begins with ``{``, or the path of a file.
Document = Union[Mapping[str, Any], str, "os.PathLike[str]"]


def text_of(document: Document) -> str:
    """The JSON text of a document."""
    if isinstance(document, Mapping):
        return json.dumps(document, default=_plain)
    if isinstance(document, str) and document.lstrip().startswith("{"):
        return document
    if not isinstance(document, (str, os.PathLike)):
        raise TypeError(f"a dict, JSON text or the path of a file is wanted, not {type(document).__name__}")
    with open(document, "rb") as file:
        content = file.read()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        name = os.fspath(document)
        english = f"{name}: not UTF-8 text at line {line}; save the file with the encoding UTF-8"
        chinese = f"{name}：第{line}行不是 UTF-8 文本；请以 UTF-8 编码另存"
        raise VocedError([("", english, chinese)]) from error


def area_of(area: Document | None) -> str | None:
    """An area as the native part takes it: the text of an area file, or the id of an area that ships."""
    if area is None:
        return None
    if isinstance(area, str) and not area.lstrip().startswith("{") and not os.path.exists(area):
        return area
    return text_of(area)


def _plain(value: Any) -> Any:
    """NumPy's numbers and arrays and whatever else turns into plain values."""
    for turn in ("tolist", "item"):
        if hasattr(value, turn):
            return getattr(value, turn)()
    raise TypeError(f"{type(value).__name__} has no place in a scenario")
