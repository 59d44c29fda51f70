"""Overviews as text of at most 80 columns and as escaped HTML."""

from __future__ import annotations

from datetime import date, timedelta
from html.parser import HTMLParser
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shebao.breaks import impact
from shebao.columns import columns, wrapped
from shebao.law import Citation, Instrument, parameters, shipped
from shebao.model.contributions import ContributionPeriod
from shebao.model.drawing import BenefitDrawing
from shebao.model.family import Family, FamilyTie
from shebao.model.history import ContributionHistory
from shebao.model.membership import MedicalMember
from shebao.model.people import Person
from shebao.months import MonthSpan, YearMonth
from shebao.rendering import as_html, as_text
from shebao.report import Overview, overview
from shebao.terms import InsuranceKind, Kinship, PaymentStatus, Scheme, Sex
from shebao.wording import explain
from strategies import AREAS, days, histories, small_histories

PENSION = InsuranceKind.PENSION
MEDICAL = InsuranceKind.MEDICAL
UNEMPLOYMENT = InsuranceKind.UNEMPLOYMENT
ON = date(2026, 1, 29)
SHIJIAZHUANG = "130100"
SCRIPT = "<script>alert('1')</script>"
WOMAN = Person(birth=date(1975, 12, 3), sex=Sex.FEMALE, label=SCRIPT)
MAN = Person(birth=date(1965, 1, 8), sex=Sex.MALE)

#: The note on how the index of an overview is averaged.
POLICY = {
    "en": "over the average wage of the year before, without clamp; provinces differ",
    "zh": "除以上年度社会平均工资，不作上下限处理；各省办法不同",
}

langs = st.sampled_from(["zh", "en"])
people = st.none() | st.builds(
    Person,
    birth=st.dates(date(1955, 1, 1), date(2005, 12, 31))
    | st.integers(1955, 2005).map(lambda year: YearMonth(year, 5)),
    sex=st.sampled_from(Sex),
    label=st.none() | st.just(SCRIPT),
)

#: Overlap, forbidden overlap, arrears open and settled, deemed months, a count, gaps, a resident.
HARD = ContributionHistory(
    [
        ContributionPeriod(
            PENSION, MonthSpan("1990-01", "1990-12"), status=PaymentStatus.DEEMED, employer=SCRIPT
        ),
        ContributionPeriod(
            PENSION, MonthSpan("2010-01", "2010-12"), base=100, scheme=Scheme.RESIDENT
        ),
        ContributionPeriod(
            PENSION, MonthSpan("2014-01", "2014-12"), base=2312, area="130100", employer="Alpha"
        ),
        ContributionPeriod(
            PENSION,
            MonthSpan("2015-01", "2016-06"),
            base="2620.50",
            area="130100",
            employer="Alpha",
        ),
        ContributionPeriod(PENSION, "2016-05", base=3000, area="110000", employer=SCRIPT),
        ContributionPeriod(PENSION, "2016-06", base=3000, area="110000", scheme=Scheme.FLEXIBLE),
        ContributionPeriod(PENSION, MonthSpan("2018-01", "2018-12"), base=4000, count=(8, 9)),
        ContributionPeriod(
            PENSION,
            MonthSpan("2019-01", "2019-02"),
            base=4000,
            status=PaymentStatus.BACK_PAID,
            declared_on=date(2019, 2, 1),
            settled_on=date(2019, 9, 1),
        ),
        ContributionPeriod(
            PENSION, MonthSpan("2025-01", "2025-02"), base=4000, status=PaymentStatus.ARREARS
        ),
        ContributionPeriod(PENSION, MonthSpan("2026-02", "2026-03"), base=4000),
        ContributionPeriod(MEDICAL, MonthSpan("2001-01", "2025-09"), base=4000, area="130100"),
        ContributionPeriod(UNEMPLOYMENT, MonthSpan("2025-01", "2026-01")),
    ]
)


def width(text: str) -> int:
    """The columns of a text on a terminal."""
    return sum(1 + (east_asian_width(sign) in ("W", "F")) for sign in text)


def hard(lang: str) -> list[str]:
    """The lines of the overview of the hard record."""
    return overview(WOMAN, HARD, on=ON, area=SHIJIAZHUANG).text(lang).splitlines()


