"""How far apart owner and relative are insured, and whether sharing reaches that far 共济范围.

Legal basis:
    Inside a province: 国办发〔2021〕14号 (五), and the report of 国家医保局 that by October 2024 every
    province shared across its pooling areas. Across provinces: 31 areas from 2024-12-02, more of which
    only the number is known, and the whole country by the notice of 2026-01-09.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..decisions import Cited, Condition, Missing, Reason, Verdict, open_law
from ..law import Dated, Law
from ..law.parameters import POOLING_LEVEL, SHARING_ACROSS, SHARING_AREAS, SHARING_REACH
from ..model.areas import NATION, ancestors, same_prefecture
from ..terms import InsuranceKind, SharingScope

__all__ = ["possible_scopes", "scope_condition"]

_VERDICTS = {"yes": Verdict.MET, "no": Verdict.NOT_MET, "open": Verdict.UNKNOWN}
#: Taiwan, Hong Kong and Macao, whose people are not insured at home by these schemes.
_WITHOUT_SCHEME = ("71", "81", "82")
_INSIDE = {
    SharingScope.SAME_POOLING_AREA: Reason.SHARING_SAME_AREA,
    SharingScope.SAME_PROVINCE: Reason.SHARING_SAME_PROVINCE,
}


def possible_scopes(
    owner: str | None, relative: str | None, on: date, law: Law
) -> tuple[SharingScope, ...]:
    """How far apart two areas can be; more than one where a code or a pooling level is not known.

    The code of a province names no pooling area, unless the whole province is one.
    """
    if owner is None or relative is None or NATION in (owner, relative):
        return tuple(SharingScope)
    if owner[:2] != relative[:2] or owner[:2] in _WITHOUT_SCHEME:
        return (SharingScope.CROSS_PROVINCE,)
    either = (SharingScope.SAME_POOLING_AREA, SharingScope.SAME_PROVINCE)
    pools = [_pool(area, on, law) for area in (owner, relative)]
    if None in pools:
        return either
    if pools[0] == pools[1]:
        return (SharingScope.SAME_POOLING_AREA,)
    is_open = any(_level(area, on, law) is None for area in (owner, relative))
    return either if is_open and same_prefecture(owner, relative) else either[1:]


def _level(area: str, on: date, law: Law) -> Dated[str] | None:
    """At which level medical insurance is pooled there."""
    return law.find(POOLING_LEVEL[InsuranceKind.MEDICAL], on=on, area=area)


def _pool(area: str, on: date, law: Law) -> str | None:
    """The pooling area of a code; None for a province that is not one."""
    level = _level(area, on, law)
    is_whole = level is not None and level.value == "province"
    if area.endswith("0000") and not is_whole:
        return None
    return law.pooling_area(area, InsuranceKind.MEDICAL, on)


def scope_condition(owner: str | None, relative: str | None, on: date, law: Law) -> Condition:
    """The condition that sharing reaches from the one area to the other on a day."""
    scopes = possible_scopes(owner, relative, on, law)
    found = [_reaches(scope, owner, relative, on, law) for scope in scopes]
    if len(found) == 1:
        return found[0]
    verdicts = {condition.verdict for condition in found}
    weakest = max(found, key=lambda each: each.evidence.rank if each.evidence else -1)
    verdict = next(iter(verdicts)) if len(verdicts) == 1 else Verdict.UNKNOWN
    needs: tuple[Missing, ...] = ()
    if verdict is Verdict.UNKNOWN:
        laws = (need for condition in found for need in condition.needs)
        needs = (*_areas_missing(owner, relative), *laws)
        if len(verdicts) > 1 and not any(_areas_missing(owner, relative)):
            needs = (*needs, *_levels_missing(owner, relative, on, law))
        needs = tuple(dict.fromkeys(needs))
    return Condition(
        Reason.SHARING_SCOPE, verdict, None, None, weakest.citation, weakest.evidence, needs
    )


def _levels_missing(
    owner: str | None, relative: str | None, on: date, law: Law
) -> Iterator[Missing]:
    """Which of two areas pools at a level that is not known."""
    for area in (owner, relative):
        if area is not None and _level(area, on, law) is None:
            yield Missing(POOLING_LEVEL[InsuranceKind.MEDICAL].name, area)


def _areas_missing(owner: str | None, relative: str | None) -> Iterator[Missing]:
    """Which of two areas is not said closely enough."""
    for fact, area in (("owner_area", owner), ("relative_area", relative)):
        if area is None or area.endswith("0000"):
            yield Missing(fact)


def _reaches(
    scope: SharingScope, owner: str | None, relative: str | None, on: date, law: Law
) -> Condition:
    if scope is SharingScope.CROSS_PROVINCE:
        return _across(owner, relative, on, law)
    rule = law.find(SHARING_REACH, on=on, area=owner)
    if rule is None:
        return open_law(_INSIDE[scope], SHARING_REACH.name, owner or NATION)
    verdict = _VERDICTS[getattr(rule.value, scope.value)]
    needs = (Missing(SHARING_REACH.name, owner or NATION),) if verdict is Verdict.UNKNOWN else ()
    return Condition(_INSIDE[scope], verdict, None, scope, rule.citation, rule.evidence, needs)


def _across(owner: str | None, relative: str | None, on: date, law: Law) -> Condition:
    """Both areas have to share across provinces, by the list or by what holds for all others."""
    others = law.find(SHARING_ACROSS, on=on)
    if others is None:
        return open_law(Reason.SHARING_ACROSS, SHARING_ACROSS.name, NATION)
    listed = law.find(SHARING_AREAS, on=on)
    codes = frozenset() if listed is None else frozenset(area.code for area in listed.value)
    sides = {"owner_area": owner, "relative_area": relative}
    verdicts = {
        fact: _shares_across(area, codes, others.value.others) for fact, area in sides.items()
    }
    verdict = Verdict.MET
    if Verdict.NOT_MET in verdicts.values():
        verdict = Verdict.NOT_MET
    elif Verdict.UNKNOWN in verdicts.values():
        verdict = Verdict.UNKNOWN
    needs = [
        Missing(fact)
        if _is_wide(area, codes) or area is None
        else Missing(SHARING_ACROSS.name, area)
        for fact, area in sides.items()
        if verdict is Verdict.UNKNOWN and verdicts[fact] is Verdict.UNKNOWN
    ]
    law_of: Cited = others
    is_listed = listed is not None and all(_is_listed(area, codes) for area in sides.values())
    if listed is not None and is_listed and others.value.others != "yes":
        law_of = listed
    return Condition(
        Reason.SHARING_ACROSS,
        verdict,
        None,
        SharingScope.CROSS_PROVINCE,
        law_of.citation,
        law_of.evidence,
        tuple(needs),
    )


def _shares_across(area: str | None, codes: frozenset[str], others: str) -> Verdict:
    """Whether one area shares across provinces."""
    if _is_listed(area, codes):
        return Verdict.MET
    if area is not None and area[:2] in _WITHOUT_SCHEME:
        return Verdict.NOT_MET
    if others == "no" and codes and (area is None or _is_wide(area, codes)):
        return Verdict.UNKNOWN
    return _VERDICTS[others]


def _is_listed(area: str | None, codes: frozenset[str]) -> bool:
    """Whether an area, or the prefecture that it lies in, is on the list."""
    return area is not None and any(code in codes for code in ancestors(area))


def _is_wide(area: str | None, codes: frozenset[str]) -> bool:
    """Whether a code holds areas of the list beside others."""
    return any(area in ancestors(code) for code in codes)
