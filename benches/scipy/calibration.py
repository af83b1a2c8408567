"""Holds `voced calibrate` against SciPy's `least_squares`: the same objective, minimised by another program.

    python3 -m venv venv && venv/bin/pip install scipy
    cargo build -p voced && venv/bin/python benches/scipy/calibration.py target/debug/voced

Every value of the objective comes from `voced run`, so that moving an input, paths and bounds are judged too.
Ends with a failure where an objective differs by more than a millionth.
"""

import json
import subprocess
import sys

import numpy as np
from scipy.optimize import least_squares

TOLERANCE = 1e-6

OWN = {
    "schema": 1, "id": "own", "name_zh": "某区", "name_en": "An area", "base_year": 2021,
    "base": {"inputs": {
        "junior_graduates": {"value": {"points": {"2021": 5000, "2023": 5400}}, "low": 4800, "high": 6000},
        "progression_rate": {"value": 0.97, "low": 0.95, "high": 0.99},
        "vocational_share": {"value": {"start": 0.4, "end": 0.5, "end_year": 2024, "shape": "smooth"},
                             "low": 0.42, "high": 0.55},
        "voc_grade_1_base": 1900, "voc_grade_2_base": 1800, "voc_grade_3_base": 1700,
        "teachers_base": 300, "hires": 12, "attrition_rate": 0.03}},
    "observed": [
        {"quantity": quantity, "year": year, "value": value, "scope_zh": "全区", "scope_en": "All",
         "confidence": confidence}
        for quantity, year, value, confidence in [
            ("voc_enrolment", 2022, 5600, "high"), ("voc_enrolment", 2023, 5300, "high"),
            ("voc_entrants", 2022, 2500, "medium"), ("voc_graduates", 2023, 1500, "medium"),
            ("teachers", 2023, 330, "high"), ("students_per_teacher", 2024, 16, "low"),
        ]],
}

CASES = [
    ({"schema": 1, "region": "laiwu"}, ["in_scope_share", "hires", "voc_exit_rate", "junior_graduates"]),
    ({"schema": 1, "region": "national", "layer": "base"},
     ["voc_exit_rate", "gen_exit_rate", "hires", "progression_rate", "certification_rate", "pay_growth"]),
    ({"schema": 1, "data": OWN, "layer": "base"},
     ["junior_graduates", "vocational_share", "progression_rate", "hires", "attrition_rate", "voc_exit_rate"]),
]


def voced(program, arguments, scenario):
    told = subprocess.run([program, *arguments], input=json.dumps(scenario), capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


def moved(entry, x):
    """The value of an input after a move of so many half ranges."""
    before, half = entry["before"], entry["half_range"]
    if not isinstance(before, dict):
        return before + x * half
    points = before.get("points")
    level = list(points.values())[-1] if points else before["end"]
    factor = 1 + x * (half / abs(level) if level else half)
    if points:
        return {"points": {year: value * factor for year, value in points.items()}}
    return {**before, "start": before["start"] * factor, "end": before["end"] * factor}


def reach(entry):
    """How far an input may move either way, in half ranges."""
    if not isinstance(entry["before"], dict):
        return [(end - entry["before"]) / entry["half_range"] for end in (entry["least"], entry["most"])]
    points = entry["before"].get("points")
    level = list(points.values())[-1] if points else entry["before"]["end"]
    return [(end - 1) * abs(level) / entry["half_range"] for end in (entry["least"], entry["most"])]


def check(program, scenario, inputs):
    found = voced(program, ["calibrate", "-", "--inputs", ",".join(inputs)], scenario)
    bounds = np.array([reach(entry) for entry in found["inputs"]])

    def residuals(x):
        # A hair inside, as rounding may lead out of bounds.
        x = np.clip(x, bounds[:, 0] * (1 - 1e-12), bounds[:, 1] * (1 - 1e-12))
        values = {entry["id"]: moved(entry, part) for entry, part in zip(found["inputs"], x)}
        results = voced(program, ["run", "-"], {**scenario, "inputs": values})
        column = {year: place for place, year in enumerate(results["years"])}
        misses = [(results["quantities"][seen["quantity"]][column[seen["year"]]] - seen["value"]) / seen["tolerance"]
                  for seen in found["observed"]]
        return np.concatenate([misses, x])

    start = np.zeros(len(inputs))
    best = least_squares(residuals, start, bounds=(bounds[:, 0] - 1e-9, bounds[:, 1] + 1e-9), jac="3-point",
                         xtol=1e-12, ftol=1e-14, gtol=1e-12)
    ours, theirs = found["objective_after"], 2 * best.cost
    written = residuals(np.array([entry["moved"] for entry in found["inputs"]]))
    area = scenario.get("region", "own")
    print(f"{area}: before {found['objective_before']:.9g}, voced {ours:.12g}, SciPy {theirs:.12g}, "
          f"moves differ by {np.abs(best.x - [entry['moved'] for entry in found['inputs']]).max():.1e}, "
          f"at a bound: {', '.join(found['at_bound']) or 'none'}; untold: {', '.join(found['untold']) or 'none'}")
    assert abs(written @ written - ours) <= TOLERANCE * ours, "the fit is not what its scenario gives"
    assert abs(found["objective_before"] - (lambda r: r @ r)(residuals(start))) <= TOLERANCE * ours
    return abs(ours - theirs) <= TOLERANCE * max(1.0, theirs)


if __name__ == "__main__":
    agreed = [check(sys.argv[1], *case) for case in CASES]
    sys.exit(0 if all(agreed) else "the objectives differ by more than a millionth")
