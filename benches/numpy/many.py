"""Times `voced.batch` over many areas and draws beside the same work in NumPy: `many.py FILE...`

The files come from the example `numpy_case` of `crates/analysis`, one an area with a plan. Both sides project every area
in every draw and give the percentiles of every quantity and year; the draws of NumPy are made beforehand and not timed.
The percentiles are held against each other first: it ends with a failure when one differs.
"""

import os
import sys
from pathlib import Path
from time import perf_counter

# One core for NumPy, as for the first of the other timings; the variables are read when NumPy is imported.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np  # noqa: E402

import voced  # noqa: E402
from model import Case, project  # noqa: E402

AREAS = 3_000
DRAWS = 1_000
PERCENTS = (5, 25, 50, 75, 95)
PLAN = {"schema": 1, "region": "laiwu", "layer": "plan"}

#: Of numbers as large as those of a quantity in any year, such a part may be rounding.
TOLERANCE = 1e-9


def percentiles(case):
    """Of every quantity, a row a year."""
    results = {}
    for quantity, rows in project(case).items():
        told = [np.broadcast_to(np.nan if row is None else row, DRAWS) for row in rows]
        results[quantity] = np.percentile(np.stack(told), PERCENTS, axis=1).T
    return results


def check(name, case):
    expected = percentiles(case)
    rows = voced.batch([name], PLAN, draws=DRAWS).to_pandas()
    if set(rows.quantity) != expected.keys():
        raise SystemExit(f"{name}: not the same quantities in both models")
    sums = {quantity: np.nanmax(np.abs(levels), initial=0.0) for quantity, levels in expected.items()}
    # A balance is the difference of two large numbers.
    scale = sums["uses_total"]
    for quantity, levels in rows.groupby("quantity", sort=False):
        own = levels[[f"p{percent}" for percent in PERCENTS]].to_numpy()
        rounding = TOLERANCE * (scale if levels.unit.iloc[0] == "yuan" else sums[quantity])
        # Where some draws have no value, NumPy has no percentile.
        differs = ~np.isnan(expected[quantity]) & ~np.isclose(own, expected[quantity], rtol=TOLERANCE, atol=rounding)
        if differs.any():
            raise SystemExit(f"{name}: {quantity}: {own[differs][0]}, not {expected[quantity][differs][0]}")


def main(files):
    cases = {Path(file).stem: Case.read(file)[1] for file in files}
    for name, case in cases.items():
        check(name, case)
    names = [name for _, name in zip(range(AREAS), list(cases) * AREAS)]
    start = perf_counter()
    for name in names:
        percentiles(cases[name])
    numpy = perf_counter() - start
    print(f"{AREAS} areas, {DRAWS} draws, every quantity and year with percentiles")
    print(f"NumPy, one core:             {numpy:7.1f} s")
    for threads, words in ((1, "one core"), (os.cpu_count(), f"{os.cpu_count()} cores")):
        start = perf_counter()
        rows = len(voced.batch(names, PLAN, draws=DRAWS, threads=threads))
        took = perf_counter() - start
        print(f"voced.batch, {words + ':':16}{took:7.1f} s, {numpy / took:.1f} times as fast ({rows} rows)")


if __name__ == "__main__":
    main(sys.argv[1:])
