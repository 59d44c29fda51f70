"""The yearly adjustment by example: published figures of places, and figures that are refused."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from shebao import MoneyError, RuleError
from shebao.law import Citation
from shebao.law.citations import Instrument
from shebao.rules import adjustment
from shebao.rules.adjustment import Adjustment
from shebao.terms import PartYear

NOTICE = Citation(Instrument("notice", "某省调整办法", "Some Province's Notice", "某厅"))
#: One province's figures of 2024, with the case that was published beside them.
TIERED = Adjustment(
    fixed=31,
    per_year=((0, "1.7"), (15, "1.8"), (25, 2)),
    years_part=PartYear.WHOLE,
    least_by_years="25.5",
    percent="0.4",
    high_age=((70, 21), (75, 29), (80, 39)),
    citation=NOTICE,
)
#: Zhejiang's figures of 2024, for a man.
ZHEJIANG = Adjustment(
    fixed=31,
    per_year=[(0, "1.1"), (15, "1.8"), (30, "2.2")],
    years_part=PartYear.WHOLE,
    least_by_years=11,
    percent="0.86",
    high_age=[(70, 25), (80, 50)],
)
#: Shanxi's figures of 2022, whose part by years is that of ten years at least.
SHANXI = Adjustment(
    fixed=45, per_year="1.35", years_part=PartYear.WHOLE, least_by_years="13.5", percent="1.27"
)


class TestParts:
    """Each part by the figures that a notice prints."""

    def test_the_published_case(self) -> None:
        """30 years and 3000 yuan: 31 + 53.50 + 12, in all 96.50 yuan."""
        made = adjustment.adjusted(
            3000, contribution_months=360, age_months=12 * 69 + 11, by=TIERED
        )

        assert (
            Decimal(31),
            Decimal("53.50"),
            Decimal("12.00"),
            Decimal(0),
            Decimal("96.50"),
            Decimal("3096.50"),
        ) == (
            made.fixed,
            made.by_years,
            made.by_percent,
            made.by_age,
            made.increase,
            made.total,
        )
        assert made.pension == Decimal(3000)

    @pytest.mark.parametrize(
        ("figures", "months", "expected"),
        [
            (TIERED, 0, "25.5"),
            (TIERED, 180, "25.5"),
            (TIERED, 181, "27.3"),
            (TIERED, 300, "43.5"),
            (TIERED, 312, "45.5"),
            (ZHEJIANG, 120, "11"),
            (ZHEJIANG, 121, "12.1"),
            (ZHEJIANG, 360, "43.5"),
            (ZHEJIANG, 480, "65.5"),
            (SHANXI, 12, "13.5"),
            (SHANXI, 121, "14.85"),
        ],
    )
    def test_each_year_by_its_step(self, figures: Adjustment, months: int, expected: str) -> None:
        """The first fifteen years, those beyond them and the last ones each by their amount."""
        assert Decimal(expected) == figures.by_years(months)

    @pytest.mark.parametrize(
        ("part", "expected"),
        [(PartYear.DROPPED, "48"), (PartYear.WHOLE, "49.5"), (PartYear.BY_MONTH, "49")],
    )
    def test_a_part_of_a_year_by_the_policy(self, part: PartYear, expected: str) -> None:
        """32 years 8 months at 1.50 yuan: 32, 33 or 32 and two thirds."""
        figures = Adjustment(per_year="1.5", years_part=part)

        assert Decimal(expected) == figures.by_years(392)

    def test_the_part_by_years_is_rounded_half_up(self) -> None:
        """A month at 1.50 yuan a year is 0.125 yuan, paid as 0.13."""
        figures = Adjustment(per_year="1.5", years_part=PartYear.BY_MONTH)

        assert Decimal("0.13") == figures.by_years(1)

    def test_steps_may_begin_above_a_year(self) -> None:
        """Where only years beyond fifteen are granted, fifteen give nothing."""
        figures = Adjustment(per_year=((15, 2),), years_part=PartYear.DROPPED)

        assert [figures.by_years(12 * years) for years in (15, 16)] == [Decimal(0), Decimal(2)]

    @pytest.mark.parametrize(
        ("age", "expected"),
        [(839, 0), (840, 21), (899, 21), (900, 29), (959, 29), (960, 39), (1300, 39)],
    )
    def test_the_highest_age_reached_holds(self, age: int, expected: int) -> None:
        """At 70, 75 and 80 years the amount rises, and the amounts are not added up."""
        assert Decimal(expected) == TIERED.by_age(age)

    def test_the_part_by_level_is_rounded_half_up(self) -> None:
        """1.27 % of 3550 yuan is 45.085 yuan, paid as 45.09."""
        made = adjustment.adjusted(3550, contribution_months=0, age_months=720, by=SHANXI)

        assert Decimal("45.09") == made.by_percent

    def test_without_figures_nothing_changes(self) -> None:
        """All parts are 0 unless they are given."""
        made = adjustment.adjusted(
            "3000.01", contribution_months=360, age_months=960, by=Adjustment()
        )

        assert (Decimal(0), Decimal("3000.01")) == (made.increase, made.total)

    def test_nothing_a_year_is_no_part_by_years(self) -> None:
        """With 0 yuan a year nobody has to say what a part of a year counts."""
        assert Decimal(0) == Adjustment(per_year=0).by_years(360)

    def test_figures_are_kept_exact(self, copies: Callable[[object], list[object]]) -> None:
        """Amounts become ``Decimal``, the percentage a ``Fraction``, and the value is frozen."""
        assert TIERED.per_year == ((0, Decimal("1.7")), (15, Decimal("1.8")), (25, Decimal(2)))
        assert (Fraction(2, 5), NOTICE) == (TIERED.percent, TIERED.citation)
        assert all(TIERED == each for each in copies(TIERED))


class TestRefusals:
    """What no notice can print, and what is no pension."""

    @pytest.mark.parametrize(
        ("facts", "error", "field"),
        [
            ({"fixed": -1}, MoneyError, "fixed"),
            ({"fixed": 31.5}, MoneyError, "fixed"),
            ({"per_year": 1.5}, MoneyError, "per_year"),
            ({"per_year": "-1"}, MoneyError, "per_year"),
            ({"per_year": ((0, 1.5),)}, MoneyError, "per_year[0]"),
            ({"per_year": ((0, 1), (0, 2))}, RuleError, "per_year[1]"),
            ({"per_year": ((0, 1), (15, 2), (10, 3))}, RuleError, "per_year[2]"),
            ({"per_year": ((-1, 1),)}, RuleError, "per_year[0]"),
            ({"per_year": ((0, 1, 2),)}, RuleError, "per_year[0]"),
            ({"per_year": (("0", 1),)}, RuleError, "per_year[0]"),
            ({"per_year": (1,)}, RuleError, "per_year[0]"),
            ({"per_year": 1}, RuleError, "years_part"),
            ({"years_part": "whole"}, RuleError, "years_part"),
            ({"least_by_years": "x"}, MoneyError, "least_by_years"),
            ({"percent": 0.4}, MoneyError, "percent"),
            ({"percent": -1}, MoneyError, "percent"),
            ({"percent": "100.1"}, RuleError, "percent"),
            ({"high_age": 70}, RuleError, "high_age"),
            ({"high_age": ((70, 21), (70, 29))}, RuleError, "high_age[1]"),
            ({"high_age": ((70, 21), (75, 21))}, RuleError, "high_age[1]"),
            ({"high_age": ((70, 21), (75, 29), (80, 28))}, RuleError, "high_age[2]"),
            ({"citation": "某通知"}, RuleError, "citation"),
        ],
    )
    def test_figures_that_make_no_sense(
        self, facts: dict[str, Any], error: type[Exception], field: str
    ) -> None:
        """Amounts are exact and not negative, years rise, and so do ages with their amounts."""
        with pytest.raises(error) as caught:
            Adjustment(**facts)

        assert field == getattr(caught.value, "field", None)

    @pytest.mark.parametrize(
        ("facts", "error", "field"),
        [
            ({"pension": 3000.5}, MoneyError, "pension"),
            ({"pension": -1}, MoneyError, "pension"),
            ({"contribution_months": "360"}, RuleError, "contribution_months"),
            ({"contribution_months": -1}, RuleError, "contribution_months"),
            ({"age_months": Decimal(840)}, RuleError, "age_months"),
            ({"by": {"fixed": 31}}, RuleError, "by"),
        ],
    )
    def test_what_makes_no_adjusted_pension(
        self, facts: dict[str, Any], error: type[Exception], field: str
    ) -> None:
        """Each fact is exact, and the figures are an ``Adjustment``."""
        given = {"pension": 3000, "contribution_months": 360, "age_months": 840, "by": TIERED}
        with pytest.raises(error) as caught:
            adjustment.adjusted(**{**given, **facts})

        assert field == getattr(caught.value, "field", None)
