"""What-if simulator for vocational education (职教推演): the model of ``voced``, from Python.

>>> import voced
>>> result = voced.run({"schema": 1, "region": "laiwu", "layer": "plan"})
>>> result.value("voc_enrolment", 2025)  # doctest: +SKIP

A scenario is what a scenario file holds: as a dict, as JSON text or as the path of a file. Tables come out as
:class:`Table`, which pyarrow, polars and pandas take as they are; none of the three is needed to run. Units stand
beside the values; :func:`quantities` and :func:`inputs` list them. Whatever is wrong with what was given raises one
:class:`VocedError` that carries all faults. The interpreter's lock is released while the equations run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional, Union, cast

from . import _voced
from ._faults import Fault, VocedError
from ._given import Document, area_of, text_of
from ._voced import MODEL_VERSION, Table, inputs, quantities, regions

__all__ = [
    "MODEL_VERSION",
    "Answer",
    "Document",
    "Fault",
    "Goal",
    "Levers",
    "Run",
    "Table",
    "Uncertainty",
    "VocedError",
    "inputs",
    "quantities",
    "regions",
    "run",
    "solve",
    "solve_several",
    "uncertainty",
]

#: A goal or limit of :func:`solve_several`: ``(metric, op, value)`` for the horizon, ``(metric, op, value, year)``,
#: ``(metric, op, value, "every")`` for every projected year, or the id of a target of the area's plan.
Goal = Union[
    str,
    "tuple[str, str, float]",
    "tuple[str, str, float, Union[int, str, None]]",
]

#: Levers of :func:`solve_several`: ids, or ids with the least and the largest level allowed (``None``: what makes
#: sense for the area).
Levers = Union[Sequence[str], Mapping[str, "tuple[Optional[float], Optional[float]]"]]


@dataclass(frozen=True)
class Run:
    """A projection.

    Attributes:
        table: ``quantity, year, unit, value``: a row a quantity and year, in the order of the model. ``value`` is in
            the unit of its row, a share from 0 to 1, and null where the quantity has none in that year.
    """

    table: Table
    _document: str

    def to_json(self) -> str:
        """The document that ``voced run`` prints, to the byte."""
        return self._document

    def to_dict(self) -> dict[str, Any]:
        """The document of ``voced run``: ``years``, ``quantities`` (a list of values each), ``targets``, ``warnings``."""
        return cast("dict[str, Any]", json.loads(self._document))

    @property
    def targets(self) -> list[dict[str, Any]]:
        """Every target of the area's plan, judged: ``id, kind, metric, op, goal, year, status, value, shortfall,
        first_met``."""
        return cast("list[dict[str, Any]]", self.to_dict()["targets"])

    @property
    def warnings(self) -> list[dict[str, Any]]:
        """What is out of line, the weightiest first."""
        return cast("list[dict[str, Any]]", self.to_dict()["warnings"])

    def value(self, quantity: str, year: int) -> float | None:
        """One value; ``None`` where the quantity has none in that year.

        Raises:
            KeyError: No quantity has that id, or the year is not projected.
        """
        document = self.to_dict()
        values = document["quantities"][quantity]
        if year not in document["years"]:
            raise KeyError(year)
        return cast("float | None", values[document["years"].index(year)])


@dataclass(frozen=True)
class Uncertainty:
    """How sure a projection is.

    The tables have a row a quantity and year: ``quantity, year, unit, p5, p25, p50, p75, p95, known``. Percentiles are
    in the unit of the row and null where no draw has a value; ``known`` is the share of draws that have one.

    Attributes:
        table: Percentiles over all draws.
        conditioned: The same by weight, where draws were weighed by what was observed (``conditioned=True``) and data
            and assumptions agree; ``None`` else.
        against: Percentiles of the scenario it is held against (``against=``).
        differences: Percentiles of the differences, draw by draw.
    """

    table: Table
    conditioned: Table | None
    against: Table | None
    differences: Table | None
    _document: str

    def to_json(self) -> str:
        """The document that ``voced uncertainty`` prints, to the byte."""
        return self._document

    def to_dict(self) -> dict[str, Any]:
        """The document of ``voced uncertainty``."""
        return cast("dict[str, Any]", json.loads(self._document))

    @property
    def targets(self) -> list[dict[str, Any]]:
        """The chances of the targets: ``id, kind, metric, op, goal, year``, ``judged`` (share of draws in which it could
        be judged) and ``met`` (share of those that meet it)."""
        return cast("list[dict[str, Any]]", self.to_dict()["targets"])

    @property
    def inputs(self) -> list[dict[str, Any]]:
        """What was drawn: ``id, low, value, high, from``."""
        return cast("list[dict[str, Any]]", self.to_dict()["inputs"])


@dataclass(frozen=True)
class Answer:
    """What it would take.

    Attributes:
        document: What ``voced solve`` prints. ``status`` is ``already``, ``met`` or ``no``.
    """

    document: dict[str, Any]

    @property
    def status(self) -> str:
        """``already`` (nothing need change), ``met``, or ``no`` (the nearest miss is told)."""
        return cast(str, self.document["status"])

    @property
    def levels(self) -> dict[str, float]:
        """The level of each lever, in its own unit."""
        if "levers" in self.document:
            return {lever["lever"]: lever["level"] for lever in self.document["levers"]}
        return {self.document["lever"]: self.document["level"]}

    @property
    def values(self) -> dict[str, Any]:
        """The value of each lever that arrives at its level, to be put into a scenario's ``inputs`` as it is."""
        if "levers" in self.document:
            return {lever["lever"]: lever["value"] for lever in self.document["levers"]}
        return {self.document["lever"]: self.document["value"]}


