"""The profile of an area: one statement counts, and its tallies are put in their places here."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from graph.engines import Engine
from graph.query import Query
from graph.questions.profile_rows import (
    Alliances,
    Forces,
    Institutions,
    NewOrgs,
    Officers,
    Places,
    Posts,
    Powers,
    Profile,
    ProfileAnswer,
    ProfileTally,
    Result,
    Services,
)
from graph.questions.trees import AREAS
from graph.readings import Reading, about, no_such
from graph.stated import STANDING
from graph.vocabulary import (
    Assignment,
    BranchMode,
    CadreRank,
    DispatchAuthority,
    Kind,
    PairingCategory,
    PostRole,
    ResultCategory,
    ServiceCentreCategory,
)

_PROFILE = Query("answers/profile", ProfileAnswer)

W = TypeVar("W", bound=str)


class _Tallies:
    """The tallies of a profile, by their subjects."""

    def __init__(self, tallies: Sequence[ProfileTally]) -> None:
        self._tallies = tallies

    def of(self, subject: str) -> list[ProfileTally]:
        """Return the tallies of a subject, in the statement's order."""
        return [tally for tally in self._tallies if tally.subject == subject]

    def total(self, subject: str, word: str | None = None) -> int:
        """Return how many there are of a subject, or of those with one word."""
        return sum(tally.total for tally in self.of(subject) if word is None or tally.word == word)

    def by(self, subject: str, words: type[W]) -> dict[W, int]:
        """Return how many there are of a subject by each word that occurs."""
        return {words(tally.word): tally.total for tally in self.of(subject)}


def profile(engine: Engine, *, area_id: str, day: date = STANDING) -> Reading[Profile]:
    """Return an area with all there is in it on a day; one that ended has its record and nothing in it. Raise NotFoundError."""
    found = about(_PROFILE, engine, noun=AREAS.noun, id=area_id, kinds=AREAS.kinds, day=day)
    if found.area is None:
        raise no_such(AREAS.noun, area_id)
    tallies = _Tallies(found.tallies)
    made = Profile(
        area=found.area,
        ancestors=found.ancestors,
        chain=found.chain,
        parts=tallies.by("parts", Kind),
        organisations=tallies.by("orgs", Kind),
        alliances=_alliances(found, tallies),
        posts=_posts(tallies),
        cadres=tallies.by("cadres", CadreRank),
        forces=_forces(tallies),
        powers=_powers(tallies),
        services=_services(tallies),
        new_orgs=_new_orgs(tallies),
        institutions=_institutions(tallies),
        pairings=tallies.by("pairings", PairingCategory),
        volunteers=tallies.by("volunteers", str),
        results=[
            Result(category=ResultCategory(tally.word or ""), amount=tally.total, unit=tally.line or "")
            for tally in tallies.of("results")
        ],
    )
    return Reading(found, made)


def _alliances(found: ProfileAnswer, tallies: _Tallies) -> Alliances:
    return Alliances(
        total=len(found.alliances),
        items=found.alliances,
        memberships=tallies.total("memberships"),
        member_units=tallies.total("member_units"),
        activities=tallies.total("activities"),
        participants=tallies.total("participants"),
    )


def _posts(tallies: _Tallies) -> list[Posts]:
    totals, vacant = tallies.by("posts", PostRole), tallies.by("vacancies", PostRole)
    return [Posts(role=role, total=totals[role], vacant=vacant.get(role, 0)) for role in PostRole if role in totals]


def _forces(tallies: _Tallies) -> Forces:
    officers = [
        Officers(assignment=Assignment(tally.word or ""), line=tally.line, total=tally.total)
        for tally in tallies.of("officers")
    ]
    return Forces(
        officers=officers,
        grid_workers=tallies.total("grid_workers"),
        police_stations=tallies.total("police_stations"),
        lead_stations=tallies.total("lead_stations"),
        police_rooms=tallies.total("police_rooms"),
    )


def _powers(tallies: _Tallies) -> Powers:
    return Powers(
        powers=tallies.total("powers", Kind.POWER),
        enforcement_items=tallies.total("powers", Kind.ENFORCEMENT_ITEM),
        rights=tallies.total("powers", Kind.RIGHT),
        duties=tallies.total("duties"),
        unbacked_duties=tallies.total("duties", "unbacked"),
        offices=tallies.total("offices"),
        platforms=tallies.total("platforms"),
    )


def _services(tallies: _Tallies) -> Services:
    places = [
        Places(
            kind=Kind(tally.word or ""),
            category=None if tally.line is None else ServiceCentreCategory(tally.line),
            total=tally.total,
        )
        for tally in tallies.of("places")
    ]
    return Services(places=places, items=tallies.total("items"))


def _new_orgs(tallies: _Tallies) -> NewOrgs:
    return NewOrgs(
        units=tallies.total("new_orgs", "units"),
        ought_branch=tallies.total("new_orgs", "ought"),
        have_branch=tallies.total("new_orgs", "have"),
        lack_branch=tallies.total("new_orgs", "lack"),
        branches=tallies.by("new_org_branches", BranchMode),
        dispatched=tallies.by("dispatched", DispatchAuthority),
    )


def _institutions(tallies: _Tallies) -> Institutions:
    return Institutions(
        units=tallies.total("institutions", "units"),
        posts=tallies.total("institutions", "posts"),
        staff=tallies.total("institutions", "staff"),
    )
