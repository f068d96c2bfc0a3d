"""Named faults: each damages one thing in the tiny package, and says what is found.

A fault is *sealed* where the package is left as it is damaged, so that the hashes of
``datapackage.json`` are still the old ones, or *fresh* where `fmt` and `build` ran afterwards and
only the check itself can tell. Sealed damage of a table is always found twice more, by ``P01``
(the file is not the sealed one) and ``P02`` (the descriptor is stale).

An edit changes the bytes of files, in memory or in a folder. Only what is no matter of bytes (a
link, a pipe, a folder in the place of a file) needs a folder: ``DISK_FAULTS``.
"""

import csv
import io
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeVar

from gsomia_data.curation.package import csvfile, descriptor
from gsomia_data.curation.schema.models import TABLES
from kit.files import VERSION, Where, files_of, freshen
from kit.tiny import DOCUMENTS, EVENING, MORNING, QUOTES, TWICE

Damage = Callable[[Path], None]
"""Damage of a package in a folder."""
Edit = Callable[[Where], None]
"""Damage of the bytes of a package, wherever it is."""
Place = tuple[str, int, str]
"""Path, line and column of a finding."""
Harmed = TypeVar("Harmed")


@dataclass(frozen=True)
class Fault:
    """A named fault: what it does, the codes that are found, and where the first of them points.

    ``codes[0]`` is the check that the fault is for; ``place`` is computed after the damage.
    """

    name: str
    codes: tuple[str, ...]
    damage: Edit
    place: Callable[[Where], Place]
    state: Literal["sealed", "fresh"] = field(default="fresh")

    def apply(self, where: Where) -> Place:
        """Damage the package; answer where the finding is to be."""
        self.damage(where)
        if self.state == "fresh":
            freshen(files_of(where))
        return self.place(where)


@dataclass(frozen=True)
class DiskFault:
    """A fault of what is at a path: the path itself is found, by ``F01`` and nothing else."""

    name: str
    path: str
    damage: Damage


# What damage is made of.


def table(name: str) -> str:
    """Path of a table."""
    return TABLES[name].path


def rows(where: Where, name: str) -> list[dict[str, str]]:
    """Rows of a table as they are written."""
    text = files_of(where)[table(name)].decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def save(where: Where, name: str, kept: Iterable[dict[str, str]]) -> None:
    """Write the rows of a table back."""
    header = TABLES[name].header
    data = csvfile.encode(header, ([row[column] for column in header] for row in kept))
    files_of(where)[table(name)] = data


def _has(name: str, row: dict[str, str], key: str) -> bool:
    """Whether ``key`` is the key of a row, or its beginning (a compound key is long)."""
    return (TABLES[name].key_of(row) + " ").startswith(key + " ")


def _set(where: Where, name: str, key: str, cells: Mapping[str, str]) -> None:
    found = rows(where, name)
    (row,) = [row for row in found if _has(name, row, key)]
    row.update(cells)
    save(where, name, found)


def slip(name: str, key: str, /, **cells: str) -> Edit:
    """Set cells of the one row with ``key`` by mistake: its seal stays."""
    return lambda where: _set(where, name, key, cells)


def edit(name: str, key: str, /, **cells: str) -> Edit:
    """Set cells of the one row with ``key`` on purpose: its seal is emptied."""
    emptied = {"seal": ""} if TABLES[name].sealed else {}
    return lambda where: _set(where, name, key, {**emptied, **cells})


def add(name: str, /, **cells: str) -> Edit:
    """Append a row."""

    def damage(where: Where) -> None:
        row = {**dict.fromkeys(TABLES[name].header, ""), **cells}
        save(where, name, [*rows(where, name), row])

    return damage


def drop(name: str, key: str) -> Edit:
    """Delete the rows with ``key``."""

    def damage(where: Where) -> None:
        found = rows(where, name)
        kept = [row for row in found if not _has(name, row, key)]
        if len(kept) == len(found):
            raise KeyError(key)
        save(where, name, kept)

    return damage


def both(*damages: Callable[[Harmed], None]) -> Callable[[Harmed], None]:
    """One damage after the other."""

    def damage(where: Harmed) -> None:
        for one in damages:
            one(where)

    return damage


def swap(path: str, old: str | bytes, new: str | bytes) -> Edit:
    """Replace the first ``old`` in a file by ``new``."""

    def damage(where: Where) -> None:
        before = old.encode() if isinstance(old, str) else old
        after = new.encode() if isinstance(new, str) else new
        data = files_of(where)[path]
        if before not in data:
            raise ValueError(f"{before!r} does not stand in {path}")
        files_of(where)[path] = data.replace(before, after, 1)

    return damage


def put(path: str, data: bytes) -> Edit:
    """Write a file."""

    def damage(where: Where) -> None:
        files_of(where)[path] = data

    return damage


def append(path: str, data: bytes) -> Edit:
    """Write ``data`` behind the end of a file."""
    return lambda where: put(path, files_of(where)[path] + data)(where)


def windows(path: str) -> Edit:
    """Let the lines of a file end with CR LF."""
    return lambda where: put(path, files_of(where)[path].replace(b"\n", b"\r\n"))(where)


def prepend(path: str, data: bytes) -> Edit:
    """Write ``data`` before the beginning of a file."""
    return lambda where: put(path, data + files_of(where)[path])(where)


def remove(path: str) -> Edit:
    """Delete a file."""

    def damage(where: Where) -> None:
        del files_of(where)[path]

    return damage


def _outside(root: Path) -> Path:
    return root.with_name(f"{root.name}-outside")


def _away(path: str) -> Damage:
    """Move a file or folder out of the package."""

    def damage(root: Path) -> None:
        (root / path).rename(_outside(root))

    return damage


def link(path: str) -> Damage:
    """Move a file or folder out of the package and leave a link in its place."""
    return both(_away(path), lambda root: (root / path).symlink_to(_outside(root)))


def pipe(path: str) -> Damage:
    """Put a named pipe in the place of a file: who opens it waits for ever."""

    def damage(root: Path) -> None:
        (root / path).unlink()
        os.mkfifo(root / path)

    return damage


def folder(path: str) -> Damage:
    """Put a folder in the place of a file."""

    def damage(root: Path) -> None:
        (root / path).unlink()
        (root / path).mkdir()

    return damage


# Where findings point.


