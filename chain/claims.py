"""Claims: the figures of "… đúng không?" against the report's figures for the same slots."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from chain import balances, matching
from chain import words as W
from chain.agreeing import rounds_to
from chain.answer import Answer, NotInReport
from chain.belied import DENIED, belied, done_for, holds, plan_beside
from chain.compose import Draft, change_of, index_as_growth, period_name, value_text
from chain.contest import another
from chain.findings import Finding
from chain.givers import another as another_plan
from chain.judging import ABSENT, FALSE, ROUNDED, TRUE, judge, named_so, row_of_another, same_unit, stated
from chain.naming import bearer, fit, naming, timeless
from chain.operands import PLANNED, two
from chain.question import Question, read, restore
from chain.select import ENOUGH, find, period_fit
from chain.stating import Stated
from chain.world import World, tokens
from report import units
from report.asides import same_count
from report.model import Base, Direction, Figure, Measure, Modality, Period, name_of
from report.periods import month_span
from report.periods import periods as period_mentions
from report.periods import same as same_time
from report.text import UPPER, fold

_AGAINST_PLAN = re.compile(r",?\s*(?:và\s+)?(?:đã\s+)?(?P<way>cao hơn|lớn hơn|nhiều hơn|vượt|thấp hơn|ít hơn|kém hơn|chưa đạt|không đạt|hụt)\s+(?:so với\s+)?(?:mức\s+)?(?:mục tiêu|kế hoạch|chỉ tiêu)(?:\s+(?:năm|đề ra|đặt ra))*", re.I)  # fmt: skip
LEAD = {TRUE: "Đúng", ROUNDED: "Đúng (đã làm tròn)", FALSE: "Không đúng"}
_PLAN_WORDS = {"vượt", "hoàn", "thành", "đề", "ra", "kém", "hụt"}


def check(q: Question, draft: Draft) -> Answer | NotInReport | None:
    """The verdict, with the right figure; None when the claim is not one that can be checked."""
    from report.reader import read_sentence_figures

    text = W.CLAIM.sub(" ", q.text).strip(" ?.,:")
    against = _AGAINST_PLAN.search(text)
    if against:
        text = (text[: against.start()] + text[against.end() :]).strip(" ,")
        terms = tuple(t for t in q.terms if t not in _PLAN_WORDS)
        q = replace(q, terms=terms, modality=Modality.ACTUAL, also_target=False, measure=None, base=Base.NONE)
    elif q.modality is None and not W.TARGET.search(text):
        ahead = any(p.year and draft.world.main_year and p.year > draft.world.main_year for p in q.periods)
        q = replace(q, modality=None if ahead else Modality.ACTUAL)
    more = re.search(r"^(.*?)\s+(lớn|cao|nhiều|thấp|ít|nhỏ)\s*hơn\s+(.*)$", text)
    claimed = [f for f in read_sentence_figures(text if q.carried else as_typed(q, draft.world)) if not f.period or f.unit or f.scale != 1]
    if (alone := only(q, draft)) is not None:
        return alone
    if not q.carried and (reached := _reached(as_typed(q, draft.world), draft)) is not None:
        return reached
    if against and claimed and not q.carried and (both := _with_its_plan(as_typed(q, draft.world), draft)) is not None:
        return both
    if not claimed:
        if not against and (pace := _PACE.match(text)) is not None:
            return _by_pace(pace, q, draft)
        risen = _MORE_THAN_THEN.sub(_risen, as_typed(q, draft.world))
        if not against and (not more or risen != as_typed(q, draft.world)) and not q.carried and (way := _direction(risen, draft)) is not None:
            return way
        if against:
            return _plan_only(q, against["way"].lower(), draft)
        if more:
            where = _WHERE.search(more[1])
            if where and any(place in where["place"].lower() for place in draft.world.places):
                where = None  # all of it is told of there
            one, other = (_TRADES.sub(lambda m: f"{m['way'].lower()} khẩu", side) for side in (more[1], f"{more[3]} {where[0].strip()}" if where else more[3]))
            found_two = two(one, other, q, draft.world)
            if found_two is None:
                return None
            a, b = found_two
            ways = [f"{m['way'].lower()} khẩu" for side in (more[1], more[3]) if (m := _TRADES.search(side))]
            if len(ways) == 2 and ways[0] in a.indicator.lower() and ways[1] not in b.indicator.lower():
                peers = [n.figure for n in draft.world.figures if n.figure.head == a.head and a.head and n.figure.sentence == a.sentence and n.figure.unit == a.unit and ways[1] in n.figure.indicator.lower()]
                if len(peers) != 1:
                    return None
                b = peers[0]
            names = set(tokens(" ".join(re.findall(rf"[{UPPER}]\w*", where["place"])))) if where else set()
            if any(not names <= set(tokens(f"{f.indicator} {f.head} {f.scope}")) for f in (a, b)):
                return None  # what is told of elsewhere is not what the place is said to have
            holds = a.value > b.value if more[2] in ("lớn", "cao", "nhiều") else a.value < b.value
            na, nb = draft.state(a), draft.state(b)
            return draft.answer(f"{'Có, đúng' if holds else 'Không, sai'}: {name_of(a)} {a.text} [{na}], {name_of(b)} {b.text} [{nb}].", "đúng" if holds else "sai")
        return None
    if not q.carried and len(claimed) == 1 and (balance := _balance(as_typed(q, draft.world), draft)) is not None:
        return balance
    if (not against or "/" in claimed[0].text or claimed[0].unit == "%") and not q.carried and (judged := _judged(as_typed(q, draft.world), draft)) is not None:
        return judged
    said = claimed[0]
    measure = Measure.GROWTH if said.measure in (Measure.GROWTH, Measure.INDEX) else said.measure
    slots = replace(q, unit="", verb=(), measure=None if measure is Measure.LEVEL else measure, base=q.base if measure is Measure.GROWTH else Base.NONE)
    levels = [m for m in find(slots, draft.world, enough=0.5) if measure is not Measure.LEVEL or m.figure.measure is Measure.LEVEL]
    matches = [m for m in levels if measure is not Measure.LEVEL or _of_one_kind(said, m.figure)]
    sure = [m for m in matches if m.cover >= ENOUGH and not (q.terms and row_of_another(m.figure, {*q.terms, *q.row}))]
    # the figure that says just this, where it is named as well as any other
    same = next((m for m in matches if verdict(said, m.figure) != "sai" and m.cover >= max(0.6, sure[0].cover - 0.1 if sure else 0.6)), None)
    if same is not None and sure and (same.figure.indicator, same.figure.head) != (sure[0].figure.indicator, sure[0].figure.head) and same.cover < sure[0].cover and same.figure.sentence != sure[0].figure.sentence:
        same = None
    if same is None and (not sure or levels[0] is not matches[0] and levels[0].cover > sure[0].cover):
        return None  # what fits best is of another kind: no other is held against the claim
    right = same.figure if same is not None else sure[0].figure
    result = verdict(said, right)
    if result != FALSE and not q.carried and (_unheld(text, right, draft) or any(s.figure.text == said.text and (another(s, right, draft.world) or belied(s, right, draft.world)) for s in stated(f"{as_typed(q, draft.world)}."))):
        return None
    n = draft.state(right)
    if right.measure is Measure.INDEX and measure is Measure.GROWTH:
        words, formula, _ = index_as_growth(right)
        draft.calculations.append(formula)
        printed = f"{words} (chỉ số {right.text})"
    else:
        printed = value_text(right, draft.world)
    tail = ""
    if result == "sai":
        tail = what_differs(said, right)
    if against:
        plan = plan_of(right, draft)
        if plan is None:
            return None
        over = against["way"].lower() in ("cao hơn", "lớn hơn", "nhiều hơn", "vượt")
        if (right.value > plan.value) is not over or right.value == plan.value:
            result = "sai"
        tail = f", kế hoạch {plan.text} [{draft.state(plan)}]"
    return draft.answer(f"{LEAD[result]}: báo cáo nêu {name_of(right)} {printed} [{n}]{tail}.", result)


_ISSUER = re.compile(r"(?<!\w)của\s+(?:ngân hàng|công ty|tập đoàn|doanh nghiệp|ngành|đơn vị|sở|cục)(?!\w)", re.I)  # whose report it is, mostly
_TOO_MANY = frozenset(["thừa", "dư"])  # "thiếu" is no word that names


def _of_one_kind(said: Figure, right: Figure) -> bool:
    """Whether two levels can be held against each other, or are told by one number: "10 nhóm hàng" says nothing of a price."""
    mine, its = units.kind(said.unit), units.kind(right.unit)
    if not said.unit or not right.unit or same_unit(said.unit, right.unit) or same_count(said.unit, right.unit) or said.value / said.scale == right.value / right.scale:
        return True
    return mine.partition(".")[0] == its.partition(".")[0] and not mine.startswith("count:") or "%" in (said.unit, right.unit)


def _unheld(text: str, right: Figure, draft: Draft) -> bool:
    """Whether the claim names a thing by a word that the agreeing figure lacks and others have ("tiểu học" of THCS), or turns a lack into too many."""
    world = draft.world
    n = next((n for n in world.figures if n.figure.span == right.span), None)
    if n is None:
        return False
    said = naming(_ISSUER.sub(" ", text), world)
    b = bearer(n, world)
    held = {fold(w) for w in b.wide | b.line}
    subject = set(tokens(world.report.title))
    lacking = {w for w in fit(said, (), n, world, (), text).lacking if fold(w) not in held and not w[0].isdigit() and w not in W.GENERIC and w not in subject}
    return any(w in _TOO_MANY or any(w in m.own or w in m.head for m in world.figures) for w in lacking)


def as_typed(q: Question, world: World) -> str:
    """The claim in its own words, its slips mended; what was typed without diacritics, with its abbreviations spelled out."""
    text = W.CLAIM.sub(" ", q.text if fold(q.raw) == q.raw.lower() else restore(q.raw, world, unaccented=False)).strip(" ?.,:")
    text = re.sub(r"^\s*trong\s+(?:tổng số\s+|số\s+)?\d{1,3}\s+(?:nhóm|mặt hàng|ngành|huyện|xã|địa phương|đơn vị|sản phẩm|chỉ tiêu)[^,]{0,40},\s*(?=.*?(?<!\w)có\s+\d)", "", text, flags=re.I)  # "Trong 11 nhóm hàng chính, có 8 nhóm tăng giá"
    text = _BOUND_NAMED.sub(lambda m: f"{m['way']} {m['number']}", text)
    return re.sub(r"(?<![\d.,])(\d{1,5})\s+(?:trong|trên)\s+(?:tổng\s+)?(?:số\s+)?(\d{1,5})(?=\s+[^\W\d])", r"\1/\2", text)


# "vẫn nằm dưới ngưỡng 4,5% mà tỉnh đặt ra"
_BOUND_NAMED = re.compile(r"(?:(?:vẫn|còn|đang|hiện|cũng)\s+)*(?:nằm\s+|ở\s+)?(?P<way>dưới|trên)\s+(?:ngưỡng|giới hạn|mức trần|trần|mức)(?:\s+(?:kiểm soát|cho phép))?\s+(?P<number>\d[\d.,]*\s?%)(?:\s+(?:mà\s+)?(?:tỉnh|huyện|thành phố|Quốc hội|Chính phủ|nghị quyết)\s+(?:đã\s+)?(?:đặt ra|đề ra|giao|cho phép))?", re.I)
_PLANNED = r"(?:mức\s+)?(?:mục tiêu|kế hoạch|dự toán|chỉ tiêu|KH)(?!\w)(?:\s+(?:thu(?: ngân sách)?|chi|giải ngân|năm(?:\s+\d{4})?|cả năm|đề ra|đặt ra|được giao|giao|của\s+\w+|HĐND\s+\w+))*"
# "ở cửa khẩu Nà Lon hàng nhập về nhiều hơn hàng xuất đi": both are of the place.
_WHERE = re.compile(rf"(?:^|(?<=\s))(?:[Ởở]|[Tt]ại|[Qq]ua)\s+(?P<place>(?:[^\W\d]+\s+){{0,4}}?[{UPPER}]\w*(?:,?\s+[{UPPER}]\w*)*)")
_TRADES = re.compile(r"(?<!\w)(?:hàng\s+)?(?P<way>xuất|nhập)\s+(?:đi|về|vào|ra|khẩu)(?!\w)", re.I)
_REACHED = re.compile(rf",?\s*(?:và\s+)?(?:đã\s+|mới\s+|vẫn\s+)?(?P<way>vượt|cao hơn|lớn hơn|nhiều hơn|đạt|hoàn thành|chưa đạt|không đạt|chưa hoàn thành|không hoàn thành|thấp hơn|ít hơn|kém hơn|hụt)(?:\s+và vượt)?\s+(?:so với\s+)?{_PLANNED}(?:\s+(?:là\s+)?(?P<plan>\d[^,;]*))?[\s.]*$", re.I)
_OF_WORD = dict.fromkeys(("vượt", "cao hơn", "lớn hơn", "nhiều hơn"), ">") | dict.fromkeys(("đạt", "hoàn thành"), "≥") | dict.fromkeys(("chưa đạt", "không đạt", "chưa hoàn thành", "không hoàn thành", "thấp hơn", "ít hơn", "kém hơn", "hụt"), "<")
_WAY = re.compile(r"(?<!\w)(?P<not>(?:không|chưa|chẳng)\s+(?:hề\s+)?)?(?P<way>tăng|giảm)(?!\w)(?!\s*\d)", re.I)
_PROBE = "0,0001"  # no report states it: the judge answers with the figure that it does


def of_plan_reached(q: Question, world: World) -> bool:
    """Whether a claim says that a plan was reached or missed, of which only a rate or two amounts can tell."""
    return _REACHED.search(as_typed(q, world)) is not None


def _probe(text: str, draft: Draft) -> Figure | None:
    """The report's figure for what `text` states with a value that cannot be right."""
    found = [f for f in (judge(s, draft.world) for s in stated(f"{text}.")) if f.verdict == FALSE]
    return found[-1].right if found else None


