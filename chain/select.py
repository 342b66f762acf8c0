"""The figures of a report whose slots agree with a question's.

A figure is offered only when every slot that the question names agrees, so that
"the report does not say" is decided here and not by a similarity threshold.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from chain import matching
from chain import words as W
from chain.everyday import stands_for
from chain.givers import another, giver
from chain.question import Question, named_after
from chain.world import Named, World, tokens
from report import units
from report.model import Base, Direction, Figure, Measure, Modality, Period
from report.periods import length_of, month_span, periods
from report.text import UPPER, fold

ENOUGH = 0.74  # share of the question's naming words (by weight) that the figure must carry
_MEASURED = ("USD", "đồng", "tấn", "kg", "tạ", "ha", "m2", "m3", "km", "kWh", "%", "")
COUNTED = frozenset(p for noun in W.MEASURE_NOUNS for p in noun.split())  # how a thing is counted, not which thing
CHANGES = (Measure.GROWTH, Measure.INDEX, Measure.CHANGE)


@dataclass(frozen=True)
class Match:
    """A figure with how well it fits, and which of the question's words it lacks."""

    figure: Figure
    score: float
    cover: float
    missing: tuple[str, ...]


Agreeing = list[tuple[Named, dict[str, float]]]


def agreeing(q: Question, world: World) -> Agreeing:
    """The figures whose slots agree with the question's, with how well."""
    out = [(n, agree) for n in world.figures if (agree := slots(q, n, world)) is not None]
    if not q.claim and giver(q.text):
        out = [(n, agree) for n, agree in out if not another(q.text, n.figure, world)]
    if terms := length_of(q.text):
        out = [(n, agree) for n, agree in out if length_of(f"{n.figure.indicator} {n.figure.head}") == terms] or [(n, agree) for n, agree in out if _of_length(n.figure, terms, world)]  # "kỳ hạn 5 năm" is not of ten, nor of all
    said = _denial(q)
    if said is not None and said[0].lower().startswith("không") and any(denied(q, n) for n in world.figures):
        return [(n, agree) for n, agree in out if _denies(n)]  # of all cooperatives none is the number of those that do not pay
    return out


def _of_length(f: Figure, terms: tuple[str, ...], world: World) -> bool:
    """Whether a figure is of the length asked for, by its name, else by what its sentence speaks of."""
    if named := length_of(f"{f.indicator} {f.head}"):
        return named == terms
    told = () if f.table is not None else length_of(f.sentence.of(world.report.text))
    return set(terms) <= set(told)


def find(q: Question, world: World, *, enough: float = ENOUGH, among: Agreeing | None = None) -> list[Match]:
    """Figures that fit, best first; empty when the report does not state it. `among`: those whose slots agree, where they are known."""
    out = [m for n, agree in (agreeing(q, world) if among is None else among) if (m := fit(q, n, world, agree)) is not None and m.cover >= enough]
    if q.modality is Modality.FORECAST and any(m.figure.modality is Modality.FORECAST for m in out):
        out = [m for m in out if m.figure.modality is Modality.FORECAST]
    return sorted(out, key=lambda m: (-m.score, m.figure.span.start))


def candidates(q: Question, world: World, among: Agreeing | None = None, *, strangers: bool = False) -> list[tuple[Named, dict[str, float]]]:
    """The figures whose slots agree and that share a word with the question, with their features; `strangers`: all whose slots agree where none shares a word."""
    fitting = agreeing(q, world) if among is None else among
    many = _MANY.search(q.text)
    counted = tokens(q.text[many.end() :])[:1] if many else []
    asked = matching.units(q.row, q.terms, q.nouns, world, q.numbers, counted[0] if counted else "")
    names = proper_names(q, world)
    hits = {id(n): matching.hits_of(asked, n) for n in world.figures}
    covers = {k: matching.cover(asked, h) for k, h in hits.items()}
    best = max(covers.values(), default=0.0)
    named = matching.named_after(list(hits.values()))
    rivals = matching.named_after([hits[id(n)] for n, _ in fitting])
    units = Counter(n.figure.unit for n, agree in fitting if agree["unit"] == 1.0)
    strangers = strangers and not any(covers[id(n)] > 0 for n, _ in fitting)
    out = []
    for n, agree in fitting:
        if covers[id(n)] > 0 or strangers:
            missing = sum(not any(all(w in words for w in name) for words in n.zones.sets) for name in names) / (len(names) or 1)
            alone = 1 / units[n.figure.unit] if agree["unit"] == 1.0 else 0.0
            apart = {"of_others": matching.apart(asked, hits[id(n)], n, named), "of_rivals": matching.apart(asked, hits[id(n)], n, rivals)}
            out.append((n, matching.features(asked, hits[id(n)], n, world, {**agree, **apart, "name_missing": missing, "unit_alone": alone}, best)))
    return out


def proper_names(q: Question, world: World) -> list[tuple[str, ...]]:
    """The names in a question that is written with capitals ("Nhật Bản"), in the report's spelling, but for the report's own place."""
    if q.raw == q.raw.lower() or q.raw == q.raw.upper():
        return []
    said = [tuple(tokens(m[0])) for m in _PROPER.finditer(q.text) if m.start() > 0]
    return [name for name in said if " ".join(name) not in world.places and not all(w in W.STOP for w in name)]


def near(q: Question, world: World) -> list[Match]:
    """Figures of the same indicator whatever the period, modality or measure: the nearest there is."""
    loose = replace(q, periods=(), modality=None, also_target=False, measure=None, base=Base.NONE, unit="", direction=Direction.NONE)
    ruled = find(loose, world)
    if ruled:
        return ruled
    found = candidates(loose, world)  # in other words than the report's
    shares = matching.probabilities([matching.score(x) for _, x in found]) if found else []
    best = max(range(len(found)), key=lambda i: shares[i], default=None)
    if best is None or shares[best] < _WORTH_NAMING or sum(found[best][1][zone] for zone in ("in_own", "in_head", "in_clause")) < _WORTH_NAMING:
        return []
    return [Match(found[best][0].figure, shares[best], 0.0, ())]


_WORTH_NAMING = 0.2  # the likelihood, and the share of the question in its own words, from which a figure is offered as the nearest


_BOTH_WAYS = re.compile(r"(?<!\w)xuất(?: khẩu)?\s*(?:,|và|-|–)?\s*nhập khẩu(?!\w)", re.I)
_WAY = re.compile(r"(?<!\w)(xuất|nhập)(?: khẩu)?(?!\w)", re.I)


def _one_way(f: Figure) -> bool:
    """Whether a figure is of exports or of imports alone, by its name, else by its head."""
    return len({way.lower() for way in _WAY.findall(f.indicator) or _WAY.findall(f.head)}) == 1


_ABROAD = r"(?:nước ngoài|thế giới|ngoại quốc|bên ngoài|(?:khách |người )?tây)"
_BOUGHT = re.compile(rf"(?<!\w)(?:mua|nhập|sắm)(?!\w)[^,;?]{{0,30}}?(?:từ|của|ở|bên)\s+{_ABROAD}(?!\w)", re.I)
_SOLD = re.compile(rf"(?<!\w)(?:bán|xuất)(?!\w)[^,;?]{{0,30}}?(?:ra|cho|sang|đi|qua)\s+{_ABROAD}(?!\w)", re.I)


def _way_told(text: str) -> str:
    """Whether an everyday question is of what is sold abroad ("xuất") or of what is bought there ("nhập"); "" where it is of neither or of both."""
    sold, bought = _SOLD.search(text), _BOUGHT.search(text)
    return "" if bool(sold) is bool(bought) else "xuất" if sold else "nhập"


_TRADED = re.compile(r"(?<!\w)(?:xuất|nhập) khẩu(?!\w)", re.I)
_CONTRIBUTES = re.compile(r"(?<!\w)(?:đóng góp|góp|tác động|ảnh hưởng|kéo|đẩy|làm|khiến)(?!\w)|điểm (?:phần trăm|%)", re.I)


