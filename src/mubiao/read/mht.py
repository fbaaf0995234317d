"""Web pages saved with all that belongs to them (.mht): the page inside is read as any other."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy

from mubiao.errors import ReadError
from mubiao.read.html import read_html
from mubiao.read.page import Page


def read_mht(data: bytes, name: str) -> Page:
    """The page of an MHT file.

    Raises:
        ReadError: no page inside, or as :func:`mubiao.read.html.read_html`.
    """
    message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html" and isinstance(content := part.get_payload(decode=True), bytes):
            page = read_html(content, name)
            return replace(page, encoding=f"mht, {page.encoding}")
    raise ReadError(f"{name}: a saved web page or an e-mail without a page inside; save it as HTML or .txt")