def _reached(text: str, draft: Draft) -> Answer | None:
    """"Chưa đạt kế hoạch", "vượt mục tiêu 45.000 tỷ đồng": what was done against its plan."""
    from report.reader import read_sentence_figures

    m = _REACHED.search(text)
    if m is None or not naming(text[: m.start()], draft.world):
        return None
    way = _OF_WORD[m["way"].lower()]
    subject = text[: m.start()].strip(" ,")
    if re.search(r"\d[\d.,]*\s*(?:%|[^\W\d])", timeless(subject)):
        return None  # its own figure is judged with it
    if m["plan"]:
        plans = [f for f in read_sentence_figures(f"Kế hoạch {m['plan']}.") if not f.period]
        if len(plans) != 1:
            return None
        said = set(naming(subject, draft.world))
        rows = [n for n in draft.world.figures if n.figure.modality is Modality.TARGET and same_unit(plans[0].unit, n.figure.unit) and n.figure.value == plans[0].value and said & (n.own | n.head | n.clause | n.lead)]
        pairs = [(done, n.figure) for n in rows if (done := done_for(n.figure, draft.world)) is not None]
        if len({d.value for d, _ in pairs}) != 1:
            return None
        done, plan = pairs[0]
    else:
        completion = _completion(subject, draft)
        pair = _of_that_name(subject, draft) if completion is None or not _named_just_so(completion, subject, draft) else None
        if pair is None and completion is not None:
            n = draft.state(completion)
            stands = holds(way, completion.value, Decimal(100))
            return draft.answer(f"{'Đúng' if stands else 'Không đúng'}: báo cáo nêu {name_of(completion)} {value_text(completion, draft.world)} [{n}].", TRUE if stands else FALSE)
        if pair is None:
            return None
        done, plan = pair
    stands = holds(way, done.value, plan.value)
    n, p = draft.state(done), draft.state(plan)
    return draft.answer(f"{'Đúng' if stands else 'Không đúng'}: báo cáo nêu {name_of(done)} {value_text(done, draft.world)} [{n}], kế hoạch {plan.text} [{p}].", TRUE if stands else FALSE)


