"""The types are those of the programs that use them, and the stubs those of the native part."""

import subprocess
import sys
from pathlib import Path

import voced

HERE = Path(__file__).parent


def mypy(*arguments: object) -> None:
    # Its cache stays out of the sources.
    command = [sys.executable, "-m", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(voced.__file__).parents[1])
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_strict_checker_takes_the_package_and_a_program():
    options = ["mypy", "--strict", "--ignore-missing-imports", "--python-version", "3.11"]
    mypy(*options, HERE / "typed_sample.py")
    mypy(*options, "-p", "voced")


def test_the_stubs_are_those_of_the_native_part():
    mypy("mypy.stubtest", "--ignore-disjoint-bases", "voced._voced")
