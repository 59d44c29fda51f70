"""One measuring job: random careers, and a plain reference that answers the same questions.

Months are ordinals from 1995-01 (0) to 2024-12 (359); a person has twelve periods, inclusive,
sorted, apart, one base each; eight regions have a wage that steps every July. Asked as of January
2025: paid months, longest and current run (up to three unpaid months tolerated and not counted),
mean of base over wage, and whether age and 180 months are reached. Seeds are fixed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MONTHS = 360
PERIODS = 12
REGIONS = 8
BRIDGING = 3
MINIMUM = 180
AGES = (720, 660, 600)
SEED = 20240101


def wage_table() -> np.ndarray:
    """Wage of each region and month."""
    rng = np.random.default_rng(SEED + 1)
    level = 450.0 * rng.uniform(0.8, 1.6, REGIONS)
    table = np.empty((REGIONS, MONTHS))
    for month in range(MONTHS):
        if month % 12 == 6:
            level = level * rng.uniform(1.04, 1.16, REGIONS)
        table[:, month] = np.round(level, 0)
    return table


@dataclass(frozen=True)
class Career:
    """One made-up person: ordinals of birth and periods, bases in yuan."""

    birth: int
    category: int
    region: int
    periods: tuple[tuple[int, int, float], ...]


def careers(number: int) -> list[Career]:
    """Made-up people, always the same for one number."""
    rng = np.random.default_rng(SEED + number)
    length = rng.integers(6, 37, (number, PERIODS))
    kind = rng.random((number, PERIODS))
    gap = np.where(
        kind < 0.4,
        0,
        np.where(
            kind < 0.7,
            rng.integers(1, 4, (number, PERIODS)),
            rng.integers(4, 13, (number, PERIODS)),
        ),
    )
    ends = np.cumsum(length + gap, axis=1)
    starts = ends - length
    scale = np.minimum(1.0, MONTHS / ends[:, -1:])
    first = np.floor(starts * scale).astype(np.int32)
    last = np.maximum(first, np.floor(ends * scale).astype(np.int32) - 1).astype(np.int32)
    spare = MONTHS - 1 - last[:, -1]
    shift = np.where(rng.random(number) < 0.5, spare, spare // 2).astype(np.int32)
    first += shift[:, None]
    last += shift[:, None]
    region = rng.integers(0, REGIONS, number).astype(np.int16)
    factor = rng.uniform(0.6, 2.2, (number, PERIODS))
    base = np.round(wage_table()[region[:, None], first] * factor, 2)
    category = rng.integers(0, 3, number).astype(np.int8)
    birth = (MONTHS - rng.integers(40 * 12, 66 * 12, number)).astype(np.int32)
    return [
        Career(
            int(birth[i]),
            int(category[i]),
            int(region[i]),
            tuple(zip(first[i].tolist(), last[i].tolist(), base[i].tolist(), strict=True)),
        )
        for i in range(number)
    ]


def inverse_sums() -> list[list[float]]:
    """Prefix sums of 1 / wage for each region."""
    sums = np.cumsum(1 / wage_table(), axis=1)
    return np.concatenate([np.zeros((REGIONS, 1)), sums], axis=1).tolist()


Answers = tuple[int, int, int, float, bool]


def reference(career: Career, inverse: list[list[float]]) -> Answers:
    """The five answers in plain integers and floats."""
    sums = inverse[career.region]
    paid = longest = run = 0
    previous = -(10**6)
    total = 0.0
    for first, last, base in career.periods:
        length = last - first + 1
        paid += length
        run = run + length if first - previous - 1 <= BRIDGING else length
        longest = max(longest, run)
        previous = last
        total += base * (sums[last + 1] - sums[first])
    return (
        paid,
        longest,
        run if MONTHS - previous - 1 <= BRIDGING else 0,
        total / paid,
        MONTHS - career.birth >= AGES[career.category] and paid >= MINIMUM,
    )


def checksum(answers: list[Answers]) -> dict[str, float]:
    """Sums of the five answers."""
    paid, longest, current, index, eligible = zip(*answers, strict=True)
    return {
        "cum": sum(paid),
        "longest": sum(longest),
        "current": sum(current),
        "index": round(float(np.mean(index)), 6),
        "eligible": sum(eligible),
    }
