"""Identity numbers and names are never shown whole, by no value, error or sentence."""

from __future__ import annotations

import re
import traceback
from datetime import date
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

import shebao
from shebao import (
    MEDICAL,
    PENSION,
    WORK_INJURY,
    BenefitDrawing,
    Binding,
    BindingChannel,
    BindingEnd,
    Condition,
    ContradictionError,
    ContributionHistory,
    ContributionPeriod,
    Decision,
    Employment,
    Enrolment,
    Family,
    FamilyTie,
    Fault,
    FaultyInputError,
    Kinship,
    MedicalMember,
    Missing,
    MonthSpan,
    Outcome,
    Overview,
    Person,
    Provenance,
    Reason,
    RecordsError,
    Scheme,
    Sex,
    SharingScope,
    ShebaoError,
    UncertainCountError,
    Verdict,
    YearMonth,
    explain,
    family_codes,
    overview,
    records,
    sharing,
    undeclared,
    work_injury,
)
from shebao.decisions import over_facts
from shebao.masking import masked, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shebao.decisions import Fact

NAME: Final = "张三"
NUMBER: Final = "130102199003077719"
NUMBERS: Final = (NUMBER, "11010518491231002X", "44052420000229001x", "130102900307771")
ON: Final = date(2026, 1, 29)
LANGS: Final = ("zh", "en")


# --- Numbers -----------------------------------------------------------------------------------


def _digits(length: int) -> SearchStrategy[str]:
    return st.text("0123456789", min_size=length, max_size=length)


@composite
def _long_numbers(draw: DrawFn) -> str:
    """Eighteen characters: area, a birth of 1800 to 2099, order and check character."""
    birth = draw(st.dates(date(1800, 1, 1), date(2099, 12, 31)))
    check = draw(st.sampled_from("0123456789Xx"))
    return f"{draw(_digits(6))}{birth:%Y%m%d}{draw(_digits(3))}{check}"


@composite
def _short_numbers(draw: DrawFn) -> str:
    """Fifteen digits: area, a birth of the 1900s, order."""
    birth = draw(st.dates(date(1900, 1, 1), date(1999, 12, 31)))
    return f"{draw(_digits(6))}{birth:%y%m%d}{draw(_digits(3))}"


def numbers() -> SearchStrategy[str]:
    """Identity numbers of both lengths."""
    return _long_numbers() | _short_numbers()


def _words() -> SearchStrategy[str]:
    """Text without digits that does not begin with the sign of a check character."""
    signs = st.characters(exclude_categories=["Nd", "Cs"])
    return st.text(signs, max_size=12).filter(lambda text: text[:1] not in ("X", "x"))


@given(number=numbers(), before=_words(), after=_words())
def test_a_number_keeps_its_area_only(number: str, before: str, after: str) -> None:
    """Of a number in any text the first six digits are shown and the rest is stars."""
    found = masked(before + number + after)

    assert f"{before}{number[:6]}{'*' * (len(number) - 6)}{after}" == found
    assert number[6:] not in found


@given(first=numbers(), second=numbers(), between=_words().filter(bool))
def test_every_number_of_a_text_is_hidden(first: str, second: str, between: str) -> None:
    """Two numbers are both hidden, in whatever order."""
    found = masked(first + between + second)

    assert first[6:] not in found
    assert second[6:] not in found
    assert len(first + between + second) == len(found)


@given(text=_words() | st.from_regex(r"[^0-9]*([0-9]{1,14}|[0-9]{16,17})[^0-9Xx]*", fullmatch=True))
def test_a_text_without_a_number_is_as_it_was(text: str) -> None:
    """Words, amounts, telephone numbers and days stay as they are."""
    assert text == masked(text)


@given(number=numbers(), before=_digits(2), after=_digits(2))
def test_a_longer_string_of_digits_is_no_identity_number(
    number: str, before: str, after: str
) -> None:
    """Two digits more before or behind make a bank card of it, or the like, which is left as it is."""
    for text in (before + number, number + after, before + number + after):
        assert text == masked(text)


