"""The language of the moment: of a command, that of its environment; of a request, that of whoever asks."""

import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum


class Language(StrEnum):
    """The languages there are, by their tags."""

    ZH = "zh"
    EN = "en"


_LANGUAGE: ContextVar[Language] = ContextVar("language", default=Language.EN)
_CHINESE_OF_WINDOWS = 0x04
# In the order in which POSIX has them; the first that is set and not empty decides.
_OF_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def language() -> Language:
    """Return the language that is spoken now."""
    return _LANGUAGE.get()


@contextmanager
def speaking(language: Language) -> Generator[None]:
    """Speak a language for the length of a block; a thread that is begun in it begins with none of it."""
    token = _LANGUAGE.set(language)
    try:
        yield
    finally:
        _LANGUAGE.reset(token)


def language_named(tag: str) -> Language | None:
    """Return the language of a tag or a locale, such as ``zh``, ``zh-Hans-CN`` or ``zh_CN.UTF-8``; ``None`` for others."""
    first = tag.strip().replace("_", "-").partition(".")[0].partition("-")[0].lower()
    return Language(first) if first in {*Language} else None


def language_of_environment(environment: Mapping[str, str]) -> Language:
    """Return what ``WUJI_LANG`` says, else the locale; English where neither names a language there is."""
    asked = language_named(environment.get("WUJI_LANG", ""))
    if asked is not None:
        return asked
    named = next((value for name in _OF_LOCALE if (value := environment.get(name))), None)
    if named is None:
        return _of_system()
    return language_named(named) or Language.EN


def _of_system() -> Language:
    """Return the language of Windows, whose programs are told of none by their environment."""
    if sys.platform != "win32":
        return Language.EN
    import ctypes

    primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
    return Language.ZH if primary == _CHINESE_OF_WINDOWS else Language.EN
