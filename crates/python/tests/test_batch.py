"""Many areas: every row is the run of its area, whatever the table came in as and whatever the threads."""

import io
import json

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import voced

KEYS = ["area", "scenario", "quantity", "year"]


def same(one: voced.Batch, other: voced.Batch) -> bool:
    return one.to_pyarrow().combine_chunks().equals(other.to_pyarrow().combine_chunks())


def test_every_row_is_that_of_the_command_line(root, tmp_path, counties, scenario, command):
    (tmp_path / "more.json").write_text(json.dumps(scenario), "utf-8")
    for changes in ["absolute", "relative"]:
        out = tmp_path / f"{changes}.csv"
        options = ["--scenarios", tmp_path / "more.json", "--changes", changes, "--draws", 60, "-o", out]
        command("batch", root / "examples/counties.csv", *options)
        expected = pd.read_csv(out)
        done = voced.batch(counties, tmp_path / "more.json", changes=changes, draws=60)
        assert not done.faults and not done.unknown
        pd.testing.assert_frame_equal(done.to_pandas(), expected, check_exact=True, check_dtype=False)


def test_every_row_is_the_run_of_its_area(scenario, root):
    # Areas that ship and one of one's own: a scenario on its own area is itself.
    own = root / "examples/own_county.json"
    scenario["inputs"] = {"pay_growth": 0.06}
    done = voced.batch(["laiwu", "dezhou", own], {"more": scenario}).to_pandas()
    assert list(dict.fromkeys(done.scenario)) == ["more"]
    assert done.duplicated(KEYS).sum() == 0
    for area, rows in done.groupby("area", sort=False):
        place = area if area in ("laiwu", "dezhou") else own
        run = voced.run(scenario, area=place).table.to_pandas()
        pd.testing.assert_frame_equal(rows[run.columns].reset_index(drop=True), run, check_exact=True)


def test_percentiles_are_those_of_uncertainty(scenario):
    wanted = ["teachers", "balance"]
    done = voced.batch(["laiwu"], scenario, quantities=wanted, draws=400).to_pandas()
    sure = voced.uncertainty(scenario, 400, wanted).table.to_pandas()
    for column in ["p5", "p25", "p50", "p75", "p95"]:
        np.testing.assert_array_equal(done[column].to_numpy(), sure[column].to_numpy())


def test_a_table_of_any_kind_gives_the_same(counties, scenario):
    first = voced.batch(counties, scenario)
    table = pa.Table.from_pandas(counties, preserve_index=False)
    pieces = pa.concat_tables([table.slice(0, 5), table.slice(5)])
    kinds = [table, pieces, table.combine_chunks().to_batches()[0], pl.from_pandas(counties)]
    kinds.append(counties.assign(地区=counties["地区"].astype("category")))
    kinds.append(pl.from_pandas(counties).with_columns(pl.col("地区").cast(pl.Categorical)))
    kinds.append(counties.astype({name: "float64" for name in counties.columns[2:]}))
    for kind in kinds:
        assert same(voced.batch(kind, scenario), first), type(kind)


def test_it_comes_out_for_every_library(counties, scenario):
    done = voced.batch(counties, scenario, draws=20)
    assert pa.table(done).equals(done.to_pyarrow())
    assert pl.DataFrame(done).equals(done.to_polars())
    pd.testing.assert_frame_equal(pd.DataFrame.from_arrow(done), done.to_pandas())
    pd.testing.assert_frame_equal(done.to_polars().to_pandas(), done.to_pandas(), check_dtype=False)
    assert done.to_polars().to_dicts() == done.table.to_pylist()
    assert len(done) == len(done.table) == len(done.to_pandas())
    assert done.table.column_names == list(done.to_pandas().columns)
    assert str(done.to_pyarrow().schema.field("year").type) == "int32"


