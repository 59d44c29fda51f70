"""How fast month rows of CSV become records, as a ratio to splitting the same text with csv alone.

``python benchmarks/reading.py [ROWS]`` writes a table of made-up people (ten years of four kinds a
person, a new base every year) to a temporary file, and reads it once with csv.reader and once with
``shebao.records.read``; both figures are of one run, so a busy machine moves both.
"""

from __future__ import annotations

import csv
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import shebao as sb

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADINGS = "身份证号码,姓名,费款所属期,险种,缴费基数,单位缴费,个人缴费,缴费类型,单位名称,参保地"
KINDS = ("企业职工基本养老保险", "失业保险", "工伤保险", "职工基本医疗保险")


def lines(number: int) -> Iterator[str]:
    """The lines of a table of so many rows, headings aside."""
    yield HEADINGS + "\n"
    made = 0
    person = 0
    while made < number:
        person += 1
        for month in range(2015 * 12, 2025 * 12):
            base = 4000 + person % 50 * 100 + month // 12 % 10
            for kind in KINDS:
                made += 1
                yield (
                    f"{110101199000000000 + person},某{person},{month // 12}{month % 12 + 1:02d},{kind},"
                    f"{base}.00,{base * 16 // 100}.00,{base * 8 // 100}.00,正常缴费,第{person % 97}公司,130100\n"
                )


def main() -> None:
    """Measure, and print one line."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        with path.open("w", encoding="utf-8") as out:
            out.writelines(lines(number))
        with path.open(encoding="utf-8", newline="") as text:
            start = time.perf_counter()
            count = sum(1 for _ in csv.reader(text))
            plain = time.perf_counter() - start
        with path.open(encoding="utf-8", newline="") as text:
            start = time.perf_counter()
            reading = sb.records.read(sb.records.csv_rows(text), keep_raw=False)
            taken = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    people = len(reading.histories)
    periods = sum(len(history) for history in reading.histories.values())
    print(
        f"{count} rows: {count / taken:,.0f} rows/s, {taken / plain:.1f} x csv alone; "
        f"{people} people, {periods} periods, peak {peak} MB"
    )


if __name__ == "__main__":
    main()