def section(lines: list[str], title: str) -> list[str]:
    """The lines of one section, without its title."""
    start = lines.index(title) + 1
    return lines[start : lines.index("", start)]


class Tags(HTMLParser):
    """The tags and the text of some HTML; it refuses what does not nest."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag that may only span columns."""
        assert attrs in ([], [("colspan", "2")])
        self.seen.add(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text.append(data)


def parsed(html: str) -> Tags:
    """HTML whose tags nest."""
    tags = Tags()
    tags.feed(html)
    tags.close()
    assert tags.open == []
    return tags


records = small_histories(kind=None) | histories(max_size=5)
asked_on = days(YearMonth(2014, 3), YearMonth(2040, 12))
areas = st.sampled_from((None, *AREAS))


@given(people, records, asked_on, areas, langs)
def test_no_line_is_wider_than_80_columns(
    person: Person | None, history: ContributionHistory, on: date, area: str | None, lang: str
) -> None:
    """Whatever the record, the text fits a terminal, Chinese signs taking two columns."""
    lines = overview(person, history, on=on, area=area).text(lang).splitlines()
    assert [line for line in lines if width(line) > 80] == []


@given(people, records, asked_on, areas, langs)
def test_the_table_is_small_and_nests(
    person: Person | None, history: ContributionHistory, on: date, area: str | None, lang: str
) -> None:
    """Whatever the record, the table has the tags of a table alone, and shows no label."""
    html = overview(person, history, on=on, area=area).html(lang)
    tags = {"table", "caption", "tr", "th", "td", "details", "summary", "br"}
    assert parsed(html).seen <= tags
    assert "script" not in html
    assert len(html) < 40_000


@given(st.text("断缴 abc,-1。\u3000", max_size=300), st.integers(0, 8), st.integers(0, 12))
def test_wrapping_loses_nothing(text: str, indent: int, further: int) -> None:
    """Wrapped lines hold the signs of the text in their order, and keep within 80 columns."""
    lines = list(wrapped(text, " " * indent, " " * further))
    assert "".join("".join(lines).split()) == "".join(text.split())
    pieces = text.translate({ord(sign): f" {sign} " for sign in "断缴。\u3000"}).split()
    if max(map(width, pieces), default=0) + max(indent, further) <= 80:
        assert [line for line in lines if width(line.rstrip()) > 80] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("abc 1", 5), ("断缴", 4), ("（Ａ）", 6), ("2025年1月", 9), ("é", 1)],
)
def test_a_chinese_sign_takes_two_columns(text: str, expected: int) -> None:
    """Wide and full-width signs take two columns, all others one."""
    assert columns(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a b", ["  a b"]),
        ("x" * 78, ["  " + "x" * 78]),
        ("x" * 40 + " " + "y" * 38, ["  " + "x" * 40, "    " + "y" * 38]),
        ("x" * 40 + " " + "y" * 37, ["  " + "x" * 40 + " " + "y" * 37]),
        ("断" * 39, ["  " + "断" * 39]),
        ("断" * 40, ["  " + "断" * 39, "    断"]),
        ("a" + "断" * 39, ["  a" + "断" * 38, "    断"]),
    ],
)
def test_lines_are_filled_to_80_columns(text: str, expected: list[str]) -> None:
    """A line ends before the word or Chinese sign that would not fit, and the next is indented."""
    assert list(wrapped(text, "  ", "    ")) == expected


