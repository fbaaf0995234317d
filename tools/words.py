"""Which words of the lexicon show in their own examples, and where else they do.

A word shows in a sentence that is read otherwise once the word is gone::

    python tools/words.py shown                 # words whose own example is read the same without them: there is none (tests/lexicon)
    python tools/words.py seek FILE FOLDER…     # for words, one a line of FILE as "shown" prints them, a short sentence of the documents
                                                # in the folders that shows it; a word that shows in none is needed by nothing in them
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, lru_cache
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple
from unittest.mock import patch

import mubiao.pipeline  # noqa: F401 - loads every module that keeps words
from mubiao.errors import MubiaoError
from mubiao.extracts import read_and_observe
from mubiao.grammar.parse import parse
from mubiao.grammar.thing.well_formed import flaw
from mubiao.lexicon import expressions, layers
from mubiao.model import Document, Facts
from mubiao.observe.observe import observe
from mubiao.outline.outline import outline
from mubiao.read.fold import fold
from mubiao.read.years import of_title

NOTHING = "\uffff"  # with the name of the table it stands in for the last word of one: no text holds it
NO_WORDS = {"dimensions"}  # tables whose keys are no words
SAYS = re.compile(r"[^=]+=[^=]+")  # an entry that says what a word stands for, instead of an example: "城乡=城镇|农村"
# Words of titles, heads, labels and whole documents: no sentence shows them, the tests of readers and outline do.
OF_PAGES = ("columns", "doctypes", "duties", "headings", "portal", "sheets", "places.self_province", "places.self_prefecture",
            "places.self_county", "places.province_word", "places.autonomous", "places.kind_of_place",
            "places.whole_nation", "particles.common", "nouns.total")  # fmt: skip
# Words that stand in the reference tables, where views ask for them (tests/tables/test_reference.py).
OF_VIEWS = ("comparable.classifier", "comparable.nation", "comparable.province", "comparable.province_up", "comparable.city",
            "comparable.city_up", "comparable.county", "comparable.alone", "comparable.end", "comparable.real", "comparable.nominal",
            "comparable.like_for_like", "comparable.previous_period", "comparable.by_population", "comparable.without",
            "modifiers.hard_promise", "modifiers.soft_promise")  # fmt: skip
TITLE = "政府工作报告\n"
HEADINGS = ("一、2024年工作回顾\n", "二、2025年工作安排\n")
FACTS = Facts(doc_type="work_report", jurisdiction_code="330200", year=2025)
# How a word is asked: in its sentence alone, below either heading of a report; that of a form as a phrase, that of a plan as a title.
ALONE, REVIEW, PLAN, PHRASE, TITLED = range(5)
ALSO = {"forms": PHRASE, "numerals.five_year_plan": TITLED}
KEPT = ("mubiao.read.places", "mubiao.lexicon.vocabulary")  # whose memory holds none of these words
LONGEST, MOST = 48, 30  # characters of a sentence that may become an example; sentences that are tried for a word


class Word(NamedTuple):
    """A word in its place, with its example."""

    file: str
    table: str
    text: str
    example: str


_file = cache(layers.read_toml)  # as they are: nobody changes what is read
# Most expressions are the same without a word, and there are more than Python remembers.
_compiled, _parse = cache(re.compile), cache(parser.parse)


def _parsed(source: str, flags: int = 0) -> Any:
    """An expression in its parts: parsed once for what asks for its signs and for Python, which compiles it."""
    return _parse(source, int(flags))


@lru_cache(maxsize=1)
def lists() -> dict[str, dict[str, dict[str, Any]]]:
    """The word lists as they are."""
    return {f"{name}.toml": _file(f"{name}.toml") for name in (*layers.WORD_FILES, *layers.TYPED_FILES)}


def words() -> list[Word]:
    """Every word that a sentence can show."""
    return [
        Word(file, table, word, example_of(file, entry))
        for file, tables in lists().items()
        for table, entries in tables.items()
        if table not in NO_WORDS and not _is_among(file, table, OF_PAGES + OF_VIEWS)
        for word, entry in entries.items()
        if not (isinstance(entry, str) and SAYS.match(entry))
    ]


def _is_among(file: str, table: str, names: Sequence[str]) -> bool:
    """Whether a list, or a table of it, is named."""
    name = file.removesuffix(".toml")
    return name in names or f"{name}.{table}" in names


def example_of(file: str, entry: Any) -> str:
    """The sentence of an entry: itself, or that of its class or unit."""
    return str(entry if isinstance(entry, str) else entry[2] if file == "units.toml" else entry[-1])


def _memories() -> Iterator[Any]:
    """Every function that remembers what it made of words."""
    for name, module in list(sys.modules.items()):
        if name.startswith("mubiao."):
            yield from (value for value in vars(module).values() if hasattr(value, "cache_clear") and value.__module__ not in KEPT)


def _unchecked(entry: dict[str, Any], gone: re.Pattern[str]) -> dict[str, Any]:
    """An expression without its examples and without the guards of words that are gone."""
    return {**entry, "expression": gone.sub("", expressions.source(entry)), "takes": [], "refuses": []}


@contextmanager
def without(gone: Sequence[Word]) -> Iterator[None]:
    """The lexicon without some words; its expressions need not hold for their own examples then."""
    changed = {file: {table: dict(entries) for table, entries in lists()[file].items()} for file in {word.file for word in gone}}
    for word in gone:
        entries = changed[word.file][word.table]
        entry = entries.pop(word.text)
        if not entries:
            nothing = f"{NOTHING}{word.table}"
            entries[nothing] = nothing if isinstance(entry, str) else [nothing if part == word.example else part for part in entry[:3]]
    unguarded = re.compile("|".join(re.escape(f"{{guards.{word.text}}}") for word in gone))

    def read(name: str) -> dict[str, Any]:
        if name.startswith(f"{expressions.FOLDER}/"):
            return {one: _unchecked(entry, unguarded) for one, entry in _file(name).items()}
        return changed.get(name) or _file(name)

    memories = list(_memories())
    with ExitStack() as stack:
        stack.callback(lambda: [one.cache_clear() for one in memories])
        stack.enter_context(patch.object(re, "compile", _compiled))
        stack.enter_context(patch.object(parser, "parse", _parsed))
        for module in [module for name, module in sys.modules.items() if name.startswith("mubiao.") and "read_toml" in vars(module)]:
            stack.enter_context(patch.object(module, "read_toml", read))
        for one in memories:
            one.cache_clear()
        yield


class Readings:
    """What sentences say, read in some ways."""

    def __init__(self, sentences: Mapping[Word, Sequence[str]], document: bool) -> None:
        self.document = document
        asked = {(one, way) for word, several in sentences.items() for one in several for way in self._ways(word)}
        self.known = {(one, way): self._read(one, way) for one, way in sorted(asked)}

    def _ways(self, word: Word) -> Sequence[int]:
        if self.document:
            return REVIEW, PLAN
        return (ALONE, *(way for name, way in ALSO.items() if _is_among(word.file, word.table, [name])))

    @staticmethod
    def _read(sentence: str, way: int) -> str:
        try:
            if way in (ALONE, PHRASE):
                return repr(parse(fold(sentence).text)) if way == ALONE else flaw(sentence)
            if way == TITLED:
                return repr(of_title(f"{sentence}\n"))
            text = f"{TITLE}{HEADINGS[way - REVIEW]}{sentence}"
            document = Document("report", "report.txt", text, fold(text), "utf-8", "", FACTS)
            tasks = outline(document)
            return repr((tasks, observe(document, tasks)))
        except LookupError as error:  # the grammar cannot do without the word
            return repr(error)

    def differ(self, word: Word, sentence: str) -> bool:
        """Whether a sentence is read otherwise without the word."""
        return any(self._read(sentence, way) != self.known[sentence, way] for way in self._ways(word))


def batches(sentences: Mapping[Word, Sequence[str]], around: Sequence[str] = ()) -> Iterator[list[Word]]:
    """Words that can be taken away together: none stands in what is read for another; those first that fit together with fewest."""
    texts = {word: "\n".join([*several, *around]) for word, several in sentences.items()}
    rest = dict(sorted(texts.items(), key=lambda one: -len(one[1])))
    while rest:
        batch: list[Word] = []
        for word, read in rest.items():
            if not any(other.text in read or word.text in rest[other] for other in batch):
                batch.append(word)
        yield batch
        gone = set(batch)
        rest = {word: read for word, read in rest.items() if word not in gone}


def showing(sentences: Mapping[Word, Sequence[str]]) -> dict[Word, str]:
    """For each word the first of its sentences that shows it: by itself, else in a document; words that show in none are left out."""
    found: dict[Word, str] = {}
    for document in (False, True):
        rest = {word: several for word, several in sentences.items() if word not in found}
        known = Readings(rest, document)
        for batch in batches(rest, (TITLE, *HEADINGS) if document else ()):
            with without(batch):
                shown = {word: next((one for one in rest[word] if known.differ(word, one)), None) for word in batch}
            found.update({word: one for word, one in shown.items() if one})
    return found


def unshown(some: Iterable[Word]) -> list[Word]:
    """Words whose own example is read the same without them."""
    sentences = {word: [word.example] for word in some}
    found = showing(sentences)
    return [word for word in sentences if word not in found]


def clauses_of(folders: Iterable[str]) -> list[str]:
    """Short sentences of documents and clauses of long ones, shortest first."""
    found: set[str] = set()
    for path in (path for folder in folders for path in Path(folder).rglob("*") if path.suffix in (".txt", ".docx")):
        try:
            texts = [document.text for document, _, _ in read_and_observe(path, FACTS)]
        except MubiaoError:
            continue
        for sentence in (part.strip() for text in texts for line in text.splitlines() for part in line.split("。")):
            found.add(sentence)
            found.update(part.strip() for part in sentence.replace("；", "，").split("，"))
    return sorted((one for one in found if len(one) <= LONGEST and any(char.isdigit() for char in one)), key=lambda one: (len(one), one))


def _in_its_place(word: Word) -> list[str]:
    """Examples of other words of the table, with this one in their place."""
    others = [other for other in words() if (other.file, other.table) == (word.file, word.table) and other.text != word.text]
    return [other.example.replace(other.text, word.text, 1) for other in others][:MOST]


def main(command: str, *args: str) -> None:
    """Print what was asked for."""
    if command == "shown":
        for word in unshown(word for word in words() if not args or word.file.removesuffix(".toml") in args):
            print(word.file, f"[{word.table}]", word.text, sep="\t")
        return
    wanted = {tuple(line.split("\t")[:3]) for line in Path(args[0]).read_text(encoding="utf-8").splitlines()}
    some = [word for word in words() if (word.file, f"[{word.table}]", word.text) in wanted]
    clauses = clauses_of(args[1:])
    sentences = {word: [one for one in clauses if word.text in one][:MOST] + _in_its_place(word) for word in some}
    print(sum(1 for _ in batches(sentences)), "batches", file=sys.stderr, flush=True)
    found = showing(sentences)
    for word in some:
        print(word.file, f"[{word.table}]", word.text, found.get(word, ""), len(sentences[word]), sep="\t", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
