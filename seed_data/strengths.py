"""The rule on numbers of people: a police station has no fewer police than it sends to communities."""

from collections import Counter

from graph.vocabulary import Assignment, Kind
from seed_data.faults import DataSetFault
from seed_data.typed_sheets import TypedSheets
from words import said


def check_strengths(sheets: TypedSheets, faults: list[DataSetFault]) -> None:
    """Add a fault for each station with fewer police than its community police."""
    stations, officers = sheets.of(Kind.POLICE_STATION), sheets.of(Kind.OFFICER)
    assignments = officers.properties["assignment"]
    sent = Counter(
        station
        for place, station in officers.standing("station_id")
        if assignments[place] == Assignment.COMMUNITY_POLICE
    )
    for place, (identity, police) in enumerate(zip(stations.id, stations.properties["police"], strict=True)):
        community = sent[identity] if identity is not None and stations.stands(place) else 0
        if isinstance(police, int) and police < community:
            expected = said(
                "a number not below {community}, for so many of its police are community police in {file}; correct "
                "the number, or their station_id",
                community=community,
                file=officers.layout.file,
            )
            faults.append(stations.fault(place, "police", str(police), expected))
