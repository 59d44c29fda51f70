"""A statement's total against its rows: what explains the difference, and what does not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

import pytest

from shebao import (
    MATERNITY,
    MEDICAL,
    PENSION,
    UNEMPLOYMENT,
    ContributionHistory,
    ContributionPeriod,
    Discrepancy,
    FaultyInputError,
    MonthSet,
    PaymentStatus,
    RuleError,
    Scheme,
    UncertainCountError,
    explain,
    reconciliation,
)
from shebao.sentences.reconciliation import CAUSES, FRAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shebao import InsuranceKind
    from shebao.rules.reconciliation import Cause, Reconciliation

ON: Final = date(2026, 1, 29)
CITY, OTHER = "130100", "310000"
BACK_PAID, DEEMED = Discrepancy.BACK_PAID, Discrepancy.DEEMED
TRANSFERRED, DOUBLE = Discrepancy.TRANSFERRED, Discrepancy.DOUBLE
NOT_POSTED, NOT_ARRIVED = Discrepancy.NOT_POSTED, Discrepancy.NOT_ARRIVED


def period(
    months: str, status: PaymentStatus = PaymentStatus.PAID, **more: object
) -> ContributionPeriod:
    """Pension months in one city."""
    said = cast("Any", {"area": CITY} | more)
    return ContributionPeriod(PENSION, months, status=status, **said)


#: 252 months: 60 deemed, 48 of another place, 6 back-paid, of five others twice; and a pending one.
LIFE: Final = ContributionHistory(
    [
        period("2005-01..2009-12", PaymentStatus.DEEMED),
        period("2010-01..2013-12", area=OTHER),
        period("2014-01..2015-12"),
        period("2016-01..2016-06", PaymentStatus.BACK_PAID),
        period("2016-07..2025-12"),
        period("2020-08..2020-12", area=OTHER),
        period("2026-01", PaymentStatus.PENDING),
    ]
)


def reconciled(
    history: ContributionHistory, stated: int, *, area: str | None = CITY, on: date = ON
) -> Reconciliation:
    """The pension months of a record against a number."""
    return reconciliation.months(history, PENSION, stated=stated, on=on, area=area)


def told(causes: Iterable[Cause]) -> list[tuple[Discrepancy, int, str]]:
    """Causes with their numbers and months."""
    return [(cause.cause, cause.months, str(cause.placed)) for cause in causes]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (246, [(BACK_PAID, 6, "2016-01..2016-06")]),
        (192, [(DEEMED, 60, "2005-01..2009-12")]),
        (204, [(TRANSFERRED, 48, "2010-01..2013-12")]),
        (251, [(NOT_POSTED, 1, "2025-12")]),
        (250, [(NOT_POSTED, 2, "2025-11..2025-12")]),
        (253, [(NOT_ARRIVED, 1, "2026-01")]),
        (257, [(DOUBLE, 5, "2020-08..2020-12")]),
        (186, [(BACK_PAID, 6, "2016-01..2016-06"), (DEEMED, 60, "2005-01..2009-12")]),
        (258, [(NOT_ARRIVED, 1, "2026-01"), (DOUBLE, 5, "2020-08..2020-12")]),
    ],
)
def test_each_convention_has_its_number(
    stated: int, expected: list[tuple[Discrepancy, int, str]]
) -> None:
    """The months that a convention leaves out, or adds, are the difference that it explains."""
    found = reconciled(LIFE, stated)

    assert [expected] == [told(causes) for causes in found.explanations]
    assert stated - 252 == found.difference.months
    assert found.is_explained
    assert () == found.nearest


def test_no_difference_needs_no_cause() -> None:
    """Where total and rows agree nothing is to be explained."""
    found = reconciled(LIFE, 252)

    assert 0 == found.difference.months
    assert found.is_explained
    assert ((), (), ()) == (found.causes, found.explanations, found.nearest)


def test_what_the_rows_hold_is_told_even_if_it_explains_nothing() -> None:
    """Each cause stands with its own months, beside what comes nearest and what is left."""
    found = reconciled(LIFE, 300)

    assert [
        (BACK_PAID, 6, "2016-01..2016-06"),
        (DEEMED, 60, "2005-01..2009-12"),
        (TRANSFERRED, 48, "2010-01..2013-12"),
        (NOT_POSTED, 2, "2025-11..2025-12"),
        (NOT_ARRIVED, 1, "2026-01"),
        (DOUBLE, 5, "2020-08..2020-12"),
    ] == told(found.causes)
    assert () == found.explanations
    assert [NOT_ARRIVED, DOUBLE] == [cause.cause for cause in found.nearest]
    assert (42, False) == (found.unexplained, found.is_explained)


def test_what_is_left_may_be_too_few() -> None:
    """Where even all that may be left out is too little, the rest is negative."""
    found = reconciled(ContributionHistory([period("2020-01..2020-12")]), 10)

    assert ((), (), (), -2) == (
        found.causes,
        found.explanations,
        found.nearest,
        found.unexplained,
    )


def test_two_conventions_may_give_one_number() -> None:
    """Which of two is true cannot be told, so both are, in the order of the terms."""
    history = ContributionHistory(
        [
            period("2020-01..2020-03", PaymentStatus.BACK_PAID),
            period("2020-04..2020-06", PaymentStatus.DEEMED),
            period("2020-07..2020-12"),
        ]
    )

    assert [
        [(BACK_PAID, 3, "2020-01..2020-03")],
        [(DEEMED, 3, "2020-04..2020-06")],
    ] == [told(causes) for causes in reconciled(history, 9).explanations]


def test_a_month_is_left_out_once() -> None:
    """Back-paid months of another place are not in the months that were transferred as well."""
    history = ContributionHistory(
        [
            period("2020-01..2020-06", PaymentStatus.BACK_PAID, area=OTHER),
            period("2020-07..2020-12", area=OTHER),
            period("2021-01..2021-03", PaymentStatus.BACK_PAID),
            period("2021-04..2021-12"),
        ]
    )

    found = reconciled(history, 9)

    assert [
        [(BACK_PAID, 9, "2020-01..2020-06, 2021-01..2021-03"), (TRANSFERRED, 6, "2020-07..2020-12")]
    ] == [told(causes) for causes in found.explanations]
    assert (TRANSFERRED, 12, "2020-01..2020-12") in told(found.causes)


def test_two_causes_may_work_only_together() -> None:
    """A month paid elsewhere and back-paid here is left out only if neither counts."""
    history = ContributionHistory(
        [
            period("2020-01", area=OTHER),
            period("2020-01", PaymentStatus.BACK_PAID),
            period("2020-02"),
        ]
    )

    assert [[(BACK_PAID, 0, "-"), (TRANSFERRED, 1, "2020-01")]] == [
        told(causes) for causes in reconciled(history, 1).explanations
    ]


def test_nothing_is_transferred_within_a_pooling_area() -> None:
    """Pension insurance is pooled by provinces: a neighbour city's months are no others."""
    history = ContributionHistory([period("2020-01"), period("2020-02", area="130600")])

    assert not reconciled(history, 1).is_explained


