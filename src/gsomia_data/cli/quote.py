"""`quote`: words of a document, as the line for quotes.csv."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gsomia_data._floor.terminal import LEGEND, explained, visible
from gsomia_data.cli.arguments import add_format
from gsomia_data.cli.console import CannotRunError, Declare, harmless
from gsomia_data.cli.folder import add_corpus, add_dir, no_document, package

if TYPE_CHECKING:
    from gsomia_data.curation.desk.quoting import Match, Near


_MARKS = f"""\
Other quotation marks, dashes, blanks, normal forms and characters that are not seen are no
difference. The line to paste has the document's own characters; beside it, where a difference
is shown, {LEGEND}."""


def declare(command: Declare) -> None:
    """Declare the command."""
    quote = command(
        "quote",
        _run,
        "find words in a document and print the line for quotes.csv",
        'gsomia-data quote presstv-2016-11-23 "59 percent"',
    )
    quote.epilog = f"{quote.epilog}\n\n{_MARKS}"
    quote.add_argument("source", metavar="SOURCE", help="key of the document")
    quote.add_argument(
        "words", metavar="WORDS", nargs="?", help="words to find, between quotation marks"
    )
    quote.add_argument(
        "--all",
        action="store_true",
        help="every sentence that no quote and no omission holds yet, instead of WORDS",
    )
    add_format(quote)
    add_dir(quote)
    add_corpus(quote)


def _run(options: argparse.Namespace) -> int:
    from gsomia_data.curation.desk import drafting, quoting

    if options.all == (options.words is not None):
        raise CannotRunError("name the words to find, or --all for every sentence")
    searched = package(options)
    try:
        if options.all:
            return _all(options, drafting.sentences(searched, options.source))
        found = quoting.find(searched, options.source, options.words)
    except KeyError:
        raise no_document(searched, options.source) from None
    places = found if isinstance(found, list) else []
    near = found if isinstance(found, quoting.Near) else None
    if options.format == "json":
        _print_json(places, near)
    elif places:
        _print_places(places)
    elif near:
        print(f"{options.source} does not have these words; the nearest are on line {near.line}:")
        print(f"  {visible(near.difference)}")
        _print_legend(near.difference)
        _print_places(near.places)
    else:
        print(f"no similar words appear in {options.source}")
    return 0 if places else 1


def _all(options: argparse.Namespace, sentences: "list[Match]") -> int:
    if options.format == "json":
        _print_json(sentences, None)
    elif sentences:
        _print_places(sentences)
    else:
        print(f"each sentence of {options.source} is in a quote or an omission", file=sys.stderr)
    return 0


def _print_json(places: "list[Match]", near: "Near | None") -> None:
    from dataclasses import asdict

    listed = [asdict(place) for place in places]
    print(json.dumps({"places": listed, "nearest": asdict(near) if near else None}, indent=2))


def _print_places(places: "Sequence[Match]") -> None:
    shown = ""
    for place in places:
        held = f"; overlaps {place.held_by}" if place.held_by else ""
        print(f"# line {place.line}, character {place.start}{held}")
        if place.difference not in ("", shown):
            print(f"# the document writes it otherwise: {visible(place.difference)}")
            _print_legend(place.difference, "# ")
            shown = place.difference
        if place.goes_on:
            print("# the words go on in the next line; a quote ends before a line break")
        print(harmless(place.row))


def _print_legend(difference: str, start: str = "  ") -> None:
    print(f"{start}[-only in your words-] {{+only in the document+}}")
    legend = explained(visible(difference))
    if legend:
        print(f"{start}{legend}")
