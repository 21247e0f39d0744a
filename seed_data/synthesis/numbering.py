"""Gives ids to rows of a kind: a short prefix and a number."""


def numbered(prefix: str, count: int) -> list[str]:
    """Return so many ids, counted from 1, all as long as the last: W01 to W20."""
    width = len(str(count))
    return [f"{prefix}{place:0{width}}" for place in range(1, count + 1)]
