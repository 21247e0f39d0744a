"""The rules on numbers of people: an institution has no more staff than posts, a station no fewer police than it sends."""

from collections import Counter

from graph.vocabulary import MODEL, Assignment, Kind
from seed_data.drafts import Drafts, LedgerDraft, UnitDraft
from seed_data.faults import Fault


def check_strengths(drafts: Drafts, faults: list[Fault]) -> None:
    """Add a fault for each unit with more staff than posts, and each station with fewer police than its community police."""
    _check_staff(drafts.units, faults)
    _check_police(drafts.ledger(Kind.POLICE_STATION), drafts.ledger(Kind.OFFICER), faults)


def _check_staff(units: UnitDraft, faults: list[Fault]) -> None:
    rows = zip(units.own.properties["posts"], units.own.properties["staff"], units.sheet.lines, strict=True)
    for posts, staff, line in rows:
        if isinstance(posts, int) and isinstance(staff, int) and staff > posts:
            expected = f"a number not above {posts}, which the row has as its posts; correct the one or the other"
            faults.append(Fault(units.sheet.layout.file, line, "staff", str(staff), expected))


def _check_police(stations: LedgerDraft, officers: LedgerDraft, faults: list[Fault]) -> None:
    stationed = next(tie for tie in MODEL[Kind.OFFICER].ties if tie.column == "station_id")
    rows = zip(officers.own.targets[stationed], officers.own.properties["assignment"], officers.span.ended, strict=True)
    sent = Counter(
        station
        for targets, assignment, ended in rows
        if assignment == Assignment.COMMUNITY_POLICE and not ended
        for station in targets
    )
    for place, (identity, police) in enumerate(zip(stations.id, stations.own.properties["police"], strict=True)):
        community = 0 if identity is None or stations.span.ended[place] else sent[identity]
        if isinstance(police, int) and police < community:
            expected = (
                f"a number not below {community}, for so many of its police are community police in "
                f"{officers.sheet.layout.file}; correct the number, or their station_id"
            )
            faults.append(
                Fault(stations.sheet.layout.file, stations.sheet.lines[place], "police", str(police), expected)
            )
