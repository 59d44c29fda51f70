"""The command line: ``python -m shebao [FILE.csv]`` and ``python -m shebao read FILE``.

The first prints the overview of a record, without a file that of the sample which ships with the
library; the second what a table of any source holds. Here and nowhere else is today's date asked
for, and here alone are files of the user's opened.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from .cli import overview, read
from .errors import ShebaoError

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Print what the arguments ask for.

    Args:
        argv: the arguments; None means those of the process.

    Returns:
        0, or 2 after every fault was printed to the standard error.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that has no Chinese still shows the rest.
        sys.stdout.reconfigure(errors="replace")
    given = sys.argv[1:] if argv is None else argv
    try:
        answer = read.answer(given[1:]) if given[:1] == ["read"] else overview.answer(given)
        print(answer, flush=True)
    except BrokenPipeError:
        # Whoever was to read, such as "head", has enough; what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except ShebaoError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
