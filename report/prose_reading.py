"""What is known while the figures of a sentence are read: `Reading` through the whole sentence, `Step` of one quantity.

The stages (`prose_opening`, then `prose_gap` to `prose_figure`) take both and fill them in the order that `prose.read_sentence` says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from report import patterns
from report.asides import Mirrors, same_count
from report.clauses import Lead, Setting, State
from report.excepting import Narrowing
from report.model import Base, Direction, Figure, Measure, Modality, Period, Span
from report.numbers import Quantity
from report.periods import PeriodMention


@dataclass(slots=True)
class Reading:
    """What lives through one sentence."""

    # what the report gives
    whole_text: str  # the sentence as printed
    offset: int  # where it stands in the report
    setting: Setting  # what it inherits
    section: int | None
    page: int | None

    # what was found before its first quantity
    text: str  # the sentence as long as printed, with what would mislead blanked or put plainly
    qs: list[Quantity] = field(default_factory=list)
    mentions: list[PeriodMention] = field(default_factory=list)  # the times it names
    span: Span = field(init=False)  # the sentence that its figures name as theirs
    narrowings: Sequence[Narrowing] = ()  # what its figures leave out
    bracketed: Period | None = None  # the time that brackets named once for all that stands in them
    bracketed_plan: bool = False  # and whether it is the plan
    in_row: re.Match[str] | None = None  # months or years in a row whose values follow
    months: list[Period] = field(default_factory=list)  # those times, until they are dealt out
    two_years: list[tuple[int, int]] = field(default_factory=list)  # where one value is told for two years, and the other year
    lengths: list[tuple[int, int]] = field(default_factory=list)  # where lengths of time are told as names: "kỳ hạn 10 năm"
    led_row: re.Match[str] | None = None  # "… là ba thị trường xuất khẩu lớn nhất"
    led_up: Direction = Direction.NONE  # the change that a list at the start leads with, until it is over
    most_led: bool = False  # whether that list is of those that changed most
    counted_led: bool = False  # whether it is of so many that changed: each is its own
    contributed: bool = False  # whether it is of those that contributed most
    since_december: bool = False  # whether its prices are held against December
    told_modality: Modality = Modality.ACTUAL  # how the sentence before told its figures
    loose: Setting = field(default_factory=Setting)  # the subject before, where what follows may be of it without saying so

    # what holds as the quantities go by
    state: State = field(default_factory=State)
    stack: list[State] = field(default_factory=list)  # what held outside of each open parenthesis
    out: list[Figure] = field(default_factory=list)
    opening_at: int | None = None  # where the number ends that there was when the year began
    asides: set[int] = field(default_factory=set)  # where figures of another time stand
    mirrors: Mirrors = field(default_factory=Mirrors)
    counts: dict[str, str] = field(default_factory=dict)  # what a bare "vụ" or "ca" counts, by counter

    # what heads figures up to the next ";"
    label: str = ""  # what a colon at the start said the sentence is about
    segment: str = ""  # what the part of the list is about
    segment_unit: str = ""
    foremost_of: str = ""  # the whole that the foremost of its parts were told of
    listed_under: str = ""  # what the colon before a list names: its members after "…, trong đó …;" are of that again
    payers: set[str] = field(default_factory=set)  # those who spent or paid
    around: str = ""  # whose figures they are, said once for all: "Ở khối doanh nghiệp trong nước, …"

    # what comes back after the next ";"
    ahead: tuple[Period, Modality] | None = None  # the time and kind before a look ahead in passing
    contrasted: tuple[Period, Period] | None = None  # the times before a "trong khi"
    before_cause: tuple[Period, Period] | None = None  # the times before a cause was told
    topic_before: str = ""  # and what was spoken of then
    of_last: tuple[str, str, str] | None = None  # what was just counted and measured, and the head and its unit before that
    named_before: tuple[str, str, str, str] | None = None  # subject, its unit, head and its unit before a cause was told

    # what a "lần lượt" still deals out
    listed: list[str] = field(default_factory=list)  # names
    due: list[Period] = field(default_factory=list)  # times
    due_bases: list[Base] = field(default_factory=list)  # what changes are held against
    shared_change: tuple[Measure, Direction] = (Measure.GROWTH, Direction.NONE)  # and how they were told
    shared: tuple[Measure, Direction, Base] | None = None  # of "lần lượt tăng 9,8% và 10,7%"
    due_again: list[Figure] = field(default_factory=list)  # the changes whose values against something else follow
    doers: list[str] = field(default_factory=list)  # those in a row whose deed was dealt out
    dealt_again: set[str] = field(default_factory=set)  # the names of the sentence before that this one deals out anew
    dealt_of: str = ""  # and the whole whose parts they are now
    dealt_points: list[str] = field(default_factory=list)  # whose contributions follow
    as_told: list[str] = field(default_factory=list)  # the names of levels whose changes follow

    # what only the next quantity is told of
    part_told: Figure | None = None  # what was told of the whole just told: "217 tỷ đồng trên 620 tỷ đồng, đạt 35%" is so much of it
    plan_held: Direction | None = None  # how the goal in the parenthesis before was met: "vượt mục tiêu (34.500 tỷ đồng) 5%"
    of_so_many: tuple[str, str] = ("", "")  # what is told of so many of them, and the head before they were counted: "nợ của 5 dự án là …"


@dataclass(slots=True)
class Step:
    """What is known of one quantity."""

    q: Quantity
    index: int

    # what stands around it
    gap: str = ""  # the text from the quantity before
    gap_start: int = 0
    next_start: int = 0  # where the next quantity starts
    before_tail: str = ""  # the tail of the quantity before, up to the first delimiter
    pieces: list[tuple[str, str]] = field(default_factory=list)  # what follows it: (delimiter, text)
    opened: bool = False  # whether it stands in a parenthesis just opened that has no name of its own
    context: str = ""  # then, what stands before the parenthesis
    tail_here: str = ""  # its own tail, up to the first delimiter
    wide: str = ""  # the tail as far as a noun may go
    shared_out: re.Match[str] | None = None  # its tail deals it out to parts: "… cho A và B"
    new_clause: bool = False  # whether a ";" stands before it, in the gap
    aside: re.Match[str] | None = None  # a time in parentheses right behind it
    included: str = ""  # what it is told to be included in

    # its lead, and what the lead comes to
    lead: Lead = field(init=False)
    phrase: str = ""  # the noun phrase; empty where the subject before goes on
    triggers: str = ""  # the words behind it that say what is measured: "đạt", "tăng … so với"
    held_to: re.Match[str] | None = None  # the goal in a parenthesis that is met by so many per cent: "vượt mục tiêu (34.500 tỷ đồng) 5%"
    fell_from: bool = False  # "giảm còn 87% từ mức 102%"
    kind_of_plan: re.Match[str] | None = None  # a phrase that is only a kind of plan
    ones: re.Match[str] | None = None  # the names of the few just counted
    most: re.Match[str] | None = None  # one that has most of something
    owned: re.Match[str] | None = None  # "Dự án cầu Bến Đò có tổng mức đầu tư"
    belongs: str = ""  # what was just counted, whose money it is
    kin_of_money: bool = False  # whether its unit is one of money
    counts_now: bool = False  # whether its unit counts things
    counted_before: bool = False  # whether that of the figure before does
    parts_before: str = ""  # what the list was of, before this step

    # its kind
    modality: Modality = Modality.ACTUAL
    plan: bool = False  # whether it is a plan's figure among what was done
    goal: bool = False  # whether it is a goal named in passing
    whole_told: bool = False  # whether it is the whole that the one before is a part of: "638 tỷ đồng trên 1.129 tỷ đồng (56,6%)"
    beside_goal: bool = False  # whether it is the goal of the rate just told
    kept_modality: tuple[Modality, bool] = (Modality.ACTUAL, False)  # of the state, before it
    measure: Measure = Measure.LEVEL
    direction: Direction = Direction.NONE
    base: Base = Base.NONE
    twice: tuple[Measure, Direction, Base] | None = None  # it tells the change before in another unit

    # its time
    own_mentions: list[PeriodMention] = field(default_factory=list)  # the times that its own clause names
    tail_mentions: list[PeriodMention] = field(default_factory=list)  # and its tail
    own: Period = field(init=False)  # its own time, or none
    tail_own: Period = field(init=False)  # the one its tail names
    last: PeriodMention | None = None  # the last of its own
    period: Period = field(init=False)  # the time it is told for
    base_period: Period = field(init=False)  # the time it is compared with
    later: re.Match[str] | None = None  # a comparison told behind other figures, for all of them
    later_base: Period = field(init=False)  # and its time
    compares_here: bool = False  # whether its own tail compares
    kept_period: Period = field(init=False)  # of the state, before it
    then_level: tuple[Period, re.Match[str] | None] | None = None  # the time it is the level of, where a comparison tells that level

    # its name
    names: str = ""  # the phrase, or the name dealt out to it
    indicator: str = ""
    share_head: str = ""  # the whole it is written with
    of_thing: str = ""  # what a bare sum or number is of
    same_kind: bool = False  # whether that is money, as this is
    chained: str = ""  # the head of the bare sum just told
    by_family: list[str] = field(default_factory=list)  # names of a row that are parted by their first word
    valued: re.Match[str] | None = None  # "A, B và C có kim ngạch lần lượt …": each name is whole
    against_again: list[Base] = field(default_factory=list)  # what a row is held against, as the row before it was
    does: re.Match[str] | None = None  # what those counted do, told behind their number
    worker: re.Match[str] | None = None  # who moves a whole by so many points
    who_works: str = ""
    kin: str = ""  # the kind of its unit
    counted: bool = False  # whether it measures those just counted
    beside: bool = False  # whether it is told in passing, beside what is spoken of
    kept: tuple[str, str, str, str] = ("", "", "", "")  # what was spoken of then: subject, its unit, main, topic

    @property
    def bare_lead(self) -> bool:
        """Whether the lead says nothing: neither a name nor a trigger."""
        return not self.lead.phrase.strip() and not self.lead.triggers.strip()

    @property
    def in_turn(self) -> bool:
        """Whether the quantity is the first of a row that is dealt out in turn."""
        return re.search(r"lần lượt|tương ứng", self.triggers, re.I) is not None


def count_alike(a: str, b: str) -> bool:
    """Whether two counters count the same things, or both count people."""
    return same_count(a, b) or a in patterns.PEOPLE and b in patterns.PEOPLE