def cell(name: str, key: str, column: str) -> Callable[[Where], Place]:
    """The last row with ``key`` of a table, and a column of it."""

    def place(where: Where) -> Place:
        sheet = csvfile.decode(files_of(where)[table(name)], TABLES[name].header)
        line = [entry.line for entry in sheet.entries if _has(name, entry.cells, key)][-1]
        return table(name), line, column

    return place


def at(path: str, line: int = 0, column: str = "") -> Callable[[Where], Place]:
    """A fixed place."""
    return lambda _: (path, line, column)


def line_with(path: str, part: bytes) -> Callable[[Where], Place]:
    """The first line of a file that holds ``part``."""

    def place(where: Where) -> Place:
        lines = files_of(where)[path].split(b"\n")
        return path, next(n for n, line in enumerate(lines, 1) if part in line), ""

    return place


POLLS = table("polls")
DATES = table("dates")
_HANA = "polls hana-oppose"
_HAN = "reactions han-promise"
_NAME = f"agreements harbour-2016 name {MORNING}-1"
_FOUR, _FIVE, _SIX, _SEVEN, _TEN = (f"{MORNING}-{number}" for number in (4, 5, 6, 7, 10))
_TURNED = "and it keeps our ports safe … This accord is a promise"
_SEALED = ("P01", "P02")


def _evidence(cell_: str, words: str, value: str, **more: str) -> Edit:
    name, record, column = cell_.split(" ")
    cells = {"nth": "1", "relation": "supports", "words": words, "says": value, **more}
    return add("evidence", table_name=name, row_key=record, column_name=column, **cells)


def _sealed(name: str, code: str, damage: Edit, place: Callable[[Where], Place]) -> Fault:
    """A fault of the bytes of a table, so that the parse fails and ``P02`` is skipped."""
    return Fault(name, (code, "P01"), damage, place, "sealed")


def _bare(
    name: str, codes: tuple[str, ...], damage: Edit, place: Callable[[Where], Place]
) -> Fault:
    """A sealed fault with exactly these codes."""
    return Fault(name, codes, damage, place, "sealed")


def _spelled(name: str, table_: str, key: str, column: str, cell_: str) -> Fault:
    """A cell that is not the canonical spelling of any value of its column."""
    return Fault(name, ("M01",), edit(table_, key, **{column: cell_}), cell(table_, key, column))


def _file_faults() -> Iterable[Fault]:
    schema = "schemas/polls.schema.json"
    letter = f"corpus/{EVENING}.txt"
    last = f"corpus/{MORNING}.txt"
    for path in (POLLS, table("evidence"), schema, "datapackage.json"):
        yield _bare(f"{path} is deleted", ("F01",), remove(path), at(path))
    for path in ("dataset/votes.csv", "dataset/.polls.csv.swp", "schemas/README.md"):
        yield _bare(f"{path} is unlisted", ("F07",), put(path, b"x\n"), at(path))
    yield _bare(
        "a document is deleted",
        ("F02",),
        remove(letter),
        cell("sources", EVENING, "source_id"),
    )
    yield _bare(
        "a document that no source has",
        ("F02",),
        put("corpus/stray.txt", b"words\n"),
        at("corpus/stray.txt"),
    )
    yield _bare(
        "a document begins with a byte order mark",
        ("F06", "Q01"),
        prepend(letter, b"\xef\xbb\xbf"),
        at(letter, 1),
    )
    for name, mark in (
        ("a lone CR", "\r"),
        ("a C1 control", "\x9b"),
        ("a bidi override", "\u202e"),
        ("a bidi isolate", "\u2066"),
        ("a private character", "\uf8ff"),
    ):
        damage = append(last, f"a{mark}b".encode())
        yield _bare(
            f"a document holds {name}", ("F06", "Q01"), damage, line_with(last, mark.encode())
        )
    yield _bare("a document is empty", ("F06", "Q01"), put(letter, b""), at(letter))
    yield _bare("a document holds NUL", ("F06", "Q01"), append(last, b"\0"), line_with(last, b"\0"))
    yield _bare(
        "a document holds ESC", ("F06", "Q01"), append(last, b"\x1b"), line_with(last, b"\x1b")
    )
    yield _bare("a document is not UTF-8", ("F06",), append(letter, b"\xff"), at(letter, 11))


def _disk_faults() -> Iterable[DiskFault]:
    schema = "schemas/polls.schema.json"
    for path in (POLLS, schema, "datapackage.json", f"corpus/{EVENING}.txt"):
        yield DiskFault(f"{path} is a link", path, link(path))
        yield DiskFault(f"{path} is a pipe", path, pipe(path))
        yield DiskFault(f"{path} is a folder", path, folder(path))
    corpus = "corpus"
    yield DiskFault("corpus is a file", corpus, both(_away(corpus), put(corpus, b"")))
    yield DiskFault("corpus is a link", corpus, link(corpus))


def _lexical_faults() -> Iterable[Fault]:
    head = at(POLLS, 1)
    yield _sealed("a byte order mark", "F03", prepend(POLLS, b"\xef\xbb\xbf"), head)
    yield _sealed("UTF-16", "F03", prepend(POLLS, b"\xff\xfe"), head)
    yield _sealed("CRLF", "F03", swap(DATES, "\n", "\r\n"), at(DATES, 1))
    for name, byte in (("a lone CR", b"\r"), ("NUL", b"\0"), ("Latin-1", b"\xfc")):
        place = line_with(DATES, byte)
        yield _sealed(name, "F03", swap(DATES, "occurred", b"occ" + byte + b"urred"), place)
    yield _sealed(
        "no line end at the end", "F03", swap(POLLS, ",47,1000,\n", ",47,1000,"), at(POLLS, 2)
    )
    yield _sealed("an empty file", "F03", put(POLLS, b""), at(POLLS, 1))
    yield _sealed("a comma too many", "F03", swap(POLLS, ",47,", ",,47,"), at(POLLS, 2))
    yield _sealed("a comma too few", "F03", swap(POLLS, ",47,1000", ",471000"), at(POLLS, 2))
    yield _sealed("a blank line", "F03", swap(DATES, b"\n", b"\n\n"), at(DATES, 2))
    yield _sealed("a cell never closed", "F03", swap(POLLS, ",47,", ',"47,'), at(POLLS, 2))
    yield _sealed(
        "a mark inside a quoted cell", "F03", swap(POLLS, ",47,", ',"4"7",'), at(POLLS, 2)
    )
    yield _sealed("a cell too long", "F03", swap(POLLS, ",47,", f",{'4' * 131_073},"), at(POLLS, 2))
    yield _sealed("a column renamed", "F03", swap(POLLS, "percent", "share"), head)
    yield _sealed("a column missing", "F03", swap(POLLS, ",note\n", "\n"), at(POLLS, 1, "note"))
    yield _sealed("a column twice", "F03", swap(POLLS, ",note\n", ",note,note\n"), head)
    yield _sealed(
        "two columns swapped", "F03", swap(POLLS, "poll_id,survey", "survey,poll_id"), head
    )
    yield _bare(
        "a quoted cell without need",
        ("F04", *_SEALED),
        swap(POLLS, ",47,", ',"47",'),
        at(POLLS, 2),
    )
    for mark in "=+-@":
        yield Fault(
            f"a note begins with {mark}",
            ("F05",),
            edit("polls", "hana-oppose", note=f"{mark}HYPERLINK(1)"),
            cell("polls", "hana-oppose", "note"),
        )