def slots(q: Question, n: Named, world: World) -> dict[str, float] | None:
    """How the slots of a figure agree with the question's, each 0 to 1; None when one of them disagrees."""
    f = n.figure
    kind = kind_fit(q, f)
    when = period_fit(q, f, world)
    how = modality_fit(q, f, world)
    if kind is None or when is None or how is None or not unit_fits(q.unit, f) or _too_small(q, f):
        return None
    if q.excluded and q.excluded & n.own - set(q.terms):
        return None
    odd = other_sort(q, f)
    if odd and f.measure is Measure.LEVEL and f.unit not in ("%", "‰", "") and (_sort_asked(q.text) is _RATE or not any(re.search(rf"(?<!\w){p}(?!\w)", q.text, re.I) for p in _PEOPLE if f.unit in _PEOPLE)):
        return None  # "vốn … là bao nhiêu" is answered by no number of projects
    if (who := W.COUNTS_PEOPLE.search(q.text)) and (f.unit.lower() in W.CALLINGS or f.unit.lower() not in _PEOPLE) and f.unit.lower() != who[1].lower() and who[1].lower() not in f"{n.zones.rows[0]} {n.zones.rows[1]}":
        return None  # pupils are no teachers, nor are schools
    if (many := _SO_MANY_PLACES.search(q.text)) and f.measure is Measure.LEVEL and _PLACES.match(f.unit) and not f.unit.lower().startswith(many[1].lower()) and many[1].lower() not in n.figure.indicator.lower():
        return None  # in so many communes, not of so many households
    if not q.claim and W.at_opening(q.text) and f.table is None and f.measure is Measure.LEVEL and f.modality not in (Modality.TARGET, Modality.FORECAST) and f.period.label != "đầu năm" and not W.at_opening(f.sentence.of(world.report.text)):
        return None  # what there is now is not what there was when the year began
    if f.modality is Modality.TARGET and residual(q, f) and not _STILL_LEFT.search(q.text):
        return None  # what is left to do is not the plan
    if not q.unit and counted_in(q.text) and f.measure is Measure.LEVEL and f.unit and units.kind(f.unit).startswith(("money", "mass", "volume", "length", "area", "energy", "rate:đồng", "rate:USD")):
        return None  # "bao nhiêu lượt khách" is answered by no sum of money
    if opposed(q, n) or given(q, f) or not qualified(q, n) or not graded(q, n, world) or not sided(q, n) or denied(q, n) or elsewhere(q, n, world) or not (n.own or n.head):
        return None
    if f.indicator.startswith("đóng góp của ") and not _CONTRIBUTES.search(q.text):
        return None  # how much a part added is not how much the whole rose
    if (way := _way_told(q.text)) and not W.BALANCE.search(q.text) and (ways := {m.lower() for m in _WAY.findall(f.indicator) or _WAY.findall(f.head)}) and ways == {"xuất", "nhập"} - {way}:
        return None  # what is bought from abroad is no export
    if W.BALANCE.search(f.indicator) and _TRADED.search(q.text) and not W.BALANCE.search(q.text):
        return None  # what exports exceed imports by is no export
    if "xuấtnhậpkhẩu" in q.terms and _one_way(f) and not _TRADED.search(_BOTH_WAYS.sub(" ", q.text)):
        return None  # exports alone are no trade
    if "xuấtnhậpkhẩu" not in q.terms and _TRADED.search(q.text) and not _BOTH_WAYS.search(q.text) and _BOTH_WAYS.search(f.indicator) and not _TRADED.search(_BOTH_WAYS.sub(" ", f.indicator)):
        return None  # nor is trade both ways exports
    if q.base is Base.FIXED and _FIXED_BASE.search(q.text) and f.measure in CHANGES and f.base is not Base.FIXED:
        return None  # against the base of the index, no other
    if _REALISED.search(q.text) and _PLEDGED.search(f.indicator) and not re.search(r"thực hiện|giải ngân", f.indicator, re.I) and not _PLEDGED.search(q.text):
        return None  # capital that was registered was not spent yet
    if _ASKS_PRICE.match(q.text) and f.measure is Measure.LEVEL and f.unit in ("USD", "đồng") and not _PRICE.search(f"{f.indicator} {f.head}"):
        return None  # a price is asked; this is a sum
    if _ASKS_PRICE.match(q.text) and q.measure is None and f.measure in CHANGES and _PRICE_LEVEL.search(q.text):
        return None  # and by how much it rose is none
    if _ASKS_RATE.match(q.text) and f.measure is Measure.LEVEL and f.unit in ("USD", "đồng") and not _ASKS_RATE.match(f.indicator):
        return None  # so is no rate
    return {
        "kind": kind, "when": when, "how": how, "no_period": 0.0 if q.periods else when, "unit": 1.0 if q.unit and f.unit == q.unit else 0.5 if q.unit and f.unit else 0.0,
        "unit_open": float(not q.unit), "base": _same_base(q, f), "most": _same_most(q, n), "plan": _same_plan(q, n), "without": same_part(q, n, world), "verb": float(not verb_fits(q.verb, n, world)), "noun": float(not noun_fits(q.terms, n)), "rest": float(residual(q, f)), "sort": float(odd),
        "mean": _same_mean(q, n), "start": _same_start(q, n),
    }  # fmt: skip


_HOW_MANY = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)\s+(?=[^\W\d])", re.I)
_NO_COUNTER = frozenset(("phần", "nước", "cây", "mẫu", "bao", "thùng", "nhà", "tháng", "năm", "ngày", "giờ", "quý", "tuần", "kỳ", "phút", "đợt", "bậc", "tầng"))  # these mean something else as well


@lru_cache(maxsize=64)
def counted_in(text: str) -> str:
    """The counting word that stands after "bao nhiêu", whether or not the report counts in it; empty where none does."""
    found = [units.unit_at(text.lower(), m.end()) for m in _HOW_MANY.finditer(text.lower())]
    return next((u.unit for u in found if u is not None and u.scale == 1 and units.kind(u.unit).startswith("count:") and u.unit not in _NO_COUNTER), "")


_FIXED_BASE = re.compile(r"(?<!\w)(?:kỳ|năm) gốc(?!\w)", re.I)
_REALISED = re.compile(r"(?<!\w)vốn (?:đã |được )*(?:thực hiện|giải ngân)(?!\w)|(?<!\w)(?:thực hiện|giải ngân|rót)(?: được| vào)* (?:bao nhiêu|mấy)(?: \S+){0,3}? vốn(?!\w)", re.I)
_PLEDGED = re.compile(r"(?<!\w)(?:đăng ký|cam kết)(?!\w)", re.I)
_PRICE_LEVEL = re.compile(r"(?<!\w)(?:ở mức (?:nào|bao nhiêu|mấy)|mức giá|là bao nhiêu|bao nhiêu (?:tiền|đồng|usd|đô)|mấy (?:đồng|nghìn|ngàn|đô))(?!\w)", re.I)
_ASKS_RATE = re.compile(r"(?:(?:trong |của )?(?:năm|tháng|quý)\s\S+,?\s+)?(?:lãi suất|tỷ lệ|tỉ lệ|tỷ suất|tỷ trọng|tỉ trọng|tốc độ)(?!\w)", re.I)
_MEAN = re.compile(r"(?<!\w)(?:bình quân|trung bình)(?!\w)(?!\s+(?:\d+|ba|sáu|chín|mười|mười một|mỗi|hằng|hàng|cả|quý|tháng|giai đoạn|năm|kỳ)(?!\w))", re.I)
_START = re.compile(r"(?<!\w)(?<!từ )(?<!tháng )(?<!quý )(?<!so với )(?<!so )đầu (?:năm|kỳ|nhiệm kỳ|giai đoạn)(?!\w)(?!\s+(?:đến|tới))", re.I)


