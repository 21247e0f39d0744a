import subprocess
import sys
from collections.abc import Iterator

import pytest
from answering import __file__ as program
from campaign import ROOT, unmeasured

from graph.engines import Engine
from graph.engines.address import Address


@pytest.fixture
def host(mini: Engine, address: Address) -> Iterator[str]:  # noqa: ARG001 - the graph that is asked
    """Where a wuji that holds `mini` answers, in a process of its own."""
    command = [sys.executable, program, address.uri, address.user, address.password, address.database]
    env = unmeasured() | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as answering:
        assert answering.stdout is not None
        yield f"127.0.0.1:{int(answering.stdout.readline())}"
        answering.terminate()