def _model_faults() -> Iterable[Fault]:
    poll, letter = ("polls", "hana-oppose"), ("sources", MORNING)
    signed = ("dates", "harbour-signed")
    for percent in ("1_0", "+47", "47.0", "047", "1e1", "47%", "NaN", "\u0664\u0667", "101", "-1"):
        yield _spelled(f"percent {percent!a}", *poll, "percent", percent)
    for count in ("1,000", "1000.0", "0", "9" * 30):
        yield _spelled(f"respondents {count}", *poll, "respondents", count)
    for day in ("2016-1-3", "2016-11-31", "20161121", "1479859200", "2016/", "0000", "21 Nov 2016"):
        yield _spelled(f"date {day}", *signed, "date", day)
    for status in ("Occurred", "happened"):
        yield _spelled(f"status {status}", *signed, "status", status)
    for title in (" The", "The ", "a\nb", "a\tb", "a\u00a0b", "a\x1bb", "a\u200bb", "Se\u0301oul"):
        yield _spelled(f"title {title!a}", *signed, "title", title)
    yield _spelled("a required cell is empty", *poll, "answer", "")
    yield _spelled("a slug with a capital", *poll, "survey", "Hana")
    yield _spelled("a web address without a scheme", *letter, "url", "ledger.example")
    yield _spelled("a country code in small letters", "actors", "kor", "iso3", "kor")


def _key_faults() -> Iterable[Fault]:
    yield Fault(
        "two rows of one key",
        ("K01",),
        add(
            "quantities",
            quantity_id="harbour-rounds",
            measure="rounds of talks",
            value="30",
            unit="rounds",
        ),
        cell("quantities", "harbour-rounds", "quantity_id"),
    )
    yield Fault(
        "one party twice",
        ("K01",),
        both(
            edit("signatories", "harbour-nor", party="kor"),
            edit("evidence", "signatories harbour-nor party", says="kor"),
        ),
        cell("signatories", "harbour-nor", "party"),
    )
    yield _bare(
        "two rows change places",
        ("K02", *_SEALED),
        lambda where: save(where, "dates", reversed(rows(where, "dates"))),
        at(DATES, 2, "date_id"),
    )
    yield Fault(
        "a party that is nowhere",
        ("K03",),
        both(
            edit("signatories", "harbour-nor", party="nore"),
            edit("evidence", "signatories harbour-nor party", says="nore"),
        ),
        cell("signatories", "harbour-nor", "party"),
    )
    yield Fault(
        "a person as a party",
        ("K03",),
        both(
            edit("signatories", "harbour-nor", party="han-bora"),
            edit("evidence", "signatories harbour-nor party", says="han-bora"),
        ),
        cell("signatories", "harbour-nor", "party"),
    )
    yield Fault(
        "evidence for a table that is none",
        ("K04",),
        _evidence("votes hana-oppose percent", "47 percent", "47", quote_id=_SEVEN, rule="number"),
        cell("evidence", "votes", "table_name"),
    )
    yield Fault(
        "evidence for a row that is none",
        ("K04",),
        _evidence("polls hana-support percent", "47 percent", "47", quote_id=_SEVEN, rule="number"),
        cell("evidence", "polls hana-support", "row_key"),
    )
    yield Fault(
        "evidence for a column that is none",
        ("K04",),
        _evidence("polls hana-oppose share", "47 percent", "47", quote_id=_SEVEN, rule="number"),
        cell("evidence", f"{_HANA} share", "column_name"),
    )
    yield Fault(
        "evidence for a title that the curators wrote",
        ("K04",),
        _evidence("dates harbour-signed title", "signed", "x", quote_id=_FOUR, rule="judged"),
        cell("evidence", "dates harbour-signed title", "column_name"),
    )
    yield Fault(
        "a cell is emptied, its evidence stays",
        ("K04",),
        edit("polls", "hana-oppose", respondents=""),
        cell("polls", "hana-oppose", "respondents"),
    )
    yield Fault(
        "two actors of one name",
        ("K05",),
        both(
            add("actors", actor_id="workers", name="The dock workers", kind="group"),
            _evidence(
                "actors workers name",
                "Dock workers",
                "Dock workers",
                quote_id=f"{MORNING}-11",
                rule="verbatim",
            ),
            edit("actors", "workers", name="Dock workers"),
        ),
        cell("actors", "workers", "name"),
    )
    yield Fault(
        "one name twice in a document",
        ("K05",),
        both(
            add(
                "aliases",
                alias_id="kor-small",
                alias="seoul",
                kind="name",
                actor_id="kor",
                source_id=MORNING,
            ),
            _evidence("aliases kor-small alias", "Seoul", "seoul", quote_id=_FIVE, rule="verbatim"),
            _evidence(
                "aliases kor-small actor_id",
                "Seoul",
                "kor",
                quote_id=_FIVE,
                rule="judged",
                note="the capital signs",
            ),
        ),
        cell("aliases", "kor-small", "alias"),
    )
    yield Fault(
        "a person's short name without its document",
        ("K06",),
        add("aliases", alias_id="han", alias="Han", kind="name", actor_id="han-bora"),
        cell("aliases", "han", "source_id"),
    )
    yield Fault(
        "an alias that is the name of another actor",
        ("K05",),
        both(
            add(
                "aliases",
                alias_id="kor-nor",
                alias="Norway",
                kind="name",
                actor_id="kor",
                source_id=MORNING,
            ),
            _evidence("aliases kor-nor alias", "Norway", "Norway", quote_id=_FOUR, rule="verbatim"),
            _evidence(
                "aliases kor-nor actor_id",
                "Norway",
                "kor",
                quote_id=_FOUR,
                rule="judged",
                note="mistaken for the other party",
            ),
        ),
        cell("aliases", "kor-nor", "alias"),
    )
    yield Fault(
        "two agreements of one acronym",
        ("E04",),
        both(
            edit("agreements", "fjord-2013", acronym="HWA"),
            _evidence(
                "agreements fjord-2013 acronym", "HWA", "HWA", quote_id=_FOUR, rule="verbatim"
            ),
        ),
        cell("evidence", "signatories harbour-nor agreement_id", "words"),
    )


