"""How a help page is laid out: Chinese is two cells wide a character, and is broken between any two of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import east_asian_width

import click

from words import Language, Said, language, said

_WIDEST_COMMAND = 46
_GAP = 3
# What begins no line, and what ends none.
_CLOSING = frozenset("，。、；：？！）”’》…,.;:?!)]")
_OPENING = frozenset("（“‘《([")


def cells(text: str) -> int:
    """Return how wide a text is on a terminal."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


@dataclass(frozen=True, slots=True)
class Examples:
    """What stands at the end of a help page: commands as they are typed, each with what it does."""

    rows: tuple[tuple[str, Said | None], ...]

    def __str__(self) -> str:
        """Return them with their heading, as Click takes a text that it is not to fold."""
        heading = said("Example:") if len(self.rows) == 1 else said("Examples:")
        short = [cells(command) for command, remark in self.rows if remark and cells(command) <= _WIDEST_COMMAND]
        column = max(short, default=0) + _GAP
        lines = (line for command, remark in self.rows for line in _lines(command, remark, column))
        return "\n".join([str(heading), "", "\b", *(f"  {line}" for line in lines)])


def examples(*rows: str | tuple[str, Said]) -> Examples:
    """Return examples: each a command, or a command and what it does."""
    return Examples(tuple((row, None) if isinstance(row, str) else row for row in rows))


class HelpPage(click.HelpFormatter):
    """Click's own layout for English; for Chinese the same, by cells."""

    def write_heading(self, heading: str) -> None:
        """Write what the lines below it are."""
        colon = ":" if language() is Language.EN else "："
        self.write(f"{' ' * self.current_indent}{heading}{colon}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs; one that begins with a backspace alone in its line is not folded."""
        if language() is Language.EN:
            super().write_text(text)
            return
        for number, paragraph in enumerate(text.split("\n\n")):
            kept = paragraph.startswith("\b\n")
            lines = paragraph.split("\n")[1:] if kept else folded(paragraph, self.width - self.current_indent)
            self.write("\n" if number else "")
            self._write_lines(lines)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names and what each is about in two columns."""
        rows = [*rows]
        if language() is Language.EN:
            super().write_dl(rows, col_max, col_spacing)
            return
        column = min(max(cells(name) for name, _ in rows), col_max) + col_spacing
        for name, about in rows:
            lines = folded(about, max(self.width - self.current_indent - column, 10))
            is_short = bool(lines) and cells(name) <= column - col_spacing
            first = f"{name}{' ' * (column - cells(name))}{lines[0]}" if is_short else name
            self._write_lines([first, *(f"{' ' * column}{line}" for line in (lines[1:] if is_short else lines))])

    def _write_lines(self, lines: Iterable[str]) -> None:
        self.write("".join(f"{' ' * self.current_indent}{line}\n" for line in lines))


def folded(text: str, width: int) -> list[str]:
    """Return a paragraph in lines of at most so many cells."""
    lines, line = list[str](), ""
    for piece in _pieces(" ".join(text.split())):
        if line and cells(line) + cells(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterator[str]:
    """Yield what stays on one line: a word with the space after it, a Chinese character with its punctuation."""
    piece = ""
    for character in text:
        ends = piece and (
            piece[-1] == " " or (cells(piece[-1]) == 2 or cells(character) == 2) and piece[-1] not in _OPENING
        )
        if ends and character not in _CLOSING and character != " ":
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _lines(command: str, remark: Said | None, column: int) -> Iterator[str]:
    if remark is None:
        yield command
    elif cells(command) + _GAP <= column:
        yield f"{command}{' ' * (column - cells(command))}{remark}"
    else:
        yield command
        yield f"{' ' * column}{remark}"