def _same_mean(q: Question, n: Named) -> float:
    """1 where both speak of a mean ("vốn bình quân một doanh nghiệp"), -1 where one does and the other of the whole."""
    asked = _MEAN.search(q.text) is not None
    told = _MEAN.search(f"{n.figure.indicator} {n.figure.head}") is not None or "/" in n.figure.unit
    return 0.0 if not asked and not told else 1.0 if asked and told else -1.0


def _same_start(q: Question, n: Named) -> float:
    """1 where the start of the year is asked and told, -1 where it is asked and another time is told."""
    if not _START.search(q.text):
        return 0.0
    p = n.figure.period
    return 1.0 if p.kind == "date" and p.part in (101, 1231) or _START.search(n.zones.rows[2]) else -1.0


def _same_base(q: Question, f: Figure) -> float:
    """1 where a change is measured against what the question names, -1 where against something else."""
    if q.base is Base.NONE or f.base is Base.NONE or f.measure not in (*CHANGES, Measure.MULTIPLE):
        return 0.0
    return 1.0 if q.base is f.base else -1.0


def _same_most(q: Question, n: Named) -> float:
    """1 where both speak of the highest or the lowest, -1 where only the question does."""
    said = _SUPERLATIVE.search(q.text)
    if said is None:
        return 0.0
    return 1.0 if re.search(rf"(?<!\w){re.escape(said[0].lower())}(?!\w)", f"{n.zones.rows[0]} {n.zones.rows[1]} {n.zones.rows[2]}") else -1.0


# Whose plan it is, or which of several.
_PLANS = tuple(re.compile(rf"(?<!\w)(?:{p})(?!\w)", re.I) for p in ("phấn đấu", "pháp lệnh", "trung ương|tw|chính phủ|thủ tướng|quốc hội|bộ tài chính", "hđnd|hội đồng nhân dân", "ubnd|ủy ban nhân dân", "tổng cục", "ban đầu|đầu năm", "điều chỉnh|bổ sung", "nghị quyết"))


def _same_plan(q: Question, n: Named) -> float:
    """1 where the figure's clause names the plan that the question names ("chỉ tiêu phấn đấu"), -1 where it names another, or none."""
    if q.modality is not Modality.TARGET and q.base is not Base.PLAN and "phê duyệt" not in q.text.lower():
        return 0.0
    asked = {i for i, p in enumerate(_PLANS) if p.search(q.text)}
    if not asked:
        strives = "dự toán" in q.text.lower() and _PLANS[0].search(n.zones.rows[2]) is not None and "dự toán" not in n.zones.rows[2]
        return -1.0 if strives else 0.0  # "bằng 91,6% chỉ tiêu phấn đấu (425.000 tỷ đồng)" is not the "dự toán"
    said = {i for i, p in enumerate(_PLANS) if any(p.search(n.zones.rows[z]) for z in (0, 2))}
    return 1.0 if asked & said else -1.0 if said else -0.5


WITHOUT = re.compile(r"(?<!\w)(?:(?<=nếu )loại|(?<=sau khi )(?:trừ|loại)|không (?:tính(?! vào)|kể|gồm|bao gồm|cộng|riêng)|chưa (?:tính|kể|gồm|bao gồm|cộng)|loại trừ|loại bỏ|gạt|trừ(?! chi)|ngoại trừ|(?<!nước )(?<!bên )ngoài(?! (?:tỉnh|huyện|địa bàn|nhà nước|quốc doanh|khơi|trời|công lập|nước|ra)))(?!\w)", re.I)
_LEAVES_OUT = re.compile(rf"\W*(?:nếu\s+)?{WITHOUT.pattern}", re.I)


def same_part(q: Question, n: Named, world: World) -> float:
    """Whether figure and question leave something out alike ("không kể tiền sử dụng đất"): 1 both do, -1 one of them."""
    f = n.figure
    said = WITHOUT.search(f"{f.indicator} {f.head}") is not None
    if not said and f.table is None:  # since the figure before: "nếu không tính khoản này thì thu nội địa là …"
        text = world.report.text
        said = WITHOUT.search(text[n.since : f.span.start]) is not None or _LEAVES_OUT.match(text[f.sentence.start : f.span.start].rsplit(";", 1)[-1]) is not None
    asked = bool(q.excluded) or WITHOUT.search(q.text) is not None
    return 1.0 if asked and said else -1.0 if asked != said else 0.0


_SCALE_ASKED = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)\s+(?P<scale>triệu|tỷ|nghìn tỷ|ngàn tỷ)\s+(?:usd|đồng|đô|kwh|tấn|m3)(?!\w)", re.I)
_SCALES = {"triệu": 10**6, "tỷ": 10**9, "nghìn tỷ": 10**12, "ngàn tỷ": 10**12}


def _too_small(q: Question, f: Figure) -> bool:
    """Whether a level is thousands of times smaller than what is asked for: "bao nhiêu tỷ USD" is no price of a tonne."""
    asked = _SCALE_ASKED.search(q.text)
    return asked is not None and f.measure is Measure.LEVEL and abs(f.value) * 1000 < _SCALES[asked["scale"].lower()]


_MONEY = r"(?<!hệ số an toàn )(?<!an toàn )vốn|tiền|kinh phí|doanh thu|doanh số|(?<!biên )lãi(?! suất)|lợi nhuận|thu nhập|lương(?! thực)|nợ|giá trị|kim ngạch|trị giá|chi phí|ngân sách|thuế|học phí|tiền lương|dư nợ|(?<!đánh )(?<!đấu )giá"
_SORTS = (
    (_MONEY, re.compile(r"đồng|USD|EUR")), (r"tỷ lệ|tỉ lệ|tỷ suất|tỷ trọng|mấy phần trăm|bao nhiêu phần trăm", re.compile(r"%|‰|điểm phần trăm|^$")),
    (r"diện tích", re.compile(r"ha|m2|km2")), (r"sản lượng|khối lượng|(?<!lực )lượng", re.compile(r"^(?!đồng|USD|EUR).*(?:tấn|tạ|kg|m3|kWh|lít|con|quả|cái|viên|chiếc|sản phẩm|bộ|đôi|TEU|bao|thùng|tờ|cuốn|lượt)")), (r"năng suất", re.compile(r"/")),
)  # fmt: skip
_RATE = _SORTS[1][1]
_SORT_NOUN = re.compile(rf"(?<!\w)(?:{'|'.join(f'(?P<s{i}>{p})' for i, (p, _) in enumerate(_SORTS))})(?!\w)", re.I)
_MANY = re.compile(r"(?<!\w)(?:bao nhiêu|mấy)(?!\w)", re.I)


def other_sort(q: Question, f: Figure) -> bool:
    """Whether the noun that the question asks to be measured is of another sort than the figure's unit: money, a rate, an area, a quantity."""
    if q.unit or not f.unit and f.table is not None:
        return False
    wanted = _sort_asked(q.text)
    if wanted is None:
        return False
    if f.measure is not Measure.LEVEL:
        return q.measure is None and f.measure is not Measure.CHANGE and wanted.search("%") is None
    return wanted.search(f.unit) is None


@lru_cache(maxsize=64)
def _sort_asked(text: str) -> re.Pattern[str] | None:
    """The units of the noun that a question asks to be measured; None where it names none, or says itself what it counts."""
    many = _MANY.search(text)
    nouns = list(_SORT_NOUN.finditer(text[: many.start()] if many else text))
    counted = _SORT_NOUN.match(text, many.end() + 1) if many else None
    if counted:
        nouns = [counted]  # "bao nhiêu vốn"
    elif many and re.match(r"\s+(?!là\b|đạt\b|được\b|vậy\b|rồi\b|so\b|trong\b|ở\b|tại\b|và\b|một\b|mỗi\b|nhỉ\b|ạ\b|thế\b)[^\W\d]", text[many.end() :]):
        return None  # "bao nhiêu dự án"
    if not nouns:
        return None
    m = nouns[-1] if many else nouns[0]
    m = next((n for n in nouns if n.end() + 1 == m.start() and n["s1"]), m)  # "tỷ lệ nợ xấu" is a rate
    return next(units for i, (_, units) in enumerate(_SORTS) if m[f"s{i}"])