def _named_just_so(f: Figure, subject: str, draft: Draft) -> bool:
    said = set(naming(subject, draft.world))
    return set(naming(f.indicator, draft.world)) - _SAYS_ALL <= said


def _of_that_name(subject: str, draft: Draft) -> tuple[Figure, Figure] | None:
    """What was done and what was planned of exactly that name and time; None where the report tells several such pairs, or none."""
    world, q = draft.world, read(subject, draft.world)
    said = set(naming(subject, world)) - _SAYS_ALL
    plans = [n.figure for n in world.figures if n.figure.modality is Modality.TARGET and n.figure.measure is Measure.LEVEL and said == set(naming(n.figure.indicator, world)) - _SAYS_ALL and (not q.periods or period_fit(q, n.figure, world) is not None) and not another_plan(draft.question, n.figure, world)]
    pairs = [(done, f) for f in plans if (done := done_for(f, world)) is not None]
    return pairs[0] if pairs and len({(d.value, f.value) for d, f in pairs}) == 1 else None


_WHOSE_PLAN = re.compile(r"(?:\s+(?:của|năm|cả năm|đề ra|đặt ra|đại hội|nghị quyết|hđnd|tỉnh|huyện|thành phố|giao|được giao|\d{4}))*\s*", re.I)
_COMES_TO = re.compile(r"\s*,?\s*(?:và\s+)?(?:đạt|bằng|ở mức|với)\s+(?P<rate>\d[\d.,]*\s?%)", re.I)


