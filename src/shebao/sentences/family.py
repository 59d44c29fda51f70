"""The sentences about kin, account sharing, the card and certification, for ``sentences``."""

from __future__ import annotations

from typing import Final

from ..questions import Question, Reason
from .words import Words

__all__ = ["FACTS", "QUESTIONS", "REASONS"]


QUESTIONS: Final[dict[Question, Words]] = {
    Question.NEAR_RELATIVE: {
        "zh": "是否为近亲属",
        "en": "is this a near relative",
    },
    Question.SHARING: {
        "zh": "亲属能否使用该医保个人账户（家庭共济）",
        "en": "may the relative use the medical account (account sharing)",
    },
    Question.SHARING_USE: {
        "zh": "共济账户能否支付该项费用",
        "en": "may a shared balance pay for this",
    },
    Question.SHARING_BINDING: {
        "zh": "能否建立家庭共济关系",
        "en": "can the relative be bound to the account",
    },
    Question.SHARING_ENDING: {
        "zh": "家庭共济关系是否解除",
        "en": "does the binding end",
    },
    Question.WALLET_TRANSFER: {
        "zh": "能否通过医保钱包转账",
        "en": "may the amount be transferred between wallets",
    },
    Question.CARD_USE: {
        "zh": "能否持该卡就医购药",
        "en": "may this card be used for treatment or medicine",
    },
    Question.FAMILY_SERVICE: {
        "zh": "能否添加为电子社保卡亲情账户",
        "en": "can the relative be added to the card's family service",
    },
    Question.CERTIFICATION: {
        "zh": "领取待遇资格认证是否在有效期内",
        "en": "is the certification to draw the benefit in force",
    },
}

REASONS: Final[dict[Reason, Words]] = {
    Reason.KIN_NEAR: {
        "zh": "属于近亲属（配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女）：{actual}",
        "en": "a near relative (spouse, parents, children, siblings, grandparents, grandchildren): {actual}",
    },
    Reason.KIN_STEP: {
        "zh": "范围包括：{actual}（继父母子女有抚养教育关系的视同）",
        "en": "the circle has {actual} (and a step-relation like it, if the child was brought up)",
    },
    Reason.KIN_RAISED: {
        "zh": "继子女受继父母抚养教育：{actual}",
        "en": "the step-child was brought up by the step-parent: {actual}",
    },
    Reason.SHARING_KIN: {
        "zh": "共济对象为近亲属：{actual}",
        "en": "shared with near relatives; this one: {actual}",
    },
    Reason.SHARING_CLOSE_KIN: {
        "zh": "共济对象为配偶、父母、子女：{actual}",
        "en": "shared with spouse, parents and children; this one: {actual}",
    },
    Reason.SHARING_RELATIVE_INSURED: {
        "zh": "亲属已参加基本医疗保险（职工或者居民）：{actual}",
        "en": "relative insured in basic medical insurance, as employee or resident: {actual}",
    },
    Reason.SHARING_OWNER_ACCOUNT: {
        "zh": "账户所有人有职工医保个人账户：{actual}",
        "en": "owner has an account of employees' medical insurance: {actual}",
    },
    Reason.SHARING_OWNER_STANDING: {
        "zh": "账户所有人职工医保关系有效，账户状态正常：{actual}",
        "en": "owner's insurance in force and the account usable: {actual}",
    },
    Reason.SHARING_SAME_AREA: {
        "zh": "共济范围包括：{actual}",
        "en": "sharing reaches: {actual}",
    },
    Reason.SHARING_SAME_PROVINCE: {
        "zh": "共济范围包括：{actual}",
        "en": "sharing reaches: {actual}",
    },
    Reason.SHARING_ACROSS: {
        "zh": "{actual}共济适用于两地",
        "en": "sharing reaches both areas: {actual}",
    },
    Reason.SHARING_SCOPE: {
        "zh": "共济范围包括两人的参保地（参保地或者统筹层次不详）",
        "en": "sharing reaches both areas (they, or how they pool, are not known closely)",
    },
    Reason.SHARING_USE: {
        "zh": "支付范围包括：{actual}",
        "en": "the shared balance pays for: {actual}",
    },
    Reason.BINDING_ELIGIBLE: {
        "zh": "符合共济条件（下列各项）",
        "en": "the account may be shared (all of these)",
    },
    Reason.BINDING_OWNER_AGREES: {
        "zh": "账户所有人同意：{actual}",
        "en": "the owner wants it: {actual}",
    },
    Reason.BINDING_RELATIVE_AGREES: {
        "zh": "被共济人同意（双方自愿）：{actual}",
        "en": "the relative wants it (both have to): {actual}",
    },
    Reason.BINDING_NOT_TWICE: {
        "zh": "两人之间尚无共济关系：{actual}",
        "en": "the two are not bound yet: {actual}",
    },
    Reason.BINDING_PLURAL: {
        "zh": "可与多人建立共济关系，已有其他关系数：{actual}",
        "en": "either may have several bindings; others there are: {actual}",
    },
    Reason.BINDING_CHANNEL: {
        "zh": "办理渠道可用：{actual}",
        "en": "the channel is open: {actual}",
    },
    Reason.BINDING_PAPERS: {
        "zh": "该渠道所需信息和材料齐全（下列各项）",
        "en": "the data and papers that it asks for are at hand (all of these)",
    },
    Reason.BINDING_PAPER: {"zh": "{actual}", "en": "{actual}"},
    Reason.BINDING_ENDS: {
        "zh": "该情形解除共济关系：{actual}",
        "en": "the binding ends with this: {actual}",
    },
    Reason.WALLET_AMOUNT: {
        "zh": "每笔不超过 {required} 元：{actual}",
        "en": "at most {required} yuan each: {actual}",
    },
    Reason.WALLET_TIMES: {
        "zh": "每日不超过 {required} 笔，这是第 {actual} 笔",
        "en": "at most {required} a day, this is number {actual}",
    },
    Reason.WALLET_HOURS: {
        "zh": "转账时间 {required}：{actual}",
        "en": "transfers are made in {required}: {actual}",
    },
    Reason.WALLET_OWNER: {
        "zh": "账户所有人已开通医保钱包：{actual}",
        "en": "the owner has opened the wallet: {actual}",
    },
    Reason.WALLET_RELATIVE: {
        "zh": "被共济人已开通医保钱包：{actual}",
        "en": "the relative has opened the wallet: {actual}",
    },
    Reason.CARD_OWN: {
        "zh": "持患者本人的医疗保障凭证（共济只用余额，不用他人的卡）：{actual}",
        "en": "the patient's own card (a balance is shared, a card is not): {actual}",
    },
    Reason.CARD_SHOWN: {
        "zh": "由他人出示的（下列任一）",
        "en": "somebody else shows the card (any of these)",
    },
    Reason.CARD_PRESENT: {
        "zh": "患者本人在场：{actual}",
        "en": "the patient is present: {actual}",
    },
    Reason.CARD_ENTRUSTED: {
        "zh": "受委托代为购药的（下列各项）",
        "en": "medicine is bought for the patient (all of these)",
    },
    Reason.CARD_MEDICINE: {
        "zh": "仅限代为购药：{actual}",
        "en": "only to buy medicine: {actual}",
    },
    Reason.CARD_DOCUMENTS: {
        "zh": "提供委托人和受托人的身份证明：{actual}",
        "en": "identity documents of both are shown: {actual}",
    },
    Reason.FAMILY_SERVICE_ROOM: {
        "zh": "已添加家属人数：{actual}；上限：{required}",
        "en": "relatives added before: {actual}; at most: {required}",
    },
    Reason.FAMILY_SERVICE_CARD: {
        "zh": "上传亲属社会保障卡照片：{actual}",
        "en": "photo of the relative's social-security card: {actual}",
    },
    Reason.FAMILY_SERVICE_FACE: {
        "zh": "被添加人通过人脸识别：{actual}",
        "en": "the relative passed face recognition: {actual}",
    },
    Reason.FAMILY_SERVICE_PHOTO: {
        "zh": "上传未满规定年龄的亲属的人脸正面照：{actual}",
        "en": "photo of the face of a child below the age: {actual}",
    },
    Reason.CERTIFICATION_PAID: {
        "zh": "待遇仍在发放（逾期未认证的，自 {required} 起暂停，认证后恢复）",
        "en": "still paid (without certification payments stop from {required}, and go on after it)",
    },
    Reason.CERTIFICATION_DUE: {
        "zh": "下次认证不晚于 {required}，查询日 {actual}",
        "en": "the next certification is due by {required}; asked on {actual}",
    },
}

