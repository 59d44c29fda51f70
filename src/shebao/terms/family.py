"""Kin: who is what to whom."""

from __future__ import annotations

from ..errors import Fault, RuleError
from .pensions import Sex
from .term import Term, check_term

__all__ = ["Kinship"]


class Kinship(Term):
    """What a relative is to a person 亲属关系, in the words of 民法典 第一千零四十五条 and beside them.

    Sex is no part of it: a mother is the ``PARENT`` of her child, and ``word`` says mother. Children
    by adoption are ``CHILD`` (第一千一百一十一条); ``STEP_CHILD`` is a spouse's child, which counts as a
    child only if it was brought up by the step-parent (第一千零七十二条).
    """

    SPOUSE = "spouse", "配偶"
    PARENT = "parent", "父母"
    CHILD = "child", "子女"
    SIBLING = "sibling", "兄弟姐妹"
    PATERNAL_GRANDPARENT = "paternal_grandparent", "祖父母"
    MATERNAL_GRANDPARENT = "maternal_grandparent", "外祖父母"
    GRANDPARENT = "grandparent", "祖父母或者外祖父母"
    CHILD_OF_SON = "child_of_son", "孙子女"
    CHILD_OF_DAUGHTER = "child_of_daughter", "外孙子女"
    GRANDCHILD = "grandchild", "孙子女或者外孙子女"
    STEP_PARENT = "step_parent", "继父母"
    STEP_CHILD = "step_child", "继子女"
    PARENT_IN_LAW = "parent_in_law", "配偶的父母"
    CHILD_IN_LAW = "child_in_law", "子女的配偶"
    SIBLING_IN_LAW = "sibling_in_law", "兄弟姐妹的配偶、配偶的兄弟姐妹"
    GRANDPARENT_IN_LAW = "grandparent_in_law", "配偶的祖父母、外祖父母"
    GRANDCHILD_IN_LAW = "grandchild_in_law", "孙子女、外孙子女的配偶"
    GREAT_GRANDPARENT = "great_grandparent", "曾祖父母、外曾祖父母"
    GREAT_GRANDCHILD = "great_grandchild", "曾孙子女、外曾孙子女"
    OTHER_RELATIVE = "other_relative", "其他亲属"
    NOT_RELATED = "not_related", "非亲属"

    @property
    def inverse(self) -> Kinship:
        """What the person is to the relative.

        Example:
            >>> Kinship.MATERNAL_GRANDPARENT.inverse, Kinship.SPOUSE.inverse
            (Kinship.CHILD_OF_DAUGHTER, Kinship.SPOUSE)
        """
        return _INVERSES.get(self, self)

    @property
    def general(self) -> Kinship:
        """The same without the side of the family, for grandparents and grandchildren.

        Example:
            >>> Kinship.CHILD_OF_DAUGHTER.general, Kinship.PARENT.general
            (Kinship.GRANDCHILD, Kinship.PARENT)
        """
        return _GENERAL.get(self, self)

    @property
    def generations(self) -> int | None:
        """How many generations a relative by descent stands above (below: negative); else None.

        Step-parents and in-laws may be of any age and have none.

        Example:
            >>> Kinship.GRANDPARENT.generations, Kinship.CHILD.generations
            (2, -1)
        """
        return _GENERATIONS.get(self.general)

    def word(self, sex: Sex, lang: str = "zh") -> str:
        """The word for a relative of a sex, or that of both where there is none.

        Args:
            sex: of the relative.
            lang: ``zh`` or ``en``.

        Raises:
            RuleError: for any other language, or what is no sex.

        Example:
            >>> Kinship.PARENT.word(Sex.FEMALE), Kinship.CHILD.word(Sex.MALE, "en")
            ('母亲', 'son')
        """
        check_term(sex, Sex, "sex", RuleError)
        if lang not in ("zh", "en"):
            raise RuleError(Fault("lang", lang, "is not a language of this library", "zh or en"))
        both = _WORDS.get(self)
        zh, en = (self.zh, self.en) if both is None else both[sex is Sex.FEMALE]
        return zh if lang == "zh" else en


_UP_AND_DOWN = (
    (Kinship.PARENT, Kinship.CHILD),
    (Kinship.STEP_PARENT, Kinship.STEP_CHILD),
    (Kinship.PATERNAL_GRANDPARENT, Kinship.CHILD_OF_SON),
    (Kinship.MATERNAL_GRANDPARENT, Kinship.CHILD_OF_DAUGHTER),
    (Kinship.GRANDPARENT, Kinship.GRANDCHILD),
    (Kinship.PARENT_IN_LAW, Kinship.CHILD_IN_LAW),
    (Kinship.GRANDPARENT_IN_LAW, Kinship.GRANDCHILD_IN_LAW),
    (Kinship.GREAT_GRANDPARENT, Kinship.GREAT_GRANDCHILD),
)
_INVERSES = dict(_UP_AND_DOWN) | {down: up for up, down in _UP_AND_DOWN}

_GENERAL = {
    Kinship.PATERNAL_GRANDPARENT: Kinship.GRANDPARENT,
    Kinship.MATERNAL_GRANDPARENT: Kinship.GRANDPARENT,
    Kinship.CHILD_OF_SON: Kinship.GRANDCHILD,
    Kinship.CHILD_OF_DAUGHTER: Kinship.GRANDCHILD,
}

_GENERATIONS = {
    Kinship.PARENT: 1,
    Kinship.GRANDPARENT: 2,
    Kinship.GREAT_GRANDPARENT: 3,
    Kinship.CHILD: -1,
    Kinship.GRANDCHILD: -2,
    Kinship.GREAT_GRANDCHILD: -3,
}

#: The words for a man and for a woman, each in Chinese and English.
_WORDS = {
    Kinship.SPOUSE: (("丈夫", "husband"), ("妻子", "wife")),
    Kinship.PARENT: (("父亲", "father"), ("母亲", "mother")),
    Kinship.CHILD: (("儿子", "son"), ("女儿", "daughter")),
    Kinship.SIBLING: (("兄弟", "brother"), ("姐妹", "sister")),
    Kinship.PATERNAL_GRANDPARENT: (
        ("祖父", "paternal grandfather"),
        ("祖母", "paternal grandmother"),
    ),
    Kinship.MATERNAL_GRANDPARENT: (
        ("外祖父", "maternal grandfather"),
        ("外祖母", "maternal grandmother"),
    ),
    Kinship.GRANDPARENT: (("祖父或者外祖父", "grandfather"), ("祖母或者外祖母", "grandmother")),
    Kinship.CHILD_OF_SON: (("孙子", "son's son"), ("孙女", "son's daughter")),
    Kinship.CHILD_OF_DAUGHTER: (("外孙子", "daughter's son"), ("外孙女", "daughter's daughter")),
    Kinship.GRANDCHILD: (("孙子或者外孙子", "grandson"), ("孙女或者外孙女", "granddaughter")),
    Kinship.STEP_PARENT: (("继父", "stepfather"), ("继母", "stepmother")),
    Kinship.STEP_CHILD: (("继子", "stepson"), ("继女", "stepdaughter")),
    Kinship.PARENT_IN_LAW: (("配偶的父亲", "father-in-law"), ("配偶的母亲", "mother-in-law")),
    Kinship.CHILD_IN_LAW: (("女婿", "son-in-law"), ("儿媳", "daughter-in-law")),
}
