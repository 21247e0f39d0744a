"""First days put right: what began with an entity begins with it still."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from graph.history.around import Around
from graph.history.histories import Version
from graph.history.links import DatedLink


def redated(dated: DatedLink, around: Around) -> DatedLink:
    """Return a link that began when both its ends had, once the first day of an end is put right; none begins before both."""
    days = around.first_days(dated.link)
    if days is None:
        return dated
    began, begins = days
    is_too_early = dated.stands and dated.valid_from < begins
    if not is_too_early and (dated.valid_from != began or dated.is_void):
        return dated
    return replace(dated, valid_from=begins if dated.valid_to is None else min(begins, dated.valid_to))


def redated_versions(versions: Iterable[Version], former: date | None, begun: date) -> tuple[Version, ...]:
    """Return the versions of an entity whose first day was said to be another: none of that life begins before it."""
    if former is None or former == begun:
        return tuple(versions)
    return tuple(_redated_version(version, former, begun) for version in versions)


def _redated_version(version: Version, former: date, begun: date) -> Version:
    is_first, is_too_early = version.valid_from == former, former <= version.valid_from < begun
    # What was only for a moment of its first day stays so, wherever that day is.
    if is_too_early or (is_first and not version.is_void):
        return version.between(begun, max(version.valid_to, begun))
    return version
