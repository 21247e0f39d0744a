"""The list of commands: whole, and had for little."""

import subprocess
import sys

from cli.commands import PLACES
from cli.main import main

_LISTED = """
import sys
from cli.main import main
main(["--help"], standalone_mode=False)
print(*sorted({"cli.up", "cli.find", "pydantic", "rich", "neo4j", "graph.settings"} & set(sys.modules)), file=sys.stderr)
"""


def test_every_name_of_the_list_is_a_command_of_that_name() -> None:
    assert {name: command.name for name, command in main.commands.items()} == {name: name for name in PLACES}


def test_listing_the_commands_imports_none_of_them() -> None:
    shown = subprocess.run([sys.executable, "-c", _LISTED], capture_output=True, encoding="utf-8", check=True)
    assert shown.stderr == "\n"
    assert all(f"\n  {name} " in shown.stdout for name in PLACES)