def _quote_faults() -> Iterable[Fault]:
    letter = f"corpus/{EVENING}.txt"
    yield _bare(
        "a digit of a document is changed",
        ("Q01",),
        swap(letter, "49 percent", "48 percent"),
        cell("sources", EVENING, "sha256"),
    )
    yield _bare(
        "a document grows",
        ("Q01",),
        append(letter, b"More.\n"),
        cell("sources", EVENING, "characters"),
    )
    yield Fault(
        "a letter of a quote is changed",
        ("Q02",),
        edit("quotes", _SEVEN, exact=QUOTES[MORNING][6].replace("found that", "founded")),
        cell("quotes", _SEVEN, "exact"),
    )
    yield _bare(
        "nobody can tell which of two places a quote means",
        ("Q02", *_SEALED),
        edit("quotes", f"{MORNING}-11", start="659"),
        cell("quotes", f"{MORNING}-11", "start"),
    )
    yield _bare(
        "the words of a quote, but in another passage",
        ("Q02", *_SEALED),
        edit("quotes", _SEVEN, prefix="x", suffix="y"),
        cell("quotes", _SEVEN, "start"),
    )
    yield Fault(
        "a quote of two sentences",
        ("Q03",),
        both(
            edit(
                "quotes",
                f"{EVENING}-4",
                exact=" ".join(QUOTES[EVENING][3:5]),
            ),
            edit("evidence", f"{_HANA} percent {EVENING}-5", quote_id=f"{EVENING}-4"),
            drop("quotes", f"{EVENING}-5"),
        ),
        cell("quotes", f"{EVENING}-4", "exact"),
    )
    for name, joint in (("goes on in the next line", "\n"), ("is two Japanese sentences", "。")):
        broken = QUOTES[EVENING][2].replace("statement that", f"statement{joint}that")
        yield Fault(
            f"a quote that {name}",
            ("Q03",),
            both(
                swap(f"corpus/{EVENING}.txt", QUOTES[EVENING][2], broken),
                edit("sources", EVENING, sha256="", characters=""),
                edit("quotes", f"{EVENING}-3", exact=broken),
            ),
            cell("quotes", f"{EVENING}-3", "exact"),
        )
    yield Fault(
        "a quote with a blank at its end",
        ("Q03",),
        edit(
            "quotes",
            f"{EVENING}-4",
            exact="Almost half were against the HWA, Hana Research found. ",
        ),
        cell("quotes", f"{EVENING}-4", "exact"),
    )
    yield Fault(
        "a quote named after another document",
        ("Q04",),
        both(
            edit("quotes", f"{EVENING}-5", quote_id=f"{MORNING}-12"),
            edit("evidence", f"{_HANA} percent {EVENING}-5", quote_id=f"{MORNING}-12"),
        ),
        cell("quotes", f"{MORNING}-12", "quote_id"),
    )


