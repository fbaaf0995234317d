"""What a raw folder holds: documents with what is told of them, files of published figures, and a line for each file that is neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import category

from mubiao.errors import ReadError
from mubiao.model import Facts
from mubiao.read.figures import is_figures
from mubiao.read.kinds import is_called_document, may_be_document
from mubiao.read.own import composed, cut
from mubiao.read.sources import FILE as SOURCES_FILE
from mubiao.read.sources import read_sources, where_named
from mubiao.remembered import Source
from mubiao.tables.attainment import FILE as RULES_FILE
from mubiao.tables.corrections import Correction

OWN_TABLES = (SOURCES_FILE, RULES_FILE)  # what the raw folder holds beside documents and figures
ABOUT = ("readme.md", "readme.txt")  # files that tell of the folder
UNNAMED = ("Cc", "Cs")  # control characters, and bytes of a name that are no UTF-8


@dataclass(slots=True)
class Listing:
    """What was found in a folder.

    Attributes:
        bad: a line for each file that is not used.
        lost: a line for each correction of a document that is not there.
    """

    documents: list[Source] = field(default_factory=list)
    figures: list[Path] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def listing(raw: Path, out: Path, corrections: Sequence[Correction]) -> Listing:
    """What lies in a folder and those in it, but for the folder of the tables.

    Raises:
        ReadError: no such folder. SourceError: its ``sources.toml`` is wrong.
    """
    if not raw.is_dir():
        raise ReadError(f"{raw}: no such folder; give the folder of the documents with --raw")
    known = read_sources(raw)
    there = sorted(_below(raw, out), key=lambda one: one[0].split("/"))
    files = {name: path for name, path, is_file in there if is_file}
    others = [(name, path) for name, path, is_file in there if not is_file]  # folders, pipes, devices, links to nowhere
    folders = [name for name, path in others if is_called_document(path) and path.is_dir()]
    found = Listing()
    found.bad += [f"{name}: a folder with the name of a file; what lies in it was read file by file" for name in folders]
    nowhere = [name for name, path in others if path.is_symlink() and not path.exists() and may_be_document(path)]
    found.bad += [f"{name}: a link that leads nowhere; put the file itself there" for name in nowhere]
    if missing := sorted(known.keys() - map(composed, files)):
        named = where_named(raw)
        found.bad += [f"{name}: named in {named[name]}, but no such file" for name in missing]
    told = defaultdict(list)
    for one in corrections:
        told[one.doc_id.partition("#")[0]].append(one)
    keys: dict[str, str] = {}
    for name, path in ((composed(name), path) for name, path in files.items()):
        key = name.removesuffix(path.suffix)
        if _leads_out(path, raw):
            found.bad.append(f"{name}: a link that leads out of the folder; put the file itself there")
        elif path.name.lower() in ABOUT or name in OWN_TABLES:
            continue
        elif is_figures(path):
            found.figures.append(path)
        elif not may_be_document(path):
            continue
        elif not name.isprintable() and any(category(sign) in UNNAMED for sign in name):
            found.bad.append(f"{name}: its name holds signs that cannot be shown; rename it")
        elif key in keys:
            found.bad.append(f"{name}: {keys[key]} would have the same key; rename one")
        else:
            keys[key] = name
            found.documents.append(Source(path, name, *known.get(name, (Facts(), None)), tuple(told[key])))
    found.lost += [f"{one.where}: no document {cut(one.doc_id)}" for one in corrections if one.doc_id.partition("#")[0] not in keys]
    return found


def _leads_out(path: Path, raw: Path) -> bool:
    """Whether a file is a link to one elsewhere: a folder from strangers could lead to files of ours, whose text tables then quote."""
    return path.is_symlink() and not path.resolve().is_relative_to(raw.resolve())


def _below(raw: Path, out: Path) -> Iterator[tuple[str, Path, bool]]:
    """What lies in a folder and those in it, with its path from there, and whether it is a file; what is hidden, and the folder of the
    tables, is left out."""
    folders = [] if raw.is_relative_to(out) else [(raw, "")]
    while folders:  # os.walk knows no object store
        here, before = folders.pop()
        with suppress(PermissionError):
            for path in here.iterdir():
                if path.name.startswith(".") or path == out:
                    continue
                is_file = path.is_file()
                yield f"{before}{path.name}", path, is_file
                if not is_file and path.is_dir() and not path.is_symlink():
                    folders.append((path, f"{before}{path.name}/"))
