"""What users work with: a package whose methods give its tables and what joins them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from gsomia_data._floor import location
from gsomia_data._floor.terminal import silent
from gsomia_data.reading import (
    cells,
    citing,
    conflicts,
    dyads,
    evidence,
    firm,
    labels,
    reports,
    views,
)
from gsomia_data.reading.export import Exported, FormatName, export
from gsomia_data.reading.files import Files
from gsomia_data.reading.tables import TableName, Tables


@dataclass(frozen=True, slots=True)
class Dataset(Tables):
    """A package. The functions of ``gsomia_data`` are the methods of the installed one.

    Its descriptor and its schemas are read once, when they are first needed; its tables are read
    on every call. So open a package anew after ``gsomia-data build`` has changed it.

    Attributes:
        root: The folder that holds its ``datapackage.json``.
    """

    root: Path
    _files: Files = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_files", Files(self.root))

    def tables(self) -> pd.DataFrame:
        """List the tables.

        Returns:
            One row per table:

            name: Name of the table.
            rows: Number of rows.
            columns: Number of columns.
            key: Columns of the primary key, separated by commas.
            first, last: The earliest and the latest day that a date of the table can mean, as
                text. Where only one side of a date is known, that day counts; a table without
                dates has none.
            documents: Number of documents whose words are evidence for its cells; two editions of
                one article are two documents.
            row: What one row of the table is.
        """
        return views.tables(self._files)

    def load(self, table: TableName | str, *, firmness: str | None = None) -> pd.DataFrame:
        """Load one table as a new DataFrame.

        An empty cell is a missing value, never zero or false. The columns have these types:

        - text: ``string``
        - codes: ``category``, ordered only for magnitudes (`precision` and `bound`)
        - integers: ``Int64``
        - other numbers: ``Float64``
        - true or false: ``boolean``
        - calendar days: ``datetime64``
        - uncertain dates: ``string``, as EDTF

        Args:
            table: Name of the table.
            firmness: ``proved``, ``inferred`` or ``judged``. Cells that rest on words but are less
                firm are missing; so is a computed cell, if one that it is computed from is. Keys
                and other cells that need no words stay. Without it, all cells are there.

        Returns:
            The table. Its ``attrs`` hold ``name``, ``version``, ``title`` and ``citation``; with a
            firmness also ``firmness``.

        Raises:
            KeyError: Unknown table; the message suggests the closest ones.
            ValueError: A cell does not have the declared type, or unknown firmness.
        """
        return firm.load(self._files, table, firmness)

    def evidence(
        self,
        table: TableName | str | None = None,
        key: str | None = None,
        column: str | None = None,
    ) -> pd.DataFrame:
        """Evidence for the cells of a table, of one row, or for one cell.

        A cell that needs no evidence has no row: a key, a computed value or a remark of the
        curators. Nor has an empty cell. ``cells`` says why, and of which cell one is a copy.

        In a notebook, each quote shows itself with its words marked and its document under it.
        It is a table again once you choose some of the columns or add one.

        Args:
            table: Name of a table. Without it, the evidence of all tables.
            key: Key of a row of ``table``. Without it, all rows.
            column: Name of a column of ``table``. Without it, all columns.

        Returns:
            One row per row of evidence:

            table_name, row_key, column_name: The cell.
            label: Name of the row for people.
            value: The value of the cell.
            relation: Whether the words support, approximate, dispute or reword the value, or are a
                slip of the source.
            says: The value that ``words`` give; missing if they reword it or are a slip.
            bound: How ``words`` limit the number ``says``: "more than half" is above 50.
            words: Exact words of ``quote``.
            nth: Which occurrence of ``words`` in ``quote``, counted from 1.
            start, stop: Where ``words`` begin and end in ``quote``: they are
                ``quote[start:stop]``, in Unicode code points.
            quote: The quotation.
            context: The quotation with up to 32 characters on either side.
            rule: The rule by which ``words`` give ``says``.
            firmness: proved, inferred or judged, as the weakest link of the row; missing if the
                words give no value. Ordered, the weakest first.
            source_id, title, publisher, published, published_from, edition_of, url: The document,
                its date of publication, how that date is known, and the document of which it is
                another edition. Editions of one article are one witness.
            quote_id: Key of the quotation.
            note: Remark of the curators.

        Raises:
            KeyError: Unknown table, row or column; the message suggests the closest ones.
            ValueError: A row or column without its table.
        """
        return evidence.evidence(self._files, table, key, column)

    def cells(self, table: str | None = None) -> pd.DataFrame:
        """Every filled cell: how firm it is, how many documents support it, or why none does.

        To count the cells of a record table as ``gsomia-data check`` counts them, take those that
        need words of their own::

            cells = gd.cells("dates")
            cells[cells["why"].isna()].value_counts("firmness")

        Args:
            table: Name of a table. Without it, all tables with a column that needs evidence.

        Returns:
            One row per filled cell, in the order of the tables:

            table_name, row_key, column_name: The cell.
            value: Its value, as text.
            grounding: What it must rest on; ``codebook`` says it in words.
            firmness: proved, inferred or judged, as the firmest row of evidence that supports it;
                of a computed cell, that of the weakest cell that it is computed from. Missing if it
                rests on no words. Ordered, so that ``cells["firmness"] >= "inferred"`` works.
            witnesses: Number of documents whose words support it, or the cell of which it is a
                copy. Editions of one article are one document. Missing if there are no such words.
            disagreements: Number of documents whose words dispute it, counted alike.
            why: Why no words of its own support it; missing if some do. A cell of which it is a
                copy is named by table, key and column, as ``evidence`` takes them.

        Raises:
            KeyError: Unknown table; the message suggests the closest ones.
        """
        return cells.cells(self._files, table)

    def reports(self, table: str | None = None) -> pd.DataFrame:
        """What each document says of each cell, in its words.

        Args:
            table: Name of a table. Without it, all tables.

        Returns:
            One row per cell, relation and document, in the order of the tables:

            table_name, row_key, column_name: The cell.
            value: The value of the cell.
            source_id, publisher, published, edition_of: The document, and that of which it is
                another edition.
            relation: supports, approximates, disputes or rewords the value, or slip.
            says: The values that the words give, joined by " … "; missing if they give none.
            bound: How the words limit a number: "more than half" is above 50.
            words: The words of each row of evidence, in the order of the document, joined by " … ".
            quote: The quotations that hold them, one a line.
            quote_id: Their keys, separated by commas.
            firmness: That of the firmest row of evidence; missing if the words give no value.
                Ordered, the weakest first.

        Raises:
            KeyError: Unknown table; the message suggests the closest ones.
        """
        return reports.reports(self._files, table)

    def conflicts(self) -> pd.DataFrame:
        """Where the documents disagree, and what is perhaps one, with the words of each side.

        In a notebook it shows itself as `evidence` does.

        To count reactions without those that may be another one reported again::

            again = gd.tensions().query("kind == 'perhaps one' and side > 1")["row_key"]
            gd.reactions().query("reaction_id not in @again")["stance"].value_counts()

        To set each two sides of the tensions beside each other, whatever their number::

            sides = gd.conflicts().query("kind == 'tension'")
            pairs = sides.merge(sides, on="conflict", suffixes=("", "_beside"))
            pairs.query("side < side_beside")

        Returns:
            One row per passage of each side, those that support the value included:

            conflict: Name of the conflict, which its sides share: a cell, a tension, or the aspect
                and thing of claims.
            kind: disputed, approximated or reworded, of one cell, the first that applies; tension
                or perhaps one, from ``tensions``; claims, if documents say different things of one
                aspect of an agreement, an event or an actor.
            side: Number of the side, as in ``tensions``; missing in the other kinds.
            table_name, row_key, column_name: The side; without a column, the whole row.
            label: Name of the row for people.
            value: The value of the cell.
            bound: How the number of the row is limited, as in ``quantities``.
            period: The day or period of the row: ``as_of``, ``date`` or ``released``.
            relation: supports, approximates, disputes or rewords; computed, without words, if the
                value of the side is computed from other cells; missing if it has no words yet.
            says: The value that ``words`` give; missing where they only reword it, and of a row.
            says_bound: How ``words`` limit the number ``says``: "more than half" is above 50.
            words: Exact words of ``quote``; of a whole row, all words of its evidence in the quote,
                joined by " … ".
            nth: Which occurrence of ``words`` in ``quote``, counted from 1; of a whole row, that of
                each piece, separated by blanks.
            firmness: proved, inferred or judged, as the weakest link; missing if the words give no
                value.
            source_id, title, publisher, published, published_from: The document, its date of
                publication, and how that date is known.
            quote_id, quote: The quotation from it.
            rule: The rule by which ``words`` give ``says``.
            note: What the side says, or the remark on the row of evidence.
            others: The other sides of the conflict, each as table, key and column, separated by
                "; ". Missing if the conflict is about one cell.
            other_table_name, other_row_key, other_column_name: The other side, if there is one
                only. Many tensions have more: to have each two sides in one row, merge the frame
                with itself, as above.
        """
        return conflicts.conflicts(self._files)

    def label(self, table: TableName | str, key: str) -> str:
        """The name of a row for people.

        ``gd.label("polls", "gallup-korea-2016-11-oppose")`` is "Gallup Korea, 18 November 2016:
        oppose 59% (to conclude)". Each table has its template, which its schema holds as
        ``gsomia:label``. Dates are in words; long words of a document are cut.

        Args:
            table: Name of the table.
            key: Key of one row. If a key has several columns, these are separated by blanks. For
                a column of keys: ``keys.map(lambda key: gd.label("reactions", key))``.

        Returns:
            The name, on one line.

        Raises:
            KeyError: Unknown table or row; the message suggests the closest ones.
        """
        return labels.label(self._files, table, key)

    def timeline(self) -> pd.DataFrame:
        """Dated events in chronological order, with labels, names and sources.

        The order is by ``earliest``, or by ``latest`` if the first possible day is unknown; then by
        ``latest``; then by the order of the codes of ``event``, so that what was signed and took
        effect on one day appears in this order, before what was said of it.

        Returns:
            One row per event: the columns of ``dates`` (see ``help(gd.dates)``), and:

            agreement: Label of the agreement.
            actor_name: Name of the actor.
            said_by_name: Name of the actor who forecasts or claims the event.
            sources: Keys of the documents whose words support the date, separated by commas.
        """
        return views.timeline(self._files)

    def dyad_years(
        self, first: int, last: int, *, directed: bool = False, subject: str | None = None
    ) -> pd.DataFrame:
        """Pairs of states that are parties to the same agreement, one row per pair and year.

        A value is true or missing, never false: an agreement that no document reports may still
        exist. For the same reason, a pair that is not listed is unknown.

        To merge with a table that uses Correlates of War codes::

            theirs.merge(
                gd.dyad_years(1990, 2016),
                how="left",
                left_on=["ccode1", "ccode2", "year"],
                right_on=["cow_1", "cow_2", "year"],
            )

        ``announced``, ``signed`` and ``in_force`` each rest on a report of that event. None implies
        another: what was announced may never be signed, and a pact may be signed in secret. For
        "announced or signed", take ``frame["announced"] | frame["signed"]``.

        The codes are those valid when the documents were published; take care with earlier years.
        In the Correlates of War list, Germany is 260, not 255, from 1955 to 1990, and Japan is not
        a member of the system from 1945 to 1952.

        Args:
            first: The first year.
            last: The last year, included.
            directed: Whether to list each pair in both directions. Otherwise ``state_1`` is the
                state with the lower Correlates of War code.
            subject: A code of the column ``subject`` of ``agreements``. Only agreements on it
                count, and only parties to one of them are listed. Without it, all agreements.

        Returns:
            One row per pair and year:

            state_1, state_2: The states, as keys of ``actors``.
            iso3_1, iso3_2: ISO 3166-1 alpha-3 codes.
            cow_1, cow_2: Correlates of War codes.
            gw_1, gw_2: Gleditsch and Ward codes.
            year: The year.
            announced: An agreement to which both are parties had been announced by the end of the
                year, whatever became of it. ``dates`` has the announcement.
            signed: Both states had signed an agreement by the end of the year.
            signed_this_year: Both signed an agreement in this year, and its date rules out any
                other year.
            in_force: An agreement that both had signed was in force on some day of the year. Known
                from its reported entry into force to its reported end or, without one, to the year
                of the latest document that speaks of the agreement. Such a document is quoted as
                evidence for its row in ``agreements``, or for a row of another table with its key.
            agreements: Keys of the agreements signed by the end of the year, separated by commas.

        Raises:
            TypeError: A year is not a whole number.
            ValueError: ``last`` is before ``first``, or a year is not between 1 and 9999.
            KeyError: Unknown subject; the message suggests the closest ones.
        """
        return dyads.dyad_years(self._files, first, last, directed=directed, subject=subject)

    def state_years(self, first: int, last: int, *, subject: str | None = None) -> pd.DataFrame:
        """States that are parties to an agreement, one row per state and year.

        A value is true if it is true of the state and some other state in `dyad_years`, which says
        more about each column. Otherwise it is missing, never false.

        Args:
            first: The first year.
            last: The last year, included.
            subject: A code of the column ``subject`` of ``agreements``. Only agreements on it
                count, and only parties to one of them are listed. Without it, all agreements.

        Returns:
            One row per state and year:

            state: The state, as a key of ``actors``.
            iso3: ISO 3166-1 alpha-3 code.
            cow: Correlates of War code.
            gw: Gleditsch and Ward code.
            year: The year.
            announced: An agreement to which the state is a party had been announced by the end of
                the year, whatever became of it.
            signed: The state and another party had signed an agreement by the end of the year.
            signed_this_year: They signed it in this year, and its date rules out any other year.
            in_force: An agreement that the state and another party had signed was in force on some
                day of the year.
            agreements: Keys of the agreements signed by the end of the year, separated by commas.

        Raises:
            TypeError: A year is not a whole number.
            ValueError: ``last`` is before ``first``, or a year is not between 1 and 9999.
            KeyError: Unknown subject; the message suggests the closest ones.
        """
        return dyads.state_years(self._files, first, last, subject=subject)

    def codebook(self, table: TableName | str | None = None) -> pd.DataFrame:
        """Definitions of the columns and codes of a table, or of all tables.

        Args:
            table: Name of a table. Without it, all tables.

        Returns:
            One row per column; for a column with codes, one row per code:

            table_name, column_name: The column.
            type: Its type, as in ``help(gd.polls)``: slug, text, code, edtf, number and so on.
            meaning: Its definition.
            grounding: What kind of evidence its cells need, as a code.
            rests_on: The same in words.
            required: Whether it is always filled.
            refers_to: The table whose key it holds.
            code: A code of the column.
            definition: Definition of the code.

        Raises:
            KeyError: Unknown table; the message suggests the closest ones.
        """
        return views.codebook(self._files, table)

    def schema(self, table: TableName | str) -> dict[str, Any]:
        """The Table Schema of a table: columns, types, keys, references to other tables.

        It is the published file ``schemas/TABLE.schema.json``, in the format of
        https://datapackage.org/standard/table-schema. Properties of this dataset begin with
        ``gsomia:``. So the references of the polls are ``gd.schema("polls")["foreignKeys"]``.

        Args:
            table: Name of the table.

        Returns:
            The schema, as a dictionary that is yours to change.

        Raises:
            KeyError: Unknown table; the message suggests the closest ones.
        """
        return views.schema(self._files, table)

    def rules(self) -> pd.DataFrame:
        """The rules by which words give a value; the column ``rule`` of the evidence names them.

        Returns:
            One row per rule:

            rule: Name of the rule.
            sentence: What the value is.
            firmness: proved, inferred or judged: the most that evidence by this rule can be. It
                is less if another link is weaker, as `evidence` shows.
            reads_date: Whether it reads a date.
            needs_publication: Whether it needs the day of publication, which may be uncertain or
                known from outside the text.
        """
        return views.rules(self._files)

    def find(self, words: str) -> pd.DataFrame:
        """Search names, labels, titles, quotes, notes and definitions for ``words``.

        The search ignores case, white space and typographic marks. It does not use patterns.

        Args:
            words: The words to search for, as "Blue House".

        Returns:
            One row per hit, and one for each actor or agreement that an alias among them names:

            table_name: The table.
            row_key: Key of the row; empty for a hit in the definition of a column or code.
            column_name: The column.
            text: The whole text in which ``words`` appear, or the name of whom an alias names.

        Raises:
            TypeError: ``words`` is not text.
        """
        return views.find(self._files, words)

    def cite(
        self,
        format: str = "apa",  # noqa: A002 - the word that users expect
        source: str | None = None,
    ) -> str:
        """Citation of the dataset, or of one of its sources.

        What is not known is left out: the dataset does not have a DOI or a year of release yet, and
        some articles have no address. Names are given as printed.

        Args:
            format: ``apa``, ``bibtex``, ``ris`` or ``csl-json``.
            source: Key of a row of ``sources``. Without it, the dataset is cited.

        Returns:
            Text to paste into a document or a reference manager.

        Raises:
            ValueError: Unknown format; the message lists the formats.
            KeyError: Unknown source; the message suggests the closest ones.
        """
        return citing.citations(self._files, format, () if source is None else (source,))

    def export(
        self,
        format: FormatName,  # noqa: A002 - the word that users expect
        target: str | Path,
        *,
        force: bool = False,
        progress: Callable[[str], None] = silent,
    ) -> Exported:
        """Write all tables for another program, with ``cells``, ``reports`` and what explains them.

        ``target`` ends up complete or unchanged.

        Args:
            format: ``excel``, ``sqlite`` or ``zip``, which write one file; ``parquet``, ``stata``,
                ``datasette``, ``csv`` or ``jsonl``, which write a folder. ``zip`` is the package
                alone.
            target: Path of the new file, with the ending of its format (``.xlsx``, ``.sqlite``,
                ``.zip``), or of the new folder. ``~`` is the home folder.
            force: Whether to replace a file, or a folder that holds an earlier export and nothing
                else.
            progress: Function that is called with the name of each step.

        Returns:
            Where the export is (``path``) and the number of rows of each table (``rows``).

        Raises:
            FileExistsError: ``target`` exists and may not be replaced.
            OSError: ``target`` cannot be written.
            ModuleNotFoundError: A library that the format needs is not installed.
            ValueError: Unknown format, another ending, damaged package, or a value that the format
                cannot hold.
            TypeError: ``target`` is not a path.
        """
        return export(self._files, format, target, force=force, progress=progress)


def open(path: str | Path) -> Dataset:  # noqa: A001 - the word that readers expect
    """Open another copy of the package.

    Args:
        path: Its folder, or the ``datapackage.json`` in it.

    Returns:
        A ``Dataset``, which has the functions of ``gsomia_data`` as methods.

    Raises:
        FileNotFoundError: There is no ``datapackage.json``.
        TypeError: ``path`` is not a path.
    """
    return Dataset(location.another(path).absolute())  # in case the current folder changes later


def default() -> Dataset:
    """The package whose methods are the functions of ``gsomia_data``.

    Raises:
        FileNotFoundError: The installation holds no package.
    """
    return _at(location.root())


_at = cache(Dataset)  # the same one each time, because it remembers what it has read
