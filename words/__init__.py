"""The message catalogues and the glossary: what wuji says to people, in Chinese and in English.

A sentence is written once, in English, where it is said: ``said("No {kind} has the id {id}.", kind=…, id=…)``. What that
returns is a value, which becomes text when it is shown, in the language of whoever it is shown to.
"""

from words.language import Language, language, language_named, language_of_environment, speaking
from words.message import Message, counted, said
from words.series import Said, Series, also, either, enumerated, sentences

__all__ = [
    "Language",
    "Message",
    "Said",
    "Series",
    "also",
    "counted",
    "either",
    "enumerated",
    "language",
    "language_named",
    "language_of_environment",
    "said",
    "sentences",
    "speaking",
]