@given(
    parts=st.lists(
        numbers() | _words() | st.text("0123456789Xx* 年", max_size=24) | _digits(20), max_size=5
    )
)
def test_masking_twice_is_masking_once(parts: list[str]) -> None:
    """What was masked has no number any more."""
    once = masked("".join(parts))

    assert once == masked(once)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "13812345678",
        "2026-01-29",
        "91130100MA07T8QX4K",
        "6222020402001234567",
        "13010219900307771",
        "130102199013077719",
        "130102199003327719",
        "130102219003077719",
        "130102901307771",
        "20250101-20251231",
        "130102 19903307 7719",
        "130102 19900307 771",
        "130102  19900307 7719",
        "130102 19900307 77190",
        "7130102 19900307 7719",
        "4000.50",
    ],
)
def test_other_numbers_are_shown(text: str) -> None:
    """Telephones, days, credit codes, cards and what holds no day of birth are no identity numbers."""
    assert text == masked(text)


@pytest.mark.parametrize("text", ["1.30102199003077E+17", "1.301021990030777e+17", "1.30102E14"])
def test_a_number_that_a_spreadsheet_took_for_an_amount_is_hidden(text: str) -> None:
    """Of a long number with an exponent only what tells the area is shown."""
    assert text[:6] + "*" * (len(text) - 6) == masked(text)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "frame", ["{}", "身份证号{}。", "id={};", "({})", "{}张", "\n{}\t", "a{}b"]
)
def test_a_number_in_a_sentence(number: str, frame: str) -> None:
    """Whatever stands around it, a number is hidden, and so is the rest of its line untouched."""
    hidden = number[:6] + "*" * (len(number) - 6)

    assert frame.format(hidden) == masked(frame.format(number))


@given(
    number=_long_numbers(), first=st.sampled_from(["", " ", "-"]), last=st.sampled_from([" ", "-"])
)
def test_a_number_written_in_groups_is_hidden(number: str, first: str, last: str) -> None:
    """With a blank or a hyphen between area, birth and the rest it is the same number."""
    area, birth, rest = number[:6], number[6:14], number[14:]
    for text in (
        f"{area}{first}{birth}{last}{rest}",
        f"{area}{last}{birth}{first}{rest}",
    ):
        assert area + "*" * (len(text) - 6) == masked(text)
        assert f"号码{area}{'*' * (len(text) - 6)}。" == masked(f"号码{text}。")


@given(number=numbers(), frame=st.sampled_from(["{}", "号码{}。", "ID：{}"]))
def test_a_number_of_full_width_is_hidden(number: str, frame: str) -> None:
    """A number written with signs of full width shows its area, as it was written."""
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in number)
    hidden = wide[:6] + "*" * (len(wide) - 6)

    assert frame.format(hidden) == masked(frame.format(wide))
    assert f"'{hidden}'" == shown(wide)


@given(
    number=_long_numbers(),
    between=st.sampled_from(
        [" ", "-", ".", "_", "/", "\t", "\n", "\u00a0", "\u2009", "–", "\u3000", "－"]
    ),
    year=st.sampled_from([10, 14]),
)
def test_a_number_with_any_sign_between_its_groups_is_hidden(
    number: str, between: str, year: int
) -> None:
    """Whatever separates area, birth and the rest, or the year as well, it is the same number."""
    birth = dict.fromkeys([number[6:year], number[year:14]])
    text = between.join([number[:6], *filter(None, birth), number[14:]])

    assert number[:6] + "*" * (len(text) - 6) == masked(text)
    assert {"*"} == set(shown(text)[7:-1])


@given(number=numbers())
def test_values_are_shown_masked(number: str) -> None:
    """A text, a list, a mapping or a whole number is shown as Python shows it, but for the number."""
    hidden = number[:6] + "*" * (len(number) - 6)

    assert f"'{hidden}'" == shown(number)
    assert f"['a', '{hidden}']" == shown(["a", number])
    assert f"{{'{hidden}': 1}}" == shown({number: 1})
    if number.isdigit() and not number.startswith("0"):
        assert hidden == shown(int(number))
    assert "12" == shown(12)


@pytest.mark.parametrize("space", ["\u3000", "\xa0", "\u2002"])
def test_a_number_behind_a_wide_space_is_hidden(space: str) -> None:
    """A Chinese or a no-break space before a number is shown as an escape, and the number hidden."""
    assert NUMBER not in shown(space + NUMBER)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("sign", ["\x01", "\x1f", "\x7f", "\ufeff", "\ue000", "\\"])
