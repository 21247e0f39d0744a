"""Where the program begins. From here on Ctrl-C ends it in words: nothing that takes long is imported before."""

import os
import signal
import sys


def main() -> None:
    """Run the command line."""
    try:
        from cli.main import main as wuji

        wuji()
    except KeyboardInterrupt:
        from words import language_of_environment, said, speaking

        with speaking(language_of_environment(os.environ)):
            sys.stderr.write(f"{said('Error: stopped before anything was done.')}\n")
        sys.exit(130)
    finally:
        # All is said by now: at what Python itself has still to do, Ctrl-C just ends it.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
