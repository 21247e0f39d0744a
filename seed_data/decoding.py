"""The text of a data set's file, or the fault that keeps it from being read."""

from pathlib import Path

from seed_data.faults import Fault
from seed_data.format import DATASET_FILE

_SAVE_AS_CSV = "in Excel or WPS choose Save As and the type “CSV UTF-8 (comma delimited)”"
_SAVE_AS_TEXT = "save it from a text editor in the encoding UTF-8"
_BYTE_ORDER_MARKS_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_FIRST_CJK = "\u2e80"


def file_text(folder: Path, file: str, faults: list[Fault]) -> str | None:
    """Return the text of a file without its byte order mark, or ``None`` when a fault was added instead."""
    try:
        data = (folder / file).read_bytes()
    except OSError as error:
        faults.append(Fault(file, 0, None, None, _missing(folder, file, error)))
        return None
    how_to_save = _SAVE_AS_TEXT if file == DATASET_FILE else _SAVE_AS_CSV
    if (expected := _other_than_text(data)) is not None:
        faults.append(Fault(file, 0, None, None, f"{expected}: {how_to_save}"))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _lines_before(data[: error.start]) + 1
        faults.append(Fault(file, line, None, None, f"{_not_utf8(data, error.start)}: {how_to_save}"))
        return None


def _missing(folder: Path, file: str, error: OSError) -> str:
    if not isinstance(error, FileNotFoundError):
        return f"a file that can be read; the system says: {error.strerror}"
    workbook = Path(file).with_suffix(".xlsx").name
    if (folder / workbook).exists():
        return f"the file; there is {workbook} instead: {_SAVE_AS_CSV}"
    return "the file; it is not in the folder (a CSV file with nothing to say still holds its header)"


def _other_than_text(data: bytes) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        return "a text file; this is an Excel workbook"
    if data.startswith(_BYTE_ORDER_MARKS_UTF_16) or data.count(0) > len(data) // 4:
        return "UTF-8; the file is UTF-16, which Excel calls “Unicode Text”"
    return None


def _not_utf8(data: bytes, start: int) -> str:
    # A GBK file read as UTF-8 is nearly all damage; a UTF-8 file with a bad byte in it is nearly all right.
    as_utf8 = data.decode("utf-8", errors="replace")
    damaged = as_utf8.count("\ufffd")
    sound = sum(_FIRST_CJK <= character != "\ufffd" for character in as_utf8)
    if damaged >= sound and _is_gb18030(data):
        return "UTF-8; the file looks like GBK (GB18030)"
    return f"UTF-8; byte 0x{data[start]:02X} on this line is not"


def _is_gb18030(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _lines_before(data: bytes) -> int:
    return len(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")) - 1