def test_a_number_behind_the_digits_of_an_escape_is_hidden(sign: str, number: str) -> None:
    """A sign that is shown as an escape ends in digits of its own, which are none of the number."""
    expected = repr(sign)[:-1] + number[:6] + "*" * (len(number) - 6) + "'"

    assert expected == shown(sign + number)


@pytest.mark.parametrize("sign", ["\U000e0001", "\U000f0000"])
def test_a_number_behind_a_long_escape_is_hidden(sign: str) -> None:
    """A sign beyond the first plane that cannot be printed is shown as an escape of eight digits."""
    assert NUMBER not in shown(sign + NUMBER)


@given(number=numbers(), sign=st.characters(min_codepoint=1, max_codepoint=0xFFFF))
def test_a_number_behind_any_sign_is_hidden(number: str, sign: str) -> None:
    """Whatever sign stands before it, unless it is a digit, a number is shown by its area."""
    if not sign.isdigit():
        assert number not in shown(sign + number)


@pytest.mark.parametrize("text", [f"{NUMBER}x", f"{NUMBER}X.csv", f"{NUMBER}xls"])
def test_a_number_before_a_letter_x_is_hidden(text: str) -> None:
    """Eighteen digits are a whole number, whatever letter follows."""
    assert NUMBER not in masked(text)


# --- Values that hold people or free text ------------------------------------------------------


def _person(label: str, year: int = 1990, sex: Sex = Sex.FEMALE) -> Person:
    return Person(birth=date(year, 5, 1), sex=sex, label=label)


def _mother(label: str) -> Person:
    return _person(f"{label}之母" if label == NAME else label, 1960)


def _tie(label: str) -> FamilyTie:
    return FamilyTie(_person(label), _mother(label), Kinship.PARENT)


def _member(label: str) -> MedicalMember:
    return MedicalMember(
        person=_person(label),
        area="130100",
        scheme=Scheme.EMPLOYEE,
        is_insured=True,
        has_account=True,
        is_in_good_standing=True,
    )


def _binding(label: str) -> Binding:
    scope = SharingScope.CROSS_PROVINCE
    return Binding(tie=_tie(label), from_day=date(2026, 1, 1), scope=scope)


def _period(text: str) -> ContributionPeriod:
    origin = Provenance(text, 1)
    return ContributionPeriod(
        PENSION, MonthSpan("2020-01", "2025-12"), employer=text, provenance=origin
    )


def _record(text: str) -> ContributionHistory:
    employers = [ContributionPeriod(MEDICAL, "2025-12", employer=each) for each in (text, "Alpha")]
    return ContributionHistory([_period(text), *employers])


def _sharing(label: str) -> Decision[sharing.Sharing]:
    mother = MedicalMember(person=_mother(label), area="320500", is_insured=True)
    return sharing.eligibility(_member(label), mother, _tie(label), on=ON)


def _cases(label: str, text: str) -> Decision[Any]:
    """A decision of sharing for each of two employers that nobody named."""

    def decide(given: dict[str, Fact]) -> Decision[sharing.Sharing]:
        decision = _sharing(label)
        met = Outcome.ELIGIBLE if given["employer"] == text else Outcome.INELIGIBLE
        return attrs.evolve(decision, outcome=met)

    return over_facts({"employer": [text, "Alpha"]}, decide)


def _cover(text: str) -> Decision[Any]:
    """Work-injury cover of somebody with two employers, of which one has insured."""
    first = date(2025, 1, 1)
    jobs = [Employment(name, first) for name in (text, "Alpha")]
    enrolled = [Enrolment(WORK_INJURY, None, text, first)]
    return work_injury.cover(ContributionHistory(), on=ON, enrolments=enrolled, employments=jobs)


def _bound(label: str) -> Decision[Binding]:
    return sharing.bind(
        _member(label),
        MedicalMember(person=_mother(label), area="130100", is_insured=True),
        _tie(label),
        on=ON,
        channel=BindingChannel.ONLINE,
        owner_agrees=True,
        relative_agrees=True,
        given=(),
    )