class TestHardRecord:
    """``print`` of a record in which every hard case stands."""

    def test_the_heading_names_day_and_place(self) -> None:
        """The first line says of which day and which place's law the answers are."""
        assert [hard(lang)[0] for lang in ("en", "zh")] == [
            "Social insurance on 2026-01-29 (area 130100 Shijiazhuang)",
            "社会保险总览 2026-01-29 (参保地 130100 石家庄市)",
        ]
        national = overview(None, HARD, on=ON)
        assert [national.text(lang).splitlines()[0] for lang in ("en", "zh")] == [
            "Social insurance on 2026-01-29 (national law alone)",
            "社会保险总览 2026-01-29 (仅依全国规定)",
        ]

    def test_the_pension_in_english(self) -> None:
        """Of the pension it prints counts in bounds, what is left out, gaps, overlaps, arrears."""
        lines = "\n".join(section(hard("en"), "Pension")).replace("\n      ", " ")
        for expected in (
            "  cumulative: 52 to 53 months; of these certainly paid 38, back-paid 2, deemed 12\n",
            "  left out: later 2026-02..2026-03\n  left out: arrears 2025-01..2025-02\n",
            "  left out: scheme 2010-01..2010-12",
            "  continuous: 0 months; broken by 2019-03..2025-12",
            "  longest run: ",
            "  counted by the default rule, which bridges no gap\n",
            "  unpaid: 1991-01..2013-12, 276 months\n",
            "  unpaid: 2016-07..2018-12, 21 to 22 months\n",
            "  unpaid to this day: 2019-03..2025-12, 82 months, of these in arrears 2025-01..2025-02\n",
            "  held twice: 2016-05; to be cleared, one is kept\n",
            "  held twice: 2016-06; to be cleared, one is kept\n",
            "  in arrears: 2025-01..2025-02",
            " yuan (incomplete)",
            "  no base known for 1990-01..1990-12",
            "  held twice, left out: 2016-05..2016-06",
        ):
            assert expected in lines

    def test_the_pension_in_chinese(self) -> None:
        """The same in Chinese."""
        lines = section(hard("zh"), "基本养老保险")
        assert "断缴" not in "".join(lines)
        for expected in (
            "  累计: 52 至 53 个月; 其中确定为实缴 38、补缴 2、视同 12",
            "  未计入：欠费 2025-01..2025-02",
            "  连续: 0 个月; 中断于 2019-03..2025-12",
            "  口径：默认口径，不允许中断",
            "  未缴月份: 1991-01..2013-12, 276 个月",
            "  未缴月份: 2016-07..2018-12, 21 至 22 个月",
            "  未缴月份(至今): 2019-03..2025-12, 82 个月，其中欠费 2025-01..2025-02",
            "  重复缴费: 2016-05; 应清理，只保留一处",
            "  重复缴费: 2016-06; 应清理，只保留一处",
            "  欠费: 2025-01..2025-02",
            "  无基数月份 1990-01..1990-12",
            "  重复月份 2016-05..2016-06 未计",
        ):
            assert expected in lines

    def test_the_average_base_is_that_of_the_months_that_have_one(self) -> None:
        """Twelve months of 2312, sixteen of 2620.50 and two of 4000 yuan average 2589.07 yuan."""
        fen = 12 * 231_200 + 16 * 262_050 + 2 * 400_000
        nearest = (2 * fen + 30) // (2 * 30)
        assert nearest == 258_907
        assert "  average base: 2589.07 yuan (incomplete)" in hard("en")

    def test_the_other_kinds(self) -> None:
        """Medical months make maternity months since the merger, and work injury has no months."""
        lines = hard("en")
        assert section(lines, "Work injury") == ["  no months by employment"]
        assert "  employee medical months are maternity months since the merger" in section(
            lines, "Maternity"
        )
        assert section(lines, "Medical") == [
            "  cumulative: 297 months; of these certainly paid 297, back-paid 0, deemed 0",
            "  counted by the default rule, which bridges no gap",
            "  continuous: 0 months; broken by 2025-10..2025-12",
            "  longest run: 297 months (2001-01..2025-09)",
            "  unpaid to this day: 2025-10..2025-12, 3 months",
            "  average base: 4000.00 yuan",
        ]
        assert section(lines, "Unemployment")[:4] == [
            "  cumulative: 13 months; of these certainly paid 13, back-paid 0, deemed 0",
            "  counted by the default rule, which bridges no gap",
            "  continuous: 13 months (2025-01..2026-01)",
            "  longest run: 13 months (2025-01..2026-01)",
        ]

    def test_retirement_of_both_tracks_with_its_law(self) -> None:
        """A woman of unknown category sees both months, ages and delays, and the article."""
        lines = section(hard("en"), "Statutory retirement")
        assert "  2032-06, aged 56 years 6 months (female 55, delayed 18 months)" in lines
        assert "  2026-06, aged 50 years 6 months (female 50, delayed 6 months)" in lines
        assert "第一条" in "".join(lines)
        assert "  2026年6月，50周岁6个月（延迟6个月，女职工(原50周岁)）" in hard("zh")
        assert "Statutory retirement" not in overview(None, HARD, on=ON).text("en").splitlines()

    def test_months_of_unemployment_benefit(self) -> None:
        """Thirteen months paid give at most 12 months by the nation and 3 by Hebei's grading."""
        law = "Hebei Measures for Implementing Unemployment Insurance"
        lines = section(hard("en"), "may unemployment benefit be claimed")
        assert "\n".join(lines).replace("\n      ", " ").splitlines() == [
            "  benefit at most (national): 12 months",
            f"  benefit by the place: 3 months; {law} [secondary]",
        ]
        assert section(hard("zh"), "能否申领失业保险金") == [
            "  失业保险金最长期限（全国）: 12 个月",
            "  失业保险金期限（参保地）: 3 个月; 《河北省失业保险实施办法》 [二手来源]",
        ]

    def test_every_decision_is_explained(self) -> None:
        """Pension, residents' pension, medical, unemployment, work injury, maternity: each stands."""
        text = " ".join(line.strip() for line in hard("en"))
        for question in (
            "may the employees' basic pension be drawn at the statutory age",
            "may the residents' basic pension be drawn",
            "is employees' medical insurance unbroken, with no waiting period running",
            "may unemployment benefit be claimed",
            "does the work-injury fund cover that day",
            "may maternity benefits be drawn",
        ):
            assert question in text

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_it_fits_a_terminal_and_hides_the_label(self, lang: str) -> None:
        """Labels and employers are nobody's business: neither text nor table shows them."""
        view = overview(WOMAN, HARD, on=ON, area=SHIJIAZHUANG)
        assert [line for line in hard(lang) if width(line) > 80] == []
        assert ["script" in each for each in (view.text(lang), view.html(lang))] == [False] * 2

    def test_the_table_says_what_the_text_says(self) -> None:
        """Every row of the text stands in the table, and every decision folds into its head."""
        view = overview(WOMAN, HARD, on=ON, area=SHIJIAZHUANG)
        tags = parsed(view.html("zh"))
        assert {"table", "caption", "details", "summary"} <= tags.seen
        owed = "2019-03..2025-12, 82 个月，其中欠费 2025-01..2025-02"
        for text in ("累计", "未缴月份(至今)", owed, "缴费基数上下限"):
            assert text in tags.text
        assert len(view.html("zh")) < 20_000


