"""The rule on numbers of people: a police station has no fewer police than it sends to communities."""

from collections import Counter

from graph.vocabulary import MODEL, Assignment, Kind
from seed_data.drafts import Drafts
from seed_data.faults import Fault
from words import said


def check_strengths(drafts: Drafts, faults: list[Fault]) -> None:
    """Add a fault for each station with fewer police than its community police."""
    stations, officers = drafts.ledger(Kind.POLICE_STATION), drafts.ledger(Kind.OFFICER)
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
            expected = said(
                "a number not below {community}, for so many of its police are community police in {file}; correct "
                "the number, or their station_id",
                community=community,
                file=officers.sheet.layout.file,
            )
            faults.append(
                Fault(stations.sheet.layout.file, stations.sheet.lines[place], "police", str(police), expected)
            )