def _with_its_plan(text: str, draft: Draft) -> Answer | None:
    """"Đạt 12.365 ha, vượt kế hoạch", "vượt kế hoạch, đạt 101,3%": the figure, and on which side of its plan it is; None where either is not told."""
    m = _AGAINST_PLAN.search(text)
    if m is None:
        return None
    way, subject = _OF_WORD.get(m["way"].lower(), "<"), text[: m.start()].strip(" ,")
    trial = Draft(draft.world, draft.question, reading=draft.reading)
    if rate := _COMES_TO.fullmatch(text[m.end() :]):
        judged = _judged(f"{subject} bằng {rate['rate']} kế hoạch", trial)
        completion = _completion(subject, draft)
        if not isinstance(judged, Answer) or judged.verdict not in (TRUE, ROUNDED, FALSE) or completion is None:
            return None
        return judged if judged.verdict == FALSE or holds(way, completion.value, Decimal(100)) else None
    if not _WHOSE_PLAN.fullmatch(text[m.end() :]):
        return None
    judged = _judged(subject, trial)
    if not isinstance(judged, Answer) or judged.verdict not in (TRUE, ROUNDED) or len(judged.figures) != 1:
        return None
    stated_there = draft.world.at(judged.figures[0].start, judged.figures[0].end)
    done = stated_there.figure if stated_there is not None else None
    plan = plan_beside(done, draft.world) if done is not None and done.measure is Measure.LEVEL and done.modality not in PLANNED else None
    if done is None or plan is None or plan.high is not None:
        return None
    stands = holds(way, done.value, plan.value)
    verdict_ = judged.verdict if stands else FALSE
    told = re.sub(r"^[^:]+:", "Đúng:" if verdict_ == TRUE else "Đúng (đã làm tròn):" if stands else "Không đúng:", judged.text.rstrip(". "))
    return trial.answer(f"{told}, kế hoạch {plan.text} [{trial.state(plan)}].", verdict_)


