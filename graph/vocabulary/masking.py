"""How a person's name, and a code of one, is shown: its first character and a star."""


def masked(name: str) -> str:
    """Return a person's name, or a code of one, as it is shown: its first character and a star."""
    return f"{name[0]}*"


def is_masked(code: str) -> bool:
    """Whether a code is shown as that of a person: no code holds a star."""
    return code.endswith("*")