def _evidence_faults() -> Iterable[Fault]:
    percent, again = f"{_HANA} percent {_SEVEN}", f"dates harbour-signed date {EVENING}-2"
    accord = QUOTES[MORNING][3].replace("in Seoul", "in 서울특별시")
    yield Fault(
        "words cut out of a longer Korean name",
        ("E02",),
        both(
            swap(f"corpus/{MORNING}.txt", QUOTES[MORNING][3], accord),
            edit("sources", MORNING, sha256="", characters=""),
            edit("quotes", f"{MORNING}-4", exact=accord),
            edit("dates", "harbour-signed", place="서울"),
            edit("evidence", f"dates harbour-signed place {MORNING}-4", words="서울", says="서울"),
        ),
        cell("evidence", f"dates harbour-signed place {MORNING}-4", "words"),
    )
    yield Fault(
        "a cell is filled in without words",
        ("E01",),
        edit("polls", "hana-oppose", question="For or against?"),
        cell("polls", "hana-oppose", "question"),
    )
    yield Fault(
        "the evidence of a cell is deleted",
        ("E01",),
        drop("evidence", percent),
        cell("polls", "hana-oppose", "percent"),
    )
    for name, words in (("of another quote", "Oslo"), ("cut out of a word", "percen")):
        yield Fault(
            f"words {name}",
            ("E02",),
            edit("evidence", percent, words=words),
            cell("evidence", f"{_HANA} percent {_SEVEN} {words}", "words"),
        )
    yield Fault(
        "words said to stand there twice",
        ("E02",),
        edit("evidence", percent, nth="2"),
        cell("evidence", percent, "nth"),
    )
    yield Fault(
        "a reading that is none",
        ("E03",),
        edit("evidence", percent, rule="guess"),
        cell("evidence", percent, "rule"),
    )
    yield Fault(
        "a number by judgement",
        ("E03",),
        edit("evidence", percent, rule="judged", note="so I think"),
        cell("evidence", percent, "rule"),
    )
    yield Fault(
        "a judgement without a reason",
        ("E03",),
        edit("evidence", f"{_HAN} stance", note=""),
        cell("evidence", f"{_HAN} stance", "note"),
    )
    yield Fault(
        "a judgement whose reason is still to be written",
        ("E03",),
        edit("evidence", f"{_HAN} stance", note="REASON"),
        cell("evidence", f"{_HAN} stance", "note"),
    )
    published = f"sources {MORNING} published {MORNING}-4 Monday 1"
    yield Fault(
        "a day of publication that is counted from itself",
        ("E03",),
        add(
            "evidence",
            **dict(zip(TABLES["evidence"].key, published.split(" "), strict=True)),
            rule="same-day",
            says="2016-11-21",
            relation="supports",
        ),
        cell("evidence", published, "rule"),
    )
    yield Fault(
        "a cue for one cell only, without a reason",
        ("E03",),
        edit("evidence", f"{_HANA} answer", note=""),
        cell("evidence", f"{_HANA} answer", "note"),
    )
    for name, words in (
        ("no number", "percent"),
        ("two numbers", "1,000 people by Hana Research found that 47 percent"),
    ):
        yield Fault(
            f"{name} in the words of a number",
            ("E04",),
            edit("evidence", percent, words=words),
            cell("evidence", f"{_HANA} percent {_SEVEN} {words}", "words"),
        )
    yield Fault(
        "a number that the words do not give",
        ("E04",),
        both(edit("polls", "hana-oppose", percent="46"), edit("evidence", percent, says="46")),
        cell("evidence", percent, "says"),
    )
    yield Fault(
        "a name cut out of a longer one",
        ("E04",),
        both(
            edit("agreements", "fjord-2013", name="Fjord"),
            edit("evidence", "agreements fjord-2013 name", words="Fjord", says="Fjord"),
            edit("evidence", f"agreements harbour-2016 name {_FOUR}", words="Watch Accord"),
        ),
        cell("evidence", f"agreements harbour-2016 name {_FOUR}", "words"),
    )
    yield Fault(
        "a wording outside the quotation marks",
        ("E04",),
        both(
            edit("reactions", "han-promise", wording="she said"),
            edit("evidence", f"{_HAN} wording {_SIX} This", words="she said", says="she said"),
            drop("evidence", f"{_HAN} wording {_SIX} and"),
        ),
        cell("evidence", f"{_HAN} wording", "words"),
    )
    yield Fault(
        "a gist inside the quotation marks",
        ("E04",),
        both(
            edit("reactions", "han-promise", gist="This accord is a promise"),
            _evidence(
                f"{_HAN} gist",
                "This accord is a promise",
                "This accord is a promise",
                quote_id=_SIX,
                rule="verbatim",
            ),
        ),
        cell("evidence", f"{_HAN} gist", "words"),
    )
    yield Fault(
        "a weekday read as the day of publication",
        ("E04",),
        edit("evidence", "dates harbour-signed date " + f"{EVENING}-2", rule="same-day"),
        cell("evidence", "dates harbour-signed date " + f"{EVENING}-2", "words"),
    )
    yield Fault(
        "a pronoun without its name",
        ("E04",),
        drop("evidence", f"{_HAN} speaker {_FIVE}"),
        cell("evidence", f"{_HAN} speaker {_SIX}", "words"),
    )
    yield Fault(
        "a name that nobody has",
        ("E04",),
        edit("evidence", f"{_HAN} actor", words="Minister"),
        cell("evidence", f"{_HAN} actor", "words"),
    )
    yield Fault(
        "a code without its cue",
        ("E04",),
        edit("evidence", f"{_HANA} answer", words="people"),
        cell("evidence", f"{_HANA} answer", "words"),
    )
    yield Fault(
        "the cell says another number than its evidence",
        ("E05",),
        edit("polls", "hana-oppose", percent="46"),
        cell("polls", "hana-oppose", "percent"),
    )
    yield Fault(
        "a judged cell says another code than its evidence",
        ("E05",),
        edit("reactions", "han-promise", stance="oppose"),
        cell("reactions", "han-promise", "stance"),
    )
    yield Fault(
        "words that dispute the cell with its own value",
        ("E05",),
        edit("evidence", again, relation="disputes"),
        cell("evidence", again, "relation"),
    )
    yield Fault(
        "words that dispute a cell that they allow",
        ("E05",),
        edit("evidence", f"{_HANA} percent {EVENING}-4", relation="disputes"),
        cell("evidence", f"{_HANA} percent {EVENING}-4", "relation"),
    )
    yield Fault(
        "an approximation that leaves no room for the cell",
        ("E05",),
        edit("evidence", f"{_HANA} percent {EVENING}-5", relation="approximates"),
        cell("evidence", f"{_HANA} percent {EVENING}-5", "relation"),
    )
    yield Fault(
        "a bound that states the cell",
        ("E05",),
        both(
            edit("polls", "hana-oppose", percent="50"),
            drop("evidence", percent),
            edit("evidence", f"{_HANA} percent {EVENING}-4", relation="supports"),
        ),
        cell("evidence", f"{_HANA} percent {EVENING}-4", "relation"),
    )
    yield Fault(
        "a part of a wording without evidence",
        ("E06",),
        drop("evidence", f"{_HAN} wording {_SIX} and"),
        cell("reactions", "han-promise", "wording"),
    )
    yield Fault(
        "a part of a gist without evidence",
        ("E06",),
        drop("evidence", f"reactions oslo-statement gist {EVENING}-3 helps"),
        cell("reactions", "oslo-statement", "gist"),
    )
    yield Fault(
        "the parts of a wording in another order",
        ("E06",),
        both(
            edit("reactions", "han-promise", wording=_TURNED),
            edit("evidence", f"{_HAN} wording {_SIX} and", says=_TURNED),
            edit("evidence", f"{_HAN} wording {_SIX} This", says=_TURNED),
        ),
        cell("reactions", "han-promise", "wording"),
    )
    yield Fault(
        "a quote that nothing rests on",
        ("E07",),
        drop("evidence", f"{_HANA} percent {EVENING}-5"),
        cell("quotes", f"{EVENING}-5", "quote_id"),
    )
    yield Fault(
        "an alias shown by another document",
        ("E08",),
        edit("evidence", "aliases kor-seoul alias", quote_id=f"{EVENING}-2"),
        cell("evidence", "aliases kor-seoul alias", "quote_id"),
    )