def _overview(label: str, text: str) -> Overview:
    return overview(
        _person(label),
        _record(text),
        on=ON,
        area="130100",
        family=Family([_tie(label)]),
        members=[_member(label)],
        drawing=BenefitDrawing(Scheme.EMPLOYEE, date(2025, 5, 1)),
    )


def _ending(label: str) -> sharing.Ending:
    value = sharing.end(_binding(label), BindingEnd.BY_OWNER, on=ON).value
    assert value is not None
    return value


def _shared(label: str) -> sharing.Sharing:
    value = _sharing(label).value
    assert value is not None
    return value


#: A value of each class that holds a person (with a label) or a free text.
EXAMPLES: Final[dict[str, Callable[[str, str], object]]] = {
    "BenefitDrawing": lambda _label, _text: BenefitDrawing(Scheme.RESIDENT, ON, [ON]),
    "Binding": lambda label, _text: _binding(label),
    "Condition": lambda _label, text: Condition(Reason.DEPENDS, Verdict.UNKNOWN, text, text),
    "ContributionHistory": lambda _label, text: _record(text),
    "ContributionPeriod": lambda _label, text: _period(text),
    "Decision": lambda label, _text: _sharing(label),
    "Decision of a binding": lambda label, _text: _bound(label),
    "Decision with cases": _cases,
    "Decision on employers": lambda _label, text: _cover(text),
    "Employment": lambda _label, text: Employment(text, ON),
    "Enrolment": lambda _label, text: Enrolment(PENSION, "130100", text, ON),
    "Family": lambda label, _text: Family([_tie(label)]),
    "FamilyTie": lambda label, _text: _tie(label),
    "Fault": lambda _label, text: Fault("employer", text, "is wrong", "another", source=text),
    "MedicalMember": lambda label, _text: _member(label),
    "Missing": lambda _label, text: Missing("employer", would=((text, Outcome.ELIGIBLE),)),
    "Overview": _overview,
    "Person": lambda label, _text: _person(label),
    "Provenance": lambda _label, text: Provenance(text, 1),
    "records.Reading": lambda _label, text: records.read(
        [["身份证号码", "费款所属期", "险种"], [text, "2025-01", "养老"], [text, "2025", text]],
        source=text,
    ),
    "records.PersonRecord": lambda _label, text: records.PersonRecord(text, ContributionHistory()),
    "records.StatedMonths": lambda _label, text: records.StatedMonths(text, PENSION, 9, 1),
    "sharing.Ending": lambda label, _text: _ending(label),
    "sharing.Sharing": lambda label, _text: _shared(label),
    "undeclared.Undeclared": lambda _label, text: undeclared.months(
        [Employment(text, date(2025, 1, 1))], ContributionHistory(), PENSION, on=ON
    ),
}
#: Classes whose field of such a name holds neither a person nor what a user wrote.
HARMLESS: Final = {"law.Citation": "the place where the law was read"}

PERSONAL: Final = {"person", "label", "employer", "source", "relative", "tie", "binding"}


class Namespace(Protocol):
    """Whatever says what it offers."""

    __all__: list[str]


def holders(house: Namespace, prefix: str = "") -> Iterator[str]:
    """The classes that a module offers, and its own modules do, which hold a person or a free text."""
    for name in house.__all__:
        item = getattr(house, name)
        if isinstance(item, ModuleType) and not prefix:
            within = {*vars(item).get("__all__", ())} - {*house.__all__}
            part = cast("Namespace", type("Part", (), {**vars(item), "__all__": sorted(within)}))
            yield from holders(part, f"{name}.")
        elif isinstance(item, type) and attrs.has(item):
            held = [field for field in attrs.fields(item) if field.name in PERSONAL]
            if any(
                re.search(r"\b(str|Person|FamilyTie|Binding)\b", str(each.type)) for each in held
            ):
                yield f"{prefix}{name}"


def displays(value: object) -> Iterator[str]:
    """All ways in which a value is shown; a line of text may break inside a name."""
    for text in _displays(value):
        yield text
        yield "".join(text.split())


