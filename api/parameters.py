"""The types of what a request may say, each described once: query parameters and the ids in paths."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Annotated, cast

from fastapi import Path, Query
from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

from api.limits import MAX_HITS
from api.segments import segment_text
from graph.misfits import unfit
from graph.questions.alliances import Scope
from graph.questions.paths import MAX_LENGTH
from graph.questions.powers import POWER_KINDS
from graph.questions.sorting import MAX_SORT_KEYS
from graph.vocabulary import (
    AREA_KINDS,
    PARTY_ORG_KINDS,
    AllianceLevel,
    Kind,
    Relationship,
    UnitCategory,
)
from words import Said, enumerated, said

MAX_PAGE_SIZE = 1000
MAX_QUERY_LENGTH = 200
MAX_SEARCH_LENGTH = 4000
DEFAULT_PAGE_SIZE = 100
DEFAULT_NEIGHBOURS = 100
MAX_CONDITIONS = 20
# The store's integers have 64 bits. Nothing here counts further than this, so a larger number asks for the same.
_CEILING = 2**31 - 1


def _whole(value: object) -> object:
    # int() and pydantic also take "5.0", " 5" and "1_000"; in an address those are mistakes.
    if isinstance(value, str) and not re.fullmatch("-?[0-9]{1,1000}", value):
        raise unfit("whole_number", said("Input should be a whole number, written in digits"))
    return value


def _bounded(value: int) -> int:
    return min(value, _CEILING)


def _page_size(value: int) -> int:
    return min(value, MAX_PAGE_SIZE)


def _text(value: object) -> object:
    return _written(
        value,
        MAX_QUERY_LENGTH,
        said("It takes 1 to {most} characters; leave it out to ask for all", most=MAX_QUERY_LENGTH),
    )


def _sought(value: object) -> object:
    return _written(value, MAX_SEARCH_LENGTH, said("It takes 1 to {most} characters", most=MAX_SEARCH_LENGTH))


def _written(value: object, most: int, complaint: Said) -> object:
    if not isinstance(value, str):
        return value
    # What is sent is counted, as the document's limit has it: the normal form may be longer or shorter.
    if not 1 <= len(value) <= most:
        raise unfit("length", complaint)
    if any(unicodedata.category(character) == "Cc" for character in value):
        raise unfit("control", said("It may hold no control character, such as %00 or a line break"))
    # Input methods differ in how they compose a character; the graph's texts are in NFC.
    return unicodedata.normalize("NFC", value)


def _id(complaint: Said) -> BeforeValidator:
    def check(value: object) -> object:
        if value == "":
            raise unfit("id", complaint)
        return value

    return BeforeValidator(check)


def _true_or_false(value: object) -> object:
    # pydantic also takes "1", "yes" and "TRUE".
    if isinstance(value, str) and value not in {"true", "false"}:
        raise unfit("true_or_false", said("Input should be true or false"))
    return value


def _split(value: object) -> object:
    if isinstance(value, list):
        return [word for part in cast("list[str]", value) for word in part.split(",")]
    return value


def _among(kinds: Sequence[Kind]) -> AfterValidator:
    def check(kind: Kind) -> Kind:
        if kind not in kinds:
            raise unfit("kind", said("Input should be one of {known}", known=enumerated(kinds)))
        return kind

    return AfterValidator(check)


def _schema(kinds: Sequence[Kind]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": [kind.value for kind in kinds]})


def _text_schema(most: int) -> WithJsonSchema:
    # The constraints are for the document: the validator says the same in plain words.
    stated = {"minLength": 1, "maxLength": most, "pattern": r"^[^\x00-\x1f\x7f-\x9f]*$"}
    return WithJsonSchema({"type": "string", **stated})


WholeNumber = Annotated[int, Field(ge=1), BeforeValidator(_whole), AfterValidator(_bounded)]
EntityId = Annotated[str, _id(said("It takes the id of an entity")), StringConstraints(min_length=1)]
Text = Annotated[str, BeforeValidator(_text), _text_schema(MAX_QUERY_LENGTH)]
SearchText = Annotated[str, BeforeValidator(_sought), _text_schema(MAX_SEARCH_LENGTH)]
OrgKind = Annotated[Kind, _among(PARTY_ORG_KINDS), _schema(PARTY_ORG_KINDS)]
PowerKind = Annotated[Kind, _among(POWER_KINDS), _schema(POWER_KINDS)]
AreaKind = Annotated[Kind, _among(AREA_KINDS), _schema(AREA_KINDS)]

Id = Annotated[str, BeforeValidator(segment_text), Path(description="The entity's id, as another answer gave it.")]

PageSize = Annotated[
    Annotated[int, Field(ge=1), BeforeValidator(_whole), AfterValidator(_page_size)],
    Query(description=f"How many items a page holds at most. More than {MAX_PAGE_SIZE} is {MAX_PAGE_SIZE}."),
]
PageToken = Annotated[
    str | None,
    Query(description="The next_page_token of the page before, asked for with the same filters. Its size may differ."),
]
Sort = Annotated[
    list[str] | None,
    BeforeValidator(_split),
    Query(
        description="By which properties the list is sorted, and then by id, each with - before it for the largest first: "
        f"repeat it, or separate with commas; {MAX_SORT_KEYS} at most. What has no value comes last."
    ),
]
MaxDepth = Annotated[
    WholeNumber | None, Query(description="How many levels to go down; all of them when it is left out.")
]
Tier = Annotated[WholeNumber | None, Query(description="Those at this tier of the chain, 1 at its top.")]
OrgKindFilter = Annotated[OrgKind | None, Query(description="Party organisations of this kind.")]
PowerKindFilter = Annotated[PowerKind | None, Query(description="Powers, enforcement items or rights alone.")]
AreaKindFilter = Annotated[AreaKind | None, Query(description="Areas of this kind.")]
AreaCategoryFilter = Annotated[
    Text | None,
    Query(
        description="Areas of this category: of the national register, or of the data set. /v1/vocabulary lists them."
    ),
]
AllianceLevelFilter = Annotated[AllianceLevel | None, Query(description="Alliances formed at this level.")]
UnitCategoryFilter = Annotated[UnitCategory | None, Query(description="Units of this category.")]
Line = Annotated[Text | None, Query(description="Departments of this line of work.")]
IsMember = Annotated[
    Annotated[bool, BeforeValidator(_true_or_false)] | None,
    Query(description="true: units that belong to an alliance; false: those that belong to none."),
]
AreaId = Annotated[
    Annotated[
        str, _id(said("It takes the id of an area; leave it out to ask for all")), StringConstraints(min_length=1)
    ]
    | None,
    Query(description="What lies in this area or in any part of it."),
]
ServiceItemId = Annotated[EntityId | None, Query(description="What is offered under this item alone.")]
ServiceCategoryId = Annotated[EntityId | None, Query(description="What is offered under items of this category alone.")]
ItemId = Annotated[
    str, BeforeValidator(segment_text), Path(description="The id of the service item that is looked for.")
]
IsBacked = Annotated[
    Annotated[bool, BeforeValidator(_true_or_false)] | None,
    Query(description="true: duties with a power behind them that the street has; false: those without one."),
]
FromId = Annotated[EntityId, Query(alias="from", description="The id of the entity the path starts at.")]
ToId = Annotated[EntityId, Query(alias="to", description="The id of the entity the path ends at.")]
MaxLength = Annotated[
    Annotated[int, Field(ge=1, le=MAX_LENGTH), BeforeValidator(_whole)],
    Query(description="How many relationships the path may have."),
]
NamePart = Annotated[Text | None, Query(description=f"A part of the name, 1 to {MAX_QUERY_LENGTH} characters.")]
MemberScope = Annotated[
    Scope, Query(description="direct: its own members; transitive: also those of the alliances it guides.")
]
UnitScope = Annotated[
    Scope, Query(description="direct: the alliances it sits in; transitive: also those that guide one of these.")
]
RelationshipTypes = Annotated[
    list[Relationship] | None,
    BeforeValidator(_split),
    Query(description="Relationships of these types alone: repeat it, or separate with commas."),
]
NeighbourLimit = Annotated[
    Annotated[int, Field(ge=1, le=MAX_PAGE_SIZE), BeforeValidator(_whole)],
    Query(description="How many relationships to answer with at most."),
]
Sought = Annotated[
    SearchText,
    Query(
        description=f"Part of a name, pinyin, initials, an id, a code or an address; 1 to {MAX_SEARCH_LENGTH:,} characters."
    ),
]
Conditions = Annotated[
    list[Text] | None,
    Field(max_length=MAX_CONDITIONS),
    Query(
        description="What a property of the kind is: KEY:VALUE, of counts and days also KEY<VALUE or KEY>VALUE; of "
        f"several texts, that one is VALUE. Repeat it, {MAX_CONDITIONS} times at most: all must hold. It needs kind.",
    ),
]
LackedTypes = Annotated[
    list[Relationship] | None,
    BeforeValidator(_split),
    Query(description="What no relationship of these types joins to anything: repeat it, or separate with commas."),
]
RelatedTo = Annotated[
    Annotated[
        str, _id(said("It takes the id of an entity; leave it out to ask for all")), StringConstraints(min_length=1)
    ]
    | None,
    Query(description="What a relationship joins to this entity, whichever way it points."),
]
Identifier = Annotated[
    Text | None,
    Query(
        description="What has this code of another system: VALUE of any scheme, or SCHEME:VALUE. What stands before the "
        "first colon is a scheme where there is one of that key or title, and else a part of the value. Spaces, full-width "
        "characters and, as the scheme has it, small letters and hyphens make no difference. An area's official code is of "
        "the scheme code. People are found by none.",
        openapi_examples={"of a scheme": {"value": "uscc:91220202MA00000079"}},
    ),
]
KindFilter = Annotated[Kind | None, Query(description="Entities of this kind.")]
HitLimit = Annotated[
    Annotated[int, Field(ge=1, le=MAX_HITS), BeforeValidator(_whole)],
    Query(description="How many items to answer with at most."),
]
