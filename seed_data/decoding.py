"""The text of a data set's file, or the fault that keeps it from being read."""

import stat
from pathlib import Path

from seed_data.faults import DataSetFault
from seed_data.origins import DATASET_FILE
from words import Said, said

_SAVE_AS_CSV = said("in Excel or WPS choose Save As and the type “CSV UTF-8 (comma delimited)”")
_SAVE_AS_TEXT = said("save it from a text editor in the encoding UTF-8")
_BYTE_ORDER_MARKS_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_FIRST_CJK = "\u2e80"
_LOST = "\ufffd"


def file_text(folder: Path, file: str, faults: list[DataSetFault]) -> str | None:
    """Return the text of a file without its byte order mark, or ``None`` when a fault was added instead."""
    path = folder / file
    try:
        # A pipe or a device may hold the reader for ever.
        if (other := _other_than_a_file(path.stat().st_mode)) is not None:
            faults.append(DataSetFault(file, 0, None, None, said("a file; this is {other}", other=other)))
            return None
        data = path.read_bytes()
    except OSError as error:
        faults.append(DataSetFault(file, 0, None, None, _missing(folder, file, error)))
        return None
    how_to_save = _SAVE_AS_TEXT if file == DATASET_FILE else _SAVE_AS_CSV
    if (expected := _other_than_text(data)) is not None:
        faults.append(DataSetFault(file, 0, None, None, said("{expected}: {how}", expected=expected, how=how_to_save)))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(_lines(data[: error.start]))
        faults.append(
            DataSetFault(
                file,
                line,
                None,
                None,
                said("{expected}: {how}", expected=_not_utf8(data, error.start, line), how=how_to_save),
            )
        )
        return None


def _missing(folder: Path, file: str, error: OSError) -> Said:
    if not isinstance(error, FileNotFoundError):
        return said("a file that can be read; the system says: {why}", why=error.strerror or error)
    if file == DATASET_FILE:
        return said("the file; it is not in the folder")
    workbook = Path(file).with_suffix(".xlsx").name
    if (folder / workbook).exists():
        return said("the file; there is {workbook} instead: {how}", workbook=workbook, how=_SAVE_AS_CSV)
    return said("the file; it is not in the folder (a CSV file with nothing to say still holds its header)")


def _other_than_a_file(mode: int) -> Said | None:
    if stat.S_ISREG(mode):
        return None
    return said("a folder") if stat.S_ISDIR(mode) else said("a pipe, a device or the like")


def _other_than_text(data: bytes) -> Said | None:
    if data.startswith(b"PK\x03\x04"):
        return said("a text file; this is an Excel workbook")
    if data.startswith(_BYTE_ORDER_MARKS_UTF_16) or data.count(0) > len(data) // 4:
        return said("UTF-8; the file is UTF-16, which Excel calls “Unicode Text”")
    return None


def _not_utf8(data: bytes, start: int, number: int) -> Said:
    lines = _lines(data)
    read = [line.decode("utf-8", errors="replace") for line in lines]
    damaged = sum(_LOST in line for line in read)
    sound = sum(_LOST not in line and _chinese(line) > 0 for line in read)
    if damaged > sound and _is_gb18030(data):
        return said("UTF-8; the file looks like GBK (GB18030)")
    # A GBK line read as UTF-8 is nearly all damage; a UTF-8 line with a bad byte in it is nearly all right.
    if read[number - 1].count(_LOST) > _chinese(read[number - 1]) and _is_gb18030(lines[number - 1]):
        return said("UTF-8; the file mixes encodings: this line looks like GBK (GB18030)")
    return said("UTF-8; byte 0x{byte:02X} on this line is not", byte=data[start])


def _chinese(text: str) -> int:
    return sum(_FIRST_CJK <= character != _LOST for character in text)


def _is_gb18030(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _lines(data: bytes) -> list[bytes]:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