@pytest.mark.parametrize("area", [None, OTHER])
def test_months_without_a_place_are_the_statements_own(area: str | None) -> None:
    """Neither a row without an area nor a statement without one says that months came from elsewhere."""
    history = ContributionHistory(
        [period("2020-01", area=None), period("2020-02", area=None if area else OTHER)]
    )

    assert not reconciled(history, 1, area=area).is_explained


def test_a_total_lags_behind_by_the_arrival_of_money() -> None:
    """A year of old months that was bought last month may not be posted, but only as a whole."""
    history = ContributionHistory(
        [
            period("2019-01..2019-12"),
            period(
                "2020-01..2020-12",
                PaymentStatus.BACK_PAID,
                declared_on=date(2025, 12, 8),
                settled_on=date(2025, 12, 9),
            ),
            period("2021-01..2021-12", PaymentStatus.BACK_PAID, settled_on=date(2025, 8, 9)),
        ]
    )

    assert [[(NOT_POSTED, 12, "2020-01..2020-12")]] == [
        told(causes) for causes in reconciled(history, 24).explanations
    ]
    assert not reconciled(history, 25).is_explained


@pytest.mark.parametrize(("stated", "is_explained"), [(13, True), (12, True), (11, False)])
def test_a_total_lags_behind_by_a_quarter_at_most(stated: int, *, is_explained: bool) -> None:
    """The months up to October are posted by the end of January; what is older is another day's."""
    history = ContributionHistory([period("2024-11..2025-12"), period("2026-01")])

    assert is_explained is reconciled(history, stated).is_explained


@pytest.mark.parametrize(
    "status", [PaymentStatus.PENDING, PaymentStatus.ARREARS, PaymentStatus.DEFERRED]
)
def test_declared_months_may_be_counted(status: PaymentStatus) -> None:
    """A total of what is due holds months that were never paid."""
    history = ContributionHistory([period("2020-01..2020-06"), period("2020-07", status)])

    assert [[(NOT_ARRIVED, 1, "2020-07")]] == [
        told(causes) for causes in reconciled(history, 7).explanations
    ]


def test_a_month_held_thrice_is_counted_thrice() -> None:
    """Three keys add two months, in one place."""
    history = ContributionHistory([period("2020-01", employer=each) for each in "ABC"])

    assert [[(DOUBLE, 2, "2020-01")]] == [
        told(causes) for causes in reconciled(history, 3).explanations
    ]


