"""What the tests share.

Packages to test with:

- ``tiny``: a complete good package of invented news, in memory (``good``) or in a folder.
- ``real``: the package of this repository, and a copy of it to damage.
- ``literal``: one check on rows that are written in the test; the place for a clause of a check.
- ``korean_japanese``: what a curator writes of a Korean and a Japanese document.
- ``files``: files by path, in memory or in a folder; `fmt`, `build` and all checks on them.
- ``passages``: words marked in a passage, for the rules that read them.
- ``fixtures``: ``files``, ``good`` and ``copy``, the tiny package as fixtures of pytest.

What is done to them:

- ``faults``: the named faults, each with the codes and the place that are found, and the edits of
  which they are made. A new check needs a fault here.
- ``unguarded``: the columns in which an edit passes unnoticed once everything is made fresh.
- ``writers``: processes that write and are killed.

What they are read with:

- ``exports``: exports to compare with the tables.
- ``pasting``: what `gaps` and `propose` print, as rows of the tables into which it is pasted.
- ``readers``, ``r``: the programs of others that open the exports.
- ``postgresql``: the words that it reserves.
- ``counted``, ``steps``: what holds of the numbers of any text, and how much work a call is.
"""
