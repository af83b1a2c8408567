"""Checks the NumPy model against the Rust model, then times it: `bench.py FILE...`

The files come from the example `numpy_case` of `crates/analysis`. Prints a JSON object: for each file's
name the draws a second on one core. Ends with a failure when a number differs.
"""

import json
import os
import sys
from pathlib import Path
from time import perf_counter

# One core, as the others; the variables are read when NumPy is imported.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np  # noqa: E402

from model import Case, project  # noqa: E402

TOLERANCE = 1e-9

# Arrays that fit into the processor's caches, and ones that keep the calls' own cost small: the
# quickest counts.
SIZES = (1_000, 3_000, 10_000, 30_000)
ROUNDS = 15


def check(name, case, expected):
    """Every quantity in every year and draw, absent where it is absent."""
    results = project(case)
    if missing := expected.keys() ^ results.keys():
        raise SystemExit(f"{name}: not in both models: {', '.join(sorted(missing))}")
    for quantity, rows in expected.items():
        for t, row in enumerate(rows):
            value = results[quantity][t]
            value = np.broadcast_to(np.nan if value is None else value, row.shape)
            close = np.isclose(value, row, rtol=TOLERANCE, atol=0.0, equal_nan=True)
            # A difference of two large numbers may be nothing but rounding.
            close |= np.abs(value - row) <= TOLERANCE * scale_of(results, quantity, t)
            if not close.all():
                draw = int(np.argmin(close))
                raise SystemExit(f"{name}: {quantity}, year {t}, draw {draw}: {value[draw]}, not {row[draw]}")


def scale_of(results, quantity, t):
    """How large the numbers are of which a quantity is the difference; zero where it is none."""
    parts = {
        "balance": ("uses_total",),
        "balance_cumulative": ("uses_total",),
        "debt": ("debt",),
        "teacher_gap": ("teachers",),
        "quota_headroom": ("teachers",),
        "unplaced_entrants": ("voc_entrants_all",),
        "cost_debt_service": ("debt",),
    }
    named = parts.get(quantity, ())
    return sum(np.max(np.abs(value)) for part in named for value in results[part] if value is not None)


def draws_per_second(document):
    """The quickest round of the size that suits this machine best."""
    best = 0.0
    for size in SIZES:
        case = Case(document, size)
        for _ in range(ROUNDS):
            start = perf_counter()
            project(case)
            best = max(best, size / (perf_counter() - start))
    return best


def main():
    speeds = {}
    for file in sys.argv[1:]:
        name = Path(file).stem
        document, case, expected = Case.read(file)
        check(name, case, expected)
        speeds[name] = draws_per_second(document)
    print(json.dumps(speeds))


if __name__ == "__main__":
    main()