def _displays(value: object) -> Iterator[str]:
    yield from (repr(value), str(value), f"{value}", repr([value]), repr({"of": value}))
    if isinstance(value, Decision):
        yield from (explain(value, lang) for lang in LANGS)
    if isinstance(value, Overview):
        yield value._repr_html_()
        yield from (value.text(lang) for lang in LANGS)
        yield from (value.html(lang) for lang in LANGS)
        yield from (explain(each, lang) for each in value.sharing for lang in LANGS)


def refused(call: Callable[[], object]) -> Iterator[str]:
    """All ways in which the error of a call is shown, its traceback too."""
    with pytest.raises(ShebaoError) as caught:
        call()
    error = caught.value
    printed = "".join(traceback.format_exception(error))
    yield from (repr(error), str(error), printed, str(error.args))


def test_every_class_that_holds_people_is_looked_at() -> None:
    """A new class with a person, label, employer or source has an example here, or a reason."""
    found = set(holders(cast("Namespace", shebao)))

    assert set() == found - {*EXAMPLES} - {*HARMLESS}
    assert {"Person", "FamilyTie", "MedicalMember", "Binding", "Overview", "Provenance"} <= found


def test_a_new_class_is_found() -> None:
    """A class with an employer, in a module or at the top, is one that holds free text."""

    @attrs.frozen
    class Payroll:
        employer: str | None

    @attrs.frozen
    class Wage:
        source: int

    rules = ModuleType("rules")
    vars(rules).update({"Payroll": Payroll, "Wage": Wage, "__all__": ["Payroll", "Wage"]})
    house = type("House", (), {"rules": rules, "Payroll": Payroll, "__all__": ["Payroll", "rules"]})
    inner = type("House", (), {"rules": rules, "__all__": ["rules"]})

    assert ["Payroll"] == list(holders(cast("Namespace", house)))
    assert ["rules.Payroll"] == list(holders(cast("Namespace", inner)))


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_value_shows_the_name_of_a_person(name: str) -> None:
    """A label that is a name is shown by no repr, text, sentence or table."""
    value = EXAMPLES[name](NAME, "Alpha")

    assert not [text for text in displays(value) if NAME in text]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_value_shows_an_identity_number(name: str, number: str) -> None:
    """A label, employer or source that is an identity number is never shown whole."""
    value = EXAMPLES[name](number, number)

    assert not [text for text in displays(value) if number in text or number[6:] in text]


def test_values_keep_what_they_were_given() -> None:
    """Only the display is masked: employers and labels still tell one from another."""
    assert NUMBER == Employment(NUMBER, ON).employer
    assert NUMBER == _period(NUMBER).employer == _record(NUMBER).periods[0].employer
    assert NUMBER == Provenance(NUMBER, 1).source
    assert NAME == _person(NAME).label
    assert NUMBER == Fault("base", NUMBER, "is wrong", "another").value
    assert _person(NAME) != _person("李四")
    assert "***" in repr(_person(NAME))
    assert "label=None" in repr(Person(birth=ON, sex=Sex.MALE))


def test_the_examples_show_what_is_looked_for() -> None:
    """The cases of employers are told, the relative is called mother, and nobody by name."""
    told = explain(_cover(NUMBER), "en")
    assert f"{NUMBER[:6]}************" in told
    assert "Alpha" in told
    assert f"{NUMBER[:6]}************" in explain(_cases(NAME, NUMBER), "zh")
    assert "母亲" in _overview(NAME, NUMBER).text("zh")
    assert "mother" in _overview(NAME, NUMBER).html("en")


# --- Errors ------------------------------------------------------------------------------------

ERRORS: Final = [
    item
    for item in (getattr(shebao, name) for name in shebao.__all__)
    if isinstance(item, type) and issubclass(item, FaultyInputError)
]


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("number", NUMBERS)
def test_no_error_shows_the_number_of_its_fault(error: type[FaultyInputError], number: str) -> None:
    """Whatever is wrong with a number, it is not repeated whole; the value itself is kept."""
    fault = Fault("employer", number, "is wrong", "another", source=number, line=3, column=2)
    listed = Fault("employers", [number, (number,)], "are wrong", "others")
    for faults in ((fault,), (fault, listed), (listed,)):

        def call(faults: tuple[Fault, ...] = faults) -> None:
            raise error(*faults)

        assert not [text for text in refused(call) if number in text or number[6:] in text]
    assert number == error(fault).value


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("field", [each.name for each in attrs.fields(Fault)][:5])
def test_no_field_of_a_fault_shows_a_number(field: str, number: str) -> None:
    """Field, value, problem, what is expected and source are masked in text and repr, and kept."""
    texts: dict[str, Any] = dict.fromkeys(("field", "value", "problem", "expected"), "text")
    fault = Fault(**{**texts, field: number})

    assert number == getattr(fault, field)
    for shown_text in (repr(fault), str(fault), repr([fault]), repr(RecordsError(fault))):
        assert number not in shown_text
    assert f"{field}='{number[:6]}{'*' * (len(number) - 6)}'" in repr(fault)


