"""What is wrong is told whole, in one exception."""

import pickle

import pandas as pd
import pytest

import voced


def faults(call) -> list[voced.Fault]:
    with pytest.raises(voced.VocedError) as raised:
        call()
    assert isinstance(raised.value, ValueError)
    return raised.value.faults


def test_every_fault_of_a_scenario_is_carried(scenario):
    scenario["region"] = "laiwux"
    scenario["inputs"] = {"hires": -4, "pay_growht": 0.1}
    found = faults(lambda: voced.run(scenario))
    assert [fault.at for fault in found] == ["region", "inputs.hires", "inputs.pay_growht"]
    assert "-4 is out of range; allowed 0 to 500000" in found[1].message
    assert "pay_growth" in found[2].message and "超出范围" in found[1].message_zh


def test_the_exception_says_all_and_travels_between_processes(scenario):
    scenario["inputs"] = {"hires": -4, "pay_growth": 90}
    with pytest.raises(voced.VocedError) as raised:
        voced.run(scenario)
    lines = str(raised.value).splitlines()
    assert len(lines) == 2 and lines[0].startswith("inputs.hires: ")
    there = pickle.loads(pickle.dumps(raised.value))
    assert there.faults == raised.value.faults and str(there) == str(raised.value)


def test_files_and_texts_that_are_none(tmp_path):
    with pytest.raises(FileNotFoundError):
        voced.run(tmp_path / "nowhere.json")
    (tmp_path / "gbk.json").write_bytes('{"schema": 1,\n"name": "莱芜"}'.encode("gbk"))
    assert "not UTF-8 text at line 2" in faults(lambda: voced.run(tmp_path / "gbk.json"))[0].message
    assert faults(lambda: voced.run("{ nothing"))[0].at == ""
    assert faults(lambda: voced.run({"schema": 1, "region": "laiwu", "inputs": {"hires": float("nan")}}))
    with pytest.raises(TypeError):
        voced.run(3)


def test_options_are_judged(scenario):
    told = faults(lambda: voced.uncertainty(scenario, draws=0, quantities=["teacher"], seed=-1))
    assert [fault.at for fault in told] == ["quantities", "draws", "seed"]
    assert faults(lambda: voced.solve(scenario, "hire", "teachers", 2025, ">", 1))[0].at == "lever"
    assert faults(lambda: voced.solve(scenario, "hires", "teachers", 1990, ">=", 1))[0].at == "lever"
    assert faults(lambda: voced.solve_several(scenario, ["hires"], ["nothing"]))[0].at == "goals.0"
    assert faults(lambda: voced.solve_several(scenario, preset="nothing"))[0].at == "preset"
    told = faults(lambda: voced.batch(["laiwu"], dict(scenario, horizon=1990), changes="more", draws=0))
    assert [fault.at for fault in told] == ["scenarios.0.horizon", "changes", "draws"]


def test_rows_with_faults_are_left_out_and_told(scenario):
    table = pd.DataFrame(
        {
            "area": ["one", "two", None, "one"],
            "base_year": [2023, 2023, 2023, 2023],
            "teachers_base": ["100", "many", "100", "120"],
            "parent": ["laiwu", None, None, None],
        }
    )
    done = voced.batch(table, scenario, quantities=["teachers"], years=2025)
    assert [row["area"] for row in done.table.to_pylist()] == ["one"]
    assert sorted({fault.row for fault in done.faults}) == [1, 2, 3]
    assert [fault.area for fault in done.faults if fault.row == 1] == ["two"]
    found = faults(lambda: voced.batch(table, scenario, on_error="raise"))
    assert found == done.faults and isinstance(found[0], voced.RowFault)


def test_tables_that_are_none_of_areas(scenario):
    assert faults(lambda: voced.batch(pd.DataFrame({"a": [1.0], "b": [2.0]}), scenario))[0].row is None
    days = pd.DataFrame({"area": ["one"], "day": pd.to_datetime(["2023-01-01"])})
    assert faults(lambda: voced.batch(days, scenario))[0].at == "areas.day"
    with pytest.raises(TypeError):
        voced.batch("laiwu", scenario)
    with pytest.raises(TypeError):
        voced.batch(3, scenario)
    told = faults(lambda: voced.totals(pd.DataFrame({"area": ["one"], "value": [1.0]})))
    assert len(told) == 3
