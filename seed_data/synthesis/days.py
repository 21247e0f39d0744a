"""Days that fall to a key."""

from datetime import date, timedelta
from functools import cache

from seed_data.synthesis.spreading import choice

_DAY = timedelta(days=1)
_SATURDAY = 5


def working_day(first: date, last: date, *key: str) -> date:
    """Return the day from Monday to Friday, in a stretch of which both ends are a part, that falls to a key."""
    return choice(_working_days(first, last), *key)


@cache
def _working_days(first: date, last: date) -> list[date]:
    days = (first + place * _DAY for place in range((last - first).days + 1))
    return [day for day in days if day.weekday() < _SATURDAY]