def test_long_tables_and_wide_ones_are_one(scenario):
    wide = pd.DataFrame(
        {"area": ["one", "two"], "base_year": 2023, "teachers_base": [100.0, 250.0], "vocational_share": [0.41, 0.52]}
    )
    long = wide.melt(["area", "base_year"], var_name="indicator").sort_values("area", kind="stable")
    long = long.assign(year=2023)
    of_wide, of_long = voced.batch(wide, scenario), voced.batch(long, scenario)
    assert not of_wide.faults and not of_long.faults
    assert same(of_wide, of_long)
    share = of_wide.to_pandas().query("quantity == 'voc_share_of_intake' and year == 2023").value
    assert share.tolist() == pytest.approx([0.41, 0.52]), "a share under an id is from 0 to 1"


def test_the_threads_change_nothing(counties, scenario):
    first = voced.batch(counties, scenario, draws=50, threads=1)
    assert same(first, voced.batch(counties, scenario, draws=50, threads=3))
    assert same(first, voced.batch(counties, scenario, draws=50))


def test_scenarios_have_the_names_they_are_given(scenario, tmp_path):
    (tmp_path / "of_a_file.json").write_text(json.dumps(scenario), "utf-8")
    named = dict(scenario, name="by itself")
    for scenarios, names in [
        (scenario, ["0"]),
        (tmp_path / "of_a_file.json", ["of_a_file"]),
        ({"b": scenario, "a": named}, ["b", "a"]),
        ([named, scenario, str(tmp_path / "of_a_file.json")], ["by itself", "1", "of_a_file"]),
    ]:
        done = voced.batch(["laiwu"], scenarios, quantities=["teachers"], years=range(2024, 2026)).to_pandas()
        assert list(dict.fromkeys(done.scenario)) == names
        assert done.year.unique().tolist() == [2024, 2025]
    with pytest.raises(voced.VocedError):
        voced.batch(["laiwu"], [named, named])


def test_what_is_missing_comes_from_where_it_is_said(scenario):
    table = pd.DataFrame({"area": ["one"], "teachers_base": [100.0]})
    national, laiwu = (
        voced.batch(table, scenario, base_year=2023, missing=missing, quantities=["voc_enrolment"], years=2025)
        for missing in ["national", "laiwu"]
    )
    assert national.to_pandas().value[0] != laiwu.to_pandas().value[0]


def test_sums_and_ratios_are_those_of_pandas(counties, scenario):
    done = voced.batch(counties, {"more": scenario, "less": dict(scenario, inputs={})})
    rows = done.to_pandas()
    totals = voced.totals(done).to_pandas().set_index(["scenario", "quantity", "year"])
    told = voced.quantities().to_pandas().set_index("id")
    sums = rows.groupby(["scenario", "quantity", "year"], sort=False)["value"].agg(lambda values: sum(values.tolist()))

    def total(scenario: str, quantity: str, year: int) -> float:
        spec = told.loc[quantity]
        if spec.adds == "sum":
            return sums[scenario, quantity, year]
        if spec.adds == "apart":
            return float("nan")
        over, under = (
            sum((total(scenario, term, year) for term in getattr(spec, side).split()), 0.0) for side in ["over", "under"]
        )
        return over / under if under else float("nan")

    expected = [total(*key) for key in totals.index]
    # The same order of adding, so the same bits.
    np.testing.assert_array_equal(totals.value.to_numpy(), np.array(expected))
    below = rows[rows.value < 0].groupby(["scenario", "quantity", "year"])["value"].agg(["size", "sum"])
    np.testing.assert_array_equal(totals.below[totals.below > 0].sort_index(), below["size"].sort_index())
    np.testing.assert_allclose(totals.sum_below[totals.below > 0].sort_index(), below["sum"].sort_index())
    assert len(totals) == 2 * len(told) * rows.year.nunique()


def test_totals_take_rows_from_anywhere(counties, scenario):
    done = voced.batch(counties, scenario)
    text = io.BytesIO()
    done.to_pandas().to_csv(text, index=False)
    text.seek(0)
    again = pl.read_csv(text)
    assert voced.totals(again).to_pyarrow().column("value").to_pylist() == (
        voced.totals(done).to_pyarrow().column("value").to_pylist()
    )