@pytest.mark.parametrize(("stated", "is_explained"), [(12, True), (13, True), (24, False)])
def test_merged_medical_months_double_no_maternity_month(
    stated: int, *, is_explained: bool
) -> None:
    """A maternity row beside a medical one is one month; two maternity rows are two."""
    history = ContributionHistory(
        [
            ContributionPeriod(MATERNITY, "2020-01..2020-06", employer="A"),
            ContributionPeriod(MATERNITY, "2020-01", employer="B"),
            ContributionPeriod(MEDICAL, "2020-01..2020-12", employer="C"),
        ]
    )

    found = reconciliation.months(history, MATERNITY, stated=stated, on=ON)

    assert is_explained is found.is_explained


def test_deemed_months_of_unemployment_insurance_are_no_cause() -> None:
    """Where deemed months never count, leaving them out changes nothing."""
    history = ContributionHistory(
        [
            ContributionPeriod(UNEMPLOYMENT, "2020-01", status=PaymentStatus.DEEMED),
            ContributionPeriod(UNEMPLOYMENT, "2020-02"),
        ]
    )

    found = reconciliation.months(history, UNEMPLOYMENT, stated=0, on=ON)

    assert ((), ()) == (found.causes, found.explanations)


def test_residents_months_are_in_no_total() -> None:
    """The default rule sees employment alone, and so does every convention."""
    history = ContributionHistory(
        [
            period("2019-01..2019-12", scheme=Scheme.RESIDENT),
            period("2020-01..2020-12"),
        ]
    )

    assert 12 == reconciled(history, 24).unexplained


class TestCounts:
    """Months known only by their number bound what a statement may show."""

    history = ContributionHistory(
        [
            period("2018-01..2018-12", count=9, area=None),
            period("2018-01..2018-12", count=(4, 6), area=None, employer="B"),
            period("2020-01..2020-05", PaymentStatus.BACK_PAID),
        ]
    )

    @pytest.mark.parametrize("stated", [14, 16, 17])
    def test_a_number_that_the_rows_allow_is_no_difference(self, stated: int) -> None:
        """9 and 4 to 6 of the same twelve are 9 to 12, and five more."""
        found = reconciled(self.history, stated)

        assert (14, 17) == (found.counted.at_least, found.counted.at_most)
        assert found.is_explained
        assert () == found.explanations
        with pytest.raises(UncertainCountError):
            _ = found.difference.months

    def test_placed_months_are_certain_among_uncertain_ones(self) -> None:
        """The five back-paid months are five, wherever the others lie."""
        found = reconciled(self.history, 10)

        assert [[(BACK_PAID, 5, "2020-01..2020-05")]] == [
            told(causes) for causes in found.explanations
        ]

    def test_months_held_twice_are_bounded(self) -> None:
        """The 13 to 15 months of both fill 9 to 12 places, so that 1 to 6 of them may lie twice."""
        (causes,) = reconciled(self.history, 20).explanations

        assert [(DOUBLE, 1, 6, MonthSet())] == [
            (each.cause, each.at_least, each.at_most, each.placed) for each in causes
        ]
        with pytest.raises(UncertainCountError, match="double"):
            _ = causes[0].months

    def test_a_number_without_places_may_be_left_out(self) -> None:
        """Nine transferred months of twelve are nine, and none of them has a place."""
        history = ContributionHistory(
            [period("2018-01..2018-12", count=9, area=OTHER), period("2020-01..2020-05")]
        )

        (causes,) = reconciled(history, 5).explanations

        assert [(TRANSFERRED, 9, "-")] == told(causes)

    def test_a_placed_month_may_hide_behind_a_number(self) -> None:
        """A month back-paid here may be among the two paid elsewhere in that quarter, or may not."""
        history = ContributionHistory(
            [
                period("2018-02", PaymentStatus.BACK_PAID),
                period("2018-01..2018-03", count=2, area=OTHER),
                period("2020-01..2020-05"),
            ]
        )

        found = reconciled(history, 6)

        assert (7, 8) == (found.counted.at_least, found.counted.at_most)
        assert (BACK_PAID, 0, 1) in [
            (each.cause, each.at_least, each.at_most) for each in found.causes
        ]
        assert [TRANSFERRED] == [each.cause for (each,) in found.explanations]


