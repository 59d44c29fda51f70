"""Counting rules: which months count, hold and break, and what no rule can say."""

from __future__ import annotations

import pickle
from typing import Any

import attrs
import pytest

from shebao import CountingRule, InsuranceKind, PaymentStatus, Role, Scheme, YearMonth
from shebao.errors import MonthError, RuleError

BY_EMPLOYMENT = {Scheme.EMPLOYEE, Scheme.FLEXIBLE, Scheme.PUBLIC_SECTOR}
LONG_TERM = {InsuranceKind.PENSION, InsuranceKind.MEDICAL}


class TestDefault:
    """One default rule a kind, the same for every purpose."""

    @pytest.mark.parametrize("kind", InsuranceKind)
    def test_is_for_its_kind_alone(self, kind: InsuranceKind) -> None:
        """The default rule of a kind counts that kind and is named after it."""
        rule = CountingRule.default(kind)

        assert frozenset({kind}) == rule.kinds
        assert f"default {kind.en}" == rule.name

    @pytest.mark.parametrize("kind", InsuranceKind)
    def test_never_sees_residents(self, kind: InsuranceKind) -> None:
        """Employee, flexible and public-sector months count together, resident months never."""
        assert CountingRule.default(kind).schemes == BY_EMPLOYMENT

    @pytest.mark.parametrize("kind", InsuranceKind)
    def test_paid_and_back_paid_months_count(self, kind: InsuranceKind) -> None:
        """A month counts if it is paid, in time or later."""
        rule = CountingRule.default(kind)

        assert rule.role(PaymentStatus.PAID) is Role.COUNTS
        assert rule.role(PaymentStatus.BACK_PAID) is Role.COUNTS

    @pytest.mark.parametrize("kind", InsuranceKind)
    def test_deemed_months_count_for_pension_and_medical_only(self, kind: InsuranceKind) -> None:
        """Deemed years 视同缴费 exist for pension and medical insurance."""
        expected = Role.COUNTS if kind in LONG_TERM else Role.BREAKS

        assert expected is CountingRule.default(kind).role(PaymentStatus.DEEMED)

    @pytest.mark.parametrize("kind", InsuranceKind)
    def test_what_is_declared_and_not_overdue_holds(self, kind: InsuranceKind) -> None:
        """Deferred and pending months hold a run, arrears break it."""
        rule = CountingRule.default(kind)

        assert rule.role(PaymentStatus.DEFERRED) is Role.HOLDS
        assert rule.role(PaymentStatus.PENDING) is Role.HOLDS
        assert rule.role(PaymentStatus.ARREARS) is Role.BREAKS

    @pytest.mark.parametrize("kind", InsuranceKind)
    def test_has_no_local_conditions(self, kind: InsuranceKind) -> None:
        """Nothing is bridged; repair and back payments have no limit; any area, any time."""
        rule = CountingRule.default(kind)

        assert rule.bridging == 0
        assert (
            rule.repair,
            rule.back_paid_limit,
            rule.area,
            rule.window,
        ) == (None, None, None, None)

    def test_maternity_is_merged_from_2020(self) -> None:
        """Maternity insurance was to be merged with medical insurance by the end of 2019."""
        assert YearMonth(2020, 1) == CountingRule.default(InsuranceKind.MATERNITY).merged_from
        assert CountingRule.default(InsuranceKind.MEDICAL).merged_from is None

    def test_is_of_a_kind(self) -> None:
        """There is no default rule for what is no kind of insurance."""
        with pytest.raises(RuleError) as caught:
            CountingRule.default("pension")  # type: ignore[arg-type]

        assert caught.value.field == "kind"
        assert caught.value.value == "pension"
        assert "InsuranceKind.PENSION" in str(caught.value)


def test_a_rule_gives_each_status_one_role() -> None:
    """What neither counts nor holds breaks."""
    rule = CountingRule(
        name="paid only",
        counts=frozenset({PaymentStatus.PAID}),
        holds=frozenset({PaymentStatus.ARREARS}),
    )

    assert {status: rule.role(status) for status in PaymentStatus} == {
        PaymentStatus.PAID: Role.COUNTS,
        PaymentStatus.BACK_PAID: Role.BREAKS,
        PaymentStatus.ARREARS: Role.HOLDS,
        PaymentStatus.PENDING: Role.BREAKS,
        PaymentStatus.DEFERRED: Role.BREAKS,
        PaymentStatus.DEEMED: Role.BREAKS,
    }


