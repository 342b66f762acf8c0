"""A question, read into slots: what is asked, of when, in which unit, of which kind.

Reading needs the words of the report at hand (to restore diacritics and to mend
typos), so it takes a `World`. Finding the figures is `select`'s part.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from chain import words as W
from chain.abbreviations import meaning, table
from chain.accents import with_accents
from chain.keyboard import untyped
from chain.slips import mended
from chain.spelling import is_initials, is_name, is_pair, is_syllable, usual_pair
from chain.tagging import compounds, telling
from chain.thesaurus import neighbours
from chain.world import World, tokens
from report.model import Base, Direction, Measure, Modality, Period, Span, name_of
from report.periods import length_of, with_month
from report.periods import periods as period_mentions
from report.shorthand import in_full
from report.text import UPPER, fold, new_tones, nfc, same_words

LIMIT = 2000
_EVERYDAY = frozenset({"bao nhiêu", "không", "được", "như thế nào", "với", "gì", "vậy", "rồi", "trước", "nước", "người", "mình", "mọi người", "biết", "sao", "hiệu quả", "phần trăm", "triệu", "triệu đồng", "tỷ", "đồng"})


@dataclass(frozen=True)
class Question:
    """A question in slots. `terms` are the words that name the indicator; `text` is the spelled-out question."""

    raw: str
    text: str
    terms: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    measure: Measure | None = None
    base: Base = Base.NONE
    modality: Modality | None = None
    also_target: bool = False
    direction: Direction = Direction.NONE
    unit: str = ""
    excluded: frozenset[str] = frozenset()
    operation: str = "lookup"
    claim: bool = False
    amount: bool = False
    other_place: str = ""
    verb: tuple[str, ...] = ()
    light: frozenset[str] = frozenset()
    focus: Span | None = None
    row: tuple[str, ...] = ()
    compounds: tuple[tuple[str, ...], ...] = ()
    nouns: frozenset[str] = frozenset()
    numbers: tuple[str, ...] = ()  # numbers that belong to a name: "xăng RON 95", "điện gió Hải Đông 1"
    carried: tuple[str, ...] = field(default=())


def clean(raw: str) -> str:
    """The question in NFC on one line. Raises ValueError with a Vietnamese line when there is nothing to answer."""
    text = re.sub(r"\s+", " ", nfc(raw)).strip()
    if len(text) > LIMIT:
        raise ValueError(f"Câu hỏi quá dài ({len(text)} ký tự); xin hỏi trong {LIMIT} ký tự.")
    if not text:
        raise ValueError("Câu hỏi trống; xin nhập câu hỏi.")
    if not re.search(r"[^\W_]", text):
        raise ValueError("Câu hỏi không có chữ nào; xin nhập câu hỏi bằng lời.")
    return text


def last_question(text: str) -> str:
    """The sentence that asks: the last one with a question mark, else the last; orders before it are not obeyed."""
    parts = [p for p in re.split(rf"(?<=[.!?]){W.NO_END}\s+", text) if re.search(r"[^\W\d_]{2}", p)]
    asking = [p for p in parts if "?" in p] or [p for p in parts if W.ASKS_AMOUNT.search(p)] or parts
    last = asking[-1] if asking else text
    return W.INJECTION.sub("", last).strip() or W.INJECTION.sub("", text).strip() or text


_ASK_JOINT = re.compile(r"\s*(?:(?<!\d),|,(?!\d)|;)\s*(?:và\s+|rồi\s+|còn\s+)?|\s+(?:và|rồi|với cả)\s+", re.I)
_ASKS = re.compile(r"bao nhiêu|(?<!\w)mấy(?!\w)|(?<!\w)(?:bn|bnhieu|bnhiu|bnh)(?!\w)|bao nhieu|(?<!\w)may(?= (?:%|phan|ty|trieu|tan|nguoi))", re.I)


def asks(text: str) -> list[str]:
    """The questions within a question: "… bao nhiêu dự án, tổng vốn bao nhiêu?" asks two; each part asks for an amount."""
    parts: list[str] = []
    start = 0
    for m in _ASK_JOINT.finditer(text):
        before, after = text[start : m.start()], text[m.end() :]
        if _ASKS.search(before) and _ASKS.search(after) or re.search(r"(?<!\w)(?:nào|gì)(?!\w)", before) and _ASKS.search(after):
            parts.append(before)
            start = m.end()
    return [*parts, text[start:]]


_AFTER_NUMBER = frozenset(["k", "m", "đ", "r", "s", "x", "v", "z", "th", "tr", "h", "n"])  # beside a number a unit, or nothing we know


_BEFORE_DEGREE = frozenset(["mật", "tốc", "chế", "trình", "nhiệt", "tiến", "mức", "cường"])
_AFTER_DO = frozenset(["la", "thị", "đốc", "thành", "hộ", "vật"])  # "đô la", "đô thị": no dollars short


def _place_kind(short: str, world: World | None) -> str:
    """"h.", "tp.", "tx." in full; nothing where the report has the short form alone."""
    full = {"h": "huyện", "tp": "thành phố", "tx": "thị xã"}[short]
    return "" if world is not None and world.vocabulary.get(short) and not world.says(full) else f"{full} "


def _of_a_place(m: re.Match[str], world: World | None) -> str:
    """"q hải trung" in full where the report has "quận Hải Trung"."""
    kind = {"q": "quận", "h": "huyện", "p": "phường", "x": "xã", "tx": "thị xã"}[m[1].lower()]
    full = f"{kind} {m[2]}"
    return full if world is not None and re.search(rf"(?<!\w){re.escape(fold(full))}(?!\w)", fold(world.report.text)) else m[0]


_UNITS_SAID = ((r"ki-?\s?lô-?\s?mét vuông|cây số vuông|km²|km vuông", "km2"), (r"mét vuông|m²", "m2"), (r"mét khối", "m3"), (r"h[eé]c[- ]?ta", "ha"), (r"cây số|ki-?\s?lô-?\s?mét", "km"), (r"ki-?\s?lô-?\s?gam|k[ýí](?:\s+lô)?|cân(?!\s+(?:đối|bằng|nặng))", "kg"))
_SPELLED_UNIT = re.compile(rf"((?:bao nhiêu|mấy|bn)\s+(?:nghìn |ngàn |triệu )?)({'|'.join(p for p, _ in _UNITS_SAID)})(?!\w)", re.I)


def expand(text: str, world: World | None = None) -> str:
    """Abbreviations and chat words spelled out, as `world`'s report uses them; numbers are left alone."""
    text = re.sub(r"(\d\s?[-–]\s?\d{1,3})t\b", r"\1 tuổi", text, flags=re.I)
    text = re.sub(r"(?<![\d.,-])(\d|1[0-2])t\b", r"\1 tháng", text, flags=re.I)
    text = re.sub(r"(?<![\w.,/])t\.?(\d{1,2})(?=\s|/|[?.,]|$)", r"tháng \1", text, flags=re.I)
    text = re.sub(r"(?<![\w.,/-])([2-9]|1[01])\s?th\.?(?!\w)", r"\1 tháng", text, flags=re.I)
    text = re.sub(r"(?<![\w.,/])th\.?\s?(\d{1,2})(?=\s|/|[?.,]|$)", r"tháng \1", text, flags=re.I)
    text = re.sub(r"(?<![\w.,/])nm?\.?\s?(?=(?:19|20)\d\d(?!\d))", "năm ", text, flags=re.I)
    text = re.sub(r"\b[Qq]([1-4])\b", lambda m: "quý " + ["I", "II", "III", "IV"][int(m[1]) - 1], text)
    text = re.sub(r"\bqu[yý] ?([1-4])\b", lambda m: "quý " + ["I", "II", "III", "IV"][int(m[1]) - 1], text, flags=re.I)
    text = _SPELLED_UNIT.sub(lambda m: m[1] + next(u for p, u in _UNITS_SAID if re.fullmatch(p, m[2], re.I)), text)
    text = re.sub(r"(?<!\w)(ô|căng|ra|xi|cao|ki)-(tô|tin|đi|măng|su|lô)(?!\w)", r"\1 \2", text, flags=re.I)
    text = re.sub(r"(?<!\w)(h|tp|tx)\.\s?(?=[^\W\d_])", lambda m: _place_kind(m[1].lower(), world), text, flags=re.I)

    text = re.sub(r"(?<!\w)(q|h|p|x|tx)\s+([^\W\d_]+\s+[^\W\d_]+)", lambda m: _of_a_place(m, world), text, flags=re.I)

    def long(m: re.Match[str]) -> str:
        word = m[0].lower()
        if torn(m, text, world) or _OF_A_DOCUMENT.search(text[: m.start()]):
            return m[0]
        if word == "dong" and not re.search(r"(?:tỷ|ty|triệu|trieu|tr|nghìn|nghin|ngàn|ngan|trăm|tram|nhiêu|nhieu|bn|mấy|may|\d)\s*$", text[: m.start()], re.I):
            return m[0]  # "lao dong" is none of money
        if word == "đô" and ((after := re.match(r"\s+([^\W\d_]+)", text[m.end() :])) and same_words(after[1]) in _AFTER_DO or tokens(done)[-1:] in (["thủ"], ["cố"], ["kinh"])):
            return m[0]
        if word == "đô" and tokens(done)[-1:] and tokens(done)[-1] in _BEFORE_DEGREE:
            return "độ"  # "mật đô dân số" is mistyped
        if word == "ty" and re.search(r"c[oô]ng\s$", text[: m.start()], re.I):
            return m[0]
        if word in _AFTER_NUMBER and re.search(r"\d\s?$", text[: m.start()]) and not (word == "z" and not text[m.end() :].strip(" ?.!")):  # "so vs t11 z": how talk ends
            return {"tr": "triệu", "đ": "đồng", "h": "giờ"}.get(word, m[0])
        before = tuple(tokens(done)[-3:])
        after = re.match(r"\s+([^\W\d_]+)", text[m.end() :])
        meant = meaning(word, world, before, same_words(after[1]) if after else "")
        if meant == "" and re.match(r"\s*[^\W\d_]", text[m.end() :]):
            return m[0]  # "nha nuoc" is no "nha" that ends a sentence
        return m[0] if meant is None else meant

    done, end = "", 0
    for m in re.finditer(r"(?<![\w.,/])[^\W\d_]+(?![\w/])", text):
        done += text[end : m.start()]
        done, end = done + long(m), m.end()
    text = re.sub(r"(?<!\w)(cuối|đầu) (?=(?:19|20)\d\d(?!\d))", r"\1 năm ", done + text[end:])
    text = re.sub(r"(?<!bao )(?<!bấy )(?<!\w)nhiêu(?!\w)", "bao nhiêu", text, flags=re.I)  # "tăng nhiu z"
    text = re.sub(r"\s+", " ", text).strip()
    low = same_words(text)
    for said, meant in sorted(W.SYNONYMS, key=lambda p: -len(p[0])):
        said = same_words(said)
        if world is not None and not (" " in said and meant in ("tăng", "giảm")) and (world.says(said) if " " in said else world.vocabulary.get(said) and not all(world.vocabulary.get(w) for w in meant.split())):
            continue  # the report says so itself: "công ty", "heo"
        while (at := re.search(rf"(?<!\w){re.escape(said)}(?!\w)", low)) and not re.search(rf"(?<!\w){re.escape(same_words(meant))}(?!\w)", low):
            text = text[: at.start()] + meant + text[at.end() :]
            low = same_words(text)
    return text