def test_arrears_of_medical_insurance_block_the_card() -> None:
    """While a medical month is in arrears the card is blocked, as places rule."""
    record = ContributionHistory(
        [ContributionPeriod(MEDICAL, "2025-12", status=PaymentStatus.ARREARS)]
    )
    view = overview(None, record, on=ON)
    blocked = "  in arrears: 2025-12; until settled the card is blocked, as places rule"
    assert blocked in view.text("en")
    assert "  欠费: 2025-12; 补足前医保卡停用、不予支付，依参保地规定" in view.text("zh")


def test_a_day_after_the_law_that_was_read_is_marked() -> None:
    """What is asked of a day for which the law is not yet known is provisional, and says so."""
    last = shipped().read_until
    notes = [
        overview(None, HARD, on=day).text(lang).splitlines()[1].startswith(note)
        for lang, note in (("en", "Note: "), ("zh", "注意："))
        for day in (last, last + timedelta(1))
    ]
    assert notes == [False, True] * 2


def test_a_resident_has_no_months_by_employment() -> None:
    """A kind paid as a resident alone has no counts, and says which months are left out."""
    paid = MonthSpan("2012-01", "2012-12")
    view = overview(
        None,
        ContributionHistory([ContributionPeriod(PENSION, paid, scheme=Scheme.RESIDENT)]),
        on=ON,
    )
    assert section(view.text("en").splitlines(), "Pension") == [
        "  no months by employment",
        "  left out: scheme 2012-01..2012-12",
    ]
    assert section(view.text("zh").splitlines(), "基本养老保险") == [
        "  无就业参保月份",
        "  未计入：参保类型不计入该口径 2012-01..2012-12",
    ]


