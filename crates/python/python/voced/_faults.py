"""What can be wrong with what was given, as one exception."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        at: Where: keys from the outside in, joined by dots, such as ``inputs.hires.points.2021``; empty for
            the whole document.
        message: What, in one English sentence that begins with ``at``.
        message_zh: The same in Chinese.
    """

    at: str
    message: str
    message_zh: str


class VocedError(ValueError):
    """Something that was given is wrong; ``faults`` has all of it, not only the first.

    Attributes:
        faults: A :class:`Fault` for each thing that is wrong, in the order in which they were found.
    """

    faults: list[Fault]

    def __init__(self, faults: Iterable[tuple[str, str, str] | Fault]) -> None:
        self.faults = [fault if isinstance(fault, Fault) else Fault(*fault) for fault in faults]
        # What pickling hands to the exception on the other side.
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(fault.message for fault in self.faults)


@dataclass(frozen=True)
class RowFault(Fault):
    """One thing that is wrong with a row of a table of areas.

    Attributes:
        row: The row, counted from 0 as data frames count; ``None`` where it is the table as a whole.
        area: The area's name; empty where it has none.
    """

    row: int | None = None
    area: str = ""


@dataclass(frozen=True)
class Note:
    """What is to be known of a scenario in an area: a value that stops at its bound, a change that is not carried over.

    Attributes:
        area: The area's id.
        scenario: The scenario's name.
        message: What, in English.
        message_zh: The same in Chinese.
    """

    area: str
    scenario: str
    message: str
    message_zh: str