_OF_PLAN = re.compile(rf"(?<!\w)(?:đạt|vượt|bằng|hoàn thành)\s+(?:và vượt\s+)?{_PLANNED}\W*$", re.I)


_STRIVEN = re.compile(r"\s*(?:so với\s+)?(?:chỉ tiêu |mục tiêu |mức )*(?:phấn đấu|CTPĐ)(?!\w)", re.I)


def _completion(subject: str, draft: Draft) -> Figure | None:
    """The report's figure for how far the plan of `subject` was reached; one that the report writes after "vượt dự toán cả năm (" is one too."""
    world = draft.world
    found = _probe(f"{subject} bằng {_PROBE}% kế hoạch", draft)
    said = set(naming(subject, world))
    strives = "phấn đấu" in draft.question.lower()
    exact = [
        n.figure for n in world.figures
        if n.figure.measure is Measure.COMPLETION and n.figure.modality not in PLANNED and said - _SAYS_ALL <= n.own and n.own - W.STOP - _SAYS_ALL <= said and not another_plan(draft.question, n.figure, world)
        and (n.figure.table is not None or (_STRIVEN.match(world.report.text, n.figure.span.end) is not None) is strives)
    ]  # fmt: skip
    if found is not None and exact and not any(f == found for f in exact) and len({f.value for f in exact}) == 1:
        return exact[0]  # "tổng thu", not one of the revenues under it
    beside = [n for n in world.figures if n.figure.unit == "%" and n.figure.measure is not Measure.COMPLETION and said <= bearer(n, world).wide and _OF_PLAN.search(bearer(n, world).lead)]
    if len({n.figure.value for n in beside}) == 1 and not (found is not None and any(n.figure == found and said <= n.own | n.head | n.clause for n in world.figures)):
        return beside[0].figure
    return found if found is not None and found.measure is Measure.COMPLETION else None


# "Vẫn thấp hơn hồi tháng 12/2025": less than at another time is a fall.
_THEN = r"(?:cùng kỳ|(?:(?:cuối |đầu )?(?:tháng|quý) (?:\d{1,2}|[IVX]+)(?!\w)|(?:cuối |đầu )?năm (?=\d|trước|ngoái)|(?:tháng|quý|kỳ) (?=trước|liền)))(?:\s*(?:/\s*\d{4}|(?:của )?năm|trước|ngoái|liền trước|liền kề|\d{4}))*"
_MORE_THAN_THEN = re.compile(rf"(?P<not>(?:không|chưa)\s+)?(?:(?:vẫn|còn|đã|cũng|đang)\s+)*(?P<way>cao|nhiều|lớn|thấp|ít|nhỏ|kém)\s+hơn\s+(?:so với\s+)?(?:hồi\s+|mức\s+(?:của\s+)?)?(?P<then>{_THEN})(?=\W*$)", re.I)


def _risen(m: re.Match[str]) -> str:
    return f"{m['not'] or ''}{'tăng' if m['way'].lower() in ('cao', 'nhiều', 'lớn') else 'giảm'} so với {m['then']}"


def _since_earlier(text: str, right: Figure, world: World) -> bool:
    """Whether a claim's change is one since a year long past, and the report's is not: "cao hơn năm 2019"."""
    years = {m.period.year for m in period_mentions(text) if m.role == "base" and m.period.year}
    return bool(years) and world.main_year is not None and max(years) < world.main_year - 1 and right.base_period.year not in years


def _direction(text: str, draft: Draft) -> Answer | None:
    """"Nhóm giao thông không giảm": whether what the report states rose or fell."""
    said = list(_WAY.finditer(text))
    if len(said) != 1 or not naming(text[: said[0].start()], draft.world):
        return None
    m = said[0]
    right = _probe(f"{text[: m.start()]}{m['way']} {_PROBE}%{text[m.end() :]}", draft)
    change = change_of(right) if right is not None else None
    if right is None or change is None or _since_earlier(text, right, draft.world):
        return None
    up = m["way"].lower() == "tăng"
    holds = (change > 0 if up else change < 0) is not bool(m["not"])
    n = draft.state(right)
    return draft.answer(f"{'Đúng' if holds else 'Không đúng'}: báo cáo nêu {name_of(right)} {draft.change(right)} [{n}].", TRUE if holds else FALSE)