def test_two_employers_may_both_insure_against_work_injury() -> None:
    """Work injury held twice by two employers is in order, so nothing is said of clearing it."""
    for kind, note in (
        (InsuranceKind.WORK_INJURY, ""),
        (UNEMPLOYMENT, "; to be cleared, one is kept"),
    ):
        periods = [ContributionPeriod(kind, "2025-12", employer=each) for each in ("A", "B")]
        view = overview(None, ContributionHistory(periods), on=ON)
        assert f"  held twice: 2025-12{note}" in view.text("en").splitlines()


def test_without_unemployment_months_nothing_is_said_of_benefit() -> None:
    """The section on months of benefit stands only where such months were paid."""
    text = overview(None, ContributionHistory(), on=ON, area=SHIJIAZHUANG).text("en")
    assert "may unemployment benefit be claimed" not in text.splitlines()


class TestImpact:
    """The cost of a gap in words."""

    COST = impact(
        ContributionHistory(
            [ContributionPeriod(MEDICAL, MonthSpan("2024-01", "2026-01"), scheme=Scheme.FLEXIBLE)]
        ),
        MonthSpan("2026-02", "2026-05"),
        on=ON,
    )

    def test_each_number_stands_twice(self) -> None:
        """Each count stands as it would be with and without the months of the gap."""
        lines = self.COST.text("en").splitlines()
        assert lines[0] == (
            "Cost of a gap in 2026-02..2026-05 (record as of 2026-01-29, compared on"
        )
        assert section(lines, "Medical") == [
            "  cumulative: 29 months -> 25 months",
            "  continuous: 29 months -> 0 months",
            "  longest run: 29 months -> 25 months",
            "  cover: 4 -> 0 to 1",
        ]

    def test_it_prints_in_chinese(self) -> None:
        """``print`` of an impact gives the Chinese text, which has the same numbers."""
        assert str(self.COST) == self.COST.text() == self.COST.text("zh")
        lines = str(self.COST).splitlines()
        assert lines[0] == (
            "断缴 2026-02..2026-05 的影响（记录截至 2026-01-29，比较日 2026-06-01）"
        )
        assert section(lines, "基本医疗保险") == [
            "  累计：29 个月 -> 25 个月",
            "  连续：29 个月 -> 0 个月",
            "  最长连续：29 个月 -> 25 个月",
            "  有待遇的月数：4 -> 0 至 1",
        ]

    def test_medical_months_are_shown_under_the_rule_of_medical_continuity(self) -> None:
        """A gap of four months breaks the run that a gap of three would have left alive."""
        joined = " ".join(line.strip() for line in self.COST.text("en").splitlines())
        assert "running: eligible (29 months) -> ineligible (0 months)" in joined

    @given(histories(max_size=5), asked_on, st.integers(0, 30), langs)
    def test_no_line_is_wider_than_80_columns(
        self, history: ContributionHistory, on: date, length: int, lang: str
    ) -> None:
        """Whatever the record and the gap, the text fits a terminal."""
        span = MonthSpan(YearMonth(2025, 1), YearMonth(2025, 1) + length)
        lines = impact(history, span, on=on).text(lang).splitlines()
        assert [line for line in lines if width(line) > 80] == []