def _wrong_people() -> dict[str, Callable[[Any], object]]:
    """Calls that are wrong by a name, a number or a person where something else is due."""
    ann, may = _person(NAME), _mother(NAME)
    tie = _tie(NAME)
    member = _member(NAME)
    other = MedicalMember(person=_person(f"{NAME}!"))
    record = ContributionHistory()
    return {
        "tie person": lambda wrong: FamilyTie(wrong, may, Kinship.PARENT),
        "tie relative": lambda wrong: FamilyTie(ann, wrong, Kinship.PARENT),
        "tie of oneself": lambda _: FamilyTie(ann, ann, Kinship.SIBLING),
        "tie by age": lambda _: FamilyTie(may, ann, Kinship.PARENT),
        "tie raised": lambda _: FamilyTie(ann, may, Kinship.PARENT, raised=True),
        "tie kinship": lambda _: FamilyTie(ann, may, cast("Any", may)),
        "family": lambda wrong: Family([wrong, tie, FamilyTie(ann, may, Kinship.SIBLING)]),
        "family of people": lambda _: Family(cast("Any", [ann, may])),
        "family of one": lambda _: Family(cast("Any", tie)),
        "member": lambda wrong: MedicalMember(person=wrong),
        "member area": lambda _: MedicalMember(person=ann, area=cast("Any", ann)),
        "binding": lambda wrong: Binding(tie=wrong, from_day=ON),
        "binding days": lambda _: Binding(tie=tie, from_day=cast("Any", tie)),
        "active": lambda _: sharing.active(cast("Any", [tie, ann]), on=ON),
        "active one": lambda _: sharing.active(cast("Any", _binding(NAME)), on=ON),
        "near": lambda wrong: sharing.near_relative(wrong, on=ON),
        "owner": lambda wrong: sharing.eligibility(wrong, other, tie, on=ON),
        "relative": lambda wrong: sharing.eligibility(member, wrong, tie, on=ON),
        "shared tie": lambda wrong: sharing.eligibility(member, other, wrong, on=ON),
        "tie of others": lambda _: sharing.eligibility(member, other, tie, on=ON),
        "members twice": lambda _: sharing.with_family(
            member, Family([tie]), [other, attrs.evolve(other, area="130100")], on=ON
        ),
        "with family": lambda wrong: sharing.with_family(member, wrong, on=ON),
        "card": lambda wrong: sharing.card_use(ann, wrong, on=ON),
        "card presenter": lambda wrong: sharing.card_use(ann, may, on=ON, presenter=wrong),
        "end": lambda _: sharing.end(_binding(NAME), BindingEnd.BY_OWNER, on=date(2025, 1, 1)),
        "code": lambda wrong: family_codes.tie_from_code("52", ann, wrong),
        "code of": family_codes.to_code,
        "code sex": lambda _: family_codes.tie_from_code("51", ann, may),
        "overview": lambda wrong: overview(wrong, record, on=ON),
        "overview record": lambda _: overview(ann, cast("Any", ann), on=ON),
        "overview family": lambda wrong: overview(ann, record, on=ON, family=wrong),
        "pension": lambda wrong: shebao.pension.eligibility(wrong, record, on=ON),
        "label": lambda wrong: _person(cast("Any", [wrong])),
    }


