"""Makes a client with each generator, and asks a wuji that runs through one: ``just clients [ADDRESS] [FOLDER]``."""

import argparse
import json
import sys
import urllib.request
from pathlib import Path

from tests.clients.calling import faults, operations
from tests.clients.generating import GenerationError, Generators


def main() -> None:
    """Make the clients and ask; the exit code is 1 where one cannot be made, or leaves something out."""
    parser = argparse.ArgumentParser(prog="just clients", description=__doc__)
    parser.add_argument("address", nargs="?", default="http://127.0.0.1:8000", help="where a wuji runs")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(".clients"), help="where the clients go")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with urllib.request.urlopen(f"{chosen.address}/openapi.json", timeout=30) as answer:  # noqa: S310 - as it was said
        document = json.load(answer)
    generators = Generators(document, chosen.folder)
    try:
        for generate in (
            generators.openapi_python_client,
            generators.datamodel_code_generator,
            generators.openapi_generator,
            generators.openapi_typescript,
        ):
            said = generate()
            if "will not be generated" in said:
                sys.exit(said)
            sys.stdout.write(f"{generate.__name__}: made\n")
    except GenerationError as error:
        sys.exit(str(error))
    found = {operation.id: fault for operation, fault in faults(document, chosen.folder, chosen.address)}
    for name, fault in found.items():
        sys.stdout.write(f"{name}: {fault or 'parsed'}\n")
    sys.stdout.write(f"{len(found)} of {len(operations(document))} operations asked.\n")
    sys.exit(1 if any(found.values()) else 0)


if __name__ == "__main__":
    main()