class TestBases:
    """The section of index and limits."""

    @staticmethod
    def lines(view: Overview, lang: str) -> list[str]:
        """The section of a view, each row on one line."""
        title = {"zh": "缴费基数与指数", "en": "Bases and index"}[lang]
        joined = "\n".join(section(view.text(lang).splitlines(), title))
        return joined.replace("\n      ", {"zh": "", "en": " "}[lang]).splitlines()

    def test_limits_with_their_law_and_its_grade(self) -> None:
        """Hebei's limits of 2025 stand with the notice and how well it was read."""
        view = overview(None, ContributionHistory(), on=date(2025, 6, 1), area=SHIJIAZHUANG)
        limits = self.lines(view, "en")[1]
        assert limits.startswith("  limits of the base: 4007 to 20034 yuan; Notice of the Limits")
        assert limits.endswith("[secondary]")

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_unknown_limits_name_what_is_missing(self, lang: str) -> None:
        """Without a place nobody knows the limits: the parameters are named."""
        limits = self.lines(overview(None, HARD, on=ON), lang)[1]
        titles = [
            parameter.title_zh if lang == "zh" else parameter.title_en
            for parameter in (
                parameters.CONTRIBUTION_BASE_FLOOR,
                parameters.CONTRIBUTION_BASE_CEILING,
            )
        ]
        assert ", ".join(titles) in limits

    def test_one_known_limit_is_not_enough(self) -> None:
        """Where only the floor is known, the limits are undetermined."""
        law = shipped().replacing(parameters.CONTRIBUTION_BASE_FLOOR, 4100, area=SHIJIAZHUANG)
        view = overview(None, HARD, on=ON, area=SHIJIAZHUANG, law=law)
        assert self.lines(view, "en")[1].startswith("  limits of the base: undetermined, needs")

    def test_an_index_that_is_known(self) -> None:
        """A base of the wage of the year before has index 1, and its policy is named."""
        record = ContributionHistory(
            [ContributionPeriod(PENSION, MonthSpan("2024-01", "2024-12"), base="6534.25")]
        )
        view = overview(None, record, on=date(2024, 12, 31), area=SHIJIAZHUANG)
        assert [self.lines(view, lang)[0] for lang in ("en", "zh")] == [
            f"  average contribution index: 1.0000; {POLICY['en']}",
            f"  平均缴费指数: 1.0000; {POLICY['zh']}",
        ]

    def test_an_index_that_leaves_months_out_says_so(self) -> None:
        """An index over some of the months is marked as incomplete."""
        record = ContributionHistory(
            [
                ContributionPeriod(PENSION, MonthSpan("2024-01", "2024-06"), base="6534.25"),
                ContributionPeriod(PENSION, MonthSpan("2024-07", "2024-12")),
            ]
        )
        view = overview(None, record, on=date(2024, 12, 31), area=SHIJIAZHUANG)
        assert [self.lines(view, lang)[0] for lang in ("en", "zh")] == [
            f"  average contribution index: 1.0000 (incomplete); {POLICY['en']}",
            f"  平均缴费指数: 1.0000（不完整）; {POLICY['zh']}",
        ]

    def test_many_missing_years_are_shortened(self) -> None:
        """Of many missing wages the first and the last are named, of two both."""
        spans = {1: "2013", 2: "2014", 3: "2015"}
        found = []
        for last in spans.values():
            record = ContributionHistory(
                [ContributionPeriod(PENSION, MonthSpan("2013-01", f"{last}-12"), base=4000)]
            )
            view = overview(None, record, on=ON)
            found.append(self.lines(view, "en")[0].split("needs ")[1])
            found.append(self.lines(view, "zh")[0].split("缺 ")[1])
        assert found == [
            "the average wage of 2012",
            "2012年社会平均工资",
            "the average wage of 2012, the average wage of 2013",
            "2012年社会平均工资, 2013年社会平均工资",
            "the average wage of 2012 ... the average wage of 2014",
            "2012年社会平均工资 ... 2014年社会平均工资",
        ]

    def test_a_record_without_bases_lacks_the_base(self) -> None:
        """Without any base the index needs an average base, not a wage."""
        assert self.lines(overview(None, ContributionHistory(), on=ON), "en")[0] == (
            "  average contribution index: undetermined, needs average base"
        )


def test_law_of_a_caller_is_escaped() -> None:
    """A title that a caller gives to a law is text in the table, never a tag."""
    citation = Citation(Instrument("x", SCRIPT, SCRIPT, "x"))
    law = shipped()
    for parameter, value in (
        (parameters.CONTRIBUTION_BASE_FLOOR, 4000),
        (parameters.CONTRIBUTION_BASE_CEILING, 20_000),
    ):
        law = law.replacing(parameter, value, area=SHIJIAZHUANG, citation=citation)
    waiting = parameters.MEDICAL_WAITING_MONTHS
    law = law.replacing(waiting, 3, area=SHIJIAZHUANG, citation=citation)
    view = overview(MAN, HARD, on=ON, area=SHIJIAZHUANG, law=law)
    for lang in ("zh", "en"):
        html = as_html(view, lang)
        assert "<script>" not in html
        assert html.count("&lt;script&gt;alert(&#x27;1&#x27;)") == 2
        assert SCRIPT in "".join(parsed(html).text)
        assert SCRIPT in as_text(view, lang).replace("\n      ", "")


