"""Who changes the graph when a command does."""

import getpass


def actor() -> str:
    """Return who acts: the account this command runs under."""
    try:
        return f"cli:{getpass.getuser()}"
    except (KeyError, OSError):
        return "cli"