def fit(q: Question, n: Named, world: World, agree: Mapping[str, float] | None = None) -> Match | None:
    """How figure `n` fits, or None when a slot disagrees; `agree` is how its slots do, where that is known."""
    f = n.figure
    agree = slots(q, n, world) if agree is None else agree
    if agree is None or agree["verb"] or agree["noun"] or agree["rest"]:
        return None
    kind, when, how = agree["kind"], agree["when"], agree["how"]
    cover, missing = coverage(q, n, world)
    if cover and not missing and f.measure is Measure.LEVEL and f.table is None and counts_as_asked(q, n, world):
        cover = max(cover, ENOUGH)
    names = n.own or n.head
    # "kim ngạch", "giá trị" say how a thing is counted, "địa phương" which thing: only the latter makes it another one.
    extra = sum(world.weight(w) * (0.1 if w in COUNTED else 1.0) for w in names if w not in q.terms and w not in W.STOP)
    whole = sum(world.weight(w) for w in names if w not in W.STOP) or 1.0
    asked = list(zip(q.terms, q.terms[1:]))
    pair = sum(p in n.pairs for p in asked) / len(asked) if asked else 0.0
    own = sum(world.weight(w) for w in q.terms if w in n.own) / (sum(world.weight(w) for w in q.terms) or 1.0)
    near_by = 0.3 if q.focus is not None and f.sentence == q.focus else 0.0
    score = near_by + cover + 0.25 * own - 0.3 * extra / whole + 0.1 * pair + 0.2 * kind + 0.25 * when + 0.2 * how
    if re.search(r"\w, \w", f.indicator) and "," not in q.text:
        score -= 0.15  # of several things together
    return Match(f, score, cover, missing)


def counts_as_asked(q: Question, n: Named, world: World) -> bool:
    """Whether the asked counting word singles the figure out: its own counter, or the one sum of money of its sentence."""
    f = n.figure
    if q.unit == "tiền":
        return f.unit == "đồng" and sum(o.figure.sentence == f.sentence and o.figure.unit in ("đồng", "USD") for o in world.figures) == 1
    return bool(q.unit) and q.unit not in _MEASURED and (f.unit == q.unit or f.unit.startswith(q.unit + "/"))


def verb_fits(verb: tuple[str, ...], n: Named, world: World) -> bool:
    """Whether what was done is done to this figure and not to another one of its sentence."""
    f = n.figure
    if not verb or f.table is not None or all(w in n.own or w in n.head for w in verb):
        return True
    said = " ".join(verb)
    text = world.report.text
    return said not in f.sentence.of(text).lower() or said in text[n.since : f.span.start].lower()


_STILL_LEFT = re.compile(r"(?<!\w)(?:còn|nốt|nữa|tiếp)(?!\w)", re.I)
_PLACES = re.compile(r"(xã|phường|thị trấn|huyện|quận|thôn|bản|tỉnh|hộ|trường|hợp tác xã|doanh nghiệp)(?!\w)", re.I)
_SO_MANY_PLACES = re.compile(rf"(?<!\w)(?:bao nhiêu|mấy)\s+{_PLACES.pattern}", re.I)
REST = re.compile(r"(?<!\w)(?:khác|còn lại)$", re.I)
QUALIFIER = re.compile(r"(?:từ|trên|dưới|đủ|hạng|loại)\s+(\d[\d.,]*)\s*(?!tháng|năm|quý|ngày|%)[^\W\d]+(?:\s+trở\s+(?:lên|xuống))", re.I)
_ASKS_PRICE = re.compile(r"\W*(?:mức\s+)?giá\s+(?!trị|so sánh|hiện hành|cố định|thành)", re.I)
_PRICE = re.compile(r"(?<!trị )(?<!đơn )(?<!đánh )giá(?! trị| thành)(?!\w)", re.I)


def residual(q: Question, f: Figure) -> bool:
    """Whether the figure is of what is left ("các nước khác"), and the question does not ask for that."""
    return bool(REST.search(f.indicator.strip())) and not re.search(r"(?<!\w)(?:khác|còn lại)(?!\w)", q.text, re.I)


_DENIED = re.compile(r"(?<!\w)(?:chưa|không(?!\s+(?:kể|tính|gồm|bao gồm|phải|có)(?!\w)))\s+(?:được\s+|bị\s+|kịp\s+)?((?!bao giờ|đầy|(?:cho|để|thể|còn|quá|hề|ai|nên)(?!\w))\w+(?:\s+\w+)?)", re.I)
_DENIES = frozenset(("chưa", "không", "kém"))


HAS_NOT = re.compile(r"(?<!\w)(?:không|chưa) có (?!bao nhiêu|số liệu)(\w+ \w+)")


def denied(q: Question, n: Named) -> bool:
    """Whether the question asks what was not done ("vốn chưa giải ngân", "hoạt động không hiệu quả") and the figure is of what was."""
    name = f"{n.figure.indicator} {n.figure.head}".lower()
    if not q.claim and any(re.search(rf"(?<!không )(?<!chưa )(?<!\w)có {m[1]}(?!\w)", name) for m in HAS_NOT.finditer(q.text.lower())):
        return True  # "nợ có khả năng thu" is not what has none
    m = _denial(q)
    if m is None or "/" in n.figure.text:  # of "38/52 km" what is left is told as well
        return False
    return m[1].lower().split()[0] in name.split() and not _denies(n)


def _denial(q: Question) -> re.Match[str] | None:
    """What a question denies of what it asks for, with the denied words in group 1."""
    return None if q.claim or q.operation in ("why", "when", "text") else _DENIED.search(q.text)


def _denies(n: Named) -> bool:
    return bool(_DENIES & (n.own | n.head | n.clause | n.lead))


_PLACED = re.compile(r"(?<!\w)(?:tỉnh|huyện|thị xã|thành phố|thị trấn|phường|quận|xã|tp\.?|h\.|tx\.?)\s+([^\W\d_]+(?:\s+[^\W\d_]+)?)", re.I)


_PROPER = re.compile(rf"(?<!\w)[{UPPER}][\w]*(?: [{UPPER}]\w*)+|(?<!\w)[{UPPER}][^\W\d_]*(?:-[^\W\d_]+)+")
_BODY = re.compile(rf"(?:[Nn]gân hàng|[Cc]ông ty|[Tt]ập đoàn|[Bb]ệnh viện|[Tt]rường|[Nn]hà máy)\s+((?:[{UPPER}][\w-]*\s?)+)")


def elsewhere(q: Question, n: Named, world: World) -> bool:
    """Whether the question names a district, town or commune that neither the figure's words nor the report's own name hold."""
    for m in _BODY.finditer(q.raw):
        name = tokens(m[1])
        if name and not any(world.vocabulary.get(w) for w in name):
            return True  # another bank, company or school
    for m in _PLACED.finditer(q.raw if any(c.isupper() for c in q.raw[1:]) else q.text):
        name = tokens(m[1])
        proper = m[1][:1].isupper()
        if proper and m[0].lower().startswith("tỉnh") and re.search(rf"(?<!\w)(?:thành phố|tp\.?|thị xã|tx\.?|huyện) {re.escape(' '.join(name))}(?!\w)", f"{n.figure.indicator} | {n.figure.head}".lower()):
            return True  # the town that goes by the name of the province
        if proper and m[0].lower().startswith("tỉnh") and named_after(m[1], world):
            continue
        if not proper or any(all(w in p.split() for w in name) for p in world.places[:1]) or not world.places and m[0].lower().startswith("tỉnh"):
            continue
        held = {fold(w) for words in (n.own, n.head, n.clause, n.lead, n.around if n.figure.table is not None else frozenset()) for w in words}
        if not all(fold(w) in held for w in name):
            return True
        if _OF_THE_WHOLE.search(f"{n.figure.indicator} | {n.figure.head}") and _PART_OF_IT.match(m[0]) and not all(fold(w) in {fold(o) for o in n.own | n.head} for w in name):
            return True  # "mưa lớn ở huyện Trà Sơn … làm CPI của tỉnh tăng 0,4%": of the province
    return False