def torn(m: re.Match[str], text: str, world: World | None) -> bool:
    """Whether letters without a vowel are a word of the report that lost it, beside a neighbour that it has there: "giải ngn", "đng xuân"."""
    word = m[0].lower()
    if world is None or len(word) < 3 or word[-1] not in "ngmhtcp" or any(c in "aeiouy" for c in fold(word)):
        return False
    before, after = re.search(r"([^\W\d_]+)\s+$", text[: m.start()]), re.match(r"\s+([^\W\d_]+)", text[m.end() :])
    left, right = same_words(before[1]) if before else "", same_words(after[1]) if after else ""
    whole = [w for w in world.spelled if len(w) == len(word) + 1 and any(w[:k] + w[k + 1 :] == word for k in range(1, len(w) - 1))]
    return any(left and (left, w) in world.pairs or right and (w, right) in world.pairs for w in whole)


def restore(text: str, world: World, *, unaccented: bool | None = None, other: int = 0) -> str:
    """Diacritics and typos mended; digits are never touched.

    What is typed without any diacritics, or with few, is restored by `accents`, else slips are mended by `slips`. `other` takes the
    next likeliest readings ("" where there are not so many).
    """
    if fold(text) == text.lower() if unaccented is None else unaccented:
        return with_accents(text, world, other)
    typed = [w for w in re.findall(r"[^\W\d_]{2,}", text) if not w.isupper()]
    asked = text
    if len(typed) > _TOO_SHORT and sum(w.isascii() for w in typed) >= _FEW * len(typed):
        text = with_accents(text, world)
    return _with_names(asked, mended(text, world, other), world)


_NAME = re.compile(rf"(?<!\w)[{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_]*)+")


def _with_names(asked: str, mended_text: str, world: World) -> str:
    """`mended_text` with the names that were typed just as the report prints them: "Nà Tang" is no "Nà Tăng"."""
    before, after = asked.split(" "), mended_text.split(" ")
    if len(before) != len(after):
        return mended_text
    for m in _NAME.finditer(asked):
        if m[0] in world.report.text:
            first = asked.count(" ", 0, m.start())
            for i in range(first, first + m[0].count(" ") + 1):
                after[i] = before[i]
    return " ".join(after)


_TO_DATE = re.compile(r"(?<!\w)(?:(?:tính |cho )?(?:đến|tới) (?:nay|giờ)|hiện nay|hiện tại|hiện có|hiện đang|bây giờ)(?!\w)", re.I)  # what is so, not what is to be
_DONE = re.compile(r"^(?!.*(?<!\w)(?:sẽ|cần|phải|muốn|tới đây|sắp|(?:năm|tháng|quý|kỳ) (?:sau|tới)|để|nhằm|nghị quyết|ước|dự (?:tính|kiến|báo|đoán)|phấn đấu|đặt)(?!\w)).*?[^\W\d_]\s+được\s+(?:bao nhiêu|mấy)(?!\w)", re.I)  # "trồng được bao nhiêu": what was done
_TOO_SHORT = 5  # words: too few to tell how they are typed
_FEW = 0.4  # the share of words without diacritics; where all are typed it is one in four, and hardly ever as many


_SEEN = 1.9  # running text has two words side by side often enough for them to be words of the language


def rename(text: str, world: World) -> str:
    """Names that the report does not use replaced by the ones that it does ("Mỹ" -> "Hoa Kỳ")."""
    for names in W.SAME:
        if any(_has(same_words(text), same_words(n)) and world.says(n) and not _only_within(n, world) for n in names):
            continue
        said = next((n for n in sorted(names, key=len, reverse=True) if _has(same_words(text), same_words(n))), None)
        used = next((n for n in names if n != said and world.says(n) and not _only_within(n, world)), None)
        if said is None or used is None:
            continue
        low = same_words(text)
        at = re.search(rf"(?<!\w){re.escape(same_words(said))}(?!\w)", low)
        if at and not (_OTHER_BEFORE.get(said) or _DOLLAR).search(low[: at.start()]):
            text = text[: at.start()] + used + text[at.end() :]
    return text


_DOLLAR = re.compile(r"(?:đô la|dollar)\s$")
_OTHER_BEFORE = {"Mỹ": re.compile(r"(?:đô la|dollar|usd|châu|bắc|nam|trung|tây)\s$")}  # "châu Mỹ" is not the USA
_WITHIN_OTHERS = {"Mỹ": re.compile(r"(?<!\w)(?:[Cc]hâu|Bắc|Nam|Trung|Tây|[Đđ]ô la|USD) Mỹ(?!\w)|(?<!\w)Mỹ (?=[A-ZĐ])")}


def _only_within(name: str, world: World) -> bool:
    """Whether a report has a name only as a part of others: "Mỹ" of "châu Mỹ", "đô la Mỹ"."""
    others = _WITHIN_OTHERS.get(name)
    return others is not None and re.search(rf"(?<!\w){name}(?!\w)", others.sub(" ", world.report.text)) is None


