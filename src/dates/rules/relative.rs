//! Times said from another, lengths, sets and ranges.

use super::rule;
use crate::rules::Rule;

rule!(
    CURRENT,
    "date.current",
    "the period that is spoken of",
    [
        "Sales rose 3 percent during ⟦the year|2021⟧.",
        "It is cold for ⟦the month|2021-10⟧.",
        "The mill shut in 1990, 1991 and 1992. During ⟦the year|1992⟧ it rained.",
    ],
    ["It was the year of the dragon.", "She was the year's best weaver, the quarter-final's too.",]
);
rule!(
    DAY,
    "date.day",
    "a day counted from publication",
    [
        "The mill shut ⟦yesterday|2021-10-03⟧ and reopens ⟦tomorrow|2021-10-05⟧.",
        "It was sold ⟦the day before yesterday|2021-10-02⟧.",
        "It is Friday, 1 October. The mill shuts ⟦today|2021-10-01⟧.",
        "It was Friday, 1 October. The mill shuts ⟦today|2021-10-04⟧.",
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
        "He did this and ⟦last week|2021-W39⟧ he left.",
        "It was shut ⟦the weekend before last|2021-W38-WE⟧.",
        "The mayor will go ⟦this week|2021-W40⟧ or ⟦next|2021-W41⟧, her mill ⟦this|2021⟧ or ⟦next year|2022⟧.",
        "Sales fell in ⟦the week|2021-W33⟧ ended August 22.",
        "The mill shut in 1990, 1991 and 1992. ⟦That summer|1992-SU⟧ it burned, and ⟦that October|1992-10⟧ it fell.",
    ],
    [
        "She came this or that way, and went the next or the last.",
        "This last man is next to the mill.",
        "The last day of the mill was the next thing on her mind.",
        "The mill shut following week upon week of rain.",
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
        "The ferry leaves at ⟦15h30|2021-10-04T15:30⟧, the other from ⟦9h30 – 11h|2021-10-04T09:30/2021-10-04T11:00⟧.",
        "The bells ring at ⟦mid-day|2021-10-04T12:00⟧.",
        "The mill is open from ⟦7 to 9 a.m.|2021-10-04T07:00/2021-10-04T09:00⟧ and at \
         ⟦seven thirty p.m.|2021-10-04T19:30⟧.",
        "The mill burned at ⟦1:00 in the afternoon|2021-10-04T13:00⟧.",
        "It burned at ⟦6.30 a.m.|2021-09-28T06:30⟧ (⟦2030 GMT|2021-09-28T20:30⟧) on Tuesday.",
        "She speaks at ⟦four o'clock this afternoon|2021-10-04T16:00⟧.",
        "It caught fire at ⟦10 p.m. on Thursday|2021-09-30T22:00⟧; by ⟦3 a.m.|2021-10-01T03:00⟧ it was gone.",
    ],
    [
        "Arden won 10:3 at the mill.",
        "She ran it in 2h30 and sleeps in the H10 by the mill.",
        "I am 5 and get to eat there.",
        "They gave a quarter to three people.",
        "The stone quotes Mark 12:30 above the mill.",
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
        "It was robbed ⟦two Sundays ago|2021-09-26⟧ and ⟦one month and three days ago|2021-09-01⟧.",
        "It burned ⟦two years, three months and five days ago|2019-06-29⟧.",
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
        "It was shut ⟦the week after Easter 2021|2021-W14⟧ and burned ⟦a week after Easter 2020|2020-04-19⟧.",
        "It reopened ⟦three years after 11 March 2011|2014-03-11⟧.",
        "It must be sold within ⟦two weeks from today|2021-10-18⟧.",
        "It earned $5 million in the third quarter, up from $3 million in ⟦the year-earlier quarter|2020-Q3⟧.",
        "She left ⟦the day after|XXXX-XX-XX⟧ her son died.",
        "⟦Years later|XXXX⟧ it reopened.",
        "It shut on 1 March 2019. ⟦The night before|2019-02-28TNI⟧, it rained.",
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
        "It stood for ⟦two years and six months|P2Y6M⟧ and burned for ⟦a quarter of an hour|PT15M⟧.",
        "It took ⟦2 days, 1 hour and 5 minutes|P2DT1H5M⟧.",
        "It is open ⟦7 days|P7D⟧ a week, ⟦365 days|P365D⟧ a year.",
        "It was sold in the ⟦weeks|PXW⟧ before the fire, after ⟦months|PXM⟧ of talks.",
        "The ⟦decades-old|PXDE⟧ mill earned $5 million in ⟦the year|P1Y⟧ ended June 30.",
        "Repairs take ⟦two or three days|PXD⟧, a ⟦month-long|P1M⟧ strike and ⟦2-1/2 years|P2Y6M⟧ of care.",
        "It stood for ⟦a quarter-century|P25Y⟧.",
    ],
    [
        "Three-quarters of the piles held.",
        "The 45-year-old weaver won second place.",
        "She is 45 years old.",
        "It pays $20-an-hour wages.",
        "Children under 13 years of age may not enter the mill.",
        "The days of the mill are gone.",
    ]
);
rule!(
    BOUNDED,
    "date.bounded",
    "a length of time up to or from publication",
    [
        "Over ⟦the last month|P1M⟧ the mill lost money.",
        "It grew in ⟦recent weeks|PXW⟧ and will in ⟦the next three years|P3Y⟧.",
        "It will shrink in ⟦the 5 coming years|P5Y⟧.",
        "It will rain in ⟦the next hour|PT1H⟧ and over ⟦the next fortnight|P2W⟧.",
        "Within ⟦the last two years|P2Y⟧ and three weeks ago again it burned.",
        "It has grown over ⟦the years|PXY⟧ and in ⟦recent weeks and months|PXW⟧.",
    ],
    [
        "A last-minute goal came in the last hour.",
        "The last weaver has left.",
        "The next man is old.",
    ]
);
rule!(
    EDGE,
    "date.edge",
    "the beginning, middle or end of a time",
    [
        "The mill has stood empty since ⟦early 2021|2021⟧.",
        "It shuts at ⟦the end of the year|2021⟧, as said ⟦earlier this year|2021⟧.",
        "The ⟦post-1945|1945⟧ mill reopens ⟦no earlier than 2023|2023⟧.",
        "It rests for ⟦the rest of the week|2021-W40⟧; sales fell in ⟦the year to date|2021⟧.",
        "It rained in ⟦the last days of February|2021-02⟧ and ⟦early on Friday|2021-10-01⟧.",
        "It was shut on 1 March 2019 and opened ⟦later in the day|2019-03-01⟧.",
        "⟦Earlier in the year|2021⟧ she wove.",
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
        "It has no owner for ⟦the present|PRESENT_REF⟧, but had one 2013 – ⟦present|PRESENT_REF⟧.",
        "The ⟦current|PRESENT_REF⟧ owner cited a recent study.",
        "In ⟦the short term|FUTURE_REF⟧ it stays; it will ⟦one day|FUTURE_REF⟧ be a museum.",
        "I saw it ⟦the other day|PAST_REF⟧.",
        "It will be sold ⟦one day|FUTURE_REF⟧ ⟦soon|FUTURE_REF⟧ – or not at all.",
    ],
    [
        "She wrote as soon as possible.",
        "Her know-how is great.",
        "The pensions firm NOW: Arden owns the mill.",
        "A study is of current affairs.",
        "The short-term loan is gone.",
        "It will be sold one day – or not at all.",
        "It will be sold one day before the fair.",
    ]
);
rule!(
    SET,
    "date.set",
    "something that recurs",
    [
        "The mill opens ⟦every Monday|XXXX-WXX-1⟧ and is cleaned ⟦twice a week|P1W⟧.",
        "It is inspected ⟦annually|P1Y⟧ and swept ⟦every weekday|P1D⟧.",
    ],
    ["Every man at the mill works.", "She reads the Daily Loom.", "She reads the Loom Weekly.",]
);
rule!(
    RANGE,
    "date.range",
    "from one time to another",
    [
        "The fair is on ⟦July 3–5|2021-07-03/2021-07-05⟧.",
        "It ran in ⟦March-April 2019|2019-03/2019-04⟧.",
        "It rained between ⟦3 and 5 july|2021-07-03/2021-07-05⟧ and from ⟦the 13th to the 15th of May|2021-05-13/2021-05-15⟧.",
        "It was shut ⟦Aug. 8 – Aug. 12, 2019|2019-08-08/2019-08-12⟧.",
        "Open ⟦September–August|2021-09/2022-08⟧.",
        "Open ⟦Sept. 8 – Sept. 2|2021-09-08/2022-09-02⟧.",
    ],
    ["Arden won 3–5.", "Pages 3–5 tell of the mill.",]
);
