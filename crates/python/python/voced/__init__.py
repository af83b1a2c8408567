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
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Literal, Optional, Protocol, Union, cast

from . import _voced
from ._faults import Fault, Note, RowFault, VocedError
from ._given import Document, area_of, text_of
from ._voced import MODEL_VERSION, Table, inputs, quantities, regions

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow  # type: ignore[import-untyped, unused-ignore]

__all__ = [
    "MODEL_VERSION",
    "Answer",
    "ArrowStream",
    "Batch",
    "Document",
    "Fault",
    "Goal",
    "Levers",
    "Note",
    "RowFault",
    "Run",
    "Table",
    "Uncertainty",
    "VocedError",
    "batch",
    "inputs",
    "quantities",
    "regions",
    "run",
    "solve",
    "solve_several",
    "totals",
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


class ArrowStream(Protocol):
    """Anything with the Arrow PyCapsule interface: a table of pyarrow, polars, pandas (2.2 or later) or this package."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


class ArrowArray(Protocol):
    """As :class:`ArrowStream`, of a table in one piece: a record batch."""

    def __arrow_c_array__(self, requested_schema: object | None = None) -> object: ...


class _Printed:
    """A document of ``voced``: of :class:`Run` that of ``voced run`` (``years``, ``quantities`` as lists of values,
    ``targets``, ``warnings``), of :class:`Uncertainty` that of ``voced uncertainty``."""

    _document: str

    def to_json(self) -> str:
        """The document as ``voced`` prints it, to the byte."""
        return self._document

    def to_dict(self) -> dict[str, Any]:
        """The document as Python's own values."""
        return cast("dict[str, Any]", json.loads(self._document))


@dataclass(frozen=True)
class Run(_Printed):
    """A projection.

    Attributes:
        table: ``quantity, year, unit, value``: a row a quantity and year, in the order of the model. ``value`` is in
            the unit of its row, a share from 0 to 1, and null where the quantity has none in that year.
    """

    table: Table
    _document: str

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
class Uncertainty(_Printed):
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


@dataclass(frozen=True)
class Batch:
    """Results of many areas. It is a table itself: ``pyarrow.table(b)``, ``polars.DataFrame(b)``.

    Attributes:
        table: ``area, name, scenario, quantity, year, unit, value`` and, with draws, ``p5, p25, p50, p75, p95``: a row
            an area, scenario, quantity and year, in this order.
        faults: What is wrong with rows that are left out.
        notes: What is to be known of the changes in single areas.
        unknown: Names of columns that say nothing to the program.
    """

    table: Table
    faults: list[RowFault]
    notes: list[Note]
    unknown: list[str]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return len(self.table)

    def to_pandas(self) -> pandas.DataFrame:
        """The table as a data frame of pandas; needs pandas and pyarrow."""
        return self.table.to_pandas()

    def to_polars(self) -> polars.DataFrame:
        """The table as a data frame of polars."""
        return self.table.to_polars()

    def to_pyarrow(self) -> pyarrow.Table:
        """The table as one of pyarrow."""
        return self.table.to_pyarrow()


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
    text = _voced.solve(text_of(scenario), area_of(area), lever, quantity, year, op, value, within)
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


def batch(
    areas: ArrowStream | ArrowArray | Iterable[Document],
    scenarios: Document | Mapping[str, Document] | Iterable[Document],
    *,
    quantities: Iterable[str] | None = None,
    years: int | tuple[int, int] | range | None = None,
    draws: int | None = None,
    changes: Literal["absolute", "relative"] = "absolute",
    missing: Document = "national",
    base_year: int | None = None,
    on_error: Literal["skip", "raise"] = "skip",
    threads: int | None = None,
) -> Batch:
    """Projects many areas under some scenarios, as ``voced batch``: every row is what :func:`run` gives of its area.

    Args:
        areas: A table with a row an area and a column an indicator, or with rows of area, indicator, year and value
            (docs/many_areas.md). Columns have the names of yearbooks, as in sheets, or ids of :func:`inputs`; numbers
            under an id are in its unit, shares from 0 to 1. Or a list of areas: ids of those that ship, area files.
        scenarios: One scenario, several by name, or a list of them, each named by its file, its ``name`` or its number.
            An area file stands for no change.
        quantities: Only these, by id; every one where absent.
        years: Only this year, from one year to another, or a range.
        draws: Also percentiles over so many draws of every uncertain input.
        changes: ``absolute``: every area arrives at the scenario's levels. ``relative``: every area changes its own
            values by as much.
        missing: Where values come from that an area lacks and no parent of it has: ``national``, the id of an area that
            ships, or an area file.
        base_year: The base year of all areas, where the table has none.
        on_error: ``skip`` leaves rows with faults out and tells them in ``faults``; ``raise`` raises them.
        threads: How many; as many as there are processors where absent. The results do not depend on it.

    Raises:
        VocedError: Something is wrong with scenarios or options, or with the table as a whole; with
            ``on_error="raise"`` also with a row: its faults are each a :class:`RowFault`.
        TypeError: ``areas`` is no table and no list.
    """
    if on_error not in ("skip", "raise"):
        raise ValueError(f"on_error is skip or raise, not {on_error}")
    given: object = areas
    if not hasattr(areas, "__arrow_c_stream__") and not hasattr(areas, "__arrow_c_array__"):
        if isinstance(areas, (str, Mapping)) or not isinstance(areas, Iterable):
            raise TypeError("areas are a table or a list of areas")
        given = [cast(str, area_of(area)) for area in areas]
    lender = None if missing == "national" else area_of(missing)
    table, faults, notes, unknown = _voced.batch(
        given,
        _named(scenarios),
        None if quantities is None else _listed(quantities),
        _years(years),
        draws,
        changes,
        lender,
        base_year,
        threads,
    )
    told = [RowFault(*fault, row, area) for row, area, fault in faults]
    # Of a table that is none of areas there is nothing to skip.
    if told and (on_error == "raise" or (len(table) == 0 and all(fault.row is None for fault in told))):
        raise VocedError(told)
    return Batch(table, told, [Note(*note) for note in notes], unknown)


def totals(table: ArrowStream | ArrowArray) -> Table:
    """Adds rows of many areas, each quantity as it adds: sums, ratios of sums, or not at all.

    Args:
        table: Rows with ``area, scenario, quantity, year, value``, such as :func:`batch` gives. A ratio needs the
            quantities that it is made of in the table (``over`` and ``under`` of :func:`quantities`).

    Returns:
        ``scenario, quantity, year, unit, value, lacking, below, sum_below``: the value is null where ``lacking`` areas
        have none in that year or where the quantity does not add; ``below`` areas are below zero, ``sum_below`` in all.

    Raises:
        VocedError: A column is missing, or a quantity is none of the model's.
    """
    return _voced.totals(table)


def _named(scenarios: Document | Mapping[str, Document] | Iterable[Document]) -> list[tuple[str, str]]:
    """Scenarios by name, as text."""
    if isinstance(scenarios, (str, PurePath)) or (isinstance(scenarios, Mapping) and "schema" in scenarios):
        scenarios = [cast(Document, scenarios)]
    if isinstance(scenarios, Mapping):
        return [(name, text_of(scenario)) for name, scenario in scenarios.items()]
    return [(_name(scenario, place), text_of(scenario)) for place, scenario in enumerate(cast(Iterable[Document], scenarios))]


def _name(scenario: Document, place: int) -> str:
    if isinstance(scenario, Mapping):
        return str(scenario.get("name") or place)
    if isinstance(scenario, str) and scenario.lstrip().startswith("{"):
        return str(place)
    return PurePath(scenario).stem


def _years(years: int | tuple[int, int] | range | None) -> tuple[int, int] | None:
    if years is None:
        return None
    if isinstance(years, int):
        return (years, years)
    if isinstance(years, range):
        if years.step != 1 or len(years) == 0:
            raise ValueError("years follow each other")
        return (years[0], years[-1])
    first, last = years
    return (first, last)


def _listed(ids: Iterable[str]) -> list[str]:
    """Ids as a list; a single text is one id, not its letters."""
    return [ids] if isinstance(ids, str) else list(ids)
