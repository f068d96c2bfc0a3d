"""What a curator writes of the Korean and the Japanese document of tests/curation/documents.

Every row is written as the codebook of today has it: `check` must pass with these documents as
they are. What the rules read is proved or inferred; the rest is judged, with its reason.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from gsomia_data._floor.composed import composed
from gsomia_data.curation.desk.gaps import gaps
from gsomia_data.curation.desk.quoting import find
from gsomia_data.curation.package import csvfile
from gsomia_data.curation.schema.models import TABLES
from kit.files import Files, build, fmt, package
from kit.tiny import Said

KOREAN, JAPANESE = "ko-2019-11-22", "ja-2019-11-23"
FOLDER = Path(__file__).resolve().parents[1] / "curation" / "documents"
DOCUMENTS = {one: (FOLDER / f"{one}.txt").read_text(encoding="utf-8") for one in (KOREAN, JAPANESE)}

QUOTES = {
    KOREAN: (
        "한일 지소미아 종료 6시간 전 ‘조건부 연장’…일본에 보낸 통보 효력 정지",
        "정도윤 기자",
        (
            "정부는 23일 0시를 기해 종료될 예정이던 한일 군사정보보호협정(GSOMIA·지소미아)을 "
            "조건부로 연장하기로 하고, 지난 8월 23일 일본에 보낸 종료 통보의 효력을 정지한다고 "
            "22일 오후 발표했다."
        ),
        (
            "청와대 국가안보실 한서준 2차장은 이날 오후 6시 춘추관 브리핑에서 협정이 “한반도 "
            "평화를 떠받치는 안전판”이라면서도 “언제든 협정을 끝낼 권한은 우리 정부에 "
            "있다”고 말했다."
        ),
        (
            "양국이 2016년 11월 23일 서울에서 서명해 그날 발효된 이 협정은 한국이 외국과 체결한 "
            "33번째 군사정보협정"
        ),
        (
            "한국가온리서치가 19∼21일 전국의 만 18세 이상 1천4명을 조사해 22일 공개한 결과에 "
            "따르면 지소미아 연장에 찬성한다는 응답이 46.2%로 반대한다는 응답(43.9%)을"
        ),
        (
            "이에 앞서 토요일인 지난 16일 서울 광화문광장에서는 시민단체 ‘평화이음’이 주최한 "
            "지소미아 종료 촉구 집회에 주최 측 추산 3만 명(경찰 추산 8천여 명)이 모였으며, 오세린 "
            "평화이음 공동대표는 연단에 올라 “과거사를 사죄하지 않는 나라에 우리 군의 기밀을 "
            "넘겨줄 수 없다”고 외쳤다."
        ),
    ),
    JAPANESE: (
        (
            "韓国政府は22日、23日午前０時に失効が迫っていた日韓軍事情報包括保護協定（GSOMIA）に"
            "ついて、日本に対する終了通告の効力を停止すると発表し"
        ),
        "協定は平成28年11月23日、両国がソウルで署名して即日発効し",
        (
            "防衛省の桐谷浩一報道官は23日未明、記者団に対し、「北朝鮮の弾道ミサイルへの対応では"
            "日米韓の緊密な連携が欠かせず、協定の維持は歓迎すべき判断だ」と述べた。"
        ),
        (
            "日本民意総研が今月16、17の両日、全国の有権者2013人に電話で尋ねた世論調査では、協定の"
            "維持に「賛成」と答えた人は68.4％に上り、「反対」は13.2％、「わからない・無回答」は"
            "18.4％だった。"
        ),
        (
            "ソウル中心部の光化門広場では22日夜、協定の破棄を求める市民団体「平和の橋」の呼びかけで"
            "約１万5000人（警察推計では6000人余り）が集まり、「屈辱外交を撤回せよ」と気勢を上げた。"
        ),
    ),
}
"""Number 1 of a document is its first quote; the words are searched for, as with `quote`."""

QUOTE_NOTES = {
    f"{KOREAN}-1": "the six hours are those before the end, which is not a measure",
    f"{KOREAN}-3": (
        "the end that was due on 23 November and the notice of 23 August have no code of events"
    ),
    f"{KOREAN}-4": "the second deputy, and the hour of the briefing",
    f"{KOREAN}-6": "how old those are who were asked",
    f"{JAPANESE}-1": "the end that was due on 23 November has no code of events",
    f"{JAPANESE}-3": "the day may be of the month named before it, 23 August",
}
"""Why a number or a date of the quote is not a fact of the tables."""

LEFT_OUT = {
    "(서울=가온통신)": ("credit", "the dateline"),
    "=": ("credit", ""),
    "2012년 6월": ("background", "the attempt of 2012, with its month only"),
    "으로, 어느": ("no column", "how the agreement is renewed"),
    "오차범위": ("no column", "the margin of error"),
    "일본은": ("opinion without a position", "talks proposed, and words not about the agreement"),
    "GSOMIA失効": ("heading", "the headline repeats the first sentence"),
    "【ソウル": ("credit", "the dateline"),
    "、協定は": ("background", "how long before the end it came"),
    "、一方が": ("no column", "how the agreement is renewed, and the notice of 23 August"),
    "一方、": ("other subject", ""),
    "韓国の": ("other subject", "talks of the ministers, and an unnamed source"),
}
"""Reason and note of each omission, by its first characters."""

INSIDE: Mapping[str, Mapping[str, tuple[str, str]]] = {
    KOREAN: {
        "는 23일 0시를 기해 종료될 예정이던": (
            "background",
            "the hour at which it would have ended",
        ),
        "을 조건부로 연장하기로 하고, 지난 8월 23일 일본에 보낸 종료 통보의 효력을 정지한다고": (
            "no column",
            "what the decision says of the notice to Japan of 23 August",
        ),
        "공동대표는 연단에 올라": ("saying", ""),
    },
    JAPANESE: {
        "23日午前０時に失効が迫っていた": ("background", "the hour of the end"),
        "について、日本に対する終了通告の効力を停止すると": (
            "no column",
            "of which notice: that to Japan",
        ),
        "報道官は23日未明、記者団に対し": ("saying", "the hour of the statement"),
        "に電話で尋ねた世論調査では": ("no column", "how the survey was made"),
    },
}
"""Reason and note of what is left out inside the quotes of each document, by its words."""

_POLL = {"agreement_id": "gsomia-2016", "proposal": "renew"}
_GAON = _POLL | {
    "survey": "gaon-2019-11",
    "pollster": "hanguk-gaon-research",
    "date_id": "gaon-2019-11",
    "fieldwork": "2019-11-19/2019-11-21",
    "respondents": "1004",
}
_MINI = _POLL | {
    "survey": "mini-2019-11",
    "pollster": "nihon-mini-soken",
    "fieldwork": "2019-11-16/2019-11-17",
    "respondents": "2013",
}
_CROWD = {"measure": "protesters on an agreement", "unit": "people", "agreement_id": "gsomia-2016"}

ROWS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "sources": {
        KOREAN: {
            "title": "한일 지소미아 종료 6시간 전 ‘조건부 연장’…일본에 보낸 통보 효력 정지",
            "publisher": "가온통신",
            "byline": "정도윤",
            "published": "2019-11-22",
            "language": "ko",
            "kind": "news article",
            "rights": "Invented for the tests.",
            "note": "The date is known from outside.",
        },
        JAPANESE: {
            "title": "GSOMIA失効回避 韓国が終了通告の効力停止 期限６時間前",
            "publisher": "東都通信",
            "published": "2019-11-23",
            "language": "ja",
            "kind": "news article",
            "rights": "Invented for the tests.",
            "note": "The date is known from outside.",
        },
    },
    "aliases": {
        "ko-gaon-gsomia": {
            "alias": "한일 군사정보보호협정",
            "kind": "name",
            "agreement_id": "gsomia-2016",
            "source_id": KOREAN,
        },
        "ko-gaon-jisomia": {
            "alias": "지소미아",
            "kind": "name",
            "agreement_id": "gsomia-2016",
            "source_id": KOREAN,
        },
        "ko-gaon-hyeopjeong": {
            "alias": "협정",
            "kind": "name",
            "agreement_id": "gsomia-2016",
            "source_id": KOREAN,
        },
        "ko-gaon-jeongbu": {
            "alias": "정부",
            "kind": "name",
            "actor_id": "kor",
            "source_id": KOREAN,
        },
        "ja-toto-gsomia": {
            "alias": "日韓軍事情報包括保護協定",
            "kind": "name",
            "agreement_id": "gsomia-2016",
            "source_id": JAPANESE,
        },
        "ja-toto-kyotei": {
            "alias": "協定",
            "kind": "name",
            "agreement_id": "gsomia-2016",
            "source_id": JAPANESE,
        },
    },
    "actors": {
        "kor-nso": {"name": "국가안보실", "kind": "body", "country": "kor"},
        "han-seo-jun": {"name": "한서준", "kind": "person"},
        "hanguk-gaon-research": {"name": "한국가온리서치", "kind": "pollster"},
        "peace-ieum": {"name": "평화이음", "kind": "group"},
        "oh-se-rin": {"name": "오세린", "kind": "person"},
        "jpn-mod": {"name": "防衛省", "kind": "body", "country": "jpn"},
        "kiritani-koichi": {"name": "桐谷浩一", "kind": "person"},
        "nihon-mini-soken": {"name": "日本民意総研", "kind": "pollster"},
        "heiwa-no-hashi": {"name": "平和の橋", "kind": "group"},
    },
    "polls": {
        "gaon-support": _GAON | {"answer": "support", "percent": "46.2"},
        "gaon-oppose": _GAON | {"answer": "oppose", "percent": "43.9"},
        "mini-support": _MINI | {"answer": "support", "percent": "68.4"},
        "mini-oppose": _MINI | {"answer": "oppose", "percent": "13.2"},
        "mini-undecided": _MINI | {"answer": "undecided", "percent": "18.4"},
    },
    "reactions": {
        "kor-nso-han": {
            "agreement_id": "gsomia-2016",
            "actor": "kor-nso",
            "speaker": "han-seo-jun",
            "date_id": "nso-briefing-2019-11-22",
            "act": "press conference",
            "wording": (
                "한반도 평화를 떠받치는 안전판 … 언제든 협정을 끝낼 권한은 우리 정부에 있다"
            ),
            "gist": "협정",
            "about": "agreement",
            "stance": "support",
            "theme": "regional stability",
        },
        "peace-ieum-oh": {
            "agreement_id": "gsomia-2016",
            "actor": "peace-ieum",
            "speaker": "oh-se-rin",
            "date_id": "seoul-protest-2019-11-16",
            "act": "remark",
            "about": "co-operation",
            "wording": "과거사를 사죄하지 않는 나라에 우리 군의 기밀을 넘겨줄 수 없다",
            "stance": "oppose",
            "theme": "history",
        },
        "jpn-mod-kiritani": {
            "agreement_id": "gsomia-2016",
            "actor": "jpn-mod",
            "speaker": "kiritani-koichi",
            "act": "remark",
            "about": "agreement",
            "wording": (
                "北朝鮮の弾道ミサイルへの対応では日米韓の緊密な連携が欠かせず、"
                "協定の維持は歓迎すべき判断だ"
            ),
            "stance": "support",
            "theme": "security",
        },
        "heiwa-no-hashi-rally": {
            "agreement_id": "gsomia-2016",
            "actor": "heiwa-no-hashi",
            "date_id": "seoul-protest-2019-11-22",
            "act": "rally",
            "wording": "屈辱外交を撤回せよ",
            "gist": "協定の破棄を求める",
            "about": "ending",
            "stance": "support",
            "theme": "unstated",
        },
    },
    "dates": {
        "gaon-2019-11": {
            "date": "2019-11-22",
            "event": "poll released",
            "title": "A poll on keeping the GSOMIA is published",
            "status": "occurred",
            "agreement_id": "gsomia-2016",
            "actor": "hanguk-gaon-research",
        },
        "gsomia-2016-kept": {
            "date": "2019-11-22",
            "event": "statement",
            "title": "South Korea announces that the notice is suspended",
            "status": "occurred",
            "agreement_id": "gsomia-2016",
            "actor": "kor",
        },
        "nso-briefing-2019-11-22": {
            "date": "2019-11-22",
            "event": "statement",
            "title": "The National Security Office on the GSOMIA",
            "status": "occurred",
            "agreement_id": "gsomia-2016",
            "actor": "kor-nso",
        },
        "seoul-protest-2019-11-16": {
            "date": "2019-11-16",
            "event": "protest",
            "title": "Rally for the end of the GSOMIA",
            "status": "occurred",
            "agreement_id": "gsomia-2016",
            "actor": "peace-ieum",
            "place": "서울 광화문광장",
        },
        "seoul-protest-2019-11-22": {
            "date": "2019-11-22",
            "event": "protest",
            "title": "Rally against keeping the GSOMIA",
            "status": "occurred",
            "agreement_id": "gsomia-2016",
            "actor": "heiwa-no-hashi",
            "place": "光化門広場",
        },
    },
    "quantities": {
        "protesters-organisers-2019-11-16": _CROWD | {"value": "30000", "as_of": "2019-11-16"},
        "protesters-police-2019-11-16": _CROWD | {"value": "8000", "as_of": "2019-11-16"},
        "protesters-organisers-2019-11-22": _CROWD | {"value": "15000", "as_of": "2019-11-22"},
        "protesters-police-2019-11-22": _CROWD | {"value": "6000", "as_of": "2019-11-22"},
    },
}
"""Curated cells: table, key, column."""


def _k(number: int) -> str:
    return f"{KOREAN}-{number}"


def _j(number: int) -> str:
    return f"{JAPANESE}-{number}"


def _alias(
    key: str, quote: str, words: str, why: str, of: str = "agreement_id"
) -> tuple[Said, ...]:
    return (
        Said(f"aliases {key} alias", quote, words, "verbatim"),
        Said(f"aliases {key} {of}", quote, words, "judged", why),
    )


def _poll(key: str, quote: str, name: str, answer: str, percent: str, *more: str) -> list[Said]:
    agreement, fieldwork, asked = more
    return [
        Said(f"polls {key} agreement_id", quote, agreement, "alias"),
        Said(f"polls {key} proposal", quote, agreement, "judged", "whether it should be kept"),
        Said(f"polls {key} pollster", quote, name, "alias"),
        Said(f"polls {key} fieldwork", quote, fieldwork, "interval-from-publication"),
        Said(f"polls {key} answer", quote, answer, "judged", "asked about keeping the agreement"),
        Said(f"polls {key} percent", quote, percent, "number"),
        Said(f"polls {key} respondents", quote, asked, "number"),
    ]


def _crowd(key: str, quote: str, number: str, unit: str, *more: str) -> list[Said]:
    agreement, gathered, day = more
    return [
        Said(f"quantities {key} measure", quote, gathered, "judged", "those who came to the rally"),
        Said(f"quantities {key} value", quote, number, "number"),
        Said(f"quantities {key} unit", quote, unit, "judged", "a counter of persons"),
        Said(f"quantities {key} agreement_id", quote, agreement, "alias"),
        Said(f"quantities {key} as_of", quote, day, "date-before"),
    ]


_GAON_WORDS = ("지소미아", "19∼21일", "1천4명")
_MINI_WORDS = ("協定", "今月16、17の両日", "2013人")
_KO_CROWD = ("지소미아", "모였으며", "토요일인 지난 16일")
_JA_CROWD = ("協定", "集まり", "22日")
_ONLY = "the only agreement of the document that has no other name"

EVIDENCE: Sequence[Said] = (
    Said(f"sources {KOREAN} title", _k(1), ROWS["sources"][KOREAN]["title"], "verbatim"),
    Said(f"sources {KOREAN} byline", _k(2), "정도윤", "verbatim"),
    *_alias(
        "ko-gaon-gsomia", _k(3), "한일 군사정보보호협정", "its acronym is in brackets behind it"
    ),
    *_alias("ko-gaon-jisomia", _k(3), "지소미아", "the acronym as it is spoken"),
    *_alias("ko-gaon-hyeopjeong", _k(4), "협정", _ONLY),
    *_alias("ko-gaon-jeongbu", _k(3), "정부", "that of the country of the paper", "actor_id"),
    Said("dates gsomia-2016-kept date", _k(3), "22일", "date-before"),
    Said("dates gsomia-2016-kept event", _k(3), "발표했다", "judged", "it made this public"),
    Said("dates gsomia-2016-kept status", _k(3), "발표했다", "judged", "reported as done"),
    Said("dates gsomia-2016-kept agreement_id", _k(3), "한일 군사정보보호협정", "alias"),
    Said("dates gsomia-2016-kept actor", _k(3), "정부", "alias"),
    Said("actors kor-nso name", _k(4), "국가안보실", "verbatim"),
    Said(
        "actors kor-nso country", _k(4), "청와대 국가안보실", "judged", "an office of its president"
    ),
    Said("actors han-seo-jun name", _k(4), "한서준", "verbatim"),
    Said("reactions kor-nso-han agreement_id", _k(4), "협정", "alias"),
    Said("reactions kor-nso-han actor", _k(4), "국가안보실", "alias"),
    Said("reactions kor-nso-han speaker", _k(4), "한서준", "alias"),
    Said("reactions kor-nso-han act", _k(4), "브리핑", "judged", "a briefing of the press"),
    Said("reactions kor-nso-han gist", _k(4), "협정", "verbatim"),
    Said("reactions kor-nso-han about", _k(4), "협정", "judged", "it is called a safety pin"),
    Said("reactions kor-nso-han wording", _k(4), "한반도 평화를 떠받치는 안전판", "verbatim"),
    Said(
        "reactions kor-nso-han wording",
        _k(4),
        "언제든 협정을 끝낼 권한은 우리 정부에 있다",
        "verbatim",
    ),
    Said("reactions kor-nso-han stance", _k(4), "안전판", "judged", "what it is good for"),
    Said("reactions kor-nso-han theme", _k(4), "한반도 평화", "judged", "peace where they live"),
    Said("dates nso-briefing-2019-11-22 date", _k(4), "이날", "named-day"),
    Said("dates nso-briefing-2019-11-22 event", _k(4), "브리핑", "judged", "words in public"),
    Said("dates nso-briefing-2019-11-22 status", _k(4), "말했다", "judged", "told as done"),
    Said("dates nso-briefing-2019-11-22 agreement_id", _k(4), "협정", "alias"),
    Said("dates nso-briefing-2019-11-22 actor", _k(4), "국가안보실", "alias"),
    Said("dates gsomia-2016-signed date", _k(5), "2016년 11월 23일", "date", value="2016-11-23"),
    Said("dates gsomia-2016-signed event", _k(5), "서명해", "judged", "signed", "signed"),
    Said("dates gsomia-2016-signed agreement_id", _k(5), "협정", "alias", value="gsomia-2016"),
    Said("quantities kor-deal-rank-2016 value", _k(5), "33번째", "number", value="33"),
    Said("actors hanguk-gaon-research name", _k(6), "한국가온리서치", "verbatim"),
    *_poll("gaon-support", _k(6), "한국가온리서치", "찬성한다는 응답", "46.2%", *_GAON_WORDS),
    Said("dates gaon-2019-11 date", _k(6), "22일", "date-before"),
    Said("dates gaon-2019-11 event", _k(6), "공개한", "judged", "its result is published"),
    Said("dates gaon-2019-11 status", _k(6), "공개한", "judged", "told as done"),
    Said("dates gaon-2019-11 agreement_id", _k(6), _GAON_WORDS[0], "alias"),
    Said("dates gaon-2019-11 actor", _k(6), "한국가온리서치", "alias"),
    *_poll("gaon-oppose", _k(6), "한국가온리서치", "반대한다는 응답", "43.9%", *_GAON_WORDS),
    Said("actors peace-ieum name", _k(7), "평화이음", "verbatim"),
    Said("actors oh-se-rin name", _k(7), "오세린", "verbatim"),
    Said("dates seoul-protest-2019-11-16 date", _k(7), "토요일인 지난 16일", "date-before"),
    Said("dates seoul-protest-2019-11-16 event", _k(7), "집회", "judged", "a rally"),
    Said("dates seoul-protest-2019-11-16 status", _k(7), "모였으며", "judged", "they came"),
    Said("dates seoul-protest-2019-11-16 agreement_id", _k(7), "지소미아", "alias"),
    Said("dates seoul-protest-2019-11-16 actor", _k(7), "평화이음", "alias"),
    Said("dates seoul-protest-2019-11-16 place", _k(7), "서울 광화문광장", "verbatim"),
    *_crowd("protesters-organisers-2019-11-16", _k(7), "3만", "3만 명", *_KO_CROWD),
    *_crowd("protesters-police-2019-11-16", _k(7), "8천여", "8천여 명", *_KO_CROWD),
    Said("reactions peace-ieum-oh agreement_id", _k(7), "지소미아", "alias"),
    Said("reactions peace-ieum-oh actor", _k(7), "평화이음", "alias", nth=2),
    Said("reactions peace-ieum-oh speaker", _k(7), "오세린", "alias"),
    Said("reactions peace-ieum-oh act", _k(7), "외쳤다", "judged", "no occasion of its own"),
    Said("reactions peace-ieum-oh about", _k(7), "기밀을 넘겨줄", "judged", "secrets are shared"),
    Said(
        "reactions peace-ieum-oh wording",
        _k(7),
        "과거사를 사죄하지 않는 나라에 우리 군의 기밀을 넘겨줄 수 없다",
        "verbatim",
    ),
    Said("reactions peace-ieum-oh stance", _k(7), "넘겨줄 수 없다", "judged", "a refusal"),
    Said("reactions peace-ieum-oh theme", _k(7), "과거사를", "judged", "the past is her reason"),
    *_alias("ja-toto-gsomia", _j(1), "日韓軍事情報包括保護協定", "its acronym is behind it"),
    *_alias("ja-toto-kyotei", _j(2), "協定", _ONLY),
    Said("dates gsomia-2016-kept date", _j(1), "22日", "date-before"),
    Said("dates gsomia-2016-kept event", _j(1), "発表し", "judged", "it made this public"),
    Said("dates gsomia-2016-kept agreement_id", _j(1), "GSOMIA", "alias"),
    Said("dates gsomia-2016-kept actor", _j(1), "韓国政府", "alias"),
    Said("dates gsomia-2016-signed date", _j(2), "平成28年11月23日", "date", value="2016-11-23"),
    Said("dates gsomia-2016-signed event", _j(2), "署名して", "judged", "signed", "signed"),
    Said("dates gsomia-2016-signed agreement_id", _j(2), "協定", "alias", value="gsomia-2016"),
    Said("actors jpn-mod name", _j(3), "防衛省", "verbatim"),
    Said("actors jpn-mod country", _j(3), "防衛省", "judged", "only Japan's has this name"),
    Said("actors kiritani-koichi name", _j(3), "桐谷浩一", "verbatim"),
    Said("reactions jpn-mod-kiritani agreement_id", _j(3), "協定", "alias"),
    Said("reactions jpn-mod-kiritani actor", _j(3), "防衛省", "alias"),
    Said("reactions jpn-mod-kiritani speaker", _j(3), "桐谷浩一", "alias"),
    Said("reactions jpn-mod-kiritani act", _j(3), "述べた", "judged", "to reporters"),
    Said("reactions jpn-mod-kiritani about", _j(3), "協定の維持", "judged", "that it goes on"),
    Said(
        "reactions jpn-mod-kiritani wording",
        _j(3),
        ROWS["reactions"]["jpn-mod-kiritani"]["wording"],
        "verbatim",
    ),
    Said("reactions jpn-mod-kiritani stance", _j(3), "歓迎すべき判断", "judged", "praise"),
    Said("reactions jpn-mod-kiritani theme", _j(3), "弾道ミサイル", "judged", "a threat"),
    Said("actors nihon-mini-soken name", _j(4), "日本民意総研", "verbatim"),
    *_poll("mini-support", _j(4), "日本民意総研", "賛成", "68.4％", *_MINI_WORDS),
    *_poll("mini-oppose", _j(4), "日本民意総研", "反対", "13.2％", *_MINI_WORDS),
    *_poll("mini-undecided", _j(4), "日本民意総研", "わからない", "18.4％", *_MINI_WORDS),
    Said("actors heiwa-no-hashi name", _j(5), "平和の橋", "verbatim"),
    Said("dates seoul-protest-2019-11-22 date", _j(5), "22日", "date-before"),
    Said("dates seoul-protest-2019-11-22 event", _j(5), "集まり", "judged", "a rally"),
    Said("dates seoul-protest-2019-11-22 status", _j(5), "気勢を上げた", "judged", "done"),
    Said("dates seoul-protest-2019-11-22 agreement_id", _j(5), "協定", "alias"),
    Said("dates seoul-protest-2019-11-22 actor", _j(5), "平和の橋", "alias"),
    Said("dates seoul-protest-2019-11-22 place", _j(5), "光化門広場", "verbatim"),
    *_crowd("protesters-organisers-2019-11-22", _j(5), "約１万5000", "約１万5000人", *_JA_CROWD),
    *_crowd("protesters-police-2019-11-22", _j(5), "6000人余り", "6000人余り", *_JA_CROWD),
    Said("reactions heiwa-no-hashi-rally agreement_id", _j(5), "協定", "alias"),
    Said("reactions heiwa-no-hashi-rally actor", _j(5), "平和の橋", "alias"),
    Said("reactions heiwa-no-hashi-rally act", _j(5), "呼びかけ", "judged", "a gathering"),
    Said("reactions heiwa-no-hashi-rally gist", _j(5), "協定の破棄を求める", "verbatim"),
    Said("reactions heiwa-no-hashi-rally about", _j(5), "破棄", "judged", "that it be scrapped"),
    Said("reactions heiwa-no-hashi-rally wording", _j(5), "屈辱外交を撤回せよ", "verbatim"),
    Said("reactions heiwa-no-hashi-rally stance", _j(5), "破棄を求める", "judged", "an end"),
    Said("reactions heiwa-no-hashi-rally theme", _j(5), "屈辱外交", "judged", "no reason"),
)


def add_documents(files: Files, saved: Callable[[str], str] = str) -> None:
    """Go the walk of CONTRIBUTING.md with both documents.

    Args:
        files: A copy of the package.
        saved: How the publisher's system saved a text; the words of a row of evidence are those
            of the document.

    Raises:
        RefusedError: `fmt` or `build` refuses.
    """
    for source, text in DOCUMENTS.items():
        files[f"corpus/{source}.txt"] = saved(text).encode()
    append(files, "sources", ({"source_id": key, **row} for key, row in ROWS["sources"].items()))
    fmt(files)
    for source, searched in QUOTES.items():
        for words in searched:
            found = find(package(_desk(files, source)), source, words)
            assert isinstance(found, list), f"{words!r} is not in {source}"
            paste(files, "quotes", _noted(found[0].row))
    for table, rows in ROWS.items():
        (key,) = TABLES[table].key
        if table != "sources":
            append(files, table, ({key: name, **cells} for name, cells in rows.items()))
    append(files, "evidence", (_evidence(said, saved) for said in EVIDENCE))
    fmt(files)
    append(files, "omissions", _omissions(files))
    append(files, "omissions", _inside(files, saved))
    fmt(files)
    build(files)


def _desk(files: Files, source: str) -> Files:
    """The files that `quote` looks into."""
    paths = (f"corpus/{source}.txt", TABLES["quotes"].path, TABLES["omissions"].path)
    return {path: files[path] for path in paths}


def _noted(line: str) -> str:
    """A line of `quotes.csv` with what explains its numbers."""
    cells = next(csv.reader(io.StringIO(line, newline="")))
    return csvfile.line((*cells[:-1], QUOTE_NOTES.get(cells[0], "")))


def _evidence(said: Said, saved: Callable[[str], str]) -> Mapping[str, str]:
    table, key, column = said.cell.split(" ")
    return {
        "table_name": table,
        "row_key": key,
        "column_name": column,
        "quote_id": said.quote,
        "words": saved(said.words),
        "nth": str(said.nth),
        "rule": said.rule,
        "says": said.value or ROWS[table][key][column],
        "relation": said.relation,
        "note": said.note,
    }


def _omissions(files: Files) -> Iterator[Mapping[str, str]]:
    """What `gaps` finds, each with its reason."""
    for gap in gaps(package(files)):
        found = [one for one in LEFT_OUT if composed(gap.words).text.startswith(one)]
        assert found, f"{gap.words!r} is left over in {gap.source}"
        reason, note = LEFT_OUT[found[0]]
        yield {
            "source_id": gap.source,
            "start": str(gap.start),
            "stop": str(gap.stop),
            "reason": reason,
            "note": note,
        }


def _inside(files: Files, saved: Callable[[str], str]) -> Iterator[Mapping[str, str]]:
    """What is left out inside the quotes."""
    for source, listed in INSIDE.items():
        document = files[f"corpus/{source}.txt"].decode()
        for words, (reason, note) in listed.items():
            start = document.index(saved(words))
            yield {
                "source_id": source,
                "start": str(start),
                "stop": str(start + len(saved(words))),
                "reason": reason,
                "note": note,
            }


def append(files: Files, table: str, rows: Iterable[Mapping[str, str]]) -> None:
    """Add rows to a table, as lines at its end."""
    for row in rows:
        paste(files, table, csvfile.line(row.get(name, "") for name in TABLES[table].header))


def paste(files: Files, table: str, line: str) -> None:
    """Add a line at the end of a table."""
    files[TABLES[table].path] += f"{line}\n".encode()
