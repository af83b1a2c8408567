"""What the pages show runs."""

import re

import pytest


@pytest.mark.parametrize("page", ["README.md", "crates/python/README.md"])
def test_the_programs_shown_run(root, page, monkeypatch):
    monkeypatch.chdir(root)
    programs = re.findall(r"```python\n(.*?)```", (root / page).read_text("utf-8"), re.DOTALL)
    assert programs
    for program in programs:
        exec(program, {"__name__": page})  # noqa: S102