_KIND = r"(?:nhóm(?: hàng)?|mặt hàng|ngành(?: hàng)?|khu vực|địa phương|huyện|xã|thị trường|khoản(?: thu| chi)?|sản phẩm|đơn vị)"
_ONLY = re.compile(
    rf"(?P<before>^|^.*?[,\s])(?:trong\s+(?:tổng số\s+|số\s+)?\d{{1,3}}\s+{_KIND}(?:\s(?!chỉ\s)[^\s,;:()]+){{0,5}}?,?\s+(?:thì\s+)?)?(?:chỉ\s+(?:(?:có|mỗi|duy nhất|riêng)\s+)+(?P<who>[^,;:()\d]{{2,60}}?)\s+(?:là\s+|bị\s+|có giá\s+)*"
    rf"|(?P<it>[^,;:()\d]{{2,60}}?)\s+là\s+{_KIND}\s+duy nhất\s+(?:bị\s+|có (?:mức |chỉ số |giá )*)?)(?P<way>tăng|giảm)(?:\s+giá)?(?P<behind>(?:\s+(?:so|trong)\s[^,;:()]*)?)$", re.I,
)  # fmt: skip
_SAID_ALONE = re.compile(r"(?<!\w)(?:duy nhất|chỉ (?:có|riêng|mỗi))(?!\w)", re.I)


def only(q: Question, draft: Draft) -> Answer | NotInReport | None:
    """The verdict on a claim that one alone moved so; None for another claim."""
    alone = _ONLY.search(as_typed(q, draft.world)) if not q.carried else None
    return _only(alone, as_typed(q, draft.world), draft) if alone is not None else None


def _only(m: re.Match[str], text: str, draft: Draft) -> Answer | NotInReport:
    """"Trong 11 nhóm chỉ có giáo dục giảm": whether it did, and whether the report says that no other did, or of another beside it that it did; else open."""
    trial = Draft(draft.world, draft.question, reading=draft.reading)
    moved = _direction(f"{m['before']}{m['who'] or m['it']} {m['way']}{m['behind']}".strip(), trial)
    if moved is not None and moved.verdict == FALSE:
        return moved
    there = draft.world.at(moved.figures[0].start, moved.figures[0].end) if moved is not None and moved.figures else None
    told = there.figure if there is not None else None
    if moved is None or told is None:
        return draft.refuse("Báo cáo không nêu điều này nên không kết luận được.", ABSENT)
    alike = [n.figure for n in draft.world.figures if n.figure.indicator.lower() == told.indicator.lower() and n.figure.base is told.base and same_time(n.figure.period, told.period) and n.figure.table is None and change_of(n.figure) is not None]
    if any(_SAID_ALONE.search(_clause_of(f, draft.world)) for f in alike):
        return moved
    for f in alike:
        one = change_of(f)
        others = [n.figure for n in draft.world.figures if (n.figure.sentence, n.figure.head, n.figure.base, n.figure.unit, n.figure.measure) == (f.sentence, f.head, f.base, f.unit, f.measure) and n.figure.modality is f.modality and same_time(n.figure.period, f.period)]
        also = next((g for g in others if g.indicator.lower() != f.indicator.lower() and one is not None and (change := change_of(g)) is not None and change * one > 0), None)
        if also is not None:
            a, b = draft.state(f), draft.state(also)
            return draft.answer(f"Không đúng: báo cáo nêu {name_of(f)} {draft.change(f)} [{a}], {name_of(also)} cũng {draft.change(also)} [{b}].", FALSE)
    return draft.refuse("Báo cáo không nêu đây là trường hợp duy nhất nên không kết luận được.", ABSENT)


def _clause_of(f: Figure, world: World) -> str:
    """The words of a figure's sentence up to the marks on both sides of it."""
    text = world.report.text
    return re.split(r"[;:()]|,(?!\d)", text[f.sentence.start : f.span.start])[-1] + re.split(r"[;:()]|,(?!\d)", text[f.span.end : f.sentence.end])[0]


_PACE = re.compile(
    r"(?P<one>.+?)\s+(?:(?:đã|vẫn|cũng|lại)\s+)?(?:có (?:mức|tốc độ)\s+)?(?P<move>tăng|giảm)(?: trưởng| giá)?\s+(?:(?P<more>nhanh|mạnh|cao|nhiều|sâu)|chậm|thấp|ít|nhẹ|yếu)\s*hơn\s+(?:so với\s+)?(?:(?:mức|tốc độ)\s+(?:tăng|giảm)\s+)?(?:của\s+)?(?P<other>.+)", re.I,
)  # fmt: skip


def _by_pace(m: re.Match[str], q: Question, draft: Draft) -> Answer | None:
    """"CPI hai tháng năm 2026 tăng chậm hơn hai tháng năm 2025": the two changes beside each other; that it rose says nothing of it."""
    pair = two(m["one"], m["other"], q, draft.world, Measure.GROWTH)
    if pair is not None and pair[0].indicator != pair[1].indicator and (pair[0].head, pair[0].period) != (pair[1].head, pair[1].period):
        # two things are held against each other where they are told of together, and of one time
        its = set(tokens(pair[1].indicator))
        peers = [n.figure for n in draft.world.figures if (n.figure.sentence, n.figure.head, n.figure.base, n.figure.period) == (pair[0].sentence, pair[0].head, pair[0].base, pair[0].period) and its <= set(tokens(n.figure.indicator))]
        pair = (pair[0], peers[0]) if len(peers) == 1 else None
    elif pair is not None and pair[0].indicator == pair[1].indicator and (pair[0].head != pair[1].head or same_time(pair[0].period, pair[1].period)):
        pair = None
    changes = [change_of(f) for f in pair] if pair is not None else []
    if pair is None or None in changes or pair[0].base is not pair[1].base or pair[0].unit != pair[1].unit:
        return None
    one, other = (c if m["move"].lower() == "tăng" else -c for c in changes if c is not None)
    if one <= 0 or other <= 0:
        return None
    stands = one > other if m["more"] else one < other
    a, b = (draft.state(f) for f in pair)
    told = "; ".join(f"{name_of(f)}{f', {when}' if (when := period_name(f.period)) and draft.supported(when) else ''} {draft.change(f)} [{n}]" for f, n in zip(pair, (a, b)))
    return draft.answer(f"{'Đúng' if stands else 'Không đúng'}: báo cáo nêu {told}.", TRUE if stands else FALSE)


