"""The command line: what it prints, and how it refuses."""

from __future__ import annotations

import io
import os
import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

import shebao
from shebao.__main__ import main
from shebao.adapters.records import read_csv
from shebao.adapters.sample import sample_history, sample_person, sample_text
from shebao.model.people import Person
from shebao.months import YearMonth
from shebao.report import overview
from shebao.terms import RetirementCategory, Sex

if TYPE_CHECKING:
    from collections.abc import Sequence

ON: Final = date(2026, 1, 29)
SOMEONE: Final = ("--birth", "1975-12-03", "--sex", "female")
DAYS: Final = "a day such as 2025-01-31, 2025/1/31, 20250131 or 2025年1月31日"
OPTIONS: Final = "--birth, --sex, --category, --on, --area, --lang, --encoding, --help"
TRACKS: Final = (
    "男职工(原60周岁) (male), 女职工(原55周岁) (female_55), 女职工(原50周岁) (female_50), "
    "女干部、高级职称女性(原60周岁) (female_60)"
)
TABLE: Final = "费款所属期,险种,参保地\n2025-01,养老,\n2025-02,养老,110000\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a file with a record, in the current directory."""
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text(TABLE, "utf-8")
    Path("folder").mkdir()
    return "a.csv"


def said(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """What a call prints that succeeds."""
    assert 0 == main(argv)
    captured = capsys.readouterr()
    assert "" == captured.err
    return captured.out


def refused(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """What a call prints to the standard error that fails."""
    assert 2 == main(argv)
    captured = capsys.readouterr()
    assert "" == captured.out
    return captured.err.removesuffix("\n")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_file_it_is_the_sample(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    """The overview of the sample and of its person, in either language."""
    seen = overview(sample_person(), sample_history(), on=ON, area="130100")
    assert seen.text(lang) + "\n" == said(capsys, "--on", "2026-01-29", "--lang", lang)


def test_the_day_is_today_and_the_language_chinese_unless_given(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The command line, and nothing else, asks what day it is."""
    before = date.today()  # noqa: DTZ011
    printed = said(capsys)
    days = {before, date.today()}  # noqa: DTZ011
    seen = [overview(sample_person(), sample_history(), on=day, area="130100") for day in days]
    assert printed in [each.text("zh") + "\n" for each in seen]


@pytest.mark.parametrize(
    ("argv", "person", "area"),
    [
        (["--birth", "1976-01"], {"birth": YearMonth(1976, 1)}, "130100"),
        (["--birth", "1976年1月"], {"birth": YearMonth(1976, 1)}, "130100"),
        (["--birth=1976年1月2日"], {"birth": date(1976, 1, 2)}, "130100"),
        (
            ["--category", "female_55"],
            {"retirement_category": RetirementCategory.FEMALE_55},
            "130100",
        ),
        (["--area", "110000"], {}, "110000"),
        (
            ["--sex", "男"],
            {"sex": Sex.MALE, "retirement_category": RetirementCategory.MALE},
            "130100",
        ),
    ],
    ids=["month", "chinese month", "day", "category", "area", "man"],
)
def test_what_is_given_stands_in_place_of_the_samples(
    capsys: pytest.CaptureFixture[str], argv: Sequence[str], person: dict[str, Any], area: str
) -> None:
    """Facts that are given replace those of the sample's person, one by one."""
    changed = attrs.evolve(sample_person(), **person)
    seen = overview(changed, sample_history(), on=ON, area=area)
    assert seen.text("en") + "\n" == said(capsys, *argv, "--on", "2026-01-29", "--lang", "en")


@pytest.mark.parametrize("area", [None, "130100"])
def test_a_file_is_read_with_the_area_for_rows_without_one(
    capsys: pytest.CaptureFixture[str], table: str, area: str | None
) -> None:
    """The area is that of the law, and of rows that name none; without it national law is asked."""
    person = Person(birth=date(1975, 12, 3), sex=Sex.FEMALE)
    seen = overview(person, read_csv(TABLE, area=area), on=ON, area=area)
    argv = [table, *SOMEONE, "--on", "20260129", "--lang", "en"]
    argv += [] if area is None else ["--area", area]
    assert seen.text("en") + "\n" == said(capsys, *argv)


@pytest.mark.parametrize(
    ("data", "options"),
    [
        (TABLE.encode("utf-8-sig"), ()),
        (TABLE.encode(), ("--encoding", "utf-8")),
        (TABLE.encode("gb18030"), ("--encoding", "gb18030")),
        (TABLE.encode("utf-16"), ("--encoding", "utf-16")),
    ],
    ids=["utf-8 with mark", "utf-8", "gb18030", "utf-16"],
)
def test_a_file_is_read_in_the_encoding_that_is_named(
    capsys: pytest.CaptureFixture[str], table: str, data: bytes, options: Sequence[str]
) -> None:
    """UTF-8 needs no name, and a byte order mark does no harm."""
    Path("b.csv").write_bytes(data)
    rest = [*SOMEONE, "--on", "2026-01-29"]
    assert said(capsys, table, *rest) == said(capsys, "b.csv", *rest, *options)


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    """Help is no fault."""
    printed = said(capsys, "--help")
    for option in OPTIONS.split(", "):
        assert option in printed


FAULTS: Final = {
    "bad day": (["--on", "29.1.26"], f"--on: '29.1.26' is not a day; expected {DAYS}"),
    "day without a value": (["--on"], f"--on: '' is not a day; expected {DAYS}"),
    "29 February of a common year": (
        ["--birth", "1975-02-29"],
        f"--birth: '1975-02-29' is not in the calendar; expected {DAYS}",
    ),
    "unknown sex": (
        ["--sex", "f"],
        "--sex: 'f' is no such term; expected 男 (male), 女 (female)",
    ),
    "unknown category": (
        ["--category", "female_65"],
        f"--category: 'female_65' is no such term; expected {TRACKS}",
    ),
    "category of the other sex": (
        ["--category", "male"],
        "--category: 'male' is no track of a female person; expected female_55 or female_50 or female_60",
    ),
    "bad area": (
        ["--area", "1301"],
        "--area: '1301' is not an area code; expected six digits, such as 130100",
    ),
    "bad language": (["--lang", "fr"], "--lang: 'fr' is not offered; expected zh or en"),
    "bad encoding": (
        ["--encoding", "big5"],
        "--encoding: 'big5' is not offered; expected utf-8 or gb18030 or utf-16",
    ),
    "unknown option": (["--law", "x"], f"option: '--law' is no option; expected one of {OPTIONS}"),
    "no abbreviations": (["--bir"], f"option: '--bir' is no option; expected one of {OPTIONS}"),
    "option given twice": (
        ["--on", "2026-01-29", "--on", "2026-02-01"],
        "--on: '2026-01-29 2026-02-01' is given 2 times; expected one value",
    ),
    "unknown option and its value": (
        ["--law=x"],
        f"option: '--law=x' is no option; expected one of {OPTIONS}",
    ),
    "value for help": (
        ["--help=on"],
        "-h/--help: '--help=on' ignored explicit argument 'on'; expected what --help lists",
    ),
    "missing file": (
        ["b.csv", *SOMEONE],
        "FILE: 'b.csv' cannot be read (No such file or directory); expected a file of CSV text",
    ),
    "folder": (
        ["folder", *SOMEONE],
        "FILE: 'folder' cannot be read (Is a directory); expected a file of CSV text",
    ),
    "name that cannot be": (
        ["a\0.csv", *SOMEONE],
        "FILE: 'a\\x00.csv' cannot be read (embedded null byte); expected a file of CSV text",
    ),
    "two files": (
        ["a.csv", *SOMEONE, "b.csv"],
        "FILE: 'a.csv b.csv' are 2 files; expected one file at most",
    ),
    "file without a birth": (
        ["a.csv", "--sex", "male"],
        "--birth: None is not given; expected --birth beside a file",
    ),
    "file without a sex": (
        ["a.csv", "--birth", "1975-12"],
        "--sex: None is not given; expected --sex beside a file",
    ),
}


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(("argv", "message"), FAULTS.values(), ids=list(FAULTS))
def test_a_fault_names_the_option_the_value_and_the_remedy(
    capsys: pytest.CaptureFixture[str], argv: Sequence[str], message: str
) -> None:
    """A bad command line prints one line a fault to the standard error, and returns 2."""
    assert message == refused(capsys, *argv)


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("data", "line", "expected"),
    [
        (TABLE.encode("gb18030"), 1, "--encoding gb18030"),
        (TABLE.encode("utf-16"), 1, "--encoding utf-16"),
        (b"month,kind\n\xff\xff", 2, "a text file in UTF-8"),
    ],
    ids=["gb18030", "utf-16", "neither"],
)
def test_a_file_that_is_not_utf_8_is_told_what_it_could_be(
    capsys: pytest.CaptureFixture[str], data: bytes, line: int, expected: str
) -> None:
    """The encoding is never guessed: the fault names the options that would read the file."""
    Path("b.csv").write_bytes(data)
    message = f"b.csv:{line}: FILE: 'b.csv' is not UTF-8; expected {expected}"
    assert message == refused(capsys, "b.csv", *SOMEONE)


@pytest.mark.usefixtures("table")
def test_faults_of_the_file_and_of_the_options_come_together(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A record with faults is reported with its lines, beside all that is wrong with the rest."""
    Path("b.csv").write_text("month,kind\n2025-13,养老\n2025-01,公积金\n", "utf-8")
    lines = refused(capsys, "b.csv", "--sex", "x", "--foo").split("\n")
    starts = [
        "5 faults:",
        "  option: '--foo'",
        "  --sex: 'x'",
        "  --birth: None",
        "  b.csv:2:1: month: '2025-13'",
        "  b.csv:3:2: kind: '公积金'",
    ]
    assert starts == [line[: len(start)] for line, start in zip(lines, starts, strict=True)]


def test_it_runs_as_a_module() -> None:
    """``python -m shebao`` prints the overview and ends with the code that main returns."""
    command = [sys.executable, "-m", "shebao", "--on", "2026-01-29"]
    path = str(Path(shebao.__file__).parent.parent)
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": path}
    done = subprocess.run(command, capture_output=True, env=environment, check=False)  # noqa: S603
    expected = overview(sample_person(), sample_history(), on=ON, area="130100").text("zh")
    assert (0, expected.split()) == (done.returncode, done.stdout.decode().split())
    command[-1] = "x"
    wrong = subprocess.run(command, capture_output=True, env=environment, check=False)  # noqa: S603
    assert (2, b"") == (wrong.returncode, wrong.stdout)


def test_the_process_ends_with_what_main_returns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Arguments come from the process where none are given."""
    monkeypatch.setattr(sys, "argv", ["shebao", "--lang", "fr"])
    monkeypatch.delitem(sys.modules, "shebao.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("shebao", run_name="__main__", alter_sys=True)
    assert 2 == ended.value.code
    assert "--lang: 'fr'" in capsys.readouterr().err


def test_a_terminal_without_chinese_shows_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an output cannot show is a question mark and no error."""
    output = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", output)
    assert 0 == main(["--on", "2026-01-29"])
    output.seek(0)
    assert "2026-01-29" in output.read()


def test_an_output_that_is_no_stream_of_bytes_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever calls main from a program may catch what it prints."""
    output = io.StringIO()
    monkeypatch.setattr(sys, "stdout", output)
    assert 0 == main(["--help"])
    assert "FILE" in output.getvalue()


def test_a_reader_that_has_enough_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """``python -m shebao | head`` ends in silence."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as output:
        monkeypatch.setattr(sys, "stdout", output)
        assert 0 == main(["--on", "2026-01-29"])
        monkeypatch.undo()


def test_the_sample_can_be_saved_and_read_as_a_file(
    capsys: pytest.CaptureFixture[str], table: str
) -> None:
    """The sample as a file of the user's gives the same overview."""
    Path(table).write_text(sample_text(), "utf-8")
    day = ("--on", "2026-01-29")
    given = (*SOMEONE, "--category", "female_50", "--area", "130100")
    assert said(capsys, *day) == said(capsys, table, *given, *day)