def test_months_of_benefit_that_the_record_leaves_open_are_not_named() -> None:
    """Between 50 and 70 months lie two bands, so no longest benefit is named."""
    open_count = ContributionPeriod(UNEMPLOYMENT, MonthSpan("2015-01", "2020-12"), count=(50, 70))
    text = overview(None, ContributionHistory([open_count]), on=ON).text("en")
    assert "benefit at most" not in text


class TestFamily:
    """The sections of account sharing and of certification."""

    MOTHER = Person(birth=date(1950, 2, 3), sex=Sex.FEMALE, label=SCRIPT)
    SPOUSE = Person(birth=date(1970, 4, 5), sex=Sex.MALE, label=SCRIPT)
    BROTHER = Person(birth=date(1980, 5, 6), sex=Sex.MALE, label=SCRIPT)
    IN_LAW = Person(birth=date(1948, 5, 6), sex=Sex.FEMALE, label=SCRIPT)
    FAMILY = Family(
        [
            FamilyTie(WOMAN, MOTHER, Kinship.PARENT),
            FamilyTie(WOMAN, SPOUSE, Kinship.SPOUSE),
            FamilyTie(WOMAN, BROTHER, Kinship.SIBLING),
            FamilyTie(WOMAN, IN_LAW, Kinship.PARENT_IN_LAW),
        ]
    )
    MEMBERS = (
        MedicalMember(
            person=WOMAN,
            area=SHIJIAZHUANG,
            scheme=Scheme.EMPLOYEE,
            is_insured=True,
            has_account=True,
            is_in_good_standing=True,
        ),
        MedicalMember(person=MOTHER, area="320500", is_insured=True),
        MedicalMember(person=SPOUSE, area=SHIJIAZHUANG, is_insured=True),
        MedicalMember(person=BROTHER, area="130200"),
        MedicalMember(person=IN_LAW, is_insured=True),
    )
    TITLES = {  # noqa: RUF012
        "zh": ("医保账户家庭共济", "领取待遇资格认证"),
        "en": ("Sharing the medical account", "Certification"),
    }

    def view(self, on: date = ON, *certified: date) -> Overview:
        """An overview with four relatives, and a pension that was certified on some days."""
        drawing = BenefitDrawing(Scheme.EMPLOYEE, date(2024, 4, 15), certified)
        return overview(
            WOMAN,
            HARD,
            on=on,
            area=SHIJIAZHUANG,
            family=self.FAMILY,
            members=self.MEMBERS,
            drawing=drawing,
        )

    @pytest.mark.parametrize(
        ("lang", "rows"),
        [
            (
                "zh",
                [
                    "  母亲: 符合条件（跨省）",
                    "  丈夫: 符合条件（同一统筹地区）",
                    "  兄弟: 尚不能确定（省内跨统筹地区）",
                    "  配偶的母亲: 不符合条件（不明）",
                ],
            ),
            (
                "en",
                [
                    "  mother: eligible (cross province)",
                    "  husband: eligible (same pooling area)",
                    "  brother: undetermined (same province)",
                    "  mother-in-law: ineligible (not known)",
                ],
            ),
        ],
    )
    def test_each_relative_with_outcome_and_scope(self, lang: str, rows: list[str]) -> None:
        """Each relative stands by what the person calls them, with the answer and how far it is."""
        lines = self.view().text(lang).splitlines()
        assert rows == section(lines, self.TITLES[lang][0])

    @pytest.mark.parametrize(
        ("on", "certified", "zh", "en"),
        [
            (
                ON,
                [date(2025, 2, 7)],
                ["  在认证有效期内: 下次认证不晚于 2026-02-07"],
                ["  certified: next one due by 2026-02-07"],
            ),
            (
                date(2026, 2, 8),
                [date(2025, 2, 7)],
                ["  已逾期: 下次认证不晚于 2026-02-07"],
                ["  overdue: next one due by 2026-02-07"],
            ),
            (
                date(2026, 4, 2),
                [date(2025, 2, 7)],
                [
                    "  逾期未认证，已暂停发放: 下次认证不晚于 2026-02-07",
                    "  暂停发放的月份: 2026-03..2026-04",
                ],
                [
                    "  suspended: next one due by 2026-02-07",
                    "  months not paid: 2026-03..2026-04",
                ],
            ),
        ],
    )
    def test_certification_with_its_day_and_the_months_not_paid(
        self, on: date, certified: list[date], zh: list[str], en: list[str]
    ) -> None:
        """The section says how the benefit stands, when it is due, and which months are not paid."""
        view = self.view(on, *certified)
        for lang, expected in (("zh", zh), ("en", en)):
            assert expected == section(view.text(lang).splitlines(), self.TITLES[lang][1])

    @pytest.mark.parametrize(("lang", "text"), [("zh", "尚不能确定"), ("en", "undetermined")])
    def test_a_cycle_that_is_not_known(self, lang: str, text: str) -> None:
        """Where the cycle of a place is not known, the section says that, and the decision what."""
        drawing = BenefitDrawing(Scheme.RESIDENT, date(2024, 4, 15))
        view = overview(WOMAN, HARD, on=ON, area=SHIJIAZHUANG, drawing=drawing)
        lines = view.text(lang).splitlines()
        assert [f"  {text}"] == section(lines, self.TITLES[lang][1])
        assert "certification.cycle.resident" in "".join(lines)

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_the_table_says_the_same(self, lang: str) -> None:
        """Title, relatives, outcomes and days of the text stand in the table too."""
        view = self.view(date(2026, 4, 2), date(2025, 2, 7))
        lines = view.text(lang).splitlines()
        cells = parsed(view.html(lang)).text
        for title in self.TITLES[lang]:
            assert title in cells
            for row in section(lines, title):
                label, _, value = row.strip().partition(": ")
                assert {label, value} <= set(cells)

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_every_decision_is_explained(self, lang: str) -> None:
        """For each relative the reasons follow, and those of the certification after them."""
        view = self.view()
        text = view.text(lang)
        assert view.certification is not None
        for decision in (*view.sharing, view.certification):
            assert explain(decision, lang) in text

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_no_label_is_shown(self, lang: str) -> None:
        """Whoever the relatives are called, no text, table or repr shows it."""
        view = self.view(date(2026, 4, 2), date(2025, 2, 7))
        shown = (view.text(lang), view.html(lang), repr(view))
        assert [False] * 3 == ["script" in each for each in shown]

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_without_them_there_is_no_section(self, lang: str) -> None:
        """An overview without family and benefit has none of the two titles, and the same rest."""
        plain = hard(lang)
        lines = self.view().text(lang).splitlines()
        assert set(self.TITLES[lang]).isdisjoint(plain)
        assert [line for line in plain if line not in lines] == []

    @given(
        st.sampled_from(Kinship),
        st.sampled_from(Sex),
        st.none() | st.sampled_from(AREAS),
        records,
        asked_on,
        langs,
    )
    def test_whatever_the_relative_the_text_fits(
        self,
        kinship: Kinship,
        sex: Sex,
        area: str | None,
        history: ContributionHistory,
        on: date,
        lang: str,
    ) -> None:
        """No line is wider than 80 columns, the word of the relative stands, and no label does."""
        generations = kinship.generations or 0
        relative = Person(birth=date(1975 - 25 * generations, 6, 1), sex=sex, label=SCRIPT)
        tie = FamilyTie(WOMAN, relative, kinship)
        view = overview(
            WOMAN,
            history,
            on=on,
            area=area,
            family=Family([tie]),
            drawing=BenefitDrawing(Scheme.EMPLOYEE, date(2014, 1, 5)),
        )
        text = view.text(lang)
        assert [] == [line for line in text.splitlines() if width(line) > 80]
        assert f"  {tie.word(lang)}: " in text
        assert f"<td>{tie.word(lang).replace(chr(39), '&#x27;')}</td>" in view.html(lang)
        assert ["script" in each for each in (text, view.html(lang))] == [False] * 2
