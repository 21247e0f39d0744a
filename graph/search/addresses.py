"""What stands at an address: what its last part names, inside the areas that the others name."""

from collections.abc import Sequence
from itertools import takewhile

from graph.rows import Found
from graph.search.choosing import Choice, choices
from graph.search.details import ends_in_office, written
from graph.search.higher import is_a_district, may_stand_above
from graph.search.matching import Class, matches, place
from graph.search.mentions import Manner, MentionedArea, Mentions, mentions
from graph.search.normal_form import plain
from graph.search.once import Once
from graph.search.place_names import Tokens, is_usual
from graph.search.reading import WrittenAddress, is_number, read, tokenised, without_asides
from graph.search.segments import Segment
from graph.search.spellings import Closeness
from graph.search.standing import AREAS, MOST, OFFICES, following, inside, named, numbered, with_covering
from graph.search.terms import counted

# Characters an address has at least, when it has no number: 昌邑站前.
_LEAST = 4
# In which manner areas may be named, and whether an unknown name may follow a short one.
_PASSES = ((Manner.SHORT, True), (Manner.SHORT, False), (Manner.OTHERWISE, True))


def may_be_address(text: str) -> bool:
    """Whether a plain text has what an address has at least: Chinese, and two parts."""
    if text.isascii():
        return False
    return (
        len(text) >= _LEAST or is_usual(text) or ends_in_office(text) or any(map(is_number, tokenised(written(text))))
    )


def at_address(engine: Once, text: str) -> list[Found]:
    """Return what stands at an address, areas before the organisations that cover them; empty for no address.

    The names of the graph's areas say where the text is to be cut; those are meant that lie one inside the other and leave
    the least of it over. What is left over is looked for inside them. Where nothing stands there as it is written, what
    stands there when each name may be of another sort of place: 新华街道 站前 is then found in 站前街道's 新华社区.

    A stairwell (单元) is no area: its member household answers for it, and where it has none, the building.
    """
    if not may_be_address(text):
        return []
    tokens = tokenised(written(text))
    known = mentions(engine, tokens)
    tried: list[Choice] = []
    for least, is_clean in _PASSES:
        chosen = choices(tokens, known, least=least, is_clean=is_clean)
        found = [one for choice in chosen if choice not in tried for one in _at(engine, tokens, known, choice)]
        if found:
            return [*{one.id: one for one in found}.values()]
        tried += chosen
    return _without_areas(engine, read(tokens, ()))


def where_known(engine: Once, text: str) -> list[Found]:
    """Return what the known parts of an address agree on when the graph does not know the others; empty for no address."""
    if not may_be_address(text):
        return []
    tokens = tokenised(written(text))
    known = mentions(engine, tokens)
    found: list[Found] = []
    chosen = choices(tokens, known, least=Manner.SHORT, is_clean=True)
    for choice in chosen:
        # One short name may be a part of any other.
        is_sure = len(choice.spans) > 1 or any(span.manner is Manner.WHOLE for span in choice.spans)
        if is_sure and not _is_denied(tokens, known, choice):
            found += _where_known(engine, read(tokens, choice.spans), known, choice)
    if not chosen:
        found = _below_a_known_name(engine, read(tokens, ()).pieces)
    return with_covering(engine, found) if found else []


def _at(engine: Once, tokens: Tokens, known: Mentions, choice: Choice) -> list[Found]:
    address = read(tokens, choice.spans)
    if address.size < 2:
        return with_covering(engine, _usually_so_called(tokens, choice))
    areas, left = list(choice.deepest), list[Segment]()
    for name in _unplaced(address, known, choice):
        segment = Segment(counted(name))
        ids = {*named(engine, segment)}
        placed = [area for area in areas if not ids.isdisjoint(area.ids)]
        areas, left = placed or areas, left if placed else [*left, segment]
    ways = [[*left, *way] for way in address.ways()]
    found = _below(engine, areas, ways, tokens, choice, has_left=bool(left))
    if address.has_office and not ways[0]:
        found = [*_offices(engine, areas, tokens, choice), *found]
    # What is counted from a road may be counted otherwise inside the areas.
    if not found and address.has_road and all(segment.is_numbered for segment in ways[0]):
        return with_covering(engine, [area.found for area in areas])
    return found


def _usually_so_called(tokens: Tokens, choice: Choice) -> list[Found]:
    """Return the areas that are meant by all of a text, when it is what they are usually called, and not their name."""
    (span,) = choice.spans
    if span.manner is not Manner.WHOLE or span.end - span.start < len(tokens):
        return []
    found = [area.found for area in choice.deepest if counted(plain(area.found.name)) != counted("".join(tokens))]
    return sorted(found, key=place)


