"""``wuji profile``: an area on one page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from cli.arguments import area_id, as_json
from cli.connection import asking
from cli.help_pages import examples
from cli.spoken import command
from cli.tables import print_facts, print_json
from graph.kind_words import KindWords, kind_words
from graph.meanings import VALUES
from graph.questions.profile import profile as profile_of
from graph.questions.profile_rows import CoveringOrg, Forces, NewOrgs, Powers, Profile
from graph.rows import Found
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
from words import Said, enumerated, said

_NONE = said("nothing")
_SHOWN = 15

W = TypeVar("W", bound=StrEnum)

Counted = Iterator[tuple[str, int]]
Facts = Iterator[tuple[Said, object]]


@command(
    examples=examples(
        ("wuji profile 220202006000", said("a street: its chain, alliances, posts, forces, powers and services")),
        ("wuji profile 220202006001", said("a community")),
        ("wuji profile 220202006000 --json", said("the same for programs")),
    )
)
@area_id
@as_json
def profile(id: str, *, as_json: bool) -> None:
    """Show an area on one page, by its id: what covers it, and how many of everything there are in it and its parts."""
    with asking() as engine:
        found = profile_of(engine, area_id=id).value
        words = kind_words(engine)
    if as_json:
        print_json(found)
        return
    print_facts(found.area.name, [*_place(found, words), *_organisations(found, words), *_work(found, words)])


def _place(found: Profile, words: KindWords) -> Facts:
    yield said("id"), found.area.id
    yield said("kind"), f"{words.of(found.area.kind)} ({found.area.kind})"
    yield said("in"), " → ".join(f"{area.name} ({area.id})" for area in found.ancestors) or _NONE
    yield said("parts"), _told(_kinds(found.parts, words))


def _organisations(found: Profile, words: KindWords) -> Facts:
    yield said("covered by"), "\n".join(map(str, map(_covering, found.chain))) or _NONE
    yield said("organisations"), _told(_kinds(found.organisations, words))
    yield said("alliances"), _told(_alliances(found))
    yield said("by name"), _names(found.alliances.items)
    yield said("posts"), _told((VALUES[PostRole][one.role], one.total) for one in found.posts)
    yield said("vacant"), _told((VALUES[PostRole][one.role], one.vacant) for one in found.posts)
    yield said("cadres"), _told(_words(CadreRank, found.cadres))


def _work(found: Profile, words: KindWords) -> Facts:
    yield said("forces"), _told(_forces(found.forces, words))
    yield said("powers"), _told(_powers(found.powers, words))
    yield said("services"), _told(_services(found, words))
    yield said("new organisations"), _told(_new_orgs(found.new_orgs))
    moved = found.institutions
    yield said("institutions"), _told(iter([("下放机构", moved.units), ("编制", moved.posts), ("人员", moved.staff)]))
    yield said("pairings"), _told(_words(PairingCategory, found.pairings))
    yield said("volunteers"), _told(iter(found.volunteers.items()))
    results = (f"{VALUES[ResultCategory][one.category]} {one.amount:,} {one.unit}" for one in found.results)
    yield said("results"), _listed(results)


def _covering(org: CoveringOrg) -> Said:
    facts = [
        f"{org.name} ({org.id})",
        *([f"党员 {org.members:,}"] if org.members is not None else []),
        *([f"负责人 {_named(org.secretary)}"] if org.secretary is not None else []),
        *(["负责人空缺"] if org.vacant else []),
        *([f"上级 {_named(org.superior)}"] if org.superior is not None else []),
        *([f"上次换届 {org.last_election}"] if org.last_election is not None else []),
        *([f"下次换届 {org.next_election}"] if org.next_election is not None else []),
    ]
    return enumerated(facts)


def _named(entity: Found) -> str:
    return f"{entity.name} ({entity.id})"


def _names(alliances: Sequence[Found]) -> object:
    more = len(alliances) - _SHOWN
    return (
        "\n".join(
            [*map(_named, alliances[:_SHOWN]), *([str(said("and {more:,} more", more=more))] if more > 0 else [])]
        )
        or _NONE
    )


def _alliances(found: Profile) -> Counted:
    alliances = found.alliances
    yield "联盟和领导小组", alliances.total
    yield "成员单位", alliances.member_units
    yield "成员关系", alliances.memberships
    yield "活动", alliances.activities
    yield "参与人次", alliances.participants


def _forces(forces: Forces, words: KindWords) -> Counted:
    for one in forces.officers:
        line = f"（{one.line}）" if one.line else ""
        yield f"{VALUES[Assignment][one.assignment]}{line}", one.total
    yield words.of(Kind.GRID_WORKER), forces.grid_workers
    yield words.of(Kind.POLICE_STATION), forces.police_stations
    yield words.of(Kind.POLICE_ROOM), forces.police_rooms


def _powers(powers: Powers, words: KindWords) -> Counted:
    yield words.of(Kind.POWER), powers.powers
    yield words.of(Kind.ENFORCEMENT_ITEM), powers.enforcement_items
    yield words.of(Kind.RIGHT), powers.rights
    yield words.of(Kind.DUTY), powers.duties
    yield "无权力依据的职责", powers.unbacked_duties
    yield words.of(Kind.STREET_OFFICE), powers.offices
    yield words.of(Kind.PLATFORM), powers.platforms


def _services(found: Profile, words: KindWords) -> Counted:
    for one in found.services.places:
        size = "" if one.category is None else f" {VALUES[ServiceCentreCategory][one.category]}"
        yield f"{words.of(one.kind)}{size}", one.total
    yield words.of(Kind.SERVICE_ITEM), found.services.items


def _new_orgs(found: NewOrgs) -> Counted:
    yield "两新组织", found.units
    yield "应建党组织", found.ought_branch
    yield "已建党组织", found.have_branch
    yield "应建未建", found.lack_branch
    yield from _words(BranchMode, found.branches)
    yield from _words(DispatchAuthority, found.dispatched)


def _kinds(totals: Mapping[Kind, int], words: KindWords) -> Counted:
    return ((words.of(kind), totals[kind]) for kind in Kind if kind in totals)


def _words(words: type[W], totals: Mapping[W, int]) -> Counted:
    return ((VALUES[words][word], totals[word]) for word in words if word in totals)


def _told(counted: Counted) -> Said:
    """Return what there is any of, each with its number."""
    return _listed(f"{name} {total:,}" for name, total in counted if total)


def _listed(texts: Iterable[str]) -> Said:
    shown = [*texts]
    return enumerated(shown) if shown else _NONE
