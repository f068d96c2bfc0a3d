"""A strict reader of HTML: what it accepts, each browser reads alike.

More is refused than the standard refuses: each element is closed by its own tag, since a tag that
is left out is where browsers, crawlers and readers begin to differ.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
FOREIGN = frozenset({"svg", "math"})
"""Inside these, an element without content may close itself."""
INTERACTIVE = frozenset("a button details input label select textarea".split())
BLOCKS = frozenset(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr main nav ol p pre section table ul".split()
)
ALONE = frozenset("form label main header footer".split())
"""Elements that are never in one of their own kind."""
NO_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 span button caption summary em strong b i q mark".split()
)
"""Elements that hold words; a browser closes a paragraph where a block begins."""
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tfoot": {"tr"},
    "tr": {"th", "td"},
    "colgroup": {"col"},
    "select": {"option", "optgroup"},
    "html": {"head", "body"},
}
"""The only elements that may be directly inside these."""
PARENTS = {
    "li": {"ul", "ol"},
    "tr": {"thead", "tbody", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
    "caption": {"table"},
    "thead": {"table"},
    "tbody": {"table"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "option": {"select", "optgroup", "datalist"},
    "summary": {"details"},
    "main": {"body", "div"},
}
FIELDS = ("input", "select", "textarea")
REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list")
"""Attributes that name other elements of the page by their ids."""
BLANKS = " \t\n\f\r"
_ENTITY = re.compile(r"&(?!(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#[xX][0-9a-fA-F]+);)")


class MalformedError(Exception):
    """The page is not strict HTML."""


class Element:
    """An element: its tag, its attributes, and what is in it, in order."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Element | None") -> None:
        """Begin an element with nothing in it."""
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.parts: list[Element | str] = []

    def __repr__(self) -> str:
        spelled = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        return f"<{self.tag}{spelled}>"

    @property
    def text(self) -> str:
        """All text in it, as ``textContent`` gives it."""
        return "".join(part for part, _ in self.flow() if isinstance(part, str))

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.get("class").split()

    def get(self, name: str) -> str:
        """The value of an attribute; empty if there is none."""
        return self.attributes.get(name, "")

    @property
    def children(self) -> list["Element"]:
        """The elements directly in it."""
        return [part for part in self.parts if isinstance(part, Element)]

    def flow(self) -> Iterator[tuple["Element | str", "Element"]]:
        """Each element and piece of text in it, in the order of the page, with what holds it."""
        ahead: list[tuple[Element | str, Element]] = [(part, self) for part in self.parts[::-1]]
        while ahead:
            part, holder = ahead.pop()
            yield part, holder
            if isinstance(part, Element):
                ahead.extend((one, part) for one in part.parts[::-1])

    def walk(self) -> Iterator["Element"]:
        """It, and all elements in it, in the order of the page."""
        yield self
        yield from (part for part, _ in self.flow() if isinstance(part, Element))

    def above(self) -> Iterator["Element"]:
        """The elements that it is in, the nearest first."""
        over = self.parent
        while over is not None:
            yield over
            over = over.parent

    def all(self, *tags: str, having: str = "", of: str = "") -> list["Element"]:
        """The elements in it by tag, by an attribute that they have, by a class of theirs."""
        return [one for one in self.walk() if one is not self and one.fits(tags, having, of)]

    def fits(self, tags: tuple[str, ...], having: str, of: str) -> bool:
        """Whether it has one of these tags, this attribute and this class, if they are given."""
        return (
            (not tags or self.tag in tags)
            and (not having or having in self.attributes)
            and (not of or of in self.classes)
        )

    def one(self, *tags: str, having: str = "", of: str = "") -> "Element":
        """The only such element."""
        found = self.all(*tags, having=having, of=of)
        assert len(found) == 1, f"{len(found)} elements, not one: {tags} {having} {of}"
        return found[0]


