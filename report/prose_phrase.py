"""The noun phrase of a lead: as it stands, or what it points back to, or whom it names the foremost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from report import patterns, units
from report.asides import same_count
from report.counting import OUT_OF
from report.lexicon import MEASURED, PLAN_TAIL, POINTING
from report.model import Figure, Measure
from report.numbers import count_of
from report.phrases import FOREMOST, after_noun, blank_periods, clean, periods_in, said_by, trigger_split
from report.prose_reading import Reading, Step, count_alike
from report.sharing import DOING, they_do


def find_phrase(r: Reading, s: Step) -> None:
    """The noun phrase and the triggers of the lead."""
    _begin_phrase(r, s)
    _follow_pointing(r, s)
    _fit_kind(r, s)
    _drop_bare(r, s)
    _name_foremost(r, s)
    _name_listed(r, s)


def _begin_phrase(r: Reading, s: Step) -> None:
    """The noun phrase as the lead has it; markets, sums and those counted among others name themselves in their own way."""
    text, qs, state = r.text, r.qs, r.state
    q, index, gap, lead = s.q, s.index, s.gap, s.lead
    s.phrase = they_do(lead.phrase, lead.triggers, state.subject, text[: q.start - len(lead.phrase + lead.triggers)], r.setting.subject) or clean(lead.phrase)
    s.triggers = lead.triggers
    if lead.colon:
        s.phrase = patterns.OF_THESE_GOODS.sub("", s.phrase)  # "Máy vi tính và linh kiện: trị giá xuất khẩu nhóm hàng này đạt …"
    if (
        not state.head and (ranks := patterns.IS_MARKET.search(gap)) and (not s.phrase or patterns.OWNER.fullmatch(s.phrase))
        and ranks["who"].startswith(s.phrase) and ";" not in gap[ranks.end() :]
    ):
        s.phrase = ranks["who"]
        state.head, state.head_unit = f"thị trường {(ranks['trade'] or ranks['about']).lower()} khẩu", q.unit  # "Hoa Kỳ là thị trường xuất khẩu lớn nhất với 8 tỷ USD"
    elif (
        not state.head and (trade := patterns.ABOUT_TRADE.fullmatch(lead.adverbial)) and patterns.OWNER.fullmatch(s.phrase)
        and not patterns.A_BODY.match(s.phrase)
    ):
        state.head, state.head_unit = f"thị trường {trade['trade'].lower()} khẩu", q.unit  # "Về nhập khẩu, Trung Quốc đạt 10 tỷ USD"
    if (
        not s.phrase and (summed := patterns.SUMMED_FIRST.match(s.triggers))
        and len((summed_name := clean(trigger_split(s.triggers[summed.end() :])[0])).split()) > 1
    ):
        s.phrase, s.triggers = summed_name, trigger_split(s.triggers[summed.end() :])[1]
    if (
        not index and units.kind(q.unit).startswith(("count:", "money")) and not state.head
        and (among_them := patterns.AMONG_COUNTED.fullmatch(gap))
        and (s.counts_now or re.match(r"\s*là\s", text[q.end :]))
    ):
        state.head, state.head_unit = clean(among_them["of"]), ""
        told_as = re.match(r"\s*là\s+(?:người\s+)?([^\W\d][^,;:.()\d]{2,60}?)(?=\s*(?:[,;:.()]|$|(?:chiếm|bằng|tăng|giảm)\s))", text[q.end :])
        s.phrase, s.triggers = f"{q.unit if units.kind(q.unit).startswith('count:') else ''} {clean(told_as[1])}".strip() if told_as else "", ""  # "Trong số hộ nghèo có 13.487 hộ dân tộc thiểu số"
    if (
        not index and s.kin_of_money and not state.head
        and (within := patterns.WITHIN_WHOLE.fullmatch(gap)) and (purpose := after_noun(s.wide))
    ):
        s.phrase, s.triggers, state.head, state.head_unit = purpose, "là", clean(within["of"]), ""
    if r.of_so_many[0]:
        (s.phrase, state.head), s.triggers, r.of_so_many = r.of_so_many, "là", ("", "")
    elif (
        s.phrase and MEASURED.match(s.phrase) and s.counts_now and q.unit not in patterns.PEOPLE
        and index + 1 < len(qs) and not qs[index + 1].unit.startswith("%")
        and not units.kind(qs[index + 1].unit).startswith("count:")
    ):
        they_are = patterns.THEY_ARE.fullmatch(text, q.end, qs[index + 1].start) if patterns.OF_SO_MANY.search(text[: q.start]) else None
        if they_are is not None:
            r.of_so_many = (f"{s.phrase} của {q.unit}{they_are['who']}", state.head)
            s.phrase, s.triggers, state.head = "", "", s.phrase


_MADE_IT = re.compile(r"^[^,;:()]{2,80}?\s(?:khiến(?: cho)?|làm cho)\s(?=(?:chỉ số|CPI|giá|mức|mặt bằng|tổng|kim ngạch|trị giá|xuất khẩu|nhập khẩu|GRDP|GDP|thu|chi|lạm phát|doanh thu)(?!\w))", re.I)
_SEVERAL = re.compile(r"(?P<several>(?P<n>hai|ba|bốn|năm|[2-5]) (?:mặt hàng|nhóm hàng|nhóm|khu vực|thị trường|địa bàn|khoản|nguồn|ngành hàng))(?: tiền| vốn)? (?:này|đó|trên|ấy)(?!\w)", re.I)


def _all_of_them(pointing: str, out: Sequence[Figure]) -> str:
    """What "ba thị trường này" are: the last three that the sentence named; empty where it names no such row."""
    several = _SEVERAL.match(pointing)
    names = list(dict.fromkeys(f.indicator for f in out if f.measure is Measure.LEVEL))
    count = count_of(several["n"]) if several else 0
    own = (re.sub(r"^(?:xuất|nhập) khẩu (?:từ|sang|vào|của) ", "", name, flags=re.I) for name in names[-count:])
    return f"{several['several']} {', '.join(own)}" if several and len(names) >= count else ""


def _follow_pointing(r: Reading, s: Step) -> None:
    """A phrase that points back, or names only a pack or a sum, is of what was named before."""
    text, qs, setting, state, out = r.text, r.qs, r.setting, r.state, r.out
    q, index, gap, pieces = s.q, s.index, s.gap, s.pieces
    if q.unit == "%":
        s.phrase = _MADE_IT.sub("", s.phrase)  # "thịt lợn khan hàng khiến CPI tháng 6 tăng 0,42%"
    if named := _all_of_them(s.lead.phrase.strip(" ,;"), out):
        s.phrase = named
    elif (
        (pointing := POINTING.match(s.phrase))
        or s.phrase.lower() in ("phần", "mức", "số") and (state.subject or setting.subject) and re.match(r"\s*(?:đã )?(?:tăng|giảm|hụt|vượt)(?!\w)", s.triggers)  # "Phần tăng thêm 19 tỷ USD do khối FDI mang lại"
        or s.phrase.lower() in ("chưa", "không", "lại", "cũng", "vẫn", "xa", "nhưng", "dù", "tuy", "mặc dù", "dẫu", "nếu", "khi", "sau đó", "cùng thời gian", "cộng", "cộng chung")
    ):
        own_noun = re.match(r"\s*trong\s", s.lead.phrase, re.I) and pointing and clean(s.phrase[pointing.end() :])
        s.phrase = own_noun or ""
        if not index and not state.subject:
            state.subject, state.subject_unit = setting.subject, setting.unit
    if (
        index and q.unit != "%" and qs[index - 1].unit == "%" and ";" not in text[: q.start]
        and (by_rate := patterns.NAMED_BY_RATE.fullmatch(text[: q.start])) and by_rate.end("rate") == qs[index - 1].end
    ):
        s.phrase, s.triggers = f"{clean(by_rate['deed'])} {by_rate['rate']} {clean(by_rate['of'])}", ""  # "Tiết kiệm 10% chi thường xuyên để …: 182 tỷ đồng"
        s.lead = replace(s.lead, colon=None)
    if s.shared_out and not s.phrase and re.search(r"(?<!\w)còn lại\s*$", gap, re.I):
        s.phrase = "khoản còn lại"
    if (
        index and s.kin_of_money and state.subject
        and (pack := patterns.PACK.fullmatch(s.phrase) or (patterns.PACK.fullmatch(f"{s.phrase} giá") if re.match(r"\s*(?:đã )?(?:tăng|giảm)(?!\w)", s.triggers) else None))
        and pack["pack"].lower() not in state.subject.lower()
    ):
        s.phrase = f"giá {re.sub(r'^giá (?:bán (?:lẻ )?)?', '', state.subject, flags=re.I)} {pack['pack']}"  # "Gas tăng 8%, bình 12 kg có giá 412.000 đồng"
    elif (
        not index and s.kin_of_money and patterns.PACKED.fullmatch(s.phrase)
        and (priced := patterns.PRICE_FIRST.match(text)) and priced.end() <= q.start
    ):
        s.phrase = f"{clean(priced['what'])} {s.phrase}"
    fares = patterns.FARES.match(s.phrase) if s.phrase else patterns.FARES.match(pieces[-2][1]) if len(pieces) > 1 and pieces[-1][0] == "," else None
    if fares is not None and clean(fares["what"]):
        s.phrase = clean(fares["what"])
    if (then_noun := re.search(r"(?<!\w)thì\s+(?=\S)", s.phrase)) and MEASURED.match(s.phrase[then_noun.end() :]):
        s.phrase = s.phrase[then_noun.end() :]
    if (
        len(s.phrase.split()) > 5 and (beside_noun := re.search(r"\svới\s+(?=\S)", s.phrase))
        and MEASURED.match(s.phrase[beside_noun.end() :])
    ):
        s.phrase = s.phrase[beside_noun.end() :]
    if index and OUT_OF.fullmatch(gap):
        s.phrase = ""
    if (
        re.fullmatch(r"(?:thì )?(?:tổng )?số (?:thu|chi|nộp|vốn|tiền)(?: này| còn lại| thực)?", s.phrase, re.I)
        and (told_before := state.main or setting.subject)
        and re.match(rf"(?:tổng )?(?:{re.split(' ', s.phrase)[-1]}|thu|chi|vốn)(?!\w)", told_before, re.I)
        and units.kind(q.unit) == units.kind(setting.unit)
    ):
        s.phrase = told_before  # "Thu ngân sách đạt 128 tỷ đồng. Không kể tiền sử dụng đất thì số thu là 97 tỷ đồng"
    if (
        not index and re.fullmatch(r"(?:thu|chi|nộp|huy động|giải ngân)", s.phrase, re.I)
        and patterns.ALL_TOGETHER.fullmatch(pieces[-1][1]) and patterns.CUMULATED.search(gap) and not state.head
        and re.match(rf"(?:tổng )?(?:số )?(?:tiền )?{s.phrase}(?!\w)", setting.subject, re.I)
        and s.kin_of_money and units.kind(q.unit) == units.kind(setting.unit)
    ):
        s.phrase = setting.subject  # "Số thu từ … tháng 5 đạt 39 tỷ đồng. Lũy kế 5 tháng, toàn ngành thu 187 tỷ đồng"
    if (
        index and q.unit == state.subject_unit and DOING.fullmatch(s.phrase)
        and re.search(rf"\w {re.escape(s.phrase)}$", state.subject, re.I) and not s.lead.among
    ):
        s.phrase = state.subject  # "khối FDI nhập khẩu 27 tỷ USD trong tháng; 5 tháng nhập khẩu 130 tỷ USD"
    if (
        not index and not state.head
        and re.search(r"(?<!\w)tổng (?:mức|số|cộng)(?: này)?\s*$", blank_periods(s.lead.phrase, periods_in(s.lead.phrase)), re.I)
        and s.phrase in ("tổng", "tổng mức", "tổng số", "tổng cộng") and re.match(r"tổng ", setting.subject, re.I)
    ):
        s.phrase = setting.subject  # "Loại trừ yếu tố giá, tổng mức 9 tháng tăng …": of what was told before
    if (
        index and not s.phrase and out and out[-1].measure is Measure.LEVEL and out[-1].unit == q.unit
        and patterns.IS_LEFT.fullmatch(gap) and (used := patterns.USED_UP.search(out[-1].indicator)) and used.start()
    ):
        s.phrase = f"{out[-1].indicator[: used.start()]} còn lại"
    if s.opened and s.phrase in ("kể", "tính", "gồm", "bao gồm"):
        s.phrase = ""  # "(kể cả 182 tỷ đồng kéo dài)"


def _fit_kind(r: Reading, s: Step) -> None:
    """What kind of thing is measured, and phrases that only such a kind has: more capital, places with counts, plans by kind."""
    setting, state, out = r.setting, r.state, r.out
    index = s.index
    if (
        s.kin_of_money and index and not s.phrase
            and re.fullmatch(r"\s*(?:với\s+)?(?:tổng\s+)?(?:tăng thêm|bổ sung|tăng)\s*(?:là|khoảng|gần|hơn|trên)?\s*", s.triggers, re.I)
            and units.kind(state.subject_unit).startswith("count:") and patterns.MORE_CAPITAL.search(state.subject)
        or s.kin_of_money and index and units.kind(r.qs[index - 1].unit).startswith("count:")
            and patterns.RAISED_CAPITAL.fullmatch(s.gap)
    ):
        s.phrase, s.triggers = "vốn đăng ký tăng thêm", ""  # "5 lượt dự án điều chỉnh vốn, tăng thêm 37,2 triệu USD": that much, not more than a year ago
        s.lead = replace(s.lead, phrase=s.phrase, triggers="")
    s.counted_before = bool(out) and units.kind(out[-1].unit).startswith("count:")
    if (
        s.counts_now and not index and (where := re.match(r"(?:tại|ở)\s+(.{4,60})$", s.phrase))
        and re.match(r"\s*(?:đã |hiện )?có(?!\w)", s.triggers)
    ):
        s.phrase = ""
        r.label = state.head = where[1]
        state.head_unit = ""  # "tại cửa khẩu Nậm Kha có 86.300 lượt hành khách"
    if keeps := patterns.KEEPS_ITS_PLACE.fullmatch(s.phrase):
        s.phrase = keeps["who"]  # "công nghiệp chế biến tiếp tục giữ vai trò dẫn dắt với 29 nghìn tỷ đồng"
    points = patterns.POINTS_AT.match(s.lead.phrase)
    if points is not None and not re.match(rf"{points['noun']} (?!này|đó|ấy|trên|nói trên)", s.phrase, re.I):
        said_before = list(reversed(state.names.items()))
        named_before = (
            next((n for _, n in said_before if points["noun"].lower() in n.lower()), "")
            or next((n for k, n in said_before if k.startswith("count:")), "") or state.subject or setting.subject
        )
        s.phrase = clean(s.lead.phrase[points.end() :])
        if named_before and not state.head:
            state.head, state.head_unit = named_before, ""  # "các doanh nghiệp này nộp ngân sách 3.275 tỷ đồng"
    s.kind_of_plan = patterns.KIND_OF_PLAN.fullmatch(f"{s.lead.phrase}{s.lead.triggers}")
    if s.kind_of_plan and (planned_thing := re.split(r"\s(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)\s", state.main or setting.subject)[0]):
        s.phrase, s.triggers = f"{planned_thing} {s.kind_of_plan[1][:1].lower()}{s.kind_of_plan[1][1:]}", ""


def _drop_bare(r: Reading, s: Step) -> None:
    """Phrases that name nothing by themselves: a plan's, a rate's, "mới"."""
    out = r.out
    q, index, gap = s.q, s.index, s.gap
    s.fell_from = bool(index and re.fullmatch(r"\s*,?\s*(?:(?:giảm|tăng|hạ|lùi|nhích|cải thiện)(?: nhẹ| mạnh)?\s+từ\s+mức|từ)\s+(?:mức\s+|con số\s+)?(?:gần\s+|khoảng\s+|hơn\s+|trên\s+)?", gap))  # "giảm còn 87% từ mức 102%"
    s.fell_from = (
        s.fell_from and (not out or same_count(q.unit, out[-1].unit))
        and not (gap.strip(" ,")[:2].lower() != "từ" and patterns.TO.match(r.text, q.end))
    )
    if s.fell_from:
        s.phrase = ""
    if index and re.fullmatch(r"[^;:()]*/\s*(?:KH|kế hoạch|DT|dự toán)\s*", gap, re.I):
        s.phrase = ""
    if re.fullmatch(r"(?:đạt )?(?:tỷ lệ|mức)", s.phrase) and index:
        of_those = (
            s.phrase.endswith("lệ") and q.unit == "%" and out and out[-1].measure is Measure.LEVEL and s.counted_before
            and not PLAN_TAIL.match(s.tail_here)
        )
        s.phrase = f"tỷ lệ {out[-1].indicator}" if of_those else ""  # "1.842 hộ nghèo, tỷ lệ 5,37%"
    if re.search(r"\S\s+mới\s*$", s.lead.phrase) and s.phrase and not s.phrase.endswith("mới") and not s.triggers.strip():
        s.phrase = f"{s.phrase} mới"
    if q.unit == "%" and s.phrase.endswith(" mới") and not patterns.MADE_NEW.search(s.phrase):
        s.phrase = s.phrase.removesuffix(" mới")  # "vốn do địa phương quản lý mới thực hiện 58,7% kế hoạch": no more than that
    if index and not s.phrase and q.unit == "%" and (rose_most := patterns.ROSE_MOST.fullmatch(s.triggers)):
        s.phrase, s.triggers = clean(rose_most["who"]), f"{rose_most['how']} "  # "9 nhóm tăng giá, tăng mạnh nhất là giáo dục 5,63%"
        s.lead = replace(s.lead, phrase=s.phrase, triggers=s.triggers)


def _name_foremost(r: Reading, s: Step) -> None:
    """Who is foremost, and of which whole: "nhiều nhất là tiếng Anh (137 người)"."""
    setting, state = r.setting, r.state
    q, index = s.q, s.index
    if (s.phrase or FOREMOST.fullmatch(s.lead.phrase.strip(" ,;"))) and (said := said_by(s.phrase, s.triggers, s.lead.phrase)):
        if (
            said != "-" and not index and not state.head
            and re.fullmatch(r"\W*(?:.*\snhất(?: vẫn| cũng)?|dẫn đầu|đứng đầu)\W*", s.lead.phrase, re.I)
            and q.unit == setting.unit
        ):
            state.head, state.head_unit = setting.subject, setting.unit  # "Dẫn đầu là huyện Đông với 14 vụ": of what was said before
        if (
            said != "-" and index and not state.head and q.unit == state.subject_unit
            and re.match(rf"\W*(?:{FOREMOST.pattern})(?!\w)", s.lead.phrase, re.I) and not patterns.FOLLOWS.match(s.lead.phrase)
            and said not in state.subject and not (patterns.A_PLACE.match(said) and patterns.A_PLACE.match(state.subject))
        ):
            r.foremost_of = state.head = state.subject
            state.head_unit = state.subject_unit  # "còn thiếu 1.137 giáo viên, nhiều nhất ở cấp mầm non với 512 giáo viên"
        elif (
            said != "-" and index and not state.head and state.subject[:1].islower()
            and not (patterns.A_PLACE.match(said) and patterns.A_PLACE.match(state.subject))
            and re.search(r"(?<!\w)nhất(?!\w)|chủ yếu|phần lớn|đa số", s.lead.phrase, re.I)
            and count_alike(q.unit, state.subject_unit)
        ):
            state.head, state.head_unit = state.subject, state.subject_unit  # "thiếu 486 giáo viên, nhiều nhất là tiếng Anh (137 người)"
        if said != "-" and (foremost := patterns.FOREMOST_OF.fullmatch(s.lead.phrase)) and len((family := clean(foremost[1])).split()) > 1:
            state.head, state.head_unit = family, ""
        s.phrase = said.strip("-")
        if said != "-" and index and FOREMOST.fullmatch(s.lead.phrase.strip(" ,;")) and re.match(r"\s*là\s", s.triggers):
            moved = re.search(r"(?<!\w)(?:tăng|giảm)(?:\s(?:tới|đến|thêm|mạnh|nhẹ|sâu|khoảng|gần|hơn|trên))*\s*$", s.triggers, re.I)
            s.triggers = moved[0] if moved else ""  # "y tế tăng 8,63%, tiếp đến là giáo dục 7,45%": of the same kind
            s.lead = replace(s.lead, triggers=s.triggers)


def _name_listed(r: Reading, s: Step) -> None:
    """Names in a list of their own: lengths of time, those who lead in something, the ones just counted."""
    text, state, out, lengths = r.text, r.state, r.out, r.lengths
    index, gap, lead = s.index, s.gap, s.lead
    if (length := next((t for t in lengths[1:] if s.gap_start <= t[0] and t[1] <= s.q.start and text[t[0]].isdigit()), None)) is not None:
        s.phrase = f"{re.split(r'[ ](?=[0-9])', text[slice(*lengths[0])])[0].lower()} {text[slice(*length)]}"  # "kỳ hạn 10 năm …, tiếp theo là 5 năm (38 tỷ đồng)"
    if (leads_in := patterns.LEADS_IN.fullmatch(f"{lead.phrase}{lead.triggers}")) and len(clean(leads_in["what"]).split()) > 1:
        s.phrase, s.triggers = clean(leads_in["who"]), ""
        if not leads_in["what"].endswith("tuyệt đối"):  # "về số tuyệt đối": of what was said before
            state.head, state.head_unit = clean(leads_in["what"]), ""
    named_alone = bool(index and out and out[-1].measure is Measure.LEVEL and r.qs[index - 1].value < 10 and s.counted_before and not s.counts_now)
    s.ones = patterns.NAMED_ONES.fullmatch(gap) if named_alone else None
    if s.ones is not None and not s.ones["who"].isupper():
        s.opened = s.opened and not gap.endswith("(")
        s.phrase, s.triggers = clean(s.ones["who"]), re.sub(r".*(?=(?<!\w)(?:tăng|giảm)(?!\w))|.*", "", gap[s.ones.end("who") :], count=1)
    s.most = patterns.MOST_OF.fullmatch(lead.phrase)
    if s.most:
        s.phrase, state.head, state.head_unit = clean(s.most[1]), f"{s.most[2]} {s.most[3]}".lower(), ""
    if s.phrase.startswith("của ") and index and " của " in state.subject:
        s.phrase = f"{state.subject.partition(' của ')[0]} {s.phrase}"