def _has(text: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None


def _office(word: str, world: World) -> str:
    """The office that the report names and whose initials a word is: "Sở Y tế" of "syt"; "" where it is none."""
    if len(word) < 3 or is_syllable(word):
        return ""
    for m in _OFFICE.finditer(world.report.text):
        named = m[0].split()[: len(word)]
        if "".join(fold(w)[0] for w in named) == word:
            return " ".join(named)
    return ""


_OFFICE = re.compile(rf"(?<!\w)(?:Sở|Ban|Cục|Bộ|Kho)(?:\s[{UPPER}]?[^\W\d_]+){{1,3}}")


def spell_out(text: str, world: World) -> str:
    """Initials spelled out by the report's own words ("gn" -> "giải ngân") where the table has none that the report holds."""

    def long(m: re.Match[str]) -> str:
        word = m[0].lower()
        if word not in table() and not world.vocabulary.get(word) and (office := _office(word, world)):
            return office
        if not is_initials(word) or torn(m, text, world) or word in world.vocabulary or any(word == "".join(w[0] for w in place.split()) for place in world.places) or re.search(r"\d\s?$", text[: m.start()]):
            return m[0]
        if any(len(word) == 1 or all(world.vocabulary.get(w) for w in tokens(listed)) or listed in _EVERYDAY for listed in table().get(word, ())):
            return m[0]
        options = world.initials.get(word.replace("đ", "d"), ())
        return max(options, key=lambda o: (sum(is_pair(a, b) for a, b in zip(o[0].split(), o[0].split()[1:])), o[1]))[0] if options else m[0]

    return re.sub(r"(?<![\w.,/])[^\W\d_]{2,5}(?![\w/])", long, text)


# "Từ mức tăng 4,2% của năm 2020, tính ra … năm 2019 khoảng bao nhiêu": the rate is given, and not asked for
_GIVEN_RATE = re.compile(r"^\W*(?:từ|với|theo|dựa vào|căn cứ)\s+(?:mức|tốc độ|tỷ lệ)\s+(?:tăng|giảm)(?:\s+trưởng)?(?:\s+[\d.,]+\s?%)?[^,?]{0,40}?(?:,\s*(?:thì\s+|hãy\s+)?(?:(?:tính|suy)(?:\s+(?:ra|ngược))?\s+)?|\s+(?:thì\s+|hãy\s+)?(?:tính|suy)\s+(?:ra|ngược)(?:\s+(?:ra|lại|được))*\s+|\s+(?:đã\s+)?(?:nêu|cho|nói|công bố|ghi)(?:\s+(?:trên|ở trên))?\s+thì\s+)", re.I)


# "…, suy từ số năm nay và tốc độ tăng": how it is to be worked out is not asked for
_BY_RATE = re.compile(r",?\s*(?:hãy\s+)?(?:nếu\s+)?(?:suy|tính|quy)(?:\s+(?:ra|ngược|lại))*\s+(?:từ|theo|dựa\s+(?:vào|trên)|căn cứ\s+(?:vào\s+)?)\s*(?!bao|mấy)[^,?]*?(?:tốc độ|mức|tỷ lệ|tỉ lệ)\s+(?:tăng|giảm)[^,?\d%]*(?=\s*\??$)", re.I)


def read(raw: str, world: World, reading: int = 0) -> Question:
    """The question's slots; `reading` takes another reading of what is typed without diacritics. Raises ValueError when there is nothing to read."""
    asked = untyped(new_tones(last_question(clean(raw))), is_syllable, lambda w: is_syllable(w) or w in table() or bool(world.vocabulary.get(w)))
    asked = _BY_RATE.sub("", _GIVEN_RATE.sub("", asked))
    text = rename(expand(restore(expand(spell_out(asked, world), world), world, unaccented=fold(asked) == asked.lower(), other=reading), world), world)
    if not text:
        raise ValueError("Câu hỏi không đọc khác được.")
    text = _SAME_TIME.sub(r"so với cùng kỳ \1", _in_full(text, world))
    if asked == asked.lower():
        text = _capitals(text, world)
    low = text.lower()
    claim = bool(W.CLAIM.search(text))
    body = DOCUMENT.sub(r"\1", W.CLAIM.sub(" ", text)).strip(" ?.,:")
    excluded: set[str] = set()

    def leave_out(m: re.Match[str]) -> str:
        before, said = tokens(body[: m.start()])[-1:], tokens(m[0])[:2]
        if said[:1] == ["trừ"] and before and any(f" {' '.join((*before, *said))} " in n.zones.rows[0] for n in world.figures):
            return m[0]  # "thuế sản phẩm trừ trợ cấp sản phẩm" is called so
        if re.search(r"(?<!\w)(?:nào|gì)(?!\w)", m[0], re.I):
            return m[0]  # "loại trừ những nhóm hàng nào" asks for them
        excluded.update(t for t in tokens(m[1]) if t not in W.STOP)
        return " "

    if not claim:
        body = NONE_OF.sub(leave_out, body)
        if not re.match(r"\W*(?:lấy|đem)\s.*\strừ\s", body, re.I):  # "lấy tổng thu trừ tổng chi" names two operands
            body = _LEFT_OUT.sub(leave_out, _LEFT_OUT_FIRST.sub(leave_out, body))
    other = ""
    if _slipped(asked, text):
        raw = asked = text
    for place in _OF_PLACE.findall(asked) + _provinces(asked, text, world):
        name = " ".join(w for w in place.split() if w[0].isupper()).lower()
        if not name:
            continue
        if not any(fold(p).startswith(fold(name)) or fold(name).startswith(fold(p)) for p in world.places) and fold(name) not in fold(world.report.text):
            other = " ".join(w for w in place.split() if w[0].isupper())
    if not other and asked == asked.lower():  # a place typed small: "huyện phú lộ"
        for place in re.findall(r"(?<!\w)(?:huyện|thị xã|xã|phường|thị trấn|quận)\s+([^\W\d_]+\s+[^\W\d_]+)", text, re.I):
            first, second = place.lower().split()
            if first not in W.STOP and second not in W.STOP and not _in_use(first, second, world) and fold(place) not in fold(world.report.text):
                other = place.title()
    first = _BODY_NAMED.search(world.report.title) or _BODY_NAMED.search(world.report.text[:_OPENING])
    issuer = _without_form(first["who"]) if first else []
    body = _ISSUER.sub(lambda m: " " if issuer and _without_form(m["who"]) == issuer else m[0], body)
    if first and (area := _OF_AREA.search(first["who"])) and area[0] in body and not _has_peers(first["who"], area[0], world):  # "địa bàn Đông Sơn" of the "Chi cục Hải quan khu vực Đông Sơn" that reports
        body = re.sub(rf"(?<!\w)(?:(?:của|ở|tại|qua|trên|trong)\s+)?(?:toàn\s+)?(?i:địa bàn|khu vực|vùng)\s+{re.escape(area[0])}(?!\w)", " ", body)
    if issuer and set(issuer) <= set(tokens(world.report.title)):
        body = _ISSUER_ALONE.sub(lambda m: " " if issuer[: len(tokens(m["who"]))] == tokens(m["who"]) else m[0], body)  # "toàn Chi cục"
        body = _ISSUER_DOES.sub(lambda m: " " if _without_form(m["who"]) == issuer else m[0], body)  # "…, Chi cục Hải quan khu vực Đông Sơn thu ngân sách được bao nhiêu?"
    for place in world.places:
        # the town of the same name is a part of the province
        town = r"(?<!thành phố )(?<!tp )(?<!tp\. )(?<!thị xã )(?<!thị trấn )" if re.search(rf"(?<!\w)tỉnh {re.escape(place)}(?!\w)", world.report.text, re.I) else r"(?<!thị trấn )"
        # and so is a port of that name, where a figure is told of it
        town += "".join(rf"(?<!{kind} )" for kind in PARTS_OF_PLACE if re.search(rf"(?<!\w){kind} {re.escape(place)}(?!\w)", body, re.I) and any(f"{kind} {place.lower()}" in name_of(n.figure).lower() for n in world.figures))
        body = re.sub(rf"(?<!\w){town}{re.escape(place)}(?!\w)", " ", body, flags=re.I)
        initials = "".join(w[0] for w in place.split())
        body = re.sub(rf"(?<!\w){initials}(?!\w)", " ", body, flags=re.I)
    body = _PROVINCE.sub(lambda m: " " if named_after(m[1].strip(), world) else m[0], body)
    per = _PER.search(body)
    if per:
        body = body[: per.start()] + " " + body[per.end() :]
    mentions, body = _periods(body, world)
    if not world.places or fold(world.places[0]) == "viet nam":
        body = _NATION.sub(" ", body)  # a report of the whole country, asked of the whole country
    body = re.sub(r"(?<=riêng |.tính |..xét )(?:khối|mảng) (?=\w)", "", body, flags=re.I)  # "chỉ tính khối bệnh viện"
    body = re.sub(r"\bmới (?=(?:chỉ |được |thực |có )?(?:đạt|hoàn thành|đủ|bằng|thực hiện|giải ngân)(?!\w))|\bthu về\b", " ", body, flags=re.I)
    body = re.sub(r"(?<!vốn )(?<!vốn đã )(?:thực tế|thực đạt|thực hiện(?!(?: được)? (?:bao nhiêu|mấy)(?: (?:nghìn )?(?:tỷ|triệu)(?: đồng| usd)?)? vốn(?!\w)))", " ", body, flags=re.I)
    excluded -= {w for w in excluded if re.fullmatch(r"(?:19|20)\d\d", w)} | set(tokens(body))  # a year that is left out of others is no part of what is asked
    measure, base = _measure(low, _base(low, mentions, world))
    if base is Base.DECEMBER:
        mentions = tuple(p for p in mentions if not (p.kind == "month" and p.part == 12 and p.year == (world.main_year or 0) - 1))
    mentions = _of_the_change(low, mentions, base, world)
    planned = _PLAN_OF_YEAR.search(low) if any(p.kind in ("date", "month", "months", "quarter", "half") for p in mentions) and W.ACTUAL.search(low) else None
    if planned is not None:  # what was spent by then of the capital planned for the year
        mentions = tuple(p for p in mentions if p.kind != "year" or str(p.year) != planned["year"])
    risen = _MORE_THAN.search(low)
    if _THOSE_THAN.search(low):
        measure, base, risen = None, Base.NONE, None  # "bao nhiêu địa phương thu thấp hơn cùng kỳ": how many, and not by how much
    if measure is None and risen and not claim:
        measure, base = Measure.GROWTH, base if base is not Base.NONE else Base.YEAR
    asked_low = re.sub(r"\(?không phải (?:là )?(?:số )?[^()?,]+\)?", " ", low) if not claim else low
    asked_low = _PLAN_OF_YEAR.sub(" ", asked_low) if planned is not None else asked_low
    if W.PLAN_MET.search(asked_low) and not W.PLAN_ASKED.search(asked_low):
        asked_low, body = W.PLAN_MET.sub(" ", asked_low), W.PLAN_MET.sub(" ", body)  # "vượt kế hoạch" is said of what was achieved
    target, actual = bool(W.TARGET.search(asked_low)) and Base.PLAN is not base, bool(W.ACTUAL.search(asked_low))
    forecast = bool(W.FORECAST.search(low)) and not target
    actual = actual or bool(_TO_DATE.search(low) or _DONE.search(low) and not any(p.kind == "range" or (p.year or 0) > (world.main_year or 0) for p in mentions)) and not target and not W.PLAN_ASKED.search(asked_low) and not re.search(r"kế hoạch|dự toán|mục tiêu|chỉ tiêu", low)
    rough = bool(re.search(r"(?<!\w)(?:số ước|ước (?:đạt|tính|thực hiện|bao nhiêu|là)|ước|sơ bộ)(?!\w)", low)) and not target and not actual
    modality = Modality.FORECAST if forecast else Modality.ESTIMATE if rough else Modality.TARGET if target and not actual else Modality.ACTUAL if actual else None
    named_so = re.sub(r"(?:(?<=bổ sung )|(?<=hỗ trợ )|(?<=trợ cấp ))có mục tiêu", "có_mục_tiêu", same_words(body))  # a kind of grant, no goal
    numberless = W.STOP_PHRASE.sub(" ", re.sub(r"\d+(?:[.,]\d+)*\s*%?", " ", named_so))
    row = tokens(numberless)
    terms = tuple(dict.fromkeys(t for before, t in zip(("", *row), row) if (t not in W.STOP or t in _LEVELS and before in ("cấp", "tuyến")) and t not in excluded and not t[0].isdigit()))
    number = re.search(r"(?:bão|dịch|cơn bão)\s+số\s+(\d+)", body)
    if number:
        terms += (number[1],)
    strange = [t for t in terms if t not in world.idf and t not in W.GENERIC]
    nouns = telling(text)
    light = frozenset(strange) - nouns if strange else frozenset()
    # a verb of two syllables that the report does not hold ("thất nghiệp", "buôn lậu") is no everyday word
    light -= {w for c in compounds(numberless) if not any(world.vocabulary.get(v) for v in c) for w in c}
    if asks_nation(text, world) and not re.search(r"cả nước|toàn quốc", world.report.text, re.I):
        other = other or "cả nước"
    q = Question(
        raw=raw, text=text, terms=terms, periods=mentions, measure=measure, base=base, modality=modality,
        also_target=target and actual, direction=_direction(low), unit=_priced(_counter(low, world) or _unit(low), per, measure), verb=_verb(low), excluded=frozenset(excluded),
        claim=claim, light=light, row=tuple(tokens(numberless)), compounds=tuple(c for c in compounds(numberless) if all(w in terms for w in c)), amount=bool(W.ASKS_AMOUNT.search(low)), other_place=other, nouns=nouns, numbers=() if claim else tuple(dict.fromkeys([*(m[1] for m in _NAMED_NUMBER.finditer(body)), *length_of(body)])),
    )  # fmt: skip
    return replace(q, operation=_operation(q if claim else replace(q, text=_LEFT_OUT_FIRST.sub(" ", text))))  # "Không tính chênh lệch thu chi thì …" asks for no difference


_SAME_TIME = re.compile(r"so với\s+(?:(?:chính|đúng|cũng)\s+)?(?:kỳ|tháng|quý|dịp|thời gian|thời điểm|giai đoạn)\s+(?:này|đó|ấy)\s+(?:của\s+|hồi\s+)?(năm\s+(?:ngoái|trước|(?:19|20)\d\d))(?!\w)", re.I)  # "so với chính kỳ này của năm 2025"
_OF_A_DOCUMENT = re.compile(r"\d/[^\W\d_]+-(?:[^\W\d_]+-)*$")
DOCUMENT = re.compile(r"(?<![\w/])(\d{1,4})/(?:19|20)\d\d/[^\W\d_]+\d*(?:-[^\W\d_]+\d*)*")  # "64/2024/NĐ-CP": its year is no time that is asked for
_PLAN_OF_YEAR = re.compile(r"(?<=\w )(?<!vượt )(?<!đạt )(?<!so với )(?:(?<=vốn )|(?<=tư )|(?<=công )|(?<=nguồn )|(?<=thuộc )|(?<=của ))(?:kế hoạch|dự toán)(?:\s+vốn)?\s+năm\s+(?P<year>20\d\d)(?!\w)", re.I)  # "giải ngân vốn đầu tư công kế hoạch năm 2026"
_LEVELS = frozenset(("tỉnh", "huyện", "xã"))  # "ngân sách cấp xã" is none of the province's


def _in_full(text: str, world: World) -> str:
    """The short forms that the report explains, or that reports have for one thing, written out however they are typed."""
    return re.sub(r"(?<![\w/.-])[^\W\d_]{2,8}(?![\w/-])", lambda m: m[0] if is_syllable(m[0]) else in_full(m[0].upper(), world.short) if in_full(m[0].upper(), world.short) != m[0].upper() else m[0], text)


_OF_PLACE = re.compile(rf"(?:[tT]ỉnh|[hH]uyện|[tT]hành phố|TP\.?)\s+((?:[{UPPER}][a-zà-ỹđ]+\s?){{1,3}})")


def _slipped(asked: str, text: str) -> bool:
    """Whether a place is named by what is no syllable, and was mended: "huyện Đồng Trahn"."""
    return any(not is_syllable(w.lower()) and w not in text for place in _OF_PLACE.findall(asked) for w in place.split())


_SMALL_PLACE = re.compile(r"(?<!\w)(?P<kind>huyện|thị xã|thành phố|xã|phường|thị trấn|quận)\s+(?P<first>[^\W\d_]+)\s+(?P<second>[^\W\d_]+)")


def _capitals(text: str, world: World) -> str:
    """A question typed in small letters with the capitals of its places: what the report writes so alone, or what is no word."""

    def titled(m: re.Match[str]) -> str:
        first, second = m["first"], m["second"]
        if first in W.STOP or second in W.STOP:
            return m[0]
        name = f"{first} {second}".title()
        so_written = name in world.report.text and f"{first} {second}" not in world.report.text
        return f"{m['kind']} {name}" if so_written or is_name(first, second) and not _in_use(first, second, world) else m[0]

    return _SMALL_PLACE.sub(titled, text)


def _in_use(first: str, second: str, world: World) -> bool:
    """Whether two syllables are words of the language side by side, and so hardly a place's name."""
    return is_pair(first, second) and not is_name(first, second) or (first, second) in neighbours() or bool(world.pairs.get((first, second))) or usual_pair(first, second) > _SEEN


def _provinces(asked: str, text: str, world: World) -> list[str]:
    """The provinces that a question names; with its marks where it has any: "xã Bình Sơn là" names no Sơn La."""
    if fold(asked) == asked.lower():
        elsewhere = fold(text)
        for own in world.places:
            elsewhere = elsewhere.replace(fold(own), "·")  # "tinh lac son la bao nhieu" names no Sơn La where the report is of Lạc Sơn
        return [p for p in W.PROVINCES if re.search(rf"(?<!\w){re.escape(fold(p))}(?!\w)", elsewhere)]
    low = same_words(text)
    return [p for p in W.PROVINCES if re.search(rf"(?<!\w){re.escape(same_words(p))}(?!\w)", low)]


_OUT = r"(?<!\w)(?:không phải|(?:nếu )?(?:không|chưa) (?:kể|tính|gồm|bao gồm|cộng)|(?:nếu )?(?:loại|gạt) (?:trừ|bỏ)|trừ|ngoài(?=\s+(?:những|các)\s))\s+(?:đi\s+)?"
_CIRCUMSTANCE = r"(?:giai đoạn|thời kỳ|năm|tháng|quý|kỳ|(?:\d+|ba|sáu|chín) (?:tháng|năm)|trong|ở|tại|đến|tính|từ|cả|toàn|bình quân|trung bình)\s"
_ASKED_AFTER = r"(?<!\w)(?:bao nhiêu|mấy|nào)(?!\w)"
_LEFT_OUT_FIRST = re.compile(rf"^\W*(?:(?:sau khi|nếu)\s+)?{_OUT}(?!bao nhiêu|mấy)((?:(?!bao nhiêu|mấy)[^()?;])+?(?=\s+thì\s)|[^()?,;]+?(?=,))", re.I)  # up to "thì", or its comma
_PROVINCE = re.compile(rf"(?<!\w)tỉnh\s+((?:[{UPPER}][^\W\d_]*\s?){{2,3}})")
_CITIES = ("hà nội", "hải phòng", "đà nẵng", "cần thơ", "hồ chí minh")  # of no province


def named_after(place: str, world: World) -> bool:
    """Whether a report on "tỉnh" that never says which speaks of the town that goes by the name of the province asked of."""
    said = world.report.text
    if world.places and not re.search(r"(?<!\w)tỉnh(?!\w)", world.report.title, re.I):
        return False
    town = re.search(rf"(?<!\w)(?:thành phố|thị xã|TP\.?|TX\.?) {re.escape(place)}(?!\w)", said)
    return town is not None and place.lower() not in _CITIES and re.search(r"(?<!\w)(?:địa bàn|UBND|HĐND|toàn) tỉnh(?! [A-ZĐ])", said) is not None and not re.search(rf"(?<!\w)[Tt]ỉnh [{UPPER}]", said)


NONE_OF = re.compile(r"(?<!\w)không (?:thuộc|nằm trong)(?:\s+(?:diện|nhóm|loại|đối tượng|danh mục|số))*\s+((?!bao nhiêu|mấy|nào)[^()?,;]+?)(?=\s+(?:là|đạt|chiếm|được|bao nhiêu|mấy|thì)(?!\w)|[()?,;]|$)", re.I)  # "số nợ không thuộc diện có khả năng thu"
_LEFT_OUT = re.compile(rf"\(?{_OUT}(?!bao nhiêu|mấy)([^()?,;]+?(?:,\s(?!{_CIRCUMSTANCE})[^()?;]+?)?)(?=\s+thì\s|,\s{_CIRCUMSTANCE}[^()?;]*?{_ASKED_AFTER}|[()?;]|$)\)?", re.I)
_NATION = re.compile(r"(?<!\w)(?:(?:của |trên |ở |tại )?(?:cả nước|toàn quốc|việt nam|nước ta|nước mình|cả nước ta))(?!\w)", re.I)
_NATION_ASKED = re.compile(r"(?<!so với )(?<!so )(?:(?:của|trên|ở|tại|bình quân|chung) |^)(?:cả nước|toàn quốc|cả nước ta|nước ta)(?!\w)|(?<!hơn )(?:cả nước|toàn quốc)(?= (?:\S+ ){0,4}(?:bao nhiêu|mấy|đạt|là|có|tăng|giảm))", re.I)


def asks_nation(text: str, world: World) -> bool:
    """Whether a figure of the whole country is asked of a report that is not of it."""
    return bool(_NATION_ASKED.search(text)) and not national(world)


def national(world: World) -> bool:
    """Whether a report is of the whole country: by its places, or, where it names none, by naming the country."""
    if world.places:
        return fold(world.places[0]) == "viet nam"
    return bool(re.search(r"cả nước|toàn quốc|Việt Nam|nước ta", world.report.text))


_NAMED_NUMBER = re.compile(r"(?<=[^\W\d])(?<!\bm)(?<!\bkm)[\s-]?(?<![\d.,])(\d{1,3})(?![\d.,]*\d|\s*(?:%|phần trăm|năm|tháng|quý|ngày|tuần|lần|nước|nhóm|loại|cái|huyện|xã|tỉnh|chỉ tiêu|mặt hàng|sản phẩm|thị trường|ngành|khu vực|khoản)(?!\w))")
_OF_A_NAME = re.compile(r"(?<=[^\W\d_])\d{1,3}(?=\s+(?:tháng|năm|quý|tuần|ngày)(?!\w))")
_PER = re.compile(r"(?:(?<=\s)(?:một|1|mỗi|cho một)\s+|^(?:một|1|mỗi)\s+(?=(?:ký|kí|kg|cân|lít|tấn|tạ|chỉ)(?!\w)))(?P<per>ký|kí|kg|cân|ki[ -]?lô(?:[ -]?gam)?|lít|bình(?:\s+\d+\s*kg)?|tấn|tạ|chỉ|lượng|m3|khối|số|kwh|đầu người)(?=[\s?.,]|$)", re.I)


# Prices of a year are no time that is asked for: "theo giá so sánh 2010".
_PRICES_OF = re.compile(r"(?<=giá so sánh )(?:của\s+)?(?:năm\s+)?(?:19|20)\d\d|(?<=giá cố định )(?:của\s+)?(?:năm\s+)?(?:19|20)\d\d|(?<=giá gốc )(?:của\s+)?(?:năm\s+)?(?:19|20)\d\d", re.I)


_LAST_YEARS = re.compile(r"(?<!so với )(?<!so )(?<!hơn )(?<!kém )(?<!bằng )(?<!cùng kỳ )(?<!cùng )(?<!\w)((?:\d{1,2}|ba|sáu|chín) tháng(?: đầu(?: năm)?)?|quý (?:[IV]+|[1-4])|tháng \d{1,2}|nửa đầu)\s+(?:của )?năm (?:ngoái|trước)(?!\w)", re.I)


_MORE_THAN_THEN = re.compile(r"(?<!\w)(?:hơn|kém)\s+(?:(?:tháng \d{1,2}|quý (?:[IV]+|[1-4])|\d{1,2} tháng)\s+)?$", re.I)


_YEAR_LEFT_OUT = re.compile(r"(?<!\w)(?:(?:nếu|mà)\s+)?(?:không (?:tính|kể)|chưa (?:tính|kể)|trừ|bỏ|loại(?: trừ| bỏ)?)(?:\s+(?:đi|ra|qua|riêng|cả))*\s+năm\s+(?:19|20)\d\d(?:\s+(?:ra|đi))?(?!\w)", re.I)  # "nếu bỏ năm 2020 ra, giai đoạn 2016-2019 …"


def _periods(body: str, world: World) -> tuple[tuple[Period, ...], str]:
    body = re.sub(r"(?<!\w)năm học (trước|ngoái)(?!\w)", r"năm \1", body, flags=re.I)
    body = re.sub(r"(?:so (?:với )?)?(?:kỳ|năm) gốc(?: so sánh)?(?: năm)? (?:19|20)\d\d", lambda m: " " * len(m[0]), body)
    if world.main_year:  # "7 tháng năm ngoái tăng bao nhiêu": of that time itself
        body = _LAST_YEARS.sub(lambda m: f"{m[1]} năm {(world.main_year or 0) - 1}", body)
    body = _YEAR_LEFT_OUT.sub(lambda m: " " * len(m[0]), body) if period_mentions(_YEAR_LEFT_OUT.sub(" ", body)) else body
    body = re.sub(r"(?:kế hoạch|mục tiêu|thực hiện)\s+(?=20\d\d)", lambda m: m[0] + "năm ", body)
    if world.running:
        body = re.sub(rf"(từ đầu năm)\s+{world.main_year}(?!\s*(?:đến|tới|[-–])|\d)", r"\1", body, flags=re.I)
    found = []
    blank = list(body)
    for m in period_mentions(_OF_A_NAME.sub(lambda m: "x" * len(m[0]), body)):  # "xăng E5 tháng 8" is no "5 tháng"
        half = with_month(m.period, *(n.figure.period for n in world.figures if n.figure.period.kind == "season"))  # "kỳ 1": of the report's month
        if half is not m.period:
            m = replace(m, period=half)
            if not half:
                continue
        if m.period.kind == "range" and not m.period.year and (later := re.match(r"\s*(?:tới|sau|tiếp theo|kế tiếp)(?!\w)(?!\s+(?:nay|giờ))", body[m.end :])):  # "5 năm tới": those that the report plans
            ahead = {n.figure.period for n in world.figures if n.figure.period.kind == "range" and n.figure.period.first and n.figure.period.first >= (world.main_year or 0)}
            spans = {(p.first, p.year): p for p in ahead}
            if world.main_year and len(spans) == 1:
                m = replace(m, period=next(iter(spans.values())), end=m.end + later.end())
        if m.period.kind == "month" and m.period.part and m.role != "base" and re.search(r"(?<!\w)(?<!tháng )(?<!quý )(?<!năm )(?<!kỳ )(?<!tuần )(?<!vụ )trước(?: thời điểm)?\s+$", body[: m.start], re.I):
            year = m.period.year or world.main_year
            before = Period("month", year and year - (m.period.part == 1), part=m.period.part - 1 or 12, label=f"trước {m.period.label}")
            m = replace(m, period=before)  # "trước tháng 7": the month that ended then
        if m.role != "base":
            found.append(m.period)
            if m.period.kind == "month" and re.search(r"(?:đến|tới)\s+(?:thời điểm\s+)?cuối\s+$", body[: m.start], re.I):
                found.append(replace(m.period, kind="months"))  # "đến cuối tháng 10": what was done by then as well
        elif m.period.kind in ("month", "months", "quarter", "") and _MORE_THAN_THEN.search(body[: m.start]) and (found or not body[: m.start].rstrip().lower().endswith(("hơn", "kém"))):
            pass  # "tháng 9 đắt hơn tháng 8", "… hơn tháng 9 năm ngoái": what it is measured from
        elif world.main_year and not re.search(r"so\s+(?:với\s+)?$|với\s+$|so với", body[: m.start] + re.sub(r"(?:cùng kỳ|năm).*", "", body[m.start : m.end]), re.I) and not re.search(r"tăng|giảm|so với|so |(?<!\w)(?:hơn|kém)(?!\w)|bằng (?:bao nhiêu|mấy) (?:phần trăm|%)", body, re.I):
            # asked for itself: "cùng kỳ năm ngoái đạt bao nhiêu"
            found.append(Period("any", m.period.year or world.main_year - 1, label=m.period.label))
        blank[m.start : m.end] = " " * (m.end - m.start)
    rest = _PRICES_OF.sub(lambda m: " " * len(m[0]), "".join(blank))
    for m2 in re.finditer(r"(?<![\d.,])((?:19|20)\d\d)(?![\d.,]\d|\d)", rest):
        found.append(Period("year", int(m2[1]), label=f"năm {m2[1]}"))
    rest = re.sub(r"(?<![\d.,])((?:19|20)\d\d)(?!\d)", "    ", rest)
    whole_year = re.search(r"(?<!\w)cả năm(?!\w)", rest)
    if whole_year and not found and world.main_year:
        found.append(Period("year", world.main_year, label="cả năm"))
        rest = rest[: whole_year.start()] + rest[whole_year.end() :]
    since = re.search(r"(?:kể )?từ đầu năm(?: (?:đến|tới) (?:nay|giờ|hiện tại|thời điểm này))?(?!\w|\s*\d)|(?<!\w)(?:lũy kế|luỹ kế|cộng dồn)(?!\w)", rest, re.I)
    if since and not found:
        rest = rest[: since.start()] + " " * (since.end() - since.start()) + rest[since.end() :]
        found += [p for p in (_months_so_far(world) if re.search(r"bình quân|trung bình", body, re.I) else world.running,) if p]
    later = re.search(r"\b(?:năm (?:sau|tới(?! (?:nay|giờ))|kế tiếp)|sang năm)\b", rest, re.I)
    if later and world.main_year:
        found.append(Period("year", world.main_year + 1, label=f"năm {world.main_year + 1}"))
        rest = rest[: later.start()] + rest[later.end() :]
    if world.main_year and any(p.year == world.main_year - 1 and p.kind in ("month", "months", "quarter", "half") for p in found):
        found = [p for p in found if p.kind != "any"]  # "cùng kỳ 7 tháng năm 2024": of that time itself
    ago = next((p for p in found if p.kind == "any" and p.year), None)
    parts = ("month", "months", "quarter", "half", *(("date", "season") if _SAME_TIME_NAMED.search(body) else ()))
    if ago is not None and any(p.kind in parts and not p.year for p in found):  # "cùng kỳ năm 2024 (10 tháng)"
        found = [replace(p, year=ago.year) for p in found if p is not ago and p.kind in parts and not p.year]
    return tuple(dict.fromkeys(found)), rest


def _of_the_change(low: str, asked: tuple[Period, ...], base: Base, world: World) -> tuple[Period, ...]:
    """The times of a change: that of "so với tháng 8 năm ngoái" is the same part of this year, and what it is measured from is none of them."""
    if base is not Base.YEAR or not world.main_year or not re.search(r"(?<!\w)(?:tăng|giảm|cao hơn|thấp hơn|biến động|thay đổi|hơn|kém|chỉ số)(?!\w)", low):
        return asked
    since = [m.period for m in period_mentions(low) if m.period.kind in ("month", "quarter", "months") and m.period.part and (m.role == "base" or re.search(r"(?:hơn|kém|so với|so)\s+$", low[: m.start]))]
    then = next((p for p in since if p.year in (None, world.main_year - 1) or any(a.kind == p.kind and a.part == p.part and a.year == (p.year or 0) + 1 for a in asked)), None)
    if then is None:
        return asked
    rest = tuple(p for p in asked if p.kind != "any" and (p.kind, p.part, p.year) != (then.kind, then.part, then.year) or p.year is None)
    if rest or not re.search(r"năm (?:ngoái|trước)|cùng kỳ|\d{4}", low):
        return rest or asked
    return (replace(then, year=world.main_year, label=re.sub(r"\s*(?:/|năm)\s*\d{4}|\s*năm (?:ngoái|trước)", "", then.label)),)


def _main(kind: str, world: World) -> Period | None:
    """The month or quarter that the report is mostly about."""
    found = Counter(n.figure.period.part for n in world.figures if n.figure.period.kind == kind and n.figure.period.year == world.main_year and n.figure.period.part)
    return Period(kind, world.main_year, part=found.most_common(1)[0][0]) if found else None


def _months_so_far(world: World) -> Period | None:
    """The months of the year that the report's means run over: up to the last month it tells of."""
    if world.running and world.running.kind == "months":
        return world.running
    told = Counter(n.figure.period.part for n in world.figures if n.figure.period.kind == "month" and n.figure.period.year == world.main_year and n.figure.measure in (Measure.GROWTH, Measure.INDEX) and n.figure.period.part)
    month = told.most_common(1)[0][0] if told else None
    return Period("months", world.main_year, part=month, label=f"{month} tháng") if month and month > 1 else world.running


_MEAN_SINCE = re.compile(r"(?<!\w)(?:bình quân|trung bình|lũy kế|luỹ kế)(?: (?:tính|kể))?(?: từ)? đầu năm|(?<!\w)(?:lũy kế|luỹ kế|cộng dồn)(?!\w)")  # the mean of the months so far is held against that of the same months
_MEAN_INDEX = re.compile(r"(?<!\w)(?:cpi|chỉ số giá|giá (?!trị)[^,?]{2,40}?) bình quân(?!\w)|bình quân (?:(?:\d+|ba|sáu|chín|mười) tháng|quý)", re.I)


def _base(low: str, asked: tuple[Period, ...], world: World) -> Base:
    """What a change is measured against: named in words, or by the period after "so với"."""
    if re.search(r"(?:tháng|quý) (?:trước|liền kề|liền trước)|kỳ (?:liền )?trước|so (?:với )?(?:kỳ \d(?!\d)|nửa (?:đầu|cuối|sau) tháng)", low):
        return Base.PREVIOUS
    if re.search(r"kỳ gốc|năm gốc|gốc so sánh|(?<!\w)làm (?:kỳ |năm )?gốc(?!\w)", low):
        return Base.FIXED
    if re.search(r"cùng (?:tháng|quý|thời điểm|thời kỳ)(?: này)? (?:của )?năm (?:trước|ngoái|\d{4})", low):
        return Base.YEAR
    # "xuất khẩu từ đầu năm" is what was done since then, no change against it
    to_day = re.search(r"từ đầu năm (?:đến|tới)(?! nay| giờ)", low) and not _STANDS.search(low)  # "từ đầu năm đến 31/5": what was done in that time
    since = r"|(?:từ|kể từ) (?:đầu|cuối) năm" if "cùng kỳ" not in low and not to_day and not _MEAN_SINCE.search(low) and re.search(r"(?<!\w)(?:(?<!gia )tăng|giảm|biến động|thay đổi|chênh|hơn|kém)(?!\w)", low) else ""
    if re.search(rf"(?:so (?:với )?|(?<!\w)(?:hơn|kém) (?:so với )?)(?:hồi |thời điểm |lúc )?(?:(?:cuối|đầu) năm|(?:ngày )?31/12(?:/{(world.main_year or 0) - 1})?(?![\d/])){since}|(?:từ|kể từ|tính từ|so với) (?:cuối )?tháng (?:12|chạp|mười hai)(?: năm (?:trước|ngoái|{(world.main_year or 0) - 1})|/{(world.main_year or 0) - 1})|tháng (?:12|chạp|mười hai) năm (?:trước|ngoái)", low):
        return Base.YEAR if asked and asked[0].kind == "month" and asked[0].part == 12 and asked[0].year == world.main_year else Base.DECEMBER  # "tháng 12/2024 so với tháng 12/2023"
    about = asked[0] if asked else Period("", world.main_year)
    year = about.year or world.main_year
    for m in period_mentions(low):
        if m.role != "base" or not m.period.kind:
            continue
        p = m.period
        if not asked and p.kind in ("month", "quarter"):  # "giảm so với tháng 01/2024", asked of a report of February
            about = _main(p.kind, world) or about
        about = next((a for a in asked if a.kind == p.kind and p.kind in ("month", "quarter")), about)  # "trong ba năm …, tháng 8 so với tháng 7"
        if p.kind == "month" and p.part == 12 and ((p.year or year) != year and about.part != 12 or p.year is None and about.kind in ("month", "months") and (about.part or 12) < 12 and about.part != 1):
            return Base.DECEMBER  # "So với tháng 12 thì sao?", of April: that of the year before
        if p.kind == "month" and about.kind == "date" and p.part and about.part and p.part != about.part // 100 and p.year in (None, year):
            return Base.PREVIOUS  # "đến ngày 25/3 … so với tháng 2"
        if p.kind == about.kind and p.kind in ("month", "quarter") and p.part != about.part and p.year in (None, year, (year or 0) - 1):
            return Base.PREVIOUS
        if p.kind == "year" and p.year and year and p.year < year - 1:
            return Base.FIXED
        return Base.YEAR
    if re.search(r"cùng kỳ|năm (?:trước|ngoái)|so với năm", low):
        return Base.YEAR
    if _MEAN_INDEX.search(low) and not re.search(r"(?:hàng|hằng|mỗi) năm", low) and not any(p.kind == "range" for p in asked):
        return Base.NONE  # "CPI bình quân tăng": the mean of its months
    if re.search(r"bình quân (?:hàng|hằng|mỗi|5 năm|năm(?!\s*(?:19|20)\d\d))|tăng trưởng bình quân|(?:tăng|giảm) bình quân|bình quân (?:tăng|giảm)", low):
        return Base.AVERAGE
    return Base.NONE


_STANDS = re.compile(r"(?<!\w)(?:(?<!trị )giá(?! trị)|cpi|lạm phát|tỷ giá|dư nợ|huy động|tín dụng|số dư|nợ|chỉ số|lãi suất|dân số|tồn)(?!\w)")


_AMOUNT_OF_THEM = re.compile(r"(?<!\w)chiếm\s+(?:khoảng\s+|tới\s+|hết\s+|(?:tổng\s+)?(?:số |diện tích |quy mô )(?:\S+\s+){0,2}?(?:là\s+)?)?(?:bao nhiêu|mấy)(?!\s+(?:phần|%))", re.I)  # "chiếm bao nhiêu người", "chiếm tổng diện tích bao nhiêu ha"


_AS_MUCH_AS = re.compile(r"(?<!\w)bằng\s+(?:bao nhiêu|mấy)\s*(?:phần trăm|%)\s+(?:so (?:với\s+)?|của\s+)?(?:cùng kỳ|cùng tháng|(?:năm|tháng|quý|kỳ)\s+(?:trước|ngoái|liền|\d))", re.I)  # "bằng bao nhiêu phần trăm so với cùng kỳ"


_AS_MUCH = re.compile(r"^(?!.*(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu|tăng|giảm)).*(?<!\w)bằng\s+(?:bao nhiêu|mấy)\s*(?:phần trăm|%)\W*$", re.I)  # "So với cùng kỳ, … bằng bao nhiêu phần trăm?"


def _measure(low: str, base: Base) -> tuple[Measure | None, Base]:
    if "điểm phần trăm" in low:
        return Measure.CHANGE, base
    if W.BEYOND_PLAN.search(low):
        return Measure.GROWTH, Base.PLAN
    if W.COMPLETION.search(low):
        return Measure.COMPLETION, Base.PLAN
    if (_AS_MUCH_AS.search(low) or base in (Base.YEAR, Base.PREVIOUS) and _AS_MUCH.search(low)) and base is not Base.NONE:
        return Measure.INDEX, base
    if W.MULTIPLE.search(low):
        return Measure.MULTIPLE, base
    if W.SHARE.search(low) and not (_AMOUNT_OF_THEM.search(low) and _unit(low) not in ("", "%", "điểm phần trăm")):
        return Measure.SHARE, base
    if W.GROWTH.search(low) or base is not Base.NONE and (_HOW_CHANGED.search(low) or _AGAINST_THEN.search(low)):
        return Measure.GROWTH, base
    if base is not Base.NONE and re.search(r"chỉ số", low) and not re.search(r"tăng|giảm", low):
        return Measure.INDEX, base
    return None, base


_THOSE_THAN = re.compile(r"(?:bao nhiêu|mấy)\s(?:địa phương|tỉnh|thành phố|huyện|xã|phường|đơn vị|nhóm hàng|nhóm|mặt hàng|khoản thu|khoản|sắc thuế|doanh nghiệp|thị trường|ngành|lĩnh vực|nước|quốc gia|ngân hàng)(?!\w)[^?]*?\s(?:cao|thấp|nhiều|ít|kém|lớn|nhỏ|nhanh|chậm) hơn(?!\w)")
_AGAINST_THEN = re.compile(r"^(?!.*(?:bao nhiêu|mấy|nào|gì|hơn|kém|chênh|vì sao|sao|bằng)).*(?<!\w)so (?:với )?(?:cùng kỳ(?: năm (?:trước|ngoái))?|(?:tháng|quý|năm|kỳ) (?:trước|ngoái))\W*$")  # "thu nội địa so với cùng kỳ"
_HOW_CHANGED = re.compile(r"(?<!\w)(?:biến động|thay đổi|diễn biến|chuyển biến)\s+(?:như\s+)?(?:thế nào|ra sao|bao nhiêu|mấy)|(?<!\w)so\s+(?:với\s+)?(?:cùng kỳ|(?:năm|tháng|quý|kỳ)\s+(?:liền\s+)?(?:trước|ngoái)|(?:tháng|quý)\s+(?:\d{1,2}|[ivx]+)(?:\s*/\s*(?:19|20)\d\d)?|năm\s+(?:19|20)\d\d)(?:\s+(?:năm\s+)?(?:trước|ngoái|(?:19|20)\d\d))?\s+(?:thì\s+)?(?:như\s+)?(?:thế nào|ra sao)\W*$", re.I)


def _direction(low: str) -> Direction:
    up, down = "tăng" in low, bool(re.search(r"\bgiảm\b", low))
    return Direction.UP if up and not down else Direction.DOWN if down and not up else Direction.NONE


def _unit(low: str) -> str:
    m = re.search(
        r"(?:bao nhiêu|mấy)\s+(?:nghìn |triệu |tỷ |ngàn )*(usd|đồng|tấn\.km|tấn km|tấn|tạ/ha|ha\b|kwh|m3|m³|m2|km2|phần trăm|%|điểm phần trăm|viên|km|kg|lít|quả|cái|chiếc|con|người|tiền|vốn|vụ|hộ|dự án|doanh nghiệp|ngày(?! công)|giờ|phút)(?!\w)", low
    )
    if m:
        return {"usd": "USD", "kwh": "kWh", "phần trăm": "%", "vốn": "tiền", "m³": "m3", "tấn km": "tấn.km", "chiếc": "cái"}.get(m[1], m[1])
    if re.search(r"(?:^|[,;]\s*)(?:\S+\s+){0,4}?(?<!theo )(?:tỷ lệ|tỷ suất|tỷ trọng)\b|(?:tỷ lệ|tỷ suất)(?: \S+){0,6} (?:bao nhiêu|mấy|mức nào)", low):
        return "%"
    if (re.search(r"\bsố tiền\b", low) or re.match(r"(?:tổng )?tiền (?!điện|nước|gas|xăng|lương|phòng|vé|thuê|học)", low) and not re.search(r"tăng|giảm|đắt|rẻ|phần trăm|%|chiếm|tỷ lệ", low)) and not m:
        return "tiền"
    if re.search(r"(?:bao nhiêu|mấy)\s+tỷ(?!\s+(?:lệ|trọng|suất|kwh|m3|lượt|viên|cái|con|sản phẩm))(?!\w)", low):
        return "tiền"
    if re.search(r"(?:triệu |tỷ )usd", low):
        return "USD"
    return ""


def _priced(unit: str, per: re.Match[str] | None, measure: Measure | None) -> str:
    """The asked unit with what it is for: "bao nhiêu tiền một ký" asks for money per kilogram."""
    if per is None or measure is not None or unit not in ("", "tiền", "đồng", "USD"):
        return unit
    of = per["per"].lower()
    of = "kg" if of in ("ký", "kí", "cân") or of.startswith("ki") else "m3" if of == "khối" else of.split()[0]
    return f"{unit or 'tiền'}/{of}"


def _counter(low: str, world: World) -> str:
    """The counting word after "bao nhiêu", when the report counts in it: "bao nhiêu vụ"."""
    m = re.search(r"(?:bao nhiêu|mấy)\s+(\w+)(?:\s+(\w+))?", low)
    if not m:
        return ""
    counted = {n.figure.unit for n in world.figures if n.figure.measure is Measure.LEVEL}
    for unit in (f"{m[1]} {m[2]}", m[1]):
        if unit in counted and unit not in ("người", "cái", "chiếc", "phần", "nghìn", "triệu", "tỷ", "xã", "đồng", "tấn"):
            return unit
    return ""


_MEASURED_BY = frozenset(("vốn", "tiền", "trị", "phí", "sách", "thu", "lượng", "tích", "suất", "ngạch"))


def _verb(low: str) -> tuple[str, ...]:
    """The two syllables that stand right before "bao nhiêu": what was done to the things counted."""
    m = re.search(r"(\w+)\s+(\w+)(?:\s+(?:được|đạt))?\s+(?:bao nhiêu|mấy)\b", low)
    pair = tuple(m.groups()) if m else ()
    if any(w.isdigit() for w in pair) or " ".join(pair) in W.STOP_PHRASES:
        return ()
    if len(pair) == 2 and pair[1] in _MEASURED_BY:
        return ()  # "tổng vốn bao nhiêu" says nothing of what was done
    if len(pair) == 2 and pair[0] in W.STOP and pair[1] not in W.STOP:
        return pair[1:]  # "đã dùng bao nhiêu"
    return () if any(w in W.STOP for w in pair) else pair


_SAME_TIME_NAMED = re.compile(r"cùng (?:kỳ|thời điểm)(?: năm)? (?:trước|ngoái|\d{4})\s*\(", re.I)  # "cùng kỳ năm 2025 (tính đến 15/4)"


PARTS_OF_PLACE = ("cảng", "cửa khẩu", "cửa khẩu quốc tế", "sân bay", "ga", "khu công nghiệp", "khu kinh tế", "cụm công nghiệp", "chợ", "hồ", "nhà máy", "bệnh viện", "cầu")
_OPENING = 600  # characters: the head of a report, where who issues it is named
_LEGAL_FORM = frozenset(["tmcp", "tnhh", "mtv", "cổ", "phần"])
_WHO = rf"(?P<who>(?i:ngân hàng|công ty|tổng công ty|tập đoàn|chi cục|cục|sở|bệnh viện|điện lực)(?: (?i:TMCP|TNHH|cổ phần|hải quan|thuế|thống kê|điện lực|công thương))*(?: (?i:khu vực))?(?: [{UPPER}][^\W\d_]*)+)(?!\w)"
_BODY_NAMED = re.compile(rf"(?<!\w){_WHO}")
_OF_AREA = re.compile(rf"(?:[{UPPER}][^\W\d_]*\s)+[{UPPER}][^\W\d_]*$")
_ISSUER = re.compile(rf"(?<!\w)(?:của|ở|tại|qua)\s+{_WHO}")
_ISSUER_DEED = r"(?i:(?:đã|mới|ước|còn|phải)\s+)*(?i:thu|chi|xuất|nhập|làm|giải|có|đạt|nộp|xử|phát|thực|hoàn|tiếp|ban|tổ|cho|huy|kiểm)(?!\w)"
_ISSUER_DOES = re.compile(rf"(?:^|(?<=,\s)|(?<=thì\s)){_WHO}(?=\s+{_ISSUER_DEED})")
_ISSUER_ALONE = re.compile(rf"(?<!\w)(?<!các )(?<!mỗi )(?<!từng )(?<!những )(?<!số )(?<!mấy )(?<!nhiêu )(?<!(?<!\d)\d )(?<!(?<!\d)\d\d )(?:(?i:của|toàn|cả|ở|tại)\s+)*(?P<who>(?i:ngân hàng|công ty|tổng công ty|tập đoàn|chi cục|cục|sở|bệnh viện))(?=\s+(?:{_ISSUER_DEED}|(?i:là|năm|quý|tháng|trong)(?!\w))|\s*(?:[?,.]|$))")


def _has_peers(who: str, area: str, world: World) -> bool:
    """Whether a report names another body of the kind of its first, for another area: it reports of several."""
    return any(m["who"].startswith(who.removesuffix(area)) and m["who"] != who for m in _BODY_NAMED.finditer(world.report.text))


def _without_form(name: str) -> list[str]:
    """The words of a body's name without its legal form: "Ngân hàng TMCP Sông Vân" is "ngân hàng Sông Vân"."""
    return [w for w in tokens(name) if w not in _LEGAL_FORM]


_MORE_THAN = re.compile(
    r"(?:cao|thấp|đắt|mắc|rẻ|nhiều|ít|lớn|nhỏ|kém|tốn)\s+hơn\s+(?:so với\s+|hẳn\s+)?(?:cùng (?:kỳ|tháng|quý)|(?:năm|tháng|quý|kỳ) (?:trước|ngoái|liền trước|\d)|hồi (?:năm|tháng)|(?:nửa (?:đầu|cuối)|dạo này|hồi này|tháng này|tầm này|quý này) năm (?:trước|ngoái))", re.I
)  # fmt: skip


_OUT_OF_IT = r"(?:xuất(?: khẩu)?|bán(?! lẻ| đất)(?: ra| đi| sang)?)"
_INTO_IT = r"(?:nhập(?: khẩu)?|mua(?: vào| về)?)"
_TRADE_BOTH = re.compile(  # "tiền xuất khẩu nhiều hơn tiền mua hàng về", "nhập khẩu nhiều hơn bán ra"; no price at which gold is sold
    rf"^(?!.*(?<!\w)(?:giá(?! trị)|tỷ giá|vàng|cổ phiếu)(?!\w)).*(?<!\w)(?:{_OUT_OF_IT}(?!\w)[^?]{{0,50}}?(?:nhiều|lớn|cao|ít|thấp) hơn (?:là |so với |số |tiền |hàng )*{_INTO_IT}|{_INTO_IT}(?!\w)[^?]{{0,50}}?(?:nhiều|lớn|cao|ít|thấp) hơn (?:là |so với |số |tiền |hàng )*{_OUT_OF_IT})(?!\w)", re.I
)  # fmt: skip


_PASSING = re.compile(  # "những huyện nào vượt 70%, mỗi nơi đạt bao nhiêu": an amount that some of many are above or below
    r"(?<!\w)(?:huyện|địa phương|xã|phường|thị xã|thành phố)(?:\s(?!nào)[^,?\d\s]+){0,4}\snào\s(?:[^,?\d]*?\s)?(?:trên|dưới|vượt|hơn|(?:chưa|không) (?:đạt|tới|đến|được))\s(?:mốc\s|mức\s)?\d(?!\d*[/ ](?:\d|tháng|năm))"
)


_COUNTED_PASSING = re.compile(  # "bao nhiêu huyện thu dưới 65% dự toán"
    r"(?:bao nhiêu|mấy)\s(?:huyện|địa phương|xã|phường|đơn vị cấp huyện|huyện, thị xã)\s(?:[^,?\d]*?\s)?(?:trên|dưới|vượt|hơn|(?:chưa|không) (?:đạt|tới|đến|được))\s(?:mốc\s|mức\s)?\d"
)


def _operation(q: Question) -> str:
    """What is to be done with the slots."""
    low = q.text.lower()
    if q.claim:
        return "claim"
    if W.WHY.search(low) and not W.ASKS_AMOUNT.search(low):
        return "why"
    if re.search(r"xuất siêu|nhập siêu|cán cân|(?:thặng dư|thâm hụt) (?:thương mại|mậu dịch|xuất nhập khẩu|hàng h(?:óa|oá))|xuất khẩu nhiều hơn nhập|nhập khẩu nhiều hơn xuất|xuất khẩu nhiều hơn nhập khẩu|(?<!\w)bán (?:ra |được |đi |sang )[^?,]{0,40}?hơn (?:là |số )?mua (?:vào|về|lại|của)", low) or _TRADE_BOTH.search(low):
        return "balance"
    if W.WHEN.search(low):
        return "when"
    if re.search(r"nào\b.*nhất\b|nhất\b.*(?:nào|là gì|là ai|là đâu|thuộc về)|\bđâu là\b.*nhất|(?:lớn|cao|nhiều|ít|thấp|nhỏ|mạnh|nhanh|chậm)\s+nhất\b(?!\s+(?:là\s+)?(?:bao nhiêu|mấy))|^(?:top|\d+)\b(?!\s+(?:tháng|quý|năm|tuần|ngày)(?!\w)).*nhất", low):
        return "extreme"
    if re.search(r"\bso sánh\b|\b(?:hay|hoặc)\b.*\b(?:nhiều|cao|lớn|ít|thấp|nhỏ|nhanh|mạnh)\s*hơn|\bhơn hay\b", low) and not re.search(r"giá so sánh", low):
        return "compare"
    if re.search(r"(?:bao nhiêu|mấy)\s+(?:\S+\s+){0,5}(?:bị\s+|có\s+)?(?:giảm|tăng)(?:\s+(?:trưởng|so với.*|giá))?$", low.strip(" ?.")):
        return "count"
    if _COUNTED_PASSING.search(low):
        return "count"
    if re.search(r"(?:nào|gì)\b.*(?:giảm|tăng|trên|dưới|hơn|vượt)", low) and not re.search(r"bao nhiêu|mấy", low) or _PASSING.search(low):
        return "filter"
    if re.search(r"\b(?:cộng lại|gộp lại|cộng với|cộng cả(?!\s+(?:\S+\s+)?(?:tháng|quý|năm|kỳ)(?!\w))|cả thảy)\b|^(?:tổng|cộng|gộp)\b.*\s(?:và|(?<!so )với)\s", low):
        return "sum"
    if re.search(r"còn phải|bao nhiêu (?:\S+\s+){0,4}nữa|(?:bao nhiêu|mấy)(?!\s*(?:%|phần trăm)).* mới (?:đủ|đạt)|(?:thì|là|để) mới (?:đủ|đạt)", low) and W.TARGET.search(low):
        return "difference"
    if q.measure is Measure.GROWTH and _MORE_THAN.search(low) and W.ASKS_AMOUNT.search(low):
        return "lookup"
    if re.search(r"\bthiếu(?! việc| hụt| niên| nhi)(?=.*(?:bao nhiêu|mấy|\d))|chênh|còn .*chưa(?! (?:tới|đến|đầy|quá|đạt)(?: mức)? \d)|(?:nhiều|cao|lớn|ít|thấp)?\s*hơn\b.*(?:bao nhiêu|mấy)|(?<!hao )hụt|\bkém\b.*(?:bao nhiêu|mấy)", low):
        return "difference"
    if q.unit != "%" and re.search(r"(?:vượt|giảm|tăng|cao|thấp)\b.*kế hoạch.*(?:bao nhiêu|mấy)|(?:vượt|giảm|tăng)\s+(?:bao nhiêu|mấy)\b.*so với (?:mục tiêu|kế hoạch)", low):
        return "difference"
    if q.measure is Measure.MULTIPLE:
        return "ratio"
    if W.ASKS_AMOUNT.search(low) or q.measure is Measure.GROWTH and _HOW_CHANGED.search(low):
        return "lookup"
    if W.LISTS.search(low):
        return "text"
    return "lookup"
