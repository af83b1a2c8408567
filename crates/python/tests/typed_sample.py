"""A program as users write one, for the type checker: `mypy --strict` must find nothing."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import polars as pl
import pyarrow as pa

import voced


def main(table: pa.Table, frame: pl.DataFrame) -> pd.DataFrame:
    scenario: dict[str, object] = {"schema": 1, "region": "laiwu"}
    result: voced.Run = voced.run(scenario, area="dezhou")
    value: float | None = result.value("teachers", 2025)
    sure = voced.uncertainty(Path("scenario.json"), draws=10, quantities=["teachers"], against=scenario)
    if sure.differences is not None:
        print(len(sure.differences), value, result.warnings[0]["id"])
    answer = voced.solve(scenario, "hires", "teachers", 2025, ">=", 300, within=(None, 60))
    levels: dict[str, float] = answer.levels
    voced.solve_several(scenario, {"hires": (0, 60)}, [("teachers", ">=", 300.0, "every"), "LW-003"])
    try:
        done: voced.Batch = voced.batch(table, {"more": scenario}, years=(2020, 2025), changes="relative")
        again = voced.batch(frame, [scenario], quantities=("teachers",), on_error="raise", threads=2)
        totals: pl.DataFrame = voced.totals(again).to_polars()
        print(totals, levels, [fault.row for fault in done.faults])
        return done.to_pandas()
    except voced.VocedError as error:
        print([(fault.at, fault.message, fault.message_zh) for fault in error.faults])
        raise
