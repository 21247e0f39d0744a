"""Which of the areas that a text may name it names: those that lie one inside the other and leave the least of it over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product, takewhile

from graph.search.details import is_of_a_name, office, without_details
from graph.search.mentions import Manner, MentionedArea, Mentions, MentionSpan
from graph.search.place_names import BREAKS

# After what is no name of the graph, a name may begin where another sort of word ends: not 二道村 in 大二道村.
_ENDS = frozenset("国省市区县旗州盟镇乡村屯院园路街道巷里弄号内侧面近旁口处部段")
# What a place is called of which an office is, by what the office begins with: a village has no 居委会.
_OF_OFFICES = {"居": "社区", "社": "社区", "村": "村", "办": "街道", "街": "街道"}
_State = tuple[int, bool, bool]
_WEIGHTS = {Manner.WHOLE: (10, -1), Manner.SHORT: (10, -4), Manner.OTHERWISE: (10, -9)}


@dataclass(frozen=True, slots=True)
class Choice:
    """The spans of a text that name areas one inside the other; ``deepest`` are those, alike but for where they lie."""

    spans: tuple[MentionSpan, ...]
    deepest: tuple[MentionedArea, ...]


def choices(text: Sequence[str], mentions: Mentions, *, least: Manner, is_clean: bool) -> list[Choice]:
    """Return the best choices: those that cover the most, each with the areas it means; empty when nothing is named.

    ``least``: names in no lesser manner. ``is_clean``: a short name has nothing after it but another part of the address.
    """
    chosen: dict[tuple[MentionSpan, ...], list[MentionedArea]] = {}
    known: dict[object, tuple[MentionSpan, ...]] = {}
    for area in mentions.areas.values():
        own, *above = (frozenset(_usable(mentions.spans.get(id, []), least)) for id in area.ids)
        named = _NamedPlace(frozenset(own.union(*above)), own, above[-1] if above else own, area.found.name)
        if own and named not in known:
            known[named] = _cover(text, named, is_clean=is_clean)
        if own and known[named]:
            chosen.setdefault(known[named], []).append(area)
    most = max(map(_weight, chosen), default=0)
    return [Choice(spans, tuple(areas)) for spans, areas in chosen.items() if _weight(spans) == most]


@dataclass(frozen=True, slots=True)
class _NamedPlace:
    """Where a text names an area or one around it; where itself, where the highest of them, and what it is called."""

    spans: frozenset[MentionSpan]
    own: frozenset[MentionSpan]
    of_top: frozenset[MentionSpan]
    name: str


def _usable(spans: Sequence[MentionSpan], least: Manner) -> list[MentionSpan]:
    return [span for span in spans if span.manner >= least]


def _weight(spans: Sequence[MentionSpan]) -> int:
    weighed = ((span.end - span.start, *_WEIGHTS[span.manner]) for span in spans)
    return sum(length * each + once for length, each, once in weighed)


def _cover(text: Sequence[str], named: _NamedPlace, *, is_clean: bool) -> tuple[MentionSpan, ...]:
    """Return the spans, none over another and one of the area itself among them, that cover the most of a text."""
    starts: dict[int, list[MentionSpan]] = {}
    for span in sorted(named.spans, key=lambda one: (one.start, one.end, one.manner)):
        if _may_end(text, span, named, is_clean=is_clean):
            starts.setdefault(span.start, []).append(span)
    # By where one stands, whether the token before was covered, and whether the area itself was named.
    ways: dict[_State, tuple[MentionSpan, ...]] = {(0, True, False): ()}
    for at in range(len(text)):
        for covered, is_named in product((True, False), repeat=2):
            way = ways.get((at, covered, is_named))
            if way is None:
                continue
            _keep(ways, (at + 1, text[at] in BREAKS, is_named), way)
            for span in starts.get(at, []):
                if covered or _may_begin(text, span, named):
                    _keep(ways, (span.end, True, is_named or span in named.own), (*way, span))
    ends = (ways.get((len(text), covered, True), ()) for covered in (True, False))
    return max(ends, key=_weight)


def _keep(ways: dict[_State, tuple[MentionSpan, ...]], key: _State, way: tuple[MentionSpan, ...]) -> None:
    if key not in ways or _weight(way) > _weight(ways[key]):
        ways[key] = way


def _may_begin(text: Sequence[str], span: MentionSpan, named: _NamedPlace) -> bool:
    before = text[span.start - 1]
    # Whatever stands above the graph's top may be written short: 四川成都武侯区.
    return before in _ENDS or len(before) > 1 or (span in named.of_top and span.start > 1)


def _may_end(text: Sequence[str], span: MentionSpan, named: _NamedPlace, *, is_clean: bool) -> bool:
    after = "".join(_until_break(text, span.end))
    if span.manner is not Manner.SHORT or not after or len(text[span.end]) > 1:
        return True
    if any(other.start == span.end for other in named.spans):
        return True
    if body := office(after):
        return span not in named.own or re.search(rf"(?:{_OF_OFFICES.get(body[0], '')})$", named.name) is not None
    return not is_of_a_name(after) and not (is_clean and without_details(after)[0])


def _until_break(text: Sequence[str], start: int) -> Iterator[str]:
    return takewhile(lambda token: token not in BREAKS, text[start:])