_OF_THE_WHOLE = re.compile(r"(?<!\w)(?:(?:của|trong) (?:tỉnh|thành phố|nước)|(?:toàn|cả) (?:tỉnh|thành phố|nước|quốc|vùng))(?!\w)", re.I)
_PART_OF_IT = re.compile(r"(?:huyện|thị xã|xã|phường|thị trấn|quận)(?!\w)", re.I)


def qualified(q: Question, n: Named) -> bool:
    """Whether the figure's own clause holds the size that the question qualifies the thing with: "tàu cá từ 15 m trở lên"."""
    m = None if q.claim else QUALIFIER.search(q.raw)
    if m is not None and m[1] in n.zones.sets[4]:  # "742 tàu dài từ 15 m trở lên, 731 tàu đã lắp thiết bị": of those, as what follows in the question says
        after = [w for w in tokens(q.raw[m.end() :]) if w in q.terms and w not in W.GENERIC]
        if after and all(w in n.own or w in n.clause for w in after):
            return True
    return m is None or any(m[1] in words for words in (n.own, n.head, n.clause)) or n.figure.table is not None and m[1] in n.around


_STARS = re.compile(r"(?<![\d.,])(\d(?:\s?[-–]\s?\d)?)\s(?:sao|stars?)(?P<up>\strở (?:lên|xuống))?(?!\w)", re.I)


def graded(q: Question, n: Named, world: World) -> bool:
    """Whether the figure is told with the grade that the question names: no "khách sạn 5 sao" are those "từ 3 sao trở lên"."""
    asked = [m for m in _STARS.finditer(q.raw) if not q.claim and not m["up"]]
    told = f"{n.figure.head} {n.figure.indicator} {n.figure.sentence.of(world.report.text)}"
    return not asked or n.figure.table is not None or any(re.sub(r"\s", "", t[1]) == re.sub(r"\s", "", m[1]) and not t["up"] for m in asked for t in _STARS.finditer(told))


_SIDES = re.compile(r"(?<!\w)(?:khu vực |ở |tại )?(thành thị|nông thôn(?! mới))(?!\w)", re.I)


def sided(q: Question, n: Named) -> bool:
    """Whether the figure is of the side that the question names, town or country: what is told of both is of neither."""
    asked = {m[1].lower() for m in _SIDES.finditer(q.text)}
    if len(asked) != 1:
        return True
    (side,) = asked
    if n.figure.table is None and side not in n.zones.rows[0] and _OF_THE_WHOLE.search(n.figure.indicator):
        return False  # "tỷ lệ hộ được sử dụng điện toàn tỉnh"
    return any(f" {side} " in n.zones.rows[z] for z in (0, 1, 2, 3, 5)) or side not in n.zones.rows[0] and all(w in n.own | n.head for w in side.split())


def given(q: Question, f: Figure) -> bool:
    """Whether the figure stands in the question itself: what one names one does not ask for."""
    if q.claim or not q.amount:
        return False
    m = re.search(r"\d+(?:[.,]\d+)*", f.text)
    return m is not None and len(m[0]) > 2 and re.search(rf"(?<![\d.,]){re.escape(m[0])}(?![\d.,]*\d)", q.raw) is not None and not re.fullmatch(r"(?:19|20)\d\d", m[0])


def opposed(q: Question, n: Named) -> bool:
    """Whether the figure's name says the opposite of a word of the question."""
    carried_out = " thực hiện" if re.search(r"(?<!\w)vốn thực hiện(?!\w)", q.text, re.I) else ""  # no word of the question's own kind of figure
    crops = " ".join(p.label.lower() for p in q.periods)  # "vụ đông xuân 2022 - 2023" is read as a time
    asked, name = f" {' '.join(q.terms)} | {' '.join(q.row)}{carried_out} | {crops} ", f" {n.figure.indicator} {n.figure.scope} ".lower()
    whole = f"{name}{n.figure.head} ".lower().replace(": ", " : ")
    best, said = _SUPERLATIVE_NAME.search(name), _SUPERLATIVE.search(q.text)
    if best and q.operation == "lookup" and not said:
        return True  # "giá cao nhất" is not the price
    return W.contrary(asked, name) or W.contrary(asked, whole)


_SUPERLATIVE_NAME = re.compile(r"(?<!\w)(?:(?:cao|thấp|lớn|nhỏ|nhiều|ít) nhất|tối đa|tối thiểu|cao điểm)(?!\w)(?!\s*,)", re.I)  # "công trình lớn nhất, đường X": only said by the way
_SUPERLATIVE = re.compile(r"(?<!\w)(?:cao|thấp|lớn|nhỏ|nhiều|ít) nhất|tối đa|tối thiểu|cao điểm", re.I)


def noun_fits(terms: tuple[str, ...], n: Named) -> bool:
    """Whether the unit can count what the question's noun counts: no hectares for an output."""
    f = n.figure
    row = " ".join(terms)
    if _PRICE.search(row) and f.measure is Measure.LEVEL and f.unit not in ("%", "") and "/" not in f.unit and not _PRICE.search(f"{f.indicator} {f.head}"):
        return False  # a price is asked; this is a sum
    name = f.indicator.lower().split()
    if name and name[0] in ("thu", "chi", "nợ", "thuế") and name[0] not in terms and f.measure is Measure.LEVEL and not n.own <= set(terms):
        return False  # customs revenue is no trade
    if re.search(r"đầu người|mỗi người", f"{f.indicator} {f.head}", re.I) and not {"người", "đầu"} & set(terms) and f.measure is Measure.LEVEL:
        return False  # "GRDP" is not "GRDP bình quân đầu người"
    if "giá trị sản xuất" in row and ("trị", "sản") not in n.said and not (n.zones.rows[4].startswith(" trong đó ") and " giá trị sản xuất " in n.zones.rows[6]):
        return False
    if re.search(r"sản lượng|diện tích|năng suất", row) and "khẩu" not in terms and "khẩu" in n.own | n.head and re.search(r"(?:xuất|nhập) khẩu", f"{f.indicator} {f.head}", re.I):
        return False  # tonnes that were traded are not tonnes that were grown
    asked = [noun for noun in ("sản lượng", "diện tích", "năng suất") if any((a, b) == tuple(noun.split()) for a, b in zip(terms, terms[1:]))]
    named = [noun for noun in ("sản lượng", "diện tích", "năng suất") if tuple(noun.split()) in n.pairs]
    if asked and named and not set(asked) & set(named):
        return False
    if f.measure not in (Measure.LEVEL, Measure.CHANGE) or f.unit in ("%", "", "điểm phần trăm"):
        return True
    for noun in ("sản lượng", "diện tích", "năng suất", "kim ngạch"):
        parts = noun.split()
        if any((a, b) == tuple(parts) for a, b in zip(terms, terms[1:])) and f.unit not in W.MEASURE_NOUNS[noun] and not all(p in n.own or p in n.head for p in parts):
            return False
    return True


