from collections.abc import Sequence
from typing import Any, Final, final

import pandas
import polars
import pyarrow  # type: ignore[import-untyped, unused-ignore]

__all__ = [
    "MODEL_VERSION",
    "Table",
    "batch",
    "inputs",
    "preset",
    "quantities",
    "regions",
    "run",
    "solve",
    "solve_several",
    "totals",
    "uncertainty",
]

MODEL_VERSION: Final[str]

@final
class Table:
    """A table of results, which pyarrow, polars and pandas take as it is."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...
    def __arrow_c_schema__(self) -> object: ...
    def __len__(self) -> int: ...
    @property
    def column_names(self) -> list[str]: ...
    def to_pyarrow(self) -> pyarrow.Table: ...
    def to_pandas(self) -> pandas.DataFrame: ...
    def to_polars(self) -> polars.DataFrame: ...
    def to_pylist(self) -> list[dict[str, Any]]: ...

def inputs() -> Table: ...
def quantities() -> Table: ...
def regions() -> Table: ...
def run(scenario: str, area: str | None = None) -> tuple[str, Table]: ...
def uncertainty(
    scenario: str,
    area: str | None,
    draws: float,
    quantities: Sequence[str] | None,
    seed: float | None,
    against: str | None,
    conditioned: bool,
    histograms: bool,
) -> tuple[str, list[Table | None]]: ...
def solve(
    scenario: str,
    area: str | None,
    lever: str,
    quantity: str,
    year: int,
    op: str,
    value: float,
    within: tuple[float | None, float | None],
) -> str: ...
def solve_several(
    scenario: str,
    area: str | None,
    levers: Sequence[tuple[str, tuple[float | None, float | None]]],
    goals: Sequence[object],
    highest: str | None,
    lowest: str | None,
) -> str: ...
def preset(scenario: str, area: str | None, id: str) -> str: ...
def batch(
    areas: object,
    scenarios: Sequence[tuple[str, str]],
    quantities: Sequence[str] | None,
    years: tuple[int, int] | None,
    draws: float | None,
    changes: str,
    missing: str | None,
    base_year: int | None,
    threads: int | None,
) -> tuple[
    Table,
    list[tuple[int | None, str, tuple[str, str, str]]],
    list[tuple[str, str, str, str]],
    list[str],
]: ...
def totals(table: object) -> Table: ...
