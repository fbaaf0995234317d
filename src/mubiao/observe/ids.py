"""Keys of observations."""

from __future__ import annotations

import hashlib


class Ids:
    """Gives each observation of a document a key that no other of it has: of document, span, what is measured and how."""

    def __init__(self, doc_id: str) -> None:
        self.doc_id = doc_id
        self.given: set[str] = set()

    def new(self, span: tuple[int, int], indicator: str, measure: str) -> str:
        """A key for what a span of the published text says of a thing.

        >>> ids = Ids("report")
        >>> ids.new((10, 12), "绿地", "amount") == ids.new((10, 12), "绿地", "amount")
        False
        """
        key = f"{self.doc_id}|{span[0]}|{span[1]}|{indicator}|{measure}"
        while (found := hashlib.blake2b(key.encode(), digest_size=8).hexdigest()) in self.given:
            key += "|"
        self.given.add(found)
        return found