def weigh(word: str, q: Question, world: World) -> float:
    """How much a word of the question tells: one that names nothing in the report tells less, unless it is a noun."""
    weight = world.weight(word)
    if word in COUNTED:
        return 0.35 * weight
    if word in W.GENERIC:
        return 0.2 * weight
    if word in q.light and not world.vocabulary.get(word) and any(word in c for c in q.compounds):
        return weight  # "dệt" of "dệt may": the report has no such thing
    if word in q.light:
        return (0.5 if world.vocabulary.get(word) else 0.3) * weight
    return weight


def coverage(q: Question, n: Named, world: World) -> tuple[float, tuple[str, ...]]:
    """The share of the question's words that the figure carries, and those it lacks."""
    terms = q.terms
    granted: set[str] = set()
    for noun, measured in W.MEASURE_NOUNS.items():
        parts = noun.split()
        if all(p in terms for p in parts) and n.figure.unit in measured and n.figure.measure is Measure.LEVEL:
            granted.update(parts)
    if n.figure.measure is Measure.LEVEL and n.figure.unit and q.unit not in _MEASURED:
        granted.update(tokens(n.figure.unit))  # "bao nhiêu con": counted in heads
    if n.figure.measure is not Measure.LEVEL:  # growth of the output of x: the noun is x's
        for noun in W.MEASURE_NOUNS:
            if all(p in terms for p in noun.split()):
                granted.update(noun.split())
    got = whole = 0.0
    missing = []
    # "nghiệp" of "công nghiệp" is no hit for "nông nghiệp"
    torn = {w for c in q.compounds if all(w in terms for w in c) and not all(p in n.said for p in zip(c, c[1:])) for w in c if not all(v in granted for v in c)}
    for w in terms:
        weight = weigh(w, q, world)
        whole += weight
        hit = 1.0 if w in n.own else 0.95 if w in n.head else 0.9 if w in n.clause else 0.85 if w in granted else 0.7 if w in n.lead else 0.55 if w in n.around else 0.0
        hit = hit * 0.3 if w in torn else hit
        got += weight * hit
        if hit < 0.5:
            missing.append(w)
    if not whole:
        return 0.0, ()
    # A figure that shares only its surroundings with the question is not about it.
    telling = [w for w in terms if w not in q.light and w not in W.GENERIC] or terms
    named = any((w in n.own or w in n.head or w in n.clause) and w not in torn for w in telling)
    return (got / whole if named else 0.0), tuple(missing)


def _base_year(q: Question) -> int | None:
    """The year after "so với"."""
    return next((m.period.year for m in periods(q.text) if m.role == "base" and m.period.year), None)


def kind_fit(q: Question, f: Figure) -> float | None:
    """1 for the wanted measure, less for one that also answers, None for another."""
    if q.measure is None:
        if f.measure is Measure.LEVEL:
            rate = f.unit in ("%", "‰") and _RATIO.match(f.indicator) and not _RATIO.search(q.text) and not q.unit
            return 0.2 if rate else 1.0
        if q.unit in ("%", "phần trăm"):
            return None if f.measure in CHANGES and re.search(r"tỷ lệ|tỷ suất", q.text, re.I) else 0.5
        if f.measure is Measure.COMPLETION and f.modality is q.modality is Modality.TARGET and not q.unit:
            return 0.5  # "mục tiêu giải ngân hết quý III" may be so much of the plan
        return None if q.amount and (q.unit or f.measure is Measure.SHARE) or f.measure in (Measure.CHANGE, Measure.COMPLETION, Measure.MULTIPLE) else 0.1
    if q.measure is Measure.GROWTH:
        if f.measure not in CHANGES:
            return None
        if q.base is not Base.NONE and f.base is not Base.NONE and f.base is not q.base:
            same = {q.base, f.base}
            if Base.FIXED in same and f.base_period.year != _base_year(q):
                return None
            if not same <= {Base.YEAR, Base.FIXED, Base.AVERAGE} or (q.base is Base.YEAR and f.base is Base.AVERAGE) or (q.base is Base.AVERAGE and f.period.kind != "range"):
                return None
            return 0.6
        if f.base is Base.PLAN and q.base is not Base.PLAN:
            return None
        if f.measure is Measure.CHANGE:
            return 0.2 if q.unit != "%" else None
        fits = 1.0 if f.measure is Measure.GROWTH else 0.9
        return fits - (0.3 if q.base is Base.NONE and f.base in (Base.PREVIOUS, Base.DECEMBER) else 0.0)
    if q.measure is Measure.INDEX:
        if f.measure is not Measure.INDEX or f.base is not q.base and Base.NONE not in (q.base, f.base):
            return None
        return 1.0
    if q.measure is Measure.SHARE and f.measure is Measure.LEVEL and f.unit == "%":
        return 0.5
    if q.measure is Measure.CHANGE and q.base is not f.base and {q.base, f.base} <= {Base.PREVIOUS, Base.DECEMBER, Base.YEAR}:
        return None  # what is contributed against the month before is not what is contributed against a year ago
    return 1.0 if f.measure is q.measure else None


# What people are counted as.
_PEOPLE = ("người", "lao động", "học sinh", "sinh viên", "học viên", "giáo viên", "bác sĩ", "cán bộ", "công nhân", "nhân viên", "công chức", "viên chức", "hội viên", "đoàn viên", "đảng viên", "khách", "lượt khách", "hành khách", "bệnh nhân", "ca", "trường hợp", "nạn nhân", "đối tượng", "thanh niên", "ngư dân", "nông dân", "thí sinh", "em", "cháu", "trẻ", "trẻ em", "dân", "nhân khẩu", "đại biểu", "thuyền viên", "đồng bào", "chiến sĩ", "tù nhân", "phạm nhân", "bị can", "bị cáo")


def unit_fits(unit: str, f: Figure) -> bool:
    """Whether the asked unit is the figure's; percentages also answer through an index."""
    if not unit or f.unit == unit:
        return True
    if unit == "%":
        return f.unit in ("%", "‰", "") or f.measure in (Measure.INDEX, Measure.COMPLETION)
    if "/" in unit:  # "bao nhiêu tiền một ký": a price, not a sum
        money, per = unit.split("/", 1)
        said, _, of = f.unit.partition("/")
        if f.measure is Measure.CHANGE and f.unit == money:
            return True  # "19.700 đồng/kg, tăng 500 đồng"
        return (said in ("đồng", "USD") if money == "tiền" else said == money) and (of == per or not of and _PRICE.search(f.indicator) is not None)
    if unit == "tiền":
        return f.unit in ("đồng", "USD") or f.unit.startswith("đồng/")
    if f.unit == "" and f.table is not None and f.measure is Measure.LEVEL:
        return unit not in ("USD", "đồng") or not f.indicator  # a column that names no unit counts in what its row is
    if f.unit.startswith((f"{unit}/", f"{unit}.")) or unit.startswith(f"{f.unit} ") and f.unit:
        return True  # "58,4 tấn/ngày" for tonnes, "1.079 tàu" for "tàu cá"
    if unit == "con":
        return False
    if f.unit in ("chiếc", "cái", "con", "cơ sở", "đơn vị", "điểm", "người", "hộ") and unit not in _MEASURED and re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", f.indicator, re.I):
        return True  # "đội tàu cá có 3.246 chiếc" counts boats
    if unit in ("lao động", "công nhân", "người lao động"):
        return f.unit in ("người", "lao động", "người lao động", "công nhân", "lượt lao động", "lượt người")
    if unit == "trường hợp":  # any thing that is counted
        return f.unit not in (*_MEASURED, "điểm phần trăm", "lần", "người") and "/" not in f.unit
    if unit == "người" or unit in _PEOPLE and unit not in ("đại biểu", "bác sĩ"):
        return not f.unit or any(f.unit == p or f.unit.startswith(f"{p} ") or f.unit.endswith(f" {p}") for p in _PEOPLE)
    if unit == "cái":
        return f.unit not in ("%", "USD", "đồng", "ha", "tấn", "điểm phần trăm", "lần", "người") and "/" not in f.unit
    if unit in ("tấn", "kg", "tạ"):
        return f.unit in ("tấn", "kg", "tạ")
    return f.unit.startswith(unit + "/") or (unit not in ("USD", "đồng", "kWh", "ha") and f.unit.startswith(unit))