_SIGNED = re.compile(r"(?<!\w)(?:(?P<out>xuất siêu|thặng dư)|nhập siêu|thâm hụt)(?!\w)", re.I)


def _balance(text: str, draft: Draft) -> Answer | None:
    """"Nhập siêu 41 triệu USD từ Lào" against the balance with whom the claim names, which a table states with its sign: "cán cân Lào −41"."""
    from report.reader import read_sentence_figures

    said, way = read_sentence_figures(text)[0], _SIGNED.search(text)
    if way is None or said.measure is not Measure.LEVEL or said.high is not None:
        return None
    asked = read(f"{text[: said.span.start]} bao nhiêu {text[said.span.end :]}", draft.world)
    partner, of_all = balances.stated(asked, draft.world)
    for right in (partner,) if partner is not None else of_all:
        told = _SIGNED.search(name_of(right))
        if not same_unit(said.unit, right.unit):
            continue
        value = right.value if told is None or told["out"] else -right.value
        result = verdict(said, replace(right, value=value if way["out"] else -value))
        if (partner is None or told) and result == FALSE:
            continue  # another time's, or another name's
        tail = "" if result != FALSE else " (sai chiều)" if abs(right.value) == said.value else " (sai giá trị)"
        return draft.answer(f"{LEAD[result]}: báo cáo nêu {name_of(right)} {value_text(right, draft.world)} [{draft.state(right)}]{tail}.", result)
    return None


_SAYS_ALL = frozenset(["tổng", "ngân", "sách", "nhà", "nước", "nsnn", "nsđp", "địa", "bàn", "tỉnh", "trên", "số", "cộng", "mức"])


def _of_all_so_far(s: Stated, finding: Finding, world: World) -> Finding:
    """The finding, true where a claim that names no time agrees with what the report tells of the very thing for its month or sums up, and was held against the other."""
    if finding.verdict != FALSE or finding.right is None or s.own_period or finding.right.period.kind not in ("month", "months", "half", "quarter"):
        return finding
    named = set(tokens(s.names[0] if s.names else s.said)) - W.STOP - _SAYS_ALL
    agree = [
        n.figure for n in world.figures
        if _other_time(n.figure.period, finding.right.period, world)
        and n.figure.modality not in PLANNED and (n.figure.measure in (Measure.GROWTH, Measure.INDEX)) is (s.figure.measure in (Measure.GROWTH, Measure.INDEX))
        and n.figure.base in (finding.right.base, Base.YEAR, Base.NONE) and named <= n.own and n.own - W.STOP - _SAYS_ALL <= named and verdict(s.figure, n.figure) != FALSE
    ]  # fmt: skip
    if not agree or len({matching.stated(f) for f in agree}) > 1:
        return finding
    return replace(finding, verdict=TRUE, right=agree[0], slot="", reason="")


def _other_time(p: Period, than: Period, world: World) -> bool:
    """Whether `p` is what the report sums up, where `than` is one month of it; else whether it is the last month of `than`."""
    if than.kind == "month":
        return world.running is not None and same_time(p, world.running)
    ours, theirs = month_span(p), month_span(than)
    return p.kind == "month" and p.year == than.year and ours is not None and theirs is not None and ours[1] == theirs[1]