def run(scenario: Document, *, area: Document | None = None) -> Run:
    """Projects a scenario, as ``voced run`` does.

    Args:
        scenario: A scenario, or an area file, which is projected as it is.
        area: Puts the scenario on this area: the id of one that ships, or an area file.

    Raises:
        VocedError: Everything that is wrong with what was given.
        OSError: A file can not be read.
    """
    document, table = _voced.run(text_of(scenario), area_of(area))
    return Run(table, document)


def uncertainty(
    scenario: Document,
    draws: int = 1000,
    quantities: Iterable[str] | None = None,
    seed: int | None = None,
    against: Document | None = None,
    conditioned: bool = False,
    *,
    area: Document | None = None,
    histograms: bool = False,
) -> Uncertainty:
    """Says how sure a projection is: percentiles over draws of every uncertain input, as ``voced uncertainty``.

    The n-th of so many draws depends on the seed alone: the same call gives the same bits on every machine.

    Args:
        scenario: A scenario, or an area file.
        draws: How many draws, a million at most.
        quantities: Only these, by id; every one where absent.
        seed: Where the draws begin, in place of the scenario's own.
        against: Also draw this scenario, and tell how sure the differences from it are.
        conditioned: Also weigh draws by how well they agree with what was observed of the area.
        area: Puts the scenario on this area, as for :func:`run`.
        histograms: Also count the draws of every year in bins, in the document.

    Raises:
        VocedError: Everything that is wrong with what was given.
        TypeError: Both ``against`` and ``conditioned``.
    """
    if against is not None and conditioned:
        raise TypeError("one of against and conditioned")
    document, tables = _voced.uncertainty(
        text_of(scenario),
        area_of(area),
        draws,
        None if quantities is None else _listed(quantities),
        seed,
        None if against is None else text_of(against),
        conditioned,
        histograms,
    )
    plain, weighed, other, differences = tables
    return Uncertainty(cast(Table, plain), weighed, other, differences, document)


def solve(
    scenario: Document,
    lever: str,
    quantity: str,
    year: int,
    op: str,
    value: float,
    *,
    within: tuple[float | None, float | None] = (None, None),
    area: Document | None = None,
) -> Answer:
    """Looks for the level of one lever at which one number meets a goal, as ``voced solve``.

    Args:
        scenario: A scenario, or an area file.
        lever: Id of the input that may move.
        quantity: Id of the quantity that is to meet the goal.
        year: In which year.
        op: How it is held against the goal: ``>=``, ``<=``, ``=`` or ``about``.
        value: The goal, in the quantity's unit; a share from 0 to 1.
        within: The least and the largest level allowed; the input's own bounds where ``None``.
        area: Puts the scenario on this area, as for :func:`run`.

    Raises:
        VocedError: Everything that is wrong with what was given.
    """
    text = _voced.solve(text_of(scenario), area_of(area), lever, quantity, year, op, value, tuple(within))
    return Answer(json.loads(text))


def solve_several(
    scenario: Document,
    levers: Levers = (),
    goals: Sequence[Goal] = (),
    *,
    highest: str | None = None,
    lowest: str | None = None,
    preset: str | None = None,
    area: Document | None = None,
) -> Answer:
    """Looks for the smallest change of several levers that meets several goals, as ``voced solve --goal``.

    Args:
        scenario: A scenario, or an area file.
        levers: What may move, and how far.
        goals: What is to hold.
        highest: Look for the highest level of this lever that keeps every goal instead.
        lowest: Look for its lowest level.
        preset: A question of the list, in place of levers and goals: ``ratio``, ``plan_teachers``, ``close_gap``,
            ``meet_plan`` or ``highest_share``.
        area: Puts the scenario on this area, as for :func:`run`.

    Raises:
        VocedError: Everything that is wrong with what was given.
        TypeError: A preset with levers or goals beside it, or both ``highest`` and ``lowest``.
    """
    text = text_of(scenario)
    if preset is not None:
        if levers or goals or highest or lowest:
            raise TypeError("a preset has its own levers and goals")
        return Answer(json.loads(_voced.preset(text, area_of(area), preset)))
    if highest is not None and lowest is not None:
        raise TypeError("one of highest and lowest")
    ranges = levers.items() if isinstance(levers, Mapping) else [(lever, (None, None)) for lever in levers]
    told = [goal if isinstance(goal, str) else (*goal, None)[:4] for goal in goals]
    found = _voced.solve_several(text, area_of(area), list(ranges), told, highest, lowest)
    return Answer(json.loads(found))


def _listed(ids: Iterable[str]) -> list[str]:
    """Ids as a list; a single text is one id, not its letters."""
    return [ids] if isinstance(ids, str) else list(ids)
