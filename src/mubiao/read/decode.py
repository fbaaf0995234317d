"""Bytes to text: UTF-8 with or without BOM, UTF-16, GB18030, Big5 with the characters of Hong Kong, any line ends."""

from __future__ import annotations

import re
from pathlib import PurePath

from mubiao.errors import ReadError
from mubiao.lexicon.loader import load
from mubiao.read.fold import as_read
from mubiao.read.limits import MAX_BYTES

BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
END = b"\x1a"  # what old editors put behind the last line

LETTER = re.compile(r"[^\W_]")
HAN = re.compile(r"[\u4e00-\u9fff]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
PRIVATE = re.compile(r"[\ue000-\uf8ff]")  # signs of nobody: Big5 taken for GB18030 is full of them
SAMPLE = 20_000
SELF_EVIDENT = ("utf-8", "utf-8-sig", "utf-16")  # by its rules, or by a mark
CALLED = {"utf-8-sig": "utf-8", "big5hkscs": "big5"}
EMPTY = "the file is empty"
NO_CHINESE = "no Chinese text in UTF-8, UTF-16, GB18030 or Big5 (binary, or another encoding); save it as UTF-8"
UTF_8 = "no Chinese text in it: it is UTF-8, but in another language"
PACKED = (".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".pdf", ".odt", ".parquet")  # endings of files that are no text
COMMON, FEW = 0.02, 50  # share of common characters among the Chinese ones; of fewer nothing can be said


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Text of a file with line ends made ``\\n``, and the encoding it was in.

    Args:
        data: content of the file.
        name: how error messages call it.

    Raises:
        ReadError: empty, too large, binary, in no encoding known here, or without Chinese text.
    """
    if not data.strip():
        raise ReadError(f"{name}: {EMPTY}")
    data = data.removesuffix(END)
    if len(data) > MAX_BYTES:
        raise ReadError(f"{name}: larger than {MAX_BYTES // 1_000_000} MB; split it")
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _plausible(text, encoding):
            return text.replace("\r\n", "\n").replace("\r", "\n"), CALLED.get(encoding, encoding)
    if _plausible(data.decode("utf-8", "ignore"), "utf-8") and data.decode("utf-8", "ignore").encode() in (data[:-1], data[:-2], data[:-3]):
        raise ReadError(f"{name}: ends inside a character (truncated); get the whole file")
    raise ReadError(f"{name}: {no_chinese(data, name)}")


def no_chinese(data: bytes, name: str) -> str:
    """Why a file without Chinese text cannot be read, by what it is called and what is in it.

    >>> no_chinese(b"The economy grew.", "a.txt"), no_chinese(b"\\x07", "a.pdf")
    ('no Chinese text in it: it is UTF-8, but in another language', 'not a readable PDF file (damaged, or of another kind); fetch it anew')
    """
    if (ending := PurePath(name).suffix.lower()) in PACKED:
        return f"not a readable {ending[1:].upper()} file (damaged, or of another kind); fetch it anew"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return NO_CHINESE
    return UTF_8 if LETTER.search(text) and not CONTROL.search(text) else NO_CHINESE


def _candidates(data: bytes) -> tuple[str, ...]:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return (encoding,)
    if data[1:200:2].count(0) > 20:
        return ("utf-16-le",)
    if data[0:200:2].count(0) > 20:
        return ("utf-16-be",)
    return ("utf-8", "gb18030", "big5hkscs")


def _plausible(text: str, encoding: str) -> bool:
    """Whether a decoding reads as Chinese: other bytes pass as GB18030 or Big5 now and then, but not as common characters.

    Big5 taken for GB18030 is full of signs of nobody. What is left to Big5 has to show common characters however short it is.
    """
    if CONTROL.search(text, 0, SAMPLE):
        return False
    if encoding in SELF_EVIDENT:
        return HAN.search(text) is not None
    sample = as_read(text[:SAMPLE])
    han = len(HAN.findall(sample))
    letters = len(LETTER.findall(sample))
    common = sum(sample.count(char) for char in load().words["particles"]["common"])
    if len(PRIVATE.findall(sample)) > COMMON * len(sample):
        return False
    return han > 0 and han >= 0.2 * letters and (common >= COMMON * han or (han < FEW and encoding != "big5hkscs"))
