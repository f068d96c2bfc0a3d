"""References to the dataset and to its sources, in the formats of reference managers.

Uses the standard library only. What is not known (a DOI, a day of release) is left out, never
invented. Names are in the order in which they are printed, because no text says which part of a
name is the family name.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from gsomia_data._floor import bylines, edtf

MONTHS = (
    "January February March April May June July August September October November December"
).split()
_MARKS = (".", "?", "!", "…", "。", "？", "！")
_BIBTEX_SPECIAL = {char: f"\\{char}" for char in "&%$#_"} | {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # an escaped brace would still have to be balanced
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """The fields of a citation; ``published`` is EDTF, an empty field is unknown."""

    key: str
    kind: Literal["dataset", "article"]
    authors: tuple[str, ...]
    title: str
    publisher: str = ""
    published: str = ""
    version: str = ""
    url: str = ""
    language: str = ""
    note: str = ""

    @property
    def date(self) -> tuple[int, ...]:
        """Year, month and day, as far as they are certain."""
        try:
            uncertain = edtf.parse(self.published).precision in ("span", "within")
        except ValueError:  # empty, or not a valid date
            return ()
        if uncertain:
            return ()
        return tuple(int(part) for part in self.published.split("-"))


def dataset(descriptor: Mapping[str, Any]) -> Reference:
    """The reference to the dataset that a descriptor describes; without a release it is undated."""
    return Reference(
        key=descriptor["name"],
        kind="dataset",
        authors=tuple(one["title"] for one in descriptor["contributors"]),
        title=descriptor["title"],
        published=descriptor.get("created", "").partition("T")[0],
        version=descriptor["version"],
    )


def article(source: Mapping[str, str]) -> Reference:
    """The reference to a row of ``sources``."""
    return Reference(
        key=source["source_id"],
        kind="article",
        authors=bylines.authors(source["byline"]),
        title=source["title"],
        publisher=source["publisher"],
        published=source["published"],
        url=source["url"],
        language=source["language"],
        note=f"Another edition of {source['edition_of']}" if source["edition_of"] else "",
    )


def apa(reference: Reference) -> str:
    """An APA reference, 7th edition: section 10.9 for data sets, 10.16 for news on the web.

    A data set has the year alone, news the day.
    """
    year, *rest = reference.date or ("n.d.",)
    if reference.kind == "dataset":
        rest = []
    day = f" {rest[1]}" if len(rest) > 1 else ""
    dated = f"({year}, {MONTHS[rest[0] - 1]}{day})" if rest else f"({year})"
    title = reference.title
    if reference.kind == "dataset":
        title += f" (Version {reference.version}) [Data set]"
    *others, last = reference.authors or ("",)
    names = f"{', '.join(others)}, & {last}" if others else last
    parts = [names, dated, title] if names else [title, dated]
    parts.append(reference.publisher)
    return " ".join([*map(_closed, filter(None, parts)), reference.url]).strip()


def _closed(part: str) -> str:
    """A part with a full stop, if it does not end in a mark of its own, quoted or not."""
    return part if part.rstrip("\"'”’»」』").endswith(_MARKS) else f"{part}."


def bibtex(reference: Reference) -> str:
    """A BibTeX entry; braces keep names and titles as printed."""
    year, *rest = reference.date or ("",)
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in reference.authors),
        "title": f"{{{_tex(reference.title)}}}",
        "journal": _tex(reference.publisher),
        "year": str(year),
        "month": MONTHS[rest[0] - 1].lower()[:3] if rest else "",
        "day": str(rest[1]) if len(rest) > 1 else "",
        "howpublished": f"Data set, version {reference.version}" if reference.version else "",
        "url": reference.url,
        "language": reference.language,
        "note": reference.note,
    }
    kind = "misc" if reference.kind == "dataset" else "article"
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@{kind}{{{reference.key},", *lines, "}"])


def _tex(text: str) -> str:
    return "".join(_BIBTEX_SPECIAL.get(char, char) for char in text)


def ris(reference: Reference) -> str:
    """A RIS record (Research Information Systems, 2011)."""
    year, *rest = reference.date or ("",)
    parts = [f"{part:02}" for part in rest] + [""] * (3 - len(rest))
    tags = [
        ("TY", "DATA" if reference.kind == "dataset" else "NEWS"),
        ("ID", reference.key),
        *(("AU", name) for name in reference.authors),
        ("TI", reference.title),
        ("T2", reference.publisher),
        ("PY", str(year)),
        ("DA", "/".join([f"{year:04}", *parts]) if year else ""),
        ("ET", reference.version),
        ("UR", reference.url),
        ("LA", reference.language),
        ("N1", reference.note),
    ]
    lines = [f"{tag}  - {value}" for tag, value in tags if value]
    return "\n".join([*lines, "ER  - "])


def csl(reference: Reference) -> dict[str, Any]:
    """An item of CSL-JSON, the data model of the Citation Style Language."""
    dataset = reference.kind == "dataset"
    item = {
        "id": reference.key,
        "type": "dataset" if dataset else "article-newspaper",
        "author": [{"literal": name} for name in reference.authors],
        "title": reference.title,
        "container-title": reference.publisher,
        "issued": {"date-parts": [list(reference.date)]} if reference.date else {},
        "version": reference.version,
        "URL": reference.url,
        "language": reference.language,
        "note": reference.note,
    }
    return {name: value for name, value in item.items() if value}


def _csl_json(references: list[Reference]) -> str:
    return json.dumps([csl(one) for one in references], ensure_ascii=False, indent=2)


def _each(render: Callable[[Reference], str], between: str) -> Callable[[list[Reference]], str]:
    return lambda references: between.join(render(one) for one in references)


FORMATS: Mapping[str, Callable[[list[Reference]], str]] = {
    "apa": _each(apa, "\n\n"),
    "bibtex": _each(bibtex, "\n\n"),
    "ris": _each(ris, "\n\n"),
    "csl-json": _csl_json,
}
"""The function that writes a list of references, by format."""