def period_fit(q: Question, f: Figure, world: World) -> float | None:
    """1 for the asked period, less where the report leaves it open, None for another period."""
    p = f.period
    if not q.periods:
        if not p or p.year is None:
            return 0.6
        main = 0.8 if p.year == world.main_year else 0.4
        return main - (0.3 if _told_by_the_way(f, world) else 0.0)
    if q.operation == "lookup" and p.kind in ("months", "date") and all(want.label.lower().startswith("cả năm") for want in q.periods):
        return None  # ten months are no whole year
    if p.kind == "range" and f.measure is Measure.LEVEL and _YEAR_ALONE.search(q.text):
        return None
    if p.kind == "date" and f.measure is Measure.LEVEL and (_IN_THAT_MONTH.search(q.text) and not _STOCK.search(f"{f.indicator} {f.head}") and not _BALANCE.search(f"{f.indicator} {f.head}") and _UP_TO.match(p.label) or _CUMULATED.search(q.text) and _within_a_month(p)):
        return None  # what was done by the 31st is not what was done in the month alone, nor the last month's all that was done by then
    if p.kind == "month" and f.base is Base.DECEMBER and f.measure in CHANGES and q.base is not Base.DECEMBER and (run := next((want for want in q.periods if want.kind in ("months", "half")), None)) is not None and (_MEAN.search(q.text) or _told_of_run(run, f, world)):
        return None  # how much prices rose since December is not how much they rose over the months on the mean
    between = tuple(want for want in q.periods if want.kind == "date" and want.label.lower().startswith("từ ") and not _FROM_JANUARY.match(want.label))
    return max((v for want in between or q.periods if (v := _agree(want, p, f, world)) is not None), default=None)


def _told_of_run(run: Period, f: Figure, world: World) -> bool:
    """Whether the report tells a change of that thing over that very run of months."""
    name = set(tokens(f.indicator))
    return any(n.figure.measure in CHANGES and n.figure.period.kind in ("months", "half") and _ends(n.figure.period) == _ends(run) and n.figure.period.year == f.period.year and name & n.own and n.figure.base is Base.YEAR for n in world.figures)


def _told_by_the_way(f: Figure, world: World) -> bool:
    """Whether a figure is not of the time that its like are told of: a month beside the run of months, but the run beside the month where the report's changes are a month's."""
    if f.measure in CHANGES and world.by_month:
        return f.period.kind in ("months", "quarter", "half")
    return f.period.kind in ("month", "quarter")


_YEAR_ALONE = re.compile(r"(?<!\w)(?:riêng|chỉ(?: tính| kể| xét)?(?: riêng)?(?: trong)?|một mình)(?: trong)? năm \d{4}(?!\s*(?:[-–]|đến|và))", re.I)


_IN_THAT_MONTH = re.compile(r"(?<!\w)(?:riêng|chỉ)(?: tính| kể| xét)?(?: riêng)?(?: trong)? tháng \d", re.I)
_UP_TO = re.compile(r"(?:tính |lũy kế |luỹ kế )?(?:từ đầu năm )?(?:đến|tới)(?!\w)", re.I)
_CUMULATED = re.compile(r"(?<!\w)(?:lũy kế|luỹ kế|cộng dồn|từ đầu năm)(?!\w)", re.I)
_FROM_DAY = re.compile(r"từ\s+(?:ngày\s+)?(?P<d>\d{1,2})\s*[/-]\s*(?P<m>\d{1,2})(?:\s*[/-]\s*(?P<y>\d{4}))?", re.I)


def _since(p: Period) -> tuple[int, int, int | None] | None:
    """The day that a time runs from, as its label says: month, day and, where it is said, year."""
    m = _FROM_DAY.match(p.label)
    return (int(m["m"]), int(m["d"]), int(m["y"]) if m["y"] else None) if m else None


def _within_a_month(p: Period) -> bool:
    """Whether a time from one day to another is a month or less: "từ ngày 16/10 đến ngày 15/11"."""
    first = _since(p)
    return first is not None and first[2] in (None, p.year) and 0 <= (p.part or 0) // 100 - first[0] <= 1


_FROM_JANUARY = re.compile(r"từ (?:ngày )?0?1\s*[/-]\s*0?1(?!\d)", re.I)


def _agree(want: Period, p: Period, f: Figure, world: World) -> float | None:
    if want.kind == p.kind == "date" and want.label.lower().startswith("từ ") and not _FROM_JANUARY.match(want.label) and not p.label.lower().startswith("từ "):
        return None  # what was done from one day to another is not what was done by then
    if want.kind == p.kind == "date" and (a := _since(want)) and (b := _since(p)) and (a[:2] != b[:2] or None not in (a[2], b[2]) and a[2] != b[2]):
        return None  # up to one day, but from another
    if want.kind == "date" and _BEFORE.match(want.label) and not _BEFORE.match(p.label) and (p.kind == "month" or p.kind == "date" and (p.part or 0) >= (want.part or 0)):
        return None  # what there was before that day
    if want.kind == p.kind == "date" and _BEFORE.match(want.label) and _BEFORE.match(p.label):
        return 1.0 if want.part in (p.part, _day_after(p)) else None  # "trước ngày 1/7" of what changed that day
    if want.kind == "any":  # "cùng kỳ năm ngoái": the year before, whatever part of it
        return 1.0 if p.year == want.year else None
    if not p:
        return 0.5 if want.year in (None, world.main_year) and want.kind in ("year", "season", "date", "range", "") else None
    if want.kind == p.kind and (want.year or world.main_year) == (p.year or world.main_year):
        if want.kind == "range":
            return 1.0 if want.first in (None, p.first) or p.first is None else None
        return 1.0 if want.part == p.part else None
    if want.kind == "range" and want.year == p.year and f.measure in CHANGES and p.kind == "year" and f.base in (Base.AVERAGE, Base.NONE):
        return 0.7
    if want.kind == "year" and p.kind == "range" and want.year == p.year and f.measure in CHANGES:
        return 0.6
    if want.kind == "year" and want.first and p.kind == "range" and (want.first, want.year) == (p.first, p.year):
        return 1.0  # a school year
    if want.kind != p.kind and "quarter" in (want.kind, p.kind) and month_span(want) is not None and month_span(want) == month_span(p) and (want.year or world.main_year) == (p.year or world.main_year):
        return 1.0  # "ba tháng" is the first quarter
    if {want.kind, p.kind} in ({"quarter", "months"}, {"quarter", "month"}, {"quarter", "date"}) and _ends(want) == _ends(p) and (want.year or world.main_year) == (p.year or world.main_year):
        if want.kind == "date" and _FROM_JANUARY.match(want.label) and p.kind == "quarter" and p.part == 1 or p.kind == "date" and _FROM_JANUARY.match(p.label) and want.kind == "quarter" and want.part == 1:
            return 0.9  # from the first of January to the last of March
        late = next((x.part % 100 >= 25 for x in (want, p) if x.kind == "date" and x.part), True)
        return 0.6 if late and (_BALANCE.search(f"{f.indicator} {f.head}") or "date" in (want.kind, p.kind)) and f.measure is Measure.LEVEL else None
    if f.base is Base.DECEMBER and f.measure in CHANGES and {want.kind, p.kind} <= {"month", "months", "date"} and _ends(want) == _ends(p) and (want.year or world.main_year) == (p.year or world.main_year):
        return 0.9  # from December until the end of August, and in August against December
    at, then = _ends(want), _ends(p)
    if at and then and at == then and {want.kind, p.kind} & {"date"} and (want.year or world.main_year) == (p.year or world.main_year):
        # "cuối tháng 11" and "đến 30/11", "10 tháng" and "đến 31/10": a stock, or what was done by then
        if want.kind == "month" and (want.part or 1) > 1 and p.kind == "date" and f.measure is Measure.LEVEL and (_FROM_JANUARY.match(p.label) or _UP_TO.match(p.label) and _FLOWS.search(f.indicator) and not _UNTIL.search(want.label) and not _STOCK.search(f"{f.indicator} {f.head}")):
            return None  # what was done from the first of January is not what was done in October
        if p.kind == "month" and (p.part or 1) > 1 and want.kind == "date" and _FROM_JANUARY.match(want.label) and f.measure is Measure.LEVEL and not _STOCK.search(f"{f.indicator} {f.head}"):
            return None
        if want.kind == "month" and p.kind == "date" and (p.part or 0) % 100 < _LATE and p.label.lower().startswith("từ ") and f.measure is Measure.LEVEL:
            return None  # what was done by the 14th of June is not what was done in June
        return 0.8 if want.kind == "date" or p.part is not None and p.part % 100 >= 25 else 0.5
    if want.kind == "date" and want.part == 1231 and p.kind == "year" and p.year == (want.year or world.main_year) and f.measure is Measure.LEVEL:
        return 0.7  # what a yearbook counts at the end of the year
    if want.kind == "year" and p.kind == "season" and p.year == want.year:
        return 0.3
    if want.kind == "year" and p.kind == "range" and p.year == want.year and f.measure is Measure.LEVEL:
        return 0.4  # what there is at the end of the years that the report is about
    if want.kind == "year" and want.year == p.year and p.kind in ("date", "months"):
        return 0.2 if p.kind == "months" and f.measure is Measure.LEVEL else 0.3
    if {want.kind, p.kind} == {"month", "months"} and want.part == p.part and (want.year or world.main_year) == (p.year or world.main_year) and f.measure is Measure.LEVEL and _STOCK.search(f"{f.indicator} {f.head}"):
        return 0.7  # what there is at the end of ten months is what there is in October
    if want.kind != p.kind and month_span(want) is not None and month_span(want) == month_span(p) and (want.year or world.main_year) == p.year:
        return 1.0  # "ba tháng đầu năm" is the first quarter
    return None


