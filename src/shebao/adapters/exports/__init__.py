"""Exports as they are: tables of portals, statements and tax bureaus, read without being repaired.

The way of a row, module by module:

- ``given_rows``: rows of any kind as numbered texts; ``texts`` leaves typography aside.
- ``scan``: one pass over the table, which tells titles (``titles``), headings (``layout``, by
  ``headings`` and ``synonyms``), totals (``totals``), groups and rows apart.
- ``strands``: the columns that tell of one insurance; ``compiled`` remembers what was read of them.
- ``lines``: one row of a strand: its cells (``row_cells``) as whom it is about (``subjects``), what
  it says (``spoken``, in words of ``effects``), its money (``money``) and its months (``places``).
  What these come to together are its ``facts``.
- ``tracks``: rows of equal facts as runs of months.
- ``settlement``: what runs of one person and insurance come down to, with ``changes`` by top-ups
  and refunds; ``people`` makes the records of it.
- ``reading``: the answer, told in words by ``report``; ``set_aside`` holds the rows that are no
  month, each with its reason.

``settings`` are what the caller and the titles say of a whole table; ``reader`` is the door.
"""