def _omission_faults() -> Iterable[Fault]:
    page = f"corpus/{MORNING}.txt"
    share, by = "Share this story", "By Ada"
    start, end = DOCUMENTS[MORNING].index(share), DOCUMENTS[MORNING].index(share) + len(share)
    yield Fault(
        "an omission is deleted",
        ("O01",),
        drop("omissions", f"{MORNING} {start}"),
        line_with(page, share.encode()),
    )
    yield Fault(
        "an omission is a letter short",
        ("O01",),
        edit("omissions", f"{MORNING} {start}", stop=str(end - 1)),
        line_with(page, share.encode()),
    )
    yield Fault(
        "an omission reaches into a quote",
        ("O02",),
        edit(
            "omissions",
            f"{MORNING} {DOCUMENTS[MORNING].index(by)}",
            stop=str(DOCUMENTS[MORNING].index(by) + 6),
        ),
        cell("quotes", f"{MORNING}-2", "start"),
    )
    yield Fault(
        "an omission ends after its document",
        ("O03", "O01"),
        edit("omissions", f"{MORNING} {start}", stop="9999"),
        cell("omissions", f"{MORNING} {start}", "stop"),
    )
    yield Fault(
        "an omission ends before it begins",
        ("O03", "O01"),
        edit("omissions", f"{MORNING} {start}", stop="1"),
        cell("omissions", f"{MORNING} {start}", "stop"),
    )
    yield Fault(
        "an omission ends with a blank",
        ("O03",),
        edit("omissions", f"{MORNING} {start}", stop=str(end + 1)),
        cell("omissions", f"{MORNING} {start}", "stop"),
    )
    yield Fault(
        "an omission begins with a blank",
        ("O03",),
        edit("omissions", f"{MORNING} {start}", start=str(start - 1)),
        cell("omissions", f"{MORNING} {start - 1}", "start"),
    )
    caption = f"{MORNING} {DOCUMENTS[MORNING].index(TWICE)}"
    yield Fault(
        "a duplicate of other words",
        ("O04",),
        edit("omissions", caption, duplicate_of=_SEVEN),
        cell("omissions", caption, "duplicate_of"),
    )
    yield Fault(
        "a duplicate of nothing",
        ("O04",),
        edit("omissions", caption, duplicate_of=""),
        cell("omissions", caption, "duplicate_of"),
    )
    yield Fault(
        "a caption that names a quote",
        ("O04",),
        edit("omissions", caption, reason="caption"),
        cell("omissions", caption, "duplicate_of"),
    )
    founded = f"{MORNING} {DOCUMENTS[MORNING].index('Hana Research was')}"
    yield Fault(
        "an omission with a year, without a note",
        ("O05",),
        edit("omissions", founded, note=""),
        cell("omissions", founded, "note"),
    )
    public, hall = "to the public", "to the public in a crowded hall on"
    start, day = DOCUMENTS[EVENING].index(public), len(hall) + len(" Monday")
    yield Fault(
        "an omission inside a quote leaves out a word of its evidence",
        ("O06",),
        edit("omissions", f"{EVENING} {start}", stop=str(start + day), note="the day"),
        cell("evidence", "dates hana-released date", "words"),
    )
    yield Fault(
        "an omission inside a quote ends before the next evidence",
        ("O06",),
        edit("omissions", f"{EVENING} {start}", stop=str(start + len(public))),
        cell("omissions", f"{EVENING} {start}", "stop"),
    )
    yield Fault(
        "an omission inside a quote is deleted",
        ("O07",),
        drop("omissions", f"{EVENING} {start}"),
        cell("quotes", f"{EVENING}-7", "exact"),
    )


def _derived_faults() -> Iterable[Fault]:
    for name, key, column, value in (
        ("agreements", "harbour-2016", "form", "trilateral"),
        ("agreements", "harbour-2016", "signed", "2016-11-22"),
        ("dates", "fjord-signing", "latest", "2013-03-01"),
        ("dates", "fjord-signing", "precision", "year"),
        ("quantities", "harbour-rounds", "bound", "exact"),
        ("reactions", "han-promise", "speech", "mixed"),
        ("reactions", "han-promise", "date", ""),
        ("quotes", _SEVEN, "stop", "2"),
        ("quotes", _SEVEN, "prefix", "x"),
        ("sources", MORNING, "published_from", "outside"),
        ("sources", MORNING, "path", "corpus/x.txt"),
        ("sources", MORNING, "sha256", ""),
        ("omissions", f"{MORNING} 0", "opens", "The Ledger"),
    ):
        yield _bare(
            f"{name}.{column} is not as computed",
            ("D01", *_SEALED),
            slip(name, key, **{column: value}),
            cell(name, key, column),
        )
    yield Fault(
        "two days on which one agreement was signed",
        ("D02",),
        both(
            add(
                "dates",
                date_id="harbour-signed-again",
                date="2016-11-21",
                event="signed",
                title="Signed again",
                status="occurred",
                agreement_id="harbour-2016",
            ),
            *(
                _evidence(
                    f"dates harbour-signed-again {column}",
                    words,
                    value,
                    quote_id=_FOUR,
                    rule=reading,
                    note="again",
                )
                for column, words, reading, value in (
                    ("date", "Monday", "same-day", "2016-11-21"),
                    ("event", "signed", "judged", "signed"),
                    ("status", "signed", "judged", "occurred"),
                    ("agreement_id", "HWA", "alias", "harbour-2016"),
                )
            ),
        ),
        cell("agreements", "harbour-2016", "signed"),
    )
    for name, key, column, value in (
        ("actors", "kor", "gw", "731"),
        ("sources", MORNING, "url", "https://ledger.example/pact"),
    ):
        yield Fault(
            f"a sealed row of {name} is changed",
            ("D03",),
            slip(name, key, **{column: value}),
            cell(name, key, "seal"),
        )
    yield Fault(
        "a seal is changed",
        ("D03",),
        slip("actors", "kor", seal="aaaaaaaa"),
        cell("actors", "kor", "seal"),
    )


