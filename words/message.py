"""A sentence as a value: what is said, and what stands in it. It becomes text when it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import LiteralString

from words.catalogue import catalogue
from words.language import language


@dataclass(frozen=True, slots=True)
class Message:
    """What is said: an English template, and its parameters by name, messages among them.

    ``plural`` is the template for another ``number`` than one.
    """

    template: str
    parameters: Mapping[str, object] = field(default_factory=dict[str, object])
    plural: str | None = None
    number: int = 1

    def __str__(self) -> str:
        """Return it in the language of the moment."""
        known = catalogue(language())
        if self.plural is None:
            text = known.gettext(self.template)
        else:
            text = known.ngettext(self.template, self.plural, self.number)
        # Without parameters a brace is a brace.
        return text.format_map(self.parameters) if self.parameters else text


def said(template: LiteralString, /, **parameters: object) -> Message:
    """Return a message; the template is what the catalogues know it by, and stands in the source as a literal."""
    return Message(template, parameters)


def counted(one: LiteralString, many: LiteralString, number: int, /, **parameters: object) -> Message:
    """Return a message about a number of things, in one form for one and in another for several."""
    return Message(one, {"number": number, **parameters}, many, number)
