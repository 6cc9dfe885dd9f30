//! What marks a time as one, with examples. The grammar names these rows.

use crate::rules::Rule;

/// The rules of this layer.
pub const RULES: &[&Rule] = &[
    &ISO,
    &NUMERIC,
    &MONTH_DAY,
    &MONTH,
    &WEEKDAY_DATE,
    &WEEKDAY,
    &HOLIDAY,
    &YEAR,
    &YEARS,
    &DECADE,
    &QUARTER,
    &SEASON,
    &FISCAL,
    &WEEKEND,
    &NTH,
    &CURRENT,
    &DAY,
    &RELATIVE,
    &PART,
    &CLOCK,
    &AGO,
    &COUNTED,
    &DURATION,
    &BOUNDED,
    &EDGE,
    &REFERENCE,
    &SET,
    &RANGE,
];

macro_rules! rule {
    ($name:ident, $id:literal, $note:literal, [$($hit:literal),+ $(,)?], [$($miss:literal),+ $(,)?]) => {
        pub(super) static $name: Rule =
            Rule { id: $id, note: $note, hits: &[$($hit),+], misses: &[$($miss),+] }.lean();
    };
}

rule!(
    ISO,
    "date.iso",
    "year, month and day in digits",
    [
        "The mill opened on ⟦2019-03-14|2019-03-14⟧ at last.",
        "Filed ⟦2020/02/29|2020-02-29⟧ in Arden.",
    ],
    ["Call 555-2019-03 for the mill.", "There is no 2021-02-30 in the calendar, nor 2021-13-01.",]
);
rule!(
    NUMERIC,
    "date.numeric",
    "day, month and year in digits",
    [
        "The mill opened on ⟦14/03/2019|2019-03-14⟧ at last.",
        "It shut on ⟦31.12.2020|2020-12-31⟧ for good.",
    ],
    ["The mill pays 3/4 of the price.", "Version 1.2.03 of the loom failed on 45/45/2020.",]
);
rule!(
    MONTH_DAY,
    "date.month-day",
    "a day of a month by name",
    [
        "The mill burned on ⟦28 September|2021-09-28⟧ and again on ⟦Sept. 15, 2019|2019-09-15⟧.",
        "It reopened on ⟦the 3rd of March 2020|2020-03-03⟧.",
    ],
    ["She may 2 or 3 times have asked.", "There is no February 30, 2021 in the mill's books.",]
);
rule!(
    MONTH,
    "date.month",
    "a month by name",
    [
        "It reopened in ⟦March|2021-03⟧.",
        "A flood record set in ⟦November|2020-11⟧ still stands.",
        "The mill sold well in ⟦September 2019|2019-09⟧ and ⟦October|2021-10⟧.",
    ],
    ["April Orland may march to the mill with June Tarrow.", "They may march again, May said.",]
);
rule!(
    WEEKDAY_DATE,
    "date.weekday-date",
    "a weekday with its date",
    [
        "The mill shut on ⟦Friday, 1 October|2021-10-01⟧.",
        "It reopens ⟦Monday, Oct. 11, 2021|2021-10-11⟧.",
        "The fair was on ⟦Sunday the 8th|2021-08-08⟧.",
    ],
    ["The mill shut on Friday for 1 hour.", "Monday saw Oct open the mill.",]
);
rule!(
    WEEKDAY,
    "date.weekday",
    "a weekday: the last one, or the next if the sentence looks ahead",
    [
        "The owner said ⟦Friday|2021-10-01⟧ that the mill was sold.",
        "The council will meet ⟦Thursday|2021-10-07⟧ in Arden.",
        "It was sold ⟦last Wednesday|2021-09-29⟧.",
    ],
    ["The cat sat in the sun with wed and mon.", "Fried fish is sold there.",]
);
rule!(
    HOLIDAY,
    "date.holiday",
    "a day that has a name",
    [
        "The mill shut on ⟦Christmas Eve|2020-12-24⟧.",
        "It was robbed on ⟦Good Friday 2019|2019-04-19⟧.",
        "The mill shut for ⟦Eid al-Adha|2021-07-20⟧ and ⟦Presidents’ Day|2021-02-15⟧.",
        "He fasted in ⟦Ramadan 2019|2019-05-06/2019-06-03⟧, and lights burned at ⟦Diwali 2018|2018-11-07⟧.",
        "India’s ⟦Independence Day|2021-08-15⟧ was loud, and so was ⟦Mother’s Day|2021-03-14⟧ in Britain.",
    ],
    [
        "The labour of a day at the mill is long.",
        "The good friars left early.",
        "The Good Friday Agreement and the Easter Rising are in the book on Christmas Island.",
        "The mill won a victory day by day; a flag day came in spring.",
    ]
);
rule!(
    YEAR,
    "date.year",
    "a year",
    ["The mill was built in ⟦1887|1887⟧.", "Sales doubled from ⟦2018|2018⟧ to ⟦2019|2019⟧.",],
    [
        "She took flight 1990 to room 2010 with 2000 dollars.",
        "Dial 555-1989 and ask for Mill 1830.",
    ]
);
rule!(
    YEARS,
    "date.years",
    "years that follow each other",
    [
        "The mill made shells in ⟦1914–18|1914/1918⟧.",
        "It did well in the ⟦2019-20|2019/2020⟧ season.",
    ],
    ["Dial 555-2019-20 for the mill.", "Arden won 19-20.",]
);
rule!(
    DECADE,
    "date.decade",
    "a decade or century",
    [
        "The mill grew in ⟦the 1970s|197X⟧ and ⟦the ’90s|199X⟧.",
        "It stood there since ⟦the 19th century|18XX⟧.",
    ],
    ["Her aunt is in her 90s.", "It was hot, 30s perhaps.",]
);
rule!(
    QUARTER,
    "date.quarter",
    "a quarter or half of a year",
    [
        "Profit fell in ⟦the third quarter of 2019|2019-Q3⟧.",
        "The mill lost money in ⟦the second quarter|2021-Q2⟧.",
    ],
    ["A quarter of the mill is empty.", "They led in the first half of the match.",]
);
rule!(
    SEASON,
    "date.season",
    "a season",
    ["The mill shut in ⟦the summer of 2019|2019-SU⟧.", "It reopened in ⟦autumn 2020|2020-FA⟧.",],
    [
        "There was a spring in her step after the fall of the council.",
        "A winter coat hung in the mill.",
    ]
);
rule!(
    FISCAL,
    "date.fiscal",
    "a fiscal year",
    ["The mill earned more in ⟦fiscal 2019|2019⟧.", "It lost money in ⟦fiscal year 2020|2020⟧.",],
    ["Its fiscal policy is strict.", "A financial adviser left the mill.",]
);
rule!(
    WEEKEND,
    "date.weekend",
    "a weekend",
    ["The mill burned over ⟦the weekend|2021-W39-WE⟧.", "It was sold ⟦last weekend|2021-W39-WE⟧.",],
    ["Weekend work is paid double.", "A weekend house stands there.",]
);
rule!(
    NTH,
    "date.nth",
    "one of several in a longer time",
    [
        "The fair opens on ⟦the first Monday of May 2022|2022-05-02⟧.",
        "It was paid on ⟦the last day of 2020|2020-12-31⟧.",
        "The mill closes in ⟦the second week of November|2021-W45⟧.",
    ],
    ["It was the last day of the fair.", "She came first, Monday or not.",]
);
rule!(
    CURRENT,
    "date.current",
    "the period that is spoken of",
    ["Sales rose 3 percent during ⟦the year|2021⟧.", "It is cold for ⟦the month|2021-10⟧.",],
    ["It was the year of the dragon.", "She was the year's best weaver, the quarter-final's too.",]
);
rule!(
    DAY,
    "date.day",
    "a day counted from publication",
    [
        "The mill shut ⟦yesterday|2021-10-03⟧ and reopens ⟦tomorrow|2021-10-05⟧.",
        "It was sold ⟦the day before yesterday|2021-10-02⟧.",
    ],
    ["The daylight faded over the mill.", "Yesteryear is gone.",]
);
rule!(
    RELATIVE,
    "date.relative",
    "a period counted from publication",
    [
        "⟦Last week|2021-W39⟧ the mill shut; ⟦next year|2022⟧ it reopens.",
        "It was built ⟦last March|2021-03⟧.",
    ],
    [
        "This last man is next to the mill.",
        "The last day of the mill was the next thing on her mind.",
    ]
);
rule!(
    PART,
    "date.part",
    "a part of a day",
    [
        "The mill burned ⟦last night|2021-10-03TNI⟧.",
        "Fires were out ⟦this morning|2021-10-04TMO⟧.",
        "The play begins ⟦tonight at 8|2021-10-04T20:00⟧.",
    ],
    ["Good morning, she said at the mill.", "The night shift works hard.",]
);
rule!(
    CLOCK,
    "date.clock",
    "a time of day",
    [
        "The mill opens at ⟦10:35 a.m.|2021-10-04T10:35⟧ and shuts at ⟦noon|2021-10-04T12:00⟧.",
        "It burned at ⟦5 p.m. Friday|2021-10-01T17:00⟧.",
        "It burned on Friday.\n\n⟦1.58pm|2021-10-04T13:58⟧ The mayor speaks.",
        "It broke down at ⟦half past two|2021-10-04T02:30⟧.",
    ],
    [
        "Arden won 10:3 at the mill.",
        "I am 5 and get to eat there.",
        "They gave a quarter to three people.",
    ]
);
rule!(
    AGO,
    "date.ago",
    "counted back or on from publication",
    [
        "The mill shut ⟦three weeks ago|2021-W37⟧.",
        "“It shut ⟦a month and a half” ago|2021-08⟧, she said.",
        "It was built ⟦a year ago|2020⟧.",
    ],
    ["He gave 2 days, agog with joy.", "Three weeks were enough.",]
);
rule!(
    COUNTED,
    "date.counted",
    "counted from another time",
    [
        "It was sold ⟦two days after Christmas 2020|2020-12-27⟧.",
        "The mill shut on 1 March 2019. ⟦Two days later|2019-03-03⟧ it burned.",
    ],
    ["She left after two men, earlier than the rest.", "Sooner or later two mills shut.",]
);
rule!(
    DURATION,
    "date.duration",
    "a length of time",
    [
        "The ⟦three-year|P3Y⟧ plan took ⟦six months|P6M⟧.",
        "She ran it for ⟦more than a decade|P10Y⟧.",
    ],
    [
        "Three-quarters of the piles held.",
        "The 45-year-old weaver won second place.",
        "She is 45 years old.",
    ]
);
rule!(
    BOUNDED,
    "date.bounded",
    "a length of time up to or from publication",
    [
        "Over ⟦the last month|P1M⟧ the mill lost money.",
        "It grew in ⟦recent weeks|PXW⟧ and will in ⟦the next three years|P3Y⟧.",
    ],
    ["The last weaver has left.", "The next man is old.",]
);
rule!(
    EDGE,
    "date.edge",
    "the beginning, middle or end of a time",
    [
        "The mill has stood empty since ⟦early 2021|2021⟧.",
        "It shuts at ⟦the end of the year|2021⟧, as said ⟦earlier this year|2021⟧.",
    ],
    ["Early birds work late at the mill.", "The end of the mill is near.",]
);
rule!(
    REFERENCE,
    "date.reference",
    "now, once or some day",
    [
        "The mill is ⟦now|PRESENT_REF⟧ empty and was ⟦recently|PAST_REF⟧ sold.",
        "It will ⟦soon|FUTURE_REF⟧ be a museum.",
    ],
    ["She wrote as soon as possible.", "Her know-how is great.",]
);
rule!(
    SET,
    "date.set",
    "something that recurs",
    [
        "The mill opens ⟦every Monday|XXXX-WXX-1⟧ and is cleaned ⟦twice a week|P1W⟧.",
        "It is inspected ⟦annually|P1Y⟧.",
    ],
    ["Every man at the mill works.", "She reads the Daily Loom.",]
);
rule!(
    RANGE,
    "date.range",
    "from one time to another",
    [
        "The fair is on ⟦July 3–5|2021-07-03/2021-07-05⟧.",
        "It ran in ⟦March-April 2019|2019-03/2019-04⟧.",
        "It rained between ⟦3 and 5 july|2021-07-03/2021-07-05⟧.",
    ],
    ["Arden won 3–5.", "Pages 3–5 tell of the mill.",]
);