_LATE = 25
_BEFORE = re.compile(r"trước\s", re.I)


def _day_after(p: Period) -> int:
    """The next day of a day, as it is written in a period."""
    month, day = divmod(p.part or 0, 100)
    if not 1 <= month <= 12 or day < monthrange(p.year or 2001, month)[1]:
        return 100 * month + day + 1
    return 101 if month == 12 else 100 * (month + 1) + 1


def _ends(p: Period) -> int | None:
    """The month in which a month, a run of months or a day ends."""
    if p.kind == "date" and p.part:
        return p.part // 100
    if p.kind == "quarter" and p.part:
        return 3 * p.part
    return p.part if p.kind in ("month", "months") else None


_RATIO = re.compile(r"(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|tỷ trọng|mức độ|phần trăm|mấy phần|%|chiếm)(?!\w)", re.I)
_OWED = r"(?<!trả )(?<!trả tiền )(?<!thu hồi )(?<!thu hồi tiền )(?<!thu hồi số )(?<!thu hồi số tiền )(?<!thu )(?<!xử lý )(?<!xóa )(?<!khoanh )nợ"  # what is owed, no payment of it
_BALANCE = re.compile(rf"(?<!\w)(?:{_OWED}|dư nợ|tiền gửi|tồn kho|tồn đọng|đàn|dân số|số dư|tổng tài sản|vốn điều lệ|hiện có|còn hiệu lực)(?!\w)", re.I)
_FLOWS = re.compile(r"(?<!\w)(?:xuất khẩu|nhập khẩu|kim ngạch|trị giá|thu|chi|giải ngân|doanh thu|sản lượng|lượt khách)(?!\w)", re.I)
_UNTIL = re.compile(r"(?<!\w)(?:đến|hết|cuối|tới)(?!\w)", re.I)
_STOCK = re.compile(rf"(?<!\w)(?:{_OWED}|dư nợ|tồn kho|tồn đọng|đàn|dân số|số dư|lũy kế|tỷ lệ|hiện có|còn hiệu lực|đang hoạt động)(?!\w)", re.I)


def modality_fit(q: Question, f: Figure, world: World) -> float | None:
    """1 for the wanted modality; a plan is no answer to what was achieved."""
    planned = f.modality in (Modality.TARGET, Modality.FORECAST)
    if q.also_target:
        return 0.5
    if q.modality is Modality.TARGET:
        return (1.0 if f.modality is Modality.TARGET else 0.6) if planned else None
    if q.modality is Modality.FORECAST:
        return 1.0 if f.modality is Modality.FORECAST else 0.7 if f.modality is Modality.ESTIMATE and f.period.kind == "year" else 0.3 if f.modality in (Modality.TARGET, Modality.ESTIMATE) else None
    if q.modality is Modality.ESTIMATE:
        if planned:  # "theo ước tính, cả năm sẽ thu …" asks for what is expected
            return 0.6 if f.modality is Modality.FORECAST else None
        return 1.0 if f.modality is Modality.ESTIMATE else 0.4
    if q.modality is Modality.ACTUAL:
        return None if planned else 1.0
    if not planned:
        return 1.0
    future = any(p.year and world.main_year and p.year > world.main_year for p in q.periods)
    return 0.9 if future else 0.3 if not q.periods else 0.0


def _telling(word: str, world: World) -> float:
    return world.weight(word) * (0.2 if word in COUNTED else 1.0)


_MEANT = 0.4  # how surely everyday words are to mean what is named


def lacks(q: Question, match: Match, world: World) -> set[str]:
    """The question's words that neither the figure's name nor its head carries."""
    named = next((n for n in world.figures if n.figure is match.figure), None)
    if named is None:
        return set()
    held = named.own | named.head
    row = tuple(q.row)
    pairs = {w: tuple(f"{a} {b}" for a, b in zip(row, row[1:]) if w in (a, b)) for w in q.terms}
    return {w for w in q.terms if w not in held and stands_for((w, *pairs[w]), held, named.zones.rows[:2]) < _MEANT}  # "trường lớp" of "giáo dục"


def siblings(chosen: Figure, q: Question, world: World, limit: int = 3) -> list[Figure]:
    """Figures that one could take for the chosen one: another scope, or plan for achieved, in the same unit and measure."""
    mine = next((n for n in world.figures if n.figure is chosen), None)
    if mine is None:
        return []
    scored = []
    for n in world.figures:
        f = n.figure
        if f is chosen or f.measure is not chosen.measure or f.unit != chosen.unit or f.value == chosen.value or matching.rounds(f, chosen) or matching.rounds(chosen, f):
            continue  # nor is it confused with itself in fewer digits
        # Alike is what names the thing ("xuất khẩu"), not how it is counted ("kim ngạch").
        shared = sum(_telling(w, world) for w in (n.own | n.head) & mine.own)
        whole = sum(_telling(w, world) for w in mine.own) or 1.0
        near_by = 0.2 if f.period == chosen.period else 0.0
        joint = any("xuấtnhậpkhẩu" in a.own and {"xuất", "nhập"} & b.own for a, b in ((n, mine), (mine, n)))
        if shared / whole >= 0.5 or joint:
            scored.append((shared / whole + near_by + (0.5 if joint else 0.0), f))
    scored.sort(key=lambda t: (-t[0], t[1].span.start))
    out: list[Figure] = []
    for _, f in scored:
        if all((f.text, f.indicator) != (g.text, g.indicator) for g in out):
            out.append(f)
    return out[:limit]