def _sense_faults() -> Iterable[Fault]:
    yield Fault(
        "an agreement that follows itself",
        ("C01",),
        both(
            edit("agreements", "harbour-2016", predecessor="harbour-2016"),
            edit(
                "evidence",
                "agreements harbour-2016 predecessor",
                quote_id=_FOUR,
                words="HWA",
                says="harbour-2016",
            ),
        ),
        cell("agreements", "harbour-2016", "predecessor"),
    )
    yield Fault(
        "in force before the signing",
        ("C01", "E09"),
        both(
            edit("dates", "harbour-in-force", date="2013-02", status="occurred"),
            edit(
                "evidence",
                "dates harbour-in-force date",
                quote_id=_TEN,
                words="February 2013",
                rule="date",
                says="2013-02",
            ),
            edit(
                "evidence",
                "dates harbour-in-force status",
                words="HWA",
                rule="judged",
                says="occurred",
                note="as it were",
            ),
            edit("evidence", "dates fjord-signing status", rule="judged"),
        ),
        cell("agreements", "harbour-2016", "in_force"),
    )
    yield Fault(
        "an event that occurred after its article",
        ("C02",),
        both(
            edit("dates", "harbour-in-force", status="occurred"),
            edit(
                "evidence",
                "dates harbour-in-force status",
                words="HWA",
                rule="judged",
                says="occurred",
                note="as it were",
            ),
            edit("evidence", "dates fjord-signing status", rule="judged"),
        ),
        cell("dates", "harbour-in-force", "status"),
    )
    yield Fault(
        "shares of more than a hundred",
        ("C03",),
        both(
            *(
                add(
                    "polls",
                    poll_id=f"hana-{answer}",
                    survey="hana",
                    agreement_id="harbour-2016",
                    proposal="conclude",
                    pollster="hana-research",
                    date_id="hana-released",
                    answer=answer,
                    percent="49",
                )
                for answer in ("support", "undecided")
            ),
            *(
                _evidence(
                    f"polls hana-{answer} {column}",
                    words,
                    value,
                    quote_id=quote,
                    rule=reading,
                    note="invented",
                )
                for answer in ("support", "undecided")
                for column, words, reading, value, quote in (
                    ("agreement_id", "HWA", "alias", "harbour-2016", _SEVEN),
                    ("proposal", "found", "judged", "conclude", _SEVEN),
                    ("pollster", "Hana Research", "alias", "hana-research", _SEVEN),
                    ("answer", "people", "judged", answer, _SEVEN),
                    ("percent", "49 percent", "number", "49", f"{EVENING}-5"),
                )
            ),
        ),
        cell("polls", "hana-undecided", "percent"),
    )
    yield Fault(
        "an agreement of one party",
        ("C04",),
        both(
            edit("tensions", "fjord-norway 2", row_key="fjord-kor"),
            drop("signatories", "fjord-nor"),
            drop("evidence", "signatories fjord-nor"),
        ),
        cell("agreements", "fjord-2013", "agreement_id"),
    )
    yield Fault(
        "an agreement concluded that a party was only to sign",
        ("C04",),
        both(
            *(
                both(
                    edit("signatories", f"harbour-{party}", role="to sign"),
                    edit(
                        "evidence",
                        f"signatories harbour-{party} role",
                        words="HWA",
                        rule="judged",
                        says="to sign",
                        note="as it were",
                    ),
                )
                for party in ("kor", "nor")
            ),
        ),
        cell("agreements", "harbour-2016", "status"),
    )
    yield Fault(
        "a person with a country code",
        ("C05",),
        edit("actors", "han-bora", cow="732"),
        cell("actors", "han-bora", "iso3"),
    )
    yield Fault(
        "a state with another state's code",
        ("C05",),
        edit("actors", "nor", iso3="SWE"),
        cell("actors", "nor", "actor_id"),
    )
    dropped = {"table_name": "dates", "row_key": "harbour-dropped", "quote_id": f"{MORNING}-4"}
    dropped |= {"nth": "1", "relation": "supports"}
    yield Fault(
        "an agreement concluded that was given up",
        ("C12",),
        both(
            add(
                "dates",
                date_id="harbour-dropped",
                date="2016-11-21",
                event="abandoned",
                title="The accord is dropped",
                status="occurred",
                agreement_id="harbour-2016",
            ),
            *(
                add(
                    "evidence",
                    **dropped,
                    column_name=column,
                    words=words,
                    rule=rule,
                    says=says,
                    note=why,
                )
                for column, words, rule, says, why in (
                    ("date", "Monday", "same-day", "2016-11-21", ""),
                    ("event", "HWA", "judged", "abandoned", "as it were"),
                    ("status", "HWA", "judged", "occurred", "as it were"),
                    ("agreement_id", "HWA", "alias", "harbour-2016", ""),
                )
            ),
        ),
        cell("agreements", "harbour-2016", "status"),
    )
    yield Fault(
        "a claim of rank on an event",
        ("C11",),
        both(
            edit("claims", "fjord-dropped", aspect="rank"),
            edit("evidence", "claims fjord-dropped aspect", says="rank"),
        ),
        cell("claims", "fjord-dropped", "agreement_id"),
    )
    yield Fault(
        "a claim of rank with an object",
        ("C11",),
        both(
            edit("claims", "harbour-helps", aspect="rank", object="nor", said_by=""),
            edit("evidence", "claims harbour-helps aspect", says="rank"),
            edit("evidence", "claims harbour-helps said_by", column_name="object"),
        ),
        cell("claims", "harbour-helps", "object"),
    )
    yield Fault(
        "a reaction whose event is of another actor",
        ("C07",),
        edit("reactions", "oslo-statement", date_id="han-speaks"),
        cell("reactions", "oslo-statement", "date_id"),
    )
    yield Fault(
        "a reaction that leaves out its event",
        ("C07",),
        edit("reactions", "han-promise", date_id=""),
        cell("reactions", "han-promise", "date_id"),
    )
    yield Fault(
        "a source that is an edition of an edition",
        ("C06",),
        edit("sources", MORNING, edition_of=EVENING),
        cell("sources", EVENING, "edition_of"),
    )
    yield Fault(
        "a poll whose event is a signing",
        ("C09",),
        edit("polls", "hana-oppose", date_id="harbour-signed"),
        cell("polls", "hana-oppose", "date_id"),
    )
    yield Fault(
        "a poll that leaves out its release",
        ("C09",),
        edit("polls", "hana-oppose", date_id=""),
        cell("polls", "hana-oppose", "date_id"),
    )
    yield Fault(
        "an event that occurred and that somebody only forecasts",
        ("C10",),
        both(
            edit("dates", "harbour-signed", said_by="kor"),
            _evidence(
                "dates harbour-signed said_by", "South Korea", "kor", quote_id=_FOUR, rule="alias"
            ),
        ),
        cell("dates", "harbour-signed", "said_by"),
    )
    yield Fault(
        "expected when it was over",
        ("C08",),
        edit("evidence", "dates fjord-signing status", note=""),
        cell("evidence", "dates fjord-signing status", "note"),
    )


def _note_faults() -> Iterable[Fault]:
    yield Fault(
        "a number of a quote that no evidence is about",
        ("E09",),
        both(
            edit("polls", "hana-oppose", respondents=""),
            drop("evidence", "polls hana-oppose respondents"),
        ),
        cell("quotes", _SEVEN, "note"),
    )


