"""What pydantic has against a value, as people are told of it: in English its own sentence, in Chinese ours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import LiteralString

from pydantic_core import ErrorDetails, PydanticCustomError

from words import Language, Message, Said, enumerated, language, said

_OTHER = said("Input is not of the form that is expected here")
_KNOWN: Mapping[str, Message] = {
    "bool_parsing": said("Input should be a valid boolean, unable to interpret input"),
    "bool_type": said("Input should be a valid boolean"),
    "date_from_datetime_parsing": said("Input should be a date, such as 2027-01-01"),
    "date_parsing": said("Input should be a date, such as 2027-01-01"),
    "date_type": said("Input should be a valid date"),
    "dict_type": said("Input should be a table of keys and values"),
    "enum": said("Input should be {expected}"),
    "finite_number": said("Input should be a finite number"),
    "float_type": said("Input should be a valid number"),
    "greater_than_equal": said("Input should be greater than or equal to {ge}"),
    "int_from_float": said("Input should be a valid integer, got a number with a fractional part"),
    "int_parsing": said("Input should be a valid integer, unable to parse string as an integer"),
    "int_parsing_size": said("Unable to parse input string as an integer, exceeded maximum size"),
    "int_type": said("Input should be a valid integer"),
    "less_than_equal": said("Input should be less than or equal to {le}"),
    "list_type": said("Input should be a valid list"),
    "literal_error": said("Input should be {expected}"),
    "missing": said("Field required"),
    "model_type": said("Input should be a table of keys and values"),
    "none_required": said("Input should be None"),
    "path_type": said("Input should be a path"),
    "string_pattern_mismatch": said("Input should match the pattern {pattern}"),
    "string_too_short": said("Input should have at least {min_length} characters"),
    "string_type": said("Input should be a valid string"),
    "string_unicode": said("Input should be a valid string, unable to parse raw data as a unicode string"),
    "too_long": said("It should have at most {max_length} items, not {actual_length}"),
}
"""What pydantic says of what wuji asks it for, by its name for what is wrong."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a value does not fit: what pydantic says of it, and what we do."""

    pydantics: str
    ours: Said

    def __str__(self) -> str:
        """Return it in the language of the moment."""
        return self.pydantics if language() is Language.EN else str(self.ours)


def unfit(kind: LiteralString, words: Said) -> PydanticCustomError:
    """Return the error of a validator of ours, whose words are those of the moment in which they are read."""
    return PydanticCustomError(kind, "{words}", {"words": words})


def misfit(details: ErrorDetails) -> Misfit:
    """Return why a value does not fit."""
    context = details.get("ctx", {})
    own = context.get("words")
    if isinstance(own, Message):
        return Misfit(str(own), own)
    known = _KNOWN.get(details["type"], _OTHER)
    if "expected" in context:
        # pydantic lists them with commas, and with an English word before the last.
        context = {**context, "expected": enumerated(re.split(r", | or ", str(context["expected"])))}
    return Misfit(details["msg"], Message(known.template, context))