def test_a_rule_is_a_value() -> None:
    """Rules that say the same are equal, however their sets were given, and survive pickling."""
    statuses: Any = [PaymentStatus.PAID, PaymentStatus.PAID]
    listed = CountingRule(name="paid only", counts=statuses)
    named = CountingRule(name="paid only", counts=frozenset({PaymentStatus.PAID}))

    assert listed == named
    assert hash(listed) == hash(named)
    assert named == pickle.loads(pickle.dumps(listed))  # noqa: S301  (its own pickle)


def test_a_rule_does_not_change() -> None:
    """A rule is immutable: another rule is made from it."""
    rule = CountingRule(name="any")

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        rule.bridging = 3  # type: ignore[misc]

    assert attrs.evolve(rule, bridging=3) == CountingRule(name="any", bridging=3)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("name", "", "text"),
        ("name", 3, "text"),
        ("bridging", -1, "an int from 0"),
        ("bridging", None, "an int from 0"),
        ("bridging", True, "an int from 0"),
        ("bridging", 1.0, "an int from 0"),
        ("repair", -1, "an int from 0"),
        ("repair", "3", "an int from 0"),
        ("back_paid_limit", -1, "an int from 0"),
        ("back_paid_limit", 2.5, "an int from 0"),
        ("window", 0, "an int from 1"),
        ("window", False, "an int from 1"),
        ("area", "1301", 'six digits as text, such as "130100"'),
        ("area", 130100, 'six digits as text, such as "130100"'),
    ],
)
def test_a_faulty_part_is_refused(field: str, value: object, expected: str) -> None:
    """The error names the part of the rule, its value and what would be right."""
    parts: dict[str, Any] = {"name": "any", field: value}

    with pytest.raises(RuleError) as caught:
        CountingRule(**parts)

    assert (field, value) == (caught.value.field, caught.value.value)
    assert expected == caught.value.faults[0].expected
    assert str(caught.value).startswith(f"{field}: {value!r} ")


@pytest.mark.parametrize("field", ["repair", "back_paid_limit"])
def test_zero_is_a_limit(field: str) -> None:
    """A limit of 0 is a limit: only None is without one."""
    parts: dict[str, Any] = {"name": "any", field: 0}

    assert getattr(CountingRule(**parts), field) == 0


@pytest.mark.parametrize(
    ("field", "value", "terms"),
    [
        ("kinds", "pension", "InsuranceKind"),
        ("schemes", InsuranceKind.PENSION, "Scheme"),
        ("counts", Role.COUNTS, "PaymentStatus"),
        ("holds", "pending", "PaymentStatus"),
    ],
)
def test_only_terms_of_the_vocabulary_are_known(field: str, value: object, terms: str) -> None:
    """Kinds, schemes and statuses are terms: the error lists those that there are."""
    parts: dict[str, Any] = {"name": "any", field: frozenset({value})}

    with pytest.raises(RuleError, match=f"is no {terms}; expected {terms}\\.") as caught:
        CountingRule(**parts)

    assert (field, value) == (caught.value.field, caught.value.value)


def test_a_status_has_one_role() -> None:
    """A status that both counts and holds is refused, each such status by name."""
    both = frozenset({PaymentStatus.PAID, PaymentStatus.DEEMED})

    with pytest.raises(RuleError, match="both counts and holds; expected one role") as caught:
        CountingRule(name="any", counts=both, holds=both)

    assert caught.value.field == "holds"
    assert caught.value.value == "PaymentStatus.DEEMED, PaymentStatus.PAID"


@pytest.mark.parametrize("field", ["kinds", "schemes", "counts", "holds"])
def test_what_a_rule_sees_is_a_set(field: str) -> None:
    """None is no empty set."""
    with pytest.raises(RuleError) as caught:
        CountingRule(name="x", **{field: None})  # type: ignore[arg-type]
    assert caught.value.field == field


def test_the_month_of_a_merger_may_be_written() -> None:
    """A month is a month, however it is written."""
    assert YearMonth(2019, 7) == CountingRule(name="x", merged_from="2019-07").merged_from
    with pytest.raises(MonthError) as caught:
        CountingRule(name="x", merged_from="soon")
    assert caught.value.field == "merged_from"
