"""One scenario: the same documents as the command line, byte for byte."""

import json

import pytest

import voced


def test_a_run_is_that_of_the_command_line(root, command):
    for file in ["scenario.json", "own_area.json", "own_county.json", "before.json", "after.json"]:
        path = root / "examples" / file
        result = voced.run(path)
        assert result.to_json() == command("run", path), file
        assert result.to_dict() == json.loads(command("run", path))
        assert voced.run(json.loads(path.read_text("utf-8"))).to_json() == result.to_json(), "a dict"
        assert voced.run(path.read_text("utf-8")).to_json() == result.to_json(), "JSON text"


def test_the_table_has_the_values_of_the_document(scenario):
    result = voced.run(scenario)
    document = result.to_dict()
    rows = {(row["quantity"], row["year"]): row["value"] for row in result.table.to_pylist()}
    assert len(rows) == len(result.table) == len(document["quantities"]) * len(document["years"])
    for quantity, values in document["quantities"].items():
        for year, value in zip(document["years"], values):
            assert rows[quantity, year] == value == result.value(quantity, year)
    units = {row["id"]: row["unit"] for row in voced.quantities().to_pylist()}
    assert all(units[row["quantity"]] == row["unit"] for row in result.table.to_pylist())
    with pytest.raises(KeyError):
        result.value("teachers", 1990)


def test_a_scenario_is_put_on_another_area(scenario, root):
    there = dict(scenario, region="dezhou")
    assert voced.run(scenario, area="dezhou").to_json() == voced.run(there).to_json()
    own = root / "examples/own_county.json"
    data = dict(scenario, data=json.loads(own.read_text("utf-8")))
    del data["region"]
    assert voced.run(scenario, area=own).to_json() == voced.run(data).to_json()


def test_uncertainty_is_that_of_the_command_line(root, command):
    path = root / "examples/scenario.json"
    sure = voced.uncertainty(path, draws=2500, quantities=["teachers", "balance"], seed=3)
    printed = command("uncertainty", path, "--draws", 2500, "--seed", 3, "--quantity", "teachers", "balance")
    assert sure.to_json() == printed
    document = sure.to_dict()
    for row in sure.table.to_pylist():
        place = document["years"].index(row["year"])
        for column in ["p5", "p25", "p50", "p75", "p95", "known"]:
            assert row[column] == document["quantities"][row["quantity"]][column][place]
    assert sure.targets == document["targets"] and sure.inputs == document["inputs"]
    assert (sure.conditioned, sure.against, sure.differences) == (None, None, None)


def test_uncertainty_of_differences_and_of_what_was_observed(root, command):
    before, after = root / "examples/before.json", root / "examples/after.json"
    sure = voced.uncertainty(after, draws=300, quantities="balance", against=before)
    printed = command("uncertainty", after, "--against", before, "--draws", 300, "--quantity", "balance")
    assert sure.to_json() == printed
    differences = [row["p50"] for row in sure.differences.to_pylist()]
    assert differences == sure.to_dict()["differences"]["balance"]["p50"]
    weighed = voced.uncertainty(before, draws=300, quantities=["teachers"], conditioned=True)
    printed = command("uncertainty", before, "--conditioned", "--draws", 300, "--quantity", "teachers")
    assert weighed.to_json() == printed
    with pytest.raises(TypeError):
        voced.uncertainty(after, against=before, conditioned=True)


def test_solve_is_that_of_the_command_line(root, command):
    path = root / "examples/scenario.json"
    one = voced.solve(path, "hires", "teachers", 2025, ">=", 300, within=(0, 60))
    options = "--lever hires --quantity teachers --year 2025 --op >= --value 300 --min 0 --max 60".split()
    assert one.document == json.loads(command("solve", path, *options))
    assert one.status == "met" and 20 < one.levels["hires"] < 60
    several = voced.solve_several(
        path,
        {"hires": (0, 60), "vocational_share": (None, 0.5)},
        [("teachers", ">=", 250, 2025), ("students_per_teacher", "<=", 30, "every"), "LW-003"],
    )
    options = ["--lever", "hires=0..60", "--lever", "vocational_share=..0.5", "--goal", "teachers@2025 >= 250"]
    options += ["--goal", "students_per_teacher@every <= 30", "--goal", "target:LW-003"]
    assert several.document == json.loads(command("solve", path, *options))
    preset = voced.solve_several(path, preset="ratio")
    assert preset.document == json.loads(command("solve", path, "--preset", "ratio"))


def test_an_answer_goes_into_the_scenario_as_it_is(scenario):
    answer = voced.solve(scenario, "hires", "teachers", 2025, ">=", 300)
    scenario["inputs"].update(answer.values)
    assert voced.run(scenario).value("teachers", 2025) >= 300 - 1e-6


def test_lists_are_those_of_the_command_line(command):
    inputs = json.loads(command("inputs", "--format", "json"))
    rows = voced.inputs().to_pylist()
    assert [row["id"] for row in rows] == [row["id"] for row in inputs]
    for row, told in zip(rows, inputs):
        for key in ["unit", "default", "min", "max", "step", "role", "shape", "group"]:
            assert row[key] == told[key]
    areas = json.loads(command("regions", "--format", "json"))
    assert [row["id"] for row in voced.regions().to_pylist()] == [area["id"] for area in areas]
    assert {row["adds"] for row in voced.quantities().to_pylist()} == {"sum", "ratio", "apart"}