class Page:
    """A page of strict HTML."""

    def __init__(self, html: str) -> None:
        """Read a page.

        Raises:
            MalformedError: It is not strict.
        """
        self.root = _Reader().read(html)
        self.elements = list(self.root.walk())
        self.ids = {one.get("id"): one for one in self.elements if "id" in one.attributes}

    def all(self, *tags: str, having: str = "", of: str = "") -> list[Element]:
        """The elements of the page by tag, attribute and class."""
        return [one for one in self.elements if one.fits(tags, having, of)]

    def one(self, *tags: str, having: str = "", of: str = "") -> Element:
        """The only such element."""
        return self.root.one(*tags, having=having, of=of)


class _Reader(HTMLParser):
    """Builds the tree; every departure from strict HTML ends the reading."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Element("", {}, None)
        self.at = self.top
        self.above: list[str] = []
        self.source = ""

    def read(self, html: str) -> Element:
        """The element ``html`` of a page."""
        self.source = html
        if not html.startswith("<!doctype html>"):
            raise MalformedError("it does not begin with <!doctype html>")
        if found := re.search(r"[\x00-\x08\x0b\r\x0e-\x1f\x7f-\x9f\ud800-\udfff]", html):
            raise MalformedError(f"it holds the control character {found[0]!r}")
        self.feed(html)
        self.close()
        if self.at is not self.top:
            self.refuse(f"{self.at} is not closed")
        if [one.tag for one in self.top.children] != ["html"]:
            self.refuse("there is something beside the element html")
        root = self.top.children[0]
        root.parent = None
        _demand_whole(root)
        return root

    def refuse(self, why: str) -> None:
        """End the reading."""
        line, column = self.getpos()
        raise MalformedError(f"line {line}, column {column}: {why}")

    def handle_decl(self, decl: str) -> None:
        """The doctype comes first."""
        if decl.lower() != "doctype html" or self.getpos() != (1, 0):
            self.refuse(f"a declaration: {decl!r}")

    def unknown_decl(self, data: str) -> None:
        """As in CDATA sections."""
        self.refuse(f"a declaration: {data!r}")

    def handle_pi(self, data: str) -> None:
        """HTML has none."""
        self.refuse(f"a processing instruction: {data!r}")

    def handle_comment(self, data: str) -> None:
        """A comment is allowed; but what the parser could not read becomes one, too."""
        if self.source.find(f"<!--{data}-->") < 0:
            self.refuse(f"a comment by mistake: {data!r}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        self.begin(tag, attrs)
        if tag in VOID and not self.foreign():
            self.leave()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin and end an element; a browser overlooks the slash, except in foreign content."""
        self.begin(tag, attrs)
        if tag not in VOID and not self.foreign():
            self.refuse(f"<{tag}/> does not close itself")
        self.leave()

    def foreign(self) -> bool:
        """Whether the reader is in SVG or MathML."""
        return not FOREIGN.isdisjoint(self.above)

    def leave(self) -> None:
        """End the element at which the reader is."""
        self.at = self.at.parent or self.top
        self.above.pop()

    def begin(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element where it may be."""
        if repeated := [name for name, n in Counter(name for name, _ in attrs).items() if n > 1]:
            self.refuse(f"<{tag}> has {repeated[0]} twice")
        written = self.get_starttag_text() or ""
        if "\ufffd" not in self.source and _ENTITY.search(written):
            self.refuse(f"a bare & in {written!r}")
        for name, _ in attrs:
            if not re.fullmatch(r"[a-zA-Z_][a-zA-Z0-9_.:-]*", name):
                self.refuse(f"<{tag}> has an attribute {name!r}")
        self.demand_place(tag)
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.parts.append(element)
        self.at = element
        self.above.append(tag)

    def demand_place(self, tag: str) -> None:
        """An element is where a browser leaves it."""
        foreign = self.foreign()
        above = self.above
        if not foreign and tag not in CHILDREN.get(self.at.tag, {tag}):
            self.refuse(f"<{tag}> directly in <{self.at.tag}>")
        if not foreign and self.at.tag not in PARENTS.get(tag, {self.at.tag}):
            self.refuse(f"<{tag}> directly in <{self.at.tag}>")
        if tag in BLOCKS and (inside := NO_BLOCKS.intersection(above)):
            allowed = frozenset({"summary"} if re.fullmatch("h[1-6]", tag) else ())
            if inside - allowed:
                self.refuse(f"<{tag}> in <{min(inside - allowed)}>")
        if tag in INTERACTIVE and (over := {"a", "button"}.intersection(above)):
            self.refuse(f"<{tag}> in <{min(over)}>")
        if tag in ALONE and tag in above:
            self.refuse(f"<{tag}> in <{tag}>")

    def handle_endtag(self, tag: str) -> None:
        """End the element that was begun last."""
        if tag != self.at.tag:
            self.refuse(f"</{tag}> where {self.at} is open")
        self.leave()

    def handle_data(self, data: str) -> None:
        """Text is where a browser leaves it."""
        if data.strip(BLANKS) and (self.at.tag in CHILDREN or self.at is self.top):
            self.refuse(f"text directly in {self.at}: {data.strip()[:30]!r}")
        self.at.parts.append(data)


def _demand_whole(root: Element) -> None:
    """What only the whole page shows: ids, what refers to them, headings, landmarks, names."""
    elements = list(root.walk())
    ids = Counter(one.get("id") for one in elements if "id" in one.attributes)
    for name, number in ids.items():
        if number > 1 or not name or set(name) & set(BLANKS):
            raise MalformedError(f"the id {name!r} is there {number} times, or is not an id")
    for one in elements:
        for attribute in REFERRING:
            for name in one.get(attribute).split():
                if name not in ids:
                    raise MalformedError(f"{one} refers to the id {name!r}, which is not there")
    _demand_headings(root)
    _demand_landmarks(root)
    _demand_names(root)


def _demand_headings(root: Element) -> None:
    levels = [int(one.tag[1]) for one in root.walk() if re.fullmatch("h[1-6]", one.tag)]
    if levels.count(1) != 1 or levels[0] != 1:
        raise MalformedError(f"it does not have one h1, the first of its headings: {levels}")
    for before, after in pairwise(levels):
        if after > before + 1:
            raise MalformedError(f"a heading of level {after} follows one of level {before}")
    for one in root.walk():
        if re.fullmatch("h[1-6]", one.tag) and not one.text.strip():
            raise MalformedError(f"{one} has no words")


def _demand_landmarks(root: Element) -> None:
    body = root.one("body")
    for tag in ("main", "footer", "header"):
        outer = [
            one
            for one in body.all(tag)
            if not {"main", "article", "section", "aside", "nav"}
            & {over.tag for over in one.above() if over is not one and over.tag != tag}
        ]
        if len(outer) != 1:
            raise MalformedError(f"it has {len(outer)} landmarks {tag}")
    names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in body.all("nav")]
    if not names or "" in names or len(set(names)) != len(names):
        raise MalformedError(f"its navigations need a name each: {names}")


def _demand_names(root: Element) -> None:
    labelled = {one.get("for") for one in root.all("label", having="for")}
    for one in root.walk():
        spelled = one.get("aria-label") or one.get("aria-labelledby") or one.get("title")
        if one.tag in {"iframe", "object", "embed"}:
            raise MalformedError(f"{one} is a frame")
        if one.tag == "img" and "alt" not in one.attributes:
            raise MalformedError(f"{one} has no alt")
        if one.tag == "label" and "for" not in one.attributes and not one.all(*FIELDS):
            raise MalformedError(f"{one} has no field")
        if one.tag == "a" and "href" not in one.attributes:
            raise MalformedError(f"{one} leads nowhere")
        if one.tag in {"a", "button"} and not (spelled or _spoken(one)):
            raise MalformedError(f"{one} has no name")
        inside = any(over.tag == "label" for over in one.above())
        if one.tag in FIELDS and not (spelled or inside or one.get("id") in labelled):
            raise MalformedError(f"{one} has no label")


def _spoken(element: Element) -> str:
    pictures = "".join(each.get("alt") for each in element.all("img"))
    return (element.text + pictures).strip()
