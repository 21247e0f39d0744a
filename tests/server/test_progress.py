"""How long work shows itself: bars on a terminal, lines elsewhere, and never more of them than are of use."""

import io
import sys

import pytest

from cli.progress import progress
from graph.progress import Step
from words import said


def test_work_of_a_known_size_gets_a_line_at_each_tenth_and_at_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as report:
        for done in range(1001):
            report(Step(said("Fetching"), done, 1000, "MB"))
    output, errors = capsys.readouterr()
    assert output == ""
    assert errors.splitlines() == [f"Fetching: {done:,} of 1,000 MB" for done in range(0, 1001, 100)]


def test_work_of_an_unknown_size_gets_a_line_when_it_begins_and_ends(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as report:
        for tenths in range(20):
            report(Step(said("Starting"), tenths / 10, None, "s"))
        report(Step(said("Starting"), 2, 2, "s"))
        report(Step(said("Starting"), 2, 2, "s"))
    assert capsys.readouterr().err.splitlines() == ["Starting: 0 s", "Starting: 2 s"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_bars_on_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with progress() as report:
        report(Step(said("Fetching"), 5, 10, "MB"))
        report(Step(said("Starting"), 1, None, "s"))
        report(Step(said("Starting"), 3, 3, "s"))
    shown = terminal.getvalue()
    assert "5 of 10 MB" in shown
    assert "3 s" in shown
    assert "━" in shown