@pytest.mark.parametrize("case", _wrong_people())
@pytest.mark.parametrize("wrong", [NAME, NUMBER, (NAME, NUMBER)])
def test_no_error_names_people(case: str, wrong: object) -> None:
    """A name in place of a person, and people in a wrong place, are refused and not repeated."""
    texts = list(refused(lambda: _wrong_people()[case](wrong)))
    shown_lines = [line for text in texts for line in text.splitlines()]

    assert not [line for line in shown_lines if NAME in line or NUMBER in line]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "call",
    [
        lambda number: ContributionPeriod(PENSION, number),
        lambda number: ContributionPeriod(number, "2025-01"),
        lambda number: ContributionPeriod(PENSION, "2025-01", area=number),
        lambda number: ContributionPeriod(PENSION, "2025-01", base=f"{number}元"),
        lambda number: ContributionPeriod(PENSION, "2025-01", employer=cast("Any", [number])),
        lambda number: ContributionPeriod(PENSION, "2025-01", declared_on=number),
        lambda number: Person(birth=number, sex=Sex.MALE),
        lambda number: Person(birth=ON, sex=number),
        lambda number: Person(birth=ON, sex=Sex.MALE, household_registration=number),
        lambda number: Provenance(number, 0),
        lambda number: Employment(number, number),
        lambda number: Enrolment(number, number, number, number),
        lambda number: BenefitDrawing(number, number),
        lambda number: BenefitDrawing(Scheme.RESIDENT, ON, number),
        YearMonth.parse,
        family_codes.from_code,
        explain,
        lambda number: overview(None, ContributionHistory(), on=ON, area=number),
        lambda number: overview(None, number, on=ON),
        lambda number: overview(None, ContributionHistory(), on=number),
        lambda number: sharing.active([number], on=ON),
        lambda number: records.read_csv(f"费款所属期,险种\n{number},养老\n", source=number),
        lambda number: records.read_csv(
            f"费款所属期,险种,单位,参保地\n2025-01,养老,{number},{number}\n"
        ),
        lambda number: records.read_csv(f"费款所属期,险种\n2025-01,{number}\n", area="130100"),
    ],
)
def test_no_call_repeats_an_identity_number(call: Callable[[Any], object], number: str) -> None:
    """A number that got into a wrong field or file is refused and not repeated whole."""
    texts = list(refused(lambda: call(number)))

    assert not [text for text in texts if number in text]


@pytest.mark.parametrize("number", NUMBERS)
def test_an_uncertain_count_names_periods_without_the_number(number: str) -> None:
    """The spans that leave a count open are named with their employer, masked."""
    span = MonthSpan("2024-01", "2024-12")
    period = ContributionPeriod(PENSION, span, count=5, employer=number)
    count = shebao.counting.cumulative(ContributionHistory([period]), PENSION, on=date(2024, 8, 1))
    with pytest.raises(UncertainCountError) as caught:
        _ = count.months

    assert number[:6] in str(caught.value)
    assert number not in f"{caught.value!s} {caught.value!r} {count!r} {period!s}"


def _contradiction(number: str) -> ContributionHistory:
    """Two periods of one employer and file that say two bases of one month."""
    return ContributionHistory(
        [
            ContributionPeriod(
                PENSION, "2025-01", base=base, employer=number, provenance=Provenance(number, row)
            )
            for row, base in ((2, 4000), (3, 5000))
        ]
    )


def _without_headings(number: str) -> ContributionHistory:
    """A table whose first row is a person and not headings."""
    return records.read_csv(f"{number},养老,2025-01\n{number},养老,2025-02\n")


BROKEN: Final = [(_contradiction, ContradictionError), (_without_headings, RecordsError)]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(("call", "kind"), BROKEN)
def test_the_text_of_an_error_hides_numbers_of_a_file(
    call: Callable[[str], object], kind: type[FaultyInputError], number: str
) -> None:
    """Contradictions name their sources and a table its headings, masked where they are numbers."""
    with pytest.raises(kind) as caught:
        call(number)

    assert number not in str(caught.value)


@pytest.mark.parametrize(("call", "kind"), BROKEN)
def test_the_repr_of_an_error_hides_numbers_of_a_file(
    call: Callable[[str], object], kind: type[FaultyInputError]
) -> None:
    """What the text of an error hides, its repr hides too."""
    with pytest.raises(kind) as caught:
        call(NUMBER)

    assert NUMBER not in repr(caught.value)