#: Facts that can be missing.
FACTS: Final[dict[str, Words]] = {
    "raised": {
        "zh": "继子女是否受继父母抚养教育",
        "en": "whether the step-child was brought up by the step-parent",
    },
    "kinship": {
        "zh": "是祖父母还是外祖父母（孙子女还是外孙子女）",
        "en": "on which side of the family the relative stands",
    },
    "relative_insured": {
        "zh": "亲属是否参加基本医疗保险",
        "en": "whether the relative is insured in basic medical insurance",
    },
    "owner_account": {
        "zh": "账户所有人是否有职工医保个人账户",
        "en": "whether the owner has a personal account",
    },
    "owner_standing": {
        "zh": "账户所有人职工医保关系是否有效、账户状态是否正常",
        "en": "whether the owner's insurance is in force and the account usable",
    },
    "certified_on": {
        "zh": "历次认证日期（含数据比对）",
        "en": "the days of certification, by matched data too",
    },
    "patient_is_present": {"zh": "患者本人是否在场", "en": "whether the patient is present"},
    "owner_area": {"zh": "账户所有人的参保地", "en": "the owner's area of enrolment"},
    "relative_area": {"zh": "亲属的参保地", "en": "the relative's area of enrolment"},
    "owner_agrees": {"zh": "账户所有人是否同意", "en": "whether the owner wants it"},
    "relative_agrees": {"zh": "被共济人是否同意", "en": "whether the relative wants it"},
    "given": {"zh": "已备的信息和材料", "en": "which data and papers are at hand"},
    "scope": {"zh": "两人的参保地相隔多远", "en": "how far apart the two are insured"},
    "owner_wallet": {
        "zh": "账户所有人是否已开通医保钱包",
        "en": "whether the owner has opened the wallet",
    },
    "relative_wallet": {
        "zh": "被共济人是否已开通医保钱包",
        "en": "whether the relative has opened the wallet",
    },
    "has_documents": {
        "zh": "是否提供委托人和受托人的身份证明",
        "en": "whether the identity documents of both are shown",
    },
    "has_card_photo": {
        "zh": "是否有亲属社会保障卡照片",
        "en": "whether there is a photo of the relative's card",
    },
    "has_face_photo": {"zh": "是否有人脸正面照", "en": "whether there is a photo of the face"},
    "face_recognised": {
        "zh": "被添加人是否通过人脸识别",
        "en": "whether the relative passed face recognition",
    },
}