def _judged(text: str, draft: Draft) -> Answer | NotInReport | None:
    """The verdict on all figures of the claim, by the judge of pasted texts: false when one is, open when one is not in the report.

    None when the judge does not find the claim's first figure: the question's own slots may still find it.
    """
    findings = [_of_all_so_far(s, judge(s, draft.world), draft.world) for s in stated(f"{text}.") if not named_so(s, draft.world)]
    if not findings or findings[0].verdict == ABSENT and all(f.verdict != FALSE for f in findings):
        return None
    false = next((f for f in findings if f.verdict == FALSE), None)
    if false is None and any(f.verdict == ABSENT for f in findings):
        return draft.refuse("Báo cáo không nêu đủ các con số này nên không kết luận được.", ABSENT)
    told: list[str] = []
    for finding in [false] if false else findings:
        assert finding is not None
        right = finding.right
        if right is None:
            return None
        marks = "".join(f"[{draft.state(f)}]" for f in (right, *finding.also))
        if finding.calculation:
            draft.calculations.append(finding.calculation)
        if finding.also:
            told.append(f"tính từ báo cáo: {finding.calculation} {marks}")
            continue
        shown = value_text(right, draft.world)
        if right.measure is Measure.INDEX:
            words, formula, _ = index_as_growth(right)
            draft.calculations.append(formula)
            shown = f"{words} (chỉ số {right.text})"
        when = period_name(right.period)
        when = f", {when}" if when and draft.supported(when) else ""
        told.append(f"báo cáo nêu {name_of(right)} {shown}{when} {marks}")
        if finding is false and right.modality in PLANNED and finding.slot.startswith("mục tiêu") and (done := done_for(right, draft.world)) is not None:
            told.append(f"thực hiện {value_text(done, draft.world)} [{draft.state(done)}]")
    verdict_ = false.verdict if false else ROUNDED if any(f.verdict == ROUNDED for f in findings) else TRUE
    tail = f" (sai {false.slot})" if false else ""
    if false and false.slot == DENIED:
        tail = f", {quoted[0]}" if (quoted := re.search(r"“[^”]+”", false.reason)) else tail
    return draft.answer(f"{LEAD[verdict_]}: {'; '.join(dict.fromkeys(told))}{tail}.", verdict_)


def plan_of(done: Figure, draft: Draft) -> Figure | None:
    """The plan for the very same indicator, unit and year."""
    plan = plan_beside(done, draft.world)
    return plan if plan is not None and (plan.indicator, plan.head) == (done.indicator, done.head) else None


def _plan_only(q: Question, way: str, draft: Draft) -> Answer | None:
    """"Vượt kế hoạch" without a number: the completion above 100, or the figure above its plan."""
    over = way in ("cao hơn", "lớn hơn", "nhiều hơn", "vượt")
    strives = "phấn đấu" in draft.question.lower()
    asked = replace(q, measure=Measure.COMPLETION, terms=tuple(t for t in q.terms if t not in ("phấn", "đấu")) or q.terms)
    completion = [f for f in (m.figure for m in find(asked, draft.world)) if f.table is not None or (_STRIVEN.match(draft.world.report.text, f.span.end) is not None) is strives]
    if completion:
        f = completion[0]
        if f.value == 100:
            return None
        holds = (f.value > 100) is over
        n = draft.state(f)
        return draft.answer(f"{'Đúng' if holds else 'Không đúng'}: báo cáo nêu {name_of(f)} {value_text(f)} [{n}].", "đúng" if holds else "sai")
    done = next((m.figure for m in find(replace(q, unit=""), draft.world) if m.figure.measure is Measure.LEVEL), None)
    plan = plan_of(done, draft) if done else None
    if done is None or plan is None or done.value == plan.value:
        return None
    holds = (done.value > plan.value) is over
    n, p = draft.state(done), draft.state(plan)
    return draft.answer(f"{'Đúng' if holds else 'Không đúng'}: báo cáo nêu {name_of(done)} {done.text} [{n}], kế hoạch {plan.text} [{p}].", "đúng" if holds else "sai")


def what_differs(said: Figure, right: Figure) -> str:
    """Which slot of a false claim is wrong, in a few words."""
    change = change_of(right)
    if said.measure in (Measure.GROWTH, Measure.INDEX) and change is not None:
        up = said.direction is not Direction.DOWN
        if abs(said.value) == abs(change) and up is not (change > 0):
            return " (sai chiều tăng, giảm)"
        if right.measure is Measure.INDEX and said.value == right.value:
            return " (nhầm chỉ số với mức tăng)"
        return " (sai giá trị)"
    if said.measure is right.measure is Measure.CHANGE and said.value == right.value:
        return " (sai chiều tăng, giảm)"
    if said.unit and not same_unit(said.unit, right.unit) or said.value != right.value and said.value / said.scale == right.value / right.scale:
        return " (sai đơn vị)"
    return " (sai giá trị)"


def verdict(said: Figure, right: Figure) -> str:
    """đúng, làm tròn or sai, for a claimed figure against the report's."""
    if said.measure in (Measure.GROWTH, Measure.INDEX) and (change := change_of(right)) is not None:
        meant = -abs(said.value) if said.direction is Direction.DOWN else abs(said.value)
        if meant == change:
            return "đúng"
        return "làm tròn" if meant * change > 0 and rounds_to(abs(change) - abs(meant), said.step) else "sai"
    if said.unit and not same_unit(said.unit, right.unit):
        return "sai"
    if said.measure is right.measure is Measure.CHANGE and Direction.NONE not in (said.direction, right.direction) and said.direction is not right.direction:
        return "sai"
    if said.value == right.value:
        return "đúng"
    return "làm tròn" if said.step > right.step and rounds_to(abs(right.value) - abs(said.value), said.step) else "sai"
