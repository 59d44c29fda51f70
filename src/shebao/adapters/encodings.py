"""The bytes of a record as text: the encoding is named by the user, never guessed."""

from __future__ import annotations

from typing import Final

from ..errors import Fault, RecordsError

__all__ = ["ENCODINGS", "decode"]

ENCODINGS: Final = ("utf-8", "gb18030", "utf-16")


def decode(data: bytes, encoding: str, source: str) -> str:
    """The text of some bytes.

    Args:
        data: the bytes of a file.
        encoding: one of ``ENCODINGS``; GB18030 holds GBK and GB2312.
        source: what to call them in messages.

    Raises:
        RecordsError: if they are not in that encoding; it names the line, and the encodings in
            which they could be read.

    Example:
        >>> decode("险种".encode("gb18030"), "gb18030", "a.csv")
        '险种'
        >>> decode("险种".encode("gb18030"), "utf-8", "a.csv")
        Traceback (most recent call last):
        shebao.errors.RecordsError: a.csv:1: FILE: 'a.csv' is not UTF-8; expected --encoding gb18030
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"is not {encoding.upper()}"
        raise RecordsError(Fault("FILE", source, problem, _expected(data), source, line)) from None


def _expected(data: bytes) -> str:
    """Which encodings would do; the user chooses, for bytes may fit one that they are not in."""
    fitting = [f"--encoding {name}" for name in ENCODINGS if _fits(data, name)]
    return " or ".join(fitting) or "a text file in UTF-8"


def _fits(data: bytes, encoding: str) -> bool:
    # Nearly all bytes make some text in UTF-16; only its mark at the beginning speaks for it.
    if encoding == "utf-16" and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return False
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