def _tension_faults() -> Iterable[Fault]:
    first, second = "fjord-norway 1", "fjord-norway 2"
    yield Fault(
        "a row that rewords its cell has a rule",
        ("E10",),
        edit("evidence", f"{_NAME} accord with Norway 1", rule="alias", says="harbour-2016"),
        cell("evidence", f"{_NAME} accord with Norway 1", "rule"),
    )
    yield Fault(
        "a row that supports its cell has no rule",
        ("E10",),
        edit("evidence", f"{_HANA} percent {_SEVEN}", rule=""),
        cell("evidence", f"{_HANA} percent {_SEVEN}", "rule"),
    )
    for name, column, value in (
        ("a side in a table that is not there", "table_name", "votes"),
        ("a side in a row that is not there", "row_key", "fjord-2012"),
        ("a side in a column that is not there", "column_name", "share"),
        ("a side in an empty cell", "column_name", "signer"),
    ):
        damage = edit("tensions", second, **{column: value})
        yield Fault(name, ("T01",), damage, cell("tensions", second, column))
    yield Fault(
        "a tension with one side",
        ("T02",),
        drop("tensions", second),
        cell("tensions", first, "tension_id"),
    )
    yield Fault(
        "a tension of two kinds",
        ("T02",),
        edit("tensions", second, kind="perhaps one"),
        cell("tensions", second, "kind"),
    )
    yield Fault(
        "a tension without its second side",
        ("T02",),
        edit("tensions", second, side="3"),
        cell("tensions", "fjord-norway 3", "side"),
    )
    yield Fault(
        "a side that has no evidence",
        ("T03",),
        edit("tensions", second, column_name="signatory_id"),
        cell("tensions", second, "column_name"),
    )
    yield Fault(
        "a whole row as a side that has no evidence",
        ("T03",),
        edit("tensions", second, table_name="quotes", row_key=_SEVEN, column_name=""),
        cell("tensions", second, "row_key"),
    )
    yield Fault(
        "the same side twice",
        ("K01",),
        edit(
            "tensions",
            second,
            table_name="dates",
            row_key="fjord-claim",
            column_name="",
        ),
        cell("tensions", second, "column_name"),
    )
    yield Fault(
        "a cell that is perhaps one",
        ("T04",),
        edit("tensions", "fjord-signing 2", column_name="date"),
        cell("tensions", "fjord-signing 2", "column_name"),
    )
    yield Fault(
        "rows of two tables that are perhaps one",
        ("T04",),
        edit("tensions", "fjord-signing 2", table_name="polls", row_key="hana-oppose"),
        cell("tensions", "fjord-signing 2", "table_name"),
    )
    yield Fault(
        "a row that is perhaps one in two groups",
        ("T04",),
        both(
            edit("tensions", first, kind="perhaps one"),
            edit(
                "tensions",
                second,
                kind="perhaps one",
                table_name="dates",
                row_key="fjord-signing",
                column_name="",
            ),
        ),
        cell("tensions", "fjord-signing 1", "row_key"),
    )


def _publish(where: Where) -> None:
    """Give the descriptor the hashes of the tables as they are, which `build` would have sealed."""
    made = descriptor.schemas_and_descriptor(files_of(where), rows(where, "sources"), VERSION, "")
    files_of(where)[descriptor.DESCRIPTOR] = made[descriptor.DESCRIPTOR]


def _package_faults() -> Iterable[Fault]:
    schema = "schemas/polls.schema.json"
    yield _bare("a licence is missing", ("P04",), remove("LICENSE"), at("LICENSE"))
    yield _bare(
        "a curated title is changed, the seal stays",
        _SEALED,
        edit("dates", "harbour-signed", title="The accord is inked"),
        at(DATES),
    )
    yield _bare(
        "the hash of a table is changed",
        _SEALED,
        swap("datapackage.json", '"hash": "sha256:', '"hash": "sha256:0'),
        at(table("agreements")),
    )
    yield _bare(
        "a length is changed",
        _SEALED,
        swap("datapackage.json", '"bytes": ', '"bytes": 1'),
        at(table("agreements")),
    )
    yield _bare(
        "a package is published with a row that has no seal",
        ("P06",),
        both(slip("actors", "kor", seal=""), _publish),
        cell("actors", "kor", "seal"),
    )
    for name, data in (("no JSON", b"{]\n"), ("a list", b"[]\n"), ("empty", b"")):
        yield _bare(
            f"the descriptor is {name}",
            ("P02", "P03"),
            put("datapackage.json", data),
            at("datapackage.json", 1),
        )
    yield _bare(
        "a code is deleted from a schema",
        ("P02",),
        swap(schema, '          "support",\n', ""),
        line_with(schema, b'          "oppose"'),
    )
    yield _bare("a schema grows", ("P02",), append(schema, b"more\n"), line_with(schema, b"more"))
    yield _bare("a blank line in a schema", ("P02",), swap(schema, "{\n", "{\n\n"), at(schema, 2))
    yield _bare("a schema has line ends of Windows", ("P02",), windows(schema), at(schema, 1))
    yield _bare(
        "the description is edited",
        ("P02",),
        swap("datapackage.json", "Who signed what", "Who sang what"),
        line_with("datapackage.json", b"Who sang what"),
    )
    yield _bare(
        "a resource is renamed",
        ("P02",),
        swap("datapackage.json", "dataset/polls.csv", "dataset/votes.csv"),
        line_with("datapackage.json", b"dataset/votes.csv"),
    )
    yield _bare(
        "the project is of a newer version",
        ("P03",),
        swap("pyproject.toml", "0.1.0", "0.2.0"),
        at("datapackage.json"),
    )
    yield _bare(
        "the project has no version",
        ("P03",),
        swap("pyproject.toml", "version", "versions"),
        at("pyproject.toml"),
    )
    yield _bare(
        "the day of the release is in quotation marks",
        ("P03",),
        append("pyproject.toml", b'[tool.gsomia-data.released]\n"0.1.0" = "2026-12-01"\n'),
        at("pyproject.toml"),
    )
    yield _bare(
        "the day of the release is not published",
        ("P02", "P04"),
        append("pyproject.toml", b'[tool.gsomia-data.released]\n"0.1.0" = 2026-12-01\n'),
        line_with("datapackage.json", b'"licenses"'),
    )
    yield _bare(
        "the descriptor is of a newer version",
        ("P03",),
        swap("datapackage.json", "0.1.0", "0.2.0"),
        at("datapackage.json"),
    )
    yield _bare(
        "an author is added by hand",
        ("P04",),
        swap("CITATION.cff", "authors:", "authors:\n  - name: Ada Quill"),
        at("CITATION.cff"),
    )
    yield _bare(
        "the citation file is deleted", ("P04",), remove("CITATION.cff"), at("CITATION.cff")
    )


DISK_FAULTS: tuple[DiskFault, ...] = (*_disk_faults(),)
"""Each needs the package in a folder."""
FAULTS: tuple[Fault, ...] = (
    *_file_faults(),
    *_lexical_faults(),
    *_model_faults(),
    *_key_faults(),
    *_quote_faults(),
    *_evidence_faults(),
    *_omission_faults(),
    *_derived_faults(),
    *_sense_faults(),
    *_note_faults(),
    *_tension_faults(),
    *_package_faults(),
)
