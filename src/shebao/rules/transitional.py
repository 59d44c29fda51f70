"""The transitional pension 过渡性养老金, for years before the individual accounts.

Legal basis:
    国发〔2005〕38号: who began work before 国发〔1997〕26号 and retires after 2005 is paid a transitional
    pension beside the two other parts; how it is computed is left to the provinces. Their methods
    have one form: a percentage, for each year, of the indexed wage or of its mean with the base.

Limits:
    Allowances that places pay beside it, and years of passing from an old method to a new one, are
    not modelled. Which years count is said by the rule; the caller gives them, rounded as the
    place does.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from ..errors import Fault, RuleError
from ..law import Dated, Law
from ..law.parameters import PENSION_TRANSITIONAL
from ..law.pension_values import TransitionalRule, read_transitional
from ..rounding import Amount, as_fraction, half_up
from .given import known_law

__all__ = ["Transitional", "transitional_pension"]


@attrs.frozen
class Transitional:
    """A transitional pension, with what it was computed from.

    Attributes:
        amount: yuan a month.
        wage: the wage of which each year is paid a percentage, exact.
        years: the years that entered, exact.
        rule: how it was computed.
        law: the rule with its law; None where the caller gave the rule.
    """

    amount: Decimal
    wage: Fraction
    years: Fraction
    rule: TransitionalRule
    law: Dated[TransitionalRule] | None


def transitional_pension(
    *,
    benefit_base: Amount | Fraction,
    years: Amount | Fraction,
    average_index: Amount | Fraction | None = None,
    transition_index: Amount | Fraction | None = None,
    indexed_wage: Amount | Fraction | None = None,
    on: date | None = None,
    area: str | None = None,
    law: Law | None = None,
    rule: TransitionalRule | None = None,
) -> Transitional:
    """The monthly transitional pension 过渡性养老金, by the rule of the place.

    Args:
        benefit_base: the benefit base 计发基数 that the rule names, of the province or the city.
        years: the years that the rule names, deemed ones or all before the account, never rounded
            again.
        average_index: the average contribution index, for rules that use it.
        transition_index: the index of this part alone, for rules that use one.
        indexed_wage: the indexed wage as a decision prints it, in place of an index.
        on: the day of retirement; not needed with a rule.
        area: the place.
        law: None is the shipped law.
        rule: the rule instead of that of the law.

    Raises:
        RuleError: if not exactly one of both indices and the indexed wage is given, if it is not
            the index of the rule, or if there is neither a day nor a rule.
        MoneyError: if a number is a float, negative or no number.
        UnknownLawError: if the rule of the place is not known.

    Example:
        A decision of Tangshan, Hebei, of 2023:

        >>> made = transitional_pension(benefit_base=6849, indexed_wage="5299.07", years="3.5",
        ...                             on=date(2023, 2, 16), area="130200")
        >>> made.amount, made.rule.percent
        (Decimal('241.11'), Decimal('1.3'))
    """
    dated = None if rule is not None else _looked_up(on, area, known_law(law))
    used = _checked(rule) if dated is None else dated.value
    base = as_fraction(benefit_base, "benefit_base")
    measures = {
        "average_index": average_index,
        "transition_index": transition_index,
        "indexed_wage": indexed_wage,
    }
    indexed = _indexed_wage(base, measures, used)
    wage = indexed if used.wage == "indexed" else (base + indexed) / 2
    exact_years = as_fraction(years, "years")
    amount = half_up(wage * exact_years * Fraction(used.percent) / 100, 2)
    return Transitional(amount, wage, exact_years, used, dated)


def _looked_up(on: date | None, area: str | None, law: Law) -> Dated[TransitionalRule]:
    if on is None:
        raise RuleError(Fault("on", on, "is not given", "the day of retirement, or a rule"))
    return law.get(PENSION_TRANSITIONAL, on=on, area=area)


def _checked(rule: object) -> TransitionalRule:
    """A caller's rule, if it could stand in a file of law."""
    expected = "a TransitionalRule"
    if type(rule) is TransitionalRule:
        fields = attrs.asdict(rule, filter=lambda _, value: value is not None)
        try:
            return read_transitional(fields)
        except ValueError as error:
            expected = str(error)
    raise RuleError(Fault("rule", rule, "is no rule of a transitional pension", expected))


def _indexed_wage(
    base: Fraction, measures: dict[str, Amount | Fraction | None], rule: TransitionalRule
) -> Fraction:
    """The base times the index, or the wage that was given, not below the floor of the rule."""
    found = [(name, value) for name, value in measures.items() if value is not None]
    if len(found) != 1:
        expected = f"{', '.join(measures)}, one of them"
        value = measures["average_index"]
        raise RuleError(Fault("average_index", value, "is not given alone", expected))
    [(name, value)] = found
    wanted = f"{rule.index}_index"
    if name not in (wanted, "indexed_wage"):
        expected = f"{wanted} or indexed_wage"
        raise RuleError(Fault(name, value, "is not the index of this rule", expected))
    exact = as_fraction(value, name)
    floor = Fraction(0) if rule.index_floor is None else Fraction(rule.index_floor)
    return max(exact if name == "indexed_wage" else base * exact, base * floor)