def _below(
    engine: Once,
    areas: list[MentionedArea],
    ways: list[list[Segment]],
    tokens: Tokens,
    choice: Choice,
    *,
    has_left: bool,
) -> list[Found]:
    ids, last = [area.found.id for area in areas], choice.spans[-1]
    own = Segment(counted("".join(tokens[last.start : last.end])))
    if not ways[0]:
        found = with_covering(engine, [area.found for area in areas])
        return found if last.manner is Manner.WHOLE else [*found, *_beginning(engine, areas, own)]
    if all(segment.is_numbered for segment in ways[0]):
        found = numbered(engine, ids, ways[0])
        return with_covering(engine, found) if found else []
    return following(engine, [ids], ways, own, of_areas=has_left)


def _offices(engine: Once, areas: list[MentionedArea], tokens: Tokens, choice: Choice) -> list[Found]:
    """Return the offices that are entities of their own: 站前街道党群服务中心 stays itself."""
    name = "".join(tokens[choice.spans[-1].start :])
    ids = [area.found.id for area in areas]
    return inside(engine, [Segment(counted(name)).spelling], [ids], Closeness.EXACT, kinds=OFFICES)


def _beginning(engine: Once, areas: list[MentionedArea], own: Segment) -> list[Found]:
    """Return what else begins like a name that was written short, right around the areas it means."""
    around = [area.around.ids[0] for area in areas if area.around.ids]
    return inside(engine, [own.spelling], [around], Closeness.PREFIX) if around else []


def _without_areas(engine: Once, address: WrittenAddress) -> list[Found]:
    if address.size < 2 or not address.after:
        return []
    before = [Segment(counted(name)) for name in address.before]
    return following(engine, [], [[*before, *way] for way in address.ways()], None)


def _where_known(engine: Once, address: WrittenAddress, known: Mentions, choice: Choice) -> list[Found]:
    if any(map(is_a_district, _unplaced(address, known, choice))):
        return []
    return _led_to(engine, [area.found for area in choice.deepest], address.pieces)


def _below_a_known_name(engine: Once, pieces: Sequence[str]) -> list[Found]:
    """Return what the known parts after a first name lead to, which areas bear whole: compounds of that name."""
    if len(pieces) < 2 or is_number(pieces[0]):
        return []
    asked: Class = ([Segment(counted(pieces[0])).spelling], Closeness.EXACT)
    named_so = matches(engine, [asked], AREAS, seen=[], limit=MOST)
    return _led_to(engine, named_so, pieces[1:]) if named_so else []


def _led_to(engine: Once, found: list[Found], pieces: Sequence[str]) -> list[Found]:
    """Return where the parts of an address lead from some areas on, when a name that is nowhere inside is passed over.

    The numbers behind such a name are its own. A number that is missing below a known one is no unknown part; nothing
    stands there.
    """
    at, is_known = 0, True
    while at < len(pieces):
        ids = [one.id for one in found]
        if numbers := [*takewhile(is_number, pieces[at:])]:
            if is_known and not (found := numbered(engine, ids, [Segment(counted(one)) for one in numbers])):
                return []
            at += len(numbers)
            continue
        inner = inside(engine, Segment(counted(pieces[at])).spellings, [ids], Closeness.PREFIX, kinds=AREAS)
        # 临街2号楼 may be one name, or 2号楼 in what is named.
        end = at + 1 + any(map(is_number, pieces[at + 1 : at + 2]))
        both = counted("".join(pieces[at:end]))
        joined = [one for one in inner if counted(plain(one.name))[: len(both)] == both]
        at = end if joined else at + 1
        found, is_known = joined or inner or found, bool(inner)
    return found


def _unplaced(address: WrittenAddress, known: Mentions, choice: Choice) -> list[str]:
    """Return the names before the last area's that are not those of what lies above the graph's top."""
    area = choice.deepest[0]
    if choice.spans[0] in known.spans.get(area.ids[-1], []):
        return [*address.between]
    return [*(name for name in address.before if not may_stand_above(name, area)), *address.between]


def _is_denied(tokens: Tokens, known: Mentions, choice: Choice) -> bool:
    """Whether a text names an area, whole and not in brackets, that is none of those chosen nor around them."""
    said = without_asides(tokens, ())
    return any(
        span.manner is Manner.WHOLE
        and said[span.start : span.end] == tokens[span.start : span.end]
        and all(span.end <= one.start or one.end <= span.start for one in choice.spans)
        for spans in known.spans.values()
        for span in spans
    )
