"""wuji's API in a process of its own, as `wuji serve` has it: `answering.py URI USER PASSWORD DATABASE` says its port."""

import logging
import sys

from api.app import create_app
from api.serving import listening_socket, serving
from cli.interrupts import noted_interrupts
from graph.engines.address import Address
from graph.engines.opening import connect

if __name__ == "__main__":
    # What the API puts on record of a fault is for whoever reads the test's output.
    logging.basicConfig(level=logging.WARNING)
    engine = connect(Address(*sys.argv[1:]))
    listener = listening_socket(host="127.0.0.1", port=0)
    sys.stdout.write(f"{listener.getsockname()[1]}\n")
    sys.stdout.flush()
    with serving(lambda: create_app(engine), listener) as begun, noted_interrupts() as told:
        begun.wait(told)