class TestWords:
    """A reconciliation in Chinese and English."""

    def test_words_of_no_difference(self) -> None:
        """One line says that they agree."""
        found = reconciled(LIFE, 252)

        assert "基本养老保险（2026-01-29）：累计月数 252，明细 252，相符" == explain(found)
        assert (
            "Total of pension months (2026-01-29): 252 stated, 252 in the rows, no difference"
        ) == " ".join(explain(found, "en").split())

    def test_words_of_explanations(self) -> None:
        """Each explanation has its causes, with number and months, one after the other."""
        history = ContributionHistory(
            [
                period("2020-01..2020-03", PaymentStatus.BACK_PAID),
                period("2020-04..2020-06", PaymentStatus.DEEMED),
                period("2020-07..2020-12"),
            ]
        )
        found = reconciled(history, 9)

        assert [
            "基本养老保险（2026-01-29）：累计月数 9，明细 12，累计少 3 个月",
            "可能的原因：",
            "  - 总数未计补缴月份：3 个月（2020-01..2020-03）",
            "或者：",
            "  - 总数未计视同缴费月份：3 个月（2020-04..2020-06）",
        ] == explain(found, "zh").splitlines()
        assert [
            "Total of pension months (2026-01-29): 9 stated, 12 in the rows, 3 fewer",
            "It may be that",
            "  - the total leaves back-paid months out: 3 (2020-01..2020-03)",
            "or that",
            "  - the total leaves deemed months out: 3 (2020-04..2020-06)",
        ] == explain(found, "en").splitlines()

    def test_words_of_what_is_not_explained(self) -> None:
        """What comes nearest, what is left, and what else the rows hold."""
        assert [
            "基本养老保险（2026-01-29）：累计月数 300，明细 252，累计多 48 个月",
            "最接近的原因：",
            "  - 总数计入了已申报、未到账的月份：1 个月（2026-01）",
            "  - 总数将重复缴费月份重复计算：5 个月（2020-08..2020-12）",
            "无法说明：累计多 42 个月",
            "明细中还有：",
            "  - 总数未计补缴月份：6 个月（2016-01..2016-06）",
            "  - 总数未计视同缴费月份：60 个月（2005-01..2009-12）",
            "  - 总数未计其他统筹地区的月份：48 个月（2010-01..2013-12）",
            "  - 总数截至较早月份，其后到账的尚未计入：2 个月（2025-11..2025-12）",
        ] == explain(reconciled(LIFE, 300), "zh").splitlines()

    def test_words_where_there_is_no_cause_at_all(self) -> None:
        """Rows that hold nothing special leave only the difference."""
        found = reconciled(ContributionHistory([period("2020-01..2020-12")]), 10)

        assert [
            "Total of pension months (2026-01-29): 10 stated, 12 in the rows, 2 fewer",
            "Not explained: 2 fewer",
        ] == explain(found, "en").splitlines()

    def test_words_of_bounds(self) -> None:
        """Numbers that the rows only bound are told as from and to, the smaller first."""
        lines = explain(reconciled(TestCounts.history, 20), "en").splitlines()

        assert [
            "Total of pension months (2026-01-29): 20 stated, 14 to 17 in the rows, 3 to 6",
            "    more",
            "It may be that",
            "  - the total counts months that are held twice more than once: 1 to 6",
        ] == lines
        assert "累计少 4 至 7 个月" in explain(reconciled(TestCounts.history, 10))

    def test_every_sentence_is_in_both_languages(self) -> None:
        """Each convention and each frame can be told in Chinese and in English."""
        assert set(Discrepancy) == set(CAUSES)
        for words in (*CAUSES.values(), *FRAME.values()):
            assert all(words[lang] for lang in ("zh", "en"))


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("stated", {"stated": -1}),
        ("stated", {"stated": True}),
        ("stated", {"stated": "151"}),
        ("area", {"area": "Shanghai"}),
        ("kind", {"kind": "pension"}),
        ("on", {"on": "2026-01-29"}),
        ("history", {"history": []}),
    ],
)
def test_what_is_no_question_is_refused(field: str, more: dict[str, object]) -> None:
    """A fault names the argument that is none."""
    asked: dict[str, Any] = {"history": LIFE, "kind": PENSION, "stated": 1, "on": ON} | more
    with pytest.raises(FaultyInputError) as caught:
        reconciliation.months(asked.pop("history"), asked.pop("kind"), **asked)

    assert field == caught.value.field


def test_another_language_is_refused() -> None:
    """A reconciliation is told in two languages."""
    with pytest.raises(RuleError, match="lang"):
        explain(reconciled(LIFE, 1), cast("Any", "fr"))


@pytest.mark.parametrize("kind", [PENSION, MATERNITY])
def test_an_empty_record_explains_nothing(kind: InsuranceKind) -> None:
    """Without rows no convention gives any number but none."""
    found = reconciliation.months(ContributionHistory(), kind, stated=3, on=ON, area=CITY)

    assert (3, (), False) == (found.unexplained, found.causes, found.is_explained)


def test_what_is_neither_a_decision_nor_a_reconciliation_is_refused() -> None:
    """A count has no words of its own, and the error names what has."""
    with pytest.raises(RuleError) as caught:
        explain(cast("Any", reconciled(LIFE, 252).counted))

    assert "is of type Count" == caught.value.faults[0].problem
    assert "a Decision or a Reconciliation" == caught.value.faults[0].expected
