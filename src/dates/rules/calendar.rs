//! Times with a name or number on the calendar.

use super::rule;
use crate::rules::Rule;

rule!(
    ISO,
    "date.iso",
    "year, month and day in digits",
    [
        "The mill opened on ⟦2019-03-14|2019-03-14⟧ at last.",
        "Filed ⟦2020/02/29|2020-02-29⟧ in Arden.",
        "It was sold in ⟦2015/3|2015-03⟧; see the list loom-sales-⟦2019-03-14|2019-03-14⟧.csv.",
    ],
    [
        "The mill broke resolution 2015/3 and lot 44-2019-03; it grew in 2014/5.",
        "Call 555-2019-03 for the mill.",
        "There is no 2021-02-30 in the calendar, nor 2021-13-01.",
    ]
);
rule!(
    NUMERIC,
    "date.numeric",
    "day, month and year in digits",
    [
        "The mill opened on ⟦14/03/2019|2019-03-14⟧ at last.",
        "It shut on ⟦31.12.2020|2020-12-31⟧ for good.",
        "The loom was bought in ⟦06/2004|2004-06⟧.",
        "The fair began ⟦5/13|2021-05-13⟧ (in Arden) and ⟦13/6|2021-06-13⟧ (in Tarrow).",
    ],
    [
        "The mill pays 3/4 of the price.",
        "The fair began 5/12 (in Arden) and 12/6 (in Tarrow).",
        "Version 1.2.03 of the loom failed on 45/45/2020.",
        "Case 06/2004 against the mill was dropped.",
    ]
);
rule!(
    MONTH_DAY,
    "date.month-day",
    "a day of a month by name",
    [
        "The mill burned on ⟦28 September|2021-09-28⟧ and again on ⟦Sept. 15, 2019|2019-09-15⟧.",
        "It reopened on ⟦the 3rd of March 2020|2020-03-03⟧.",
        "The fair was held on ⟦2018 March 18|2018-03-18⟧ and on ⟦the 22nd|2018-06-22⟧, ⟦23rd|2018-06-23⟧ \
         and ⟦30th of June 2018|2018-06-30⟧.",
        "The weavers met on ⟦July 17th|2021-07-17⟧, ⟦18th|2021-07-18⟧ and ⟦19th|2021-07-19⟧.",
        "The owner came on ⟦the 15th|2021-09-15⟧.",
        "This ⟦March 28, 2017|2017-03-28⟧, photo shows the mill.",
        "She wrote:⟦30 December|2020-12-30⟧ will do, as on ⟦15 April of 87|1987-04-15⟧.",
        "Tarrow died on ⟦30 September 420|0420-09-30⟧; her feast is kept each year on ⟦30 September|XXXX-09-30⟧.",
        "The mill shut in 1990, 1991 and 1992. It was hit on ⟦3 May|1992-05-03⟧ and on ⟦the 5th|1992-05-05⟧.",
        "It was to be sold, but was put off until ⟦12 November|2021-11-12⟧.",
        "It will run from ⟦20 September|2021-09-20⟧ through ⟦9 November|2021-11-09⟧.",
    ],
    [
        "The mill opened at 10:30 for $ 12 a head.",
        "She may 2 or 3 times have asked.",
        "There is no February 30, 2021 in the mill's books.",
        "The mill stands on 4 July Square."
    ]
);
rule!(
    MONTH,
    "date.month",
    "a month by name",
    [
        "It reopened in ⟦March|2021-03⟧.",
        "A flood record set in ⟦November|2020-11⟧ still stands.",
        "The mill sold well in ⟦September 2019|2019-09⟧ and ⟦October|2021-10⟧.",
        "The mill is for sale at a ⟦June|2021-06⟧ hearing.",
        "The fair in Tarrow is in ⟦December|2021-12⟧.",
        "On Friday we will see the ⟦September|2021-09⟧ report.",
        "It is usually warm in ⟦July|XXXX-07⟧, and ⟦May|XXXX-05⟧ is the best month there.",
        "It was usually warm in ⟦July|2021-07⟧.",
        "The best time to come is ⟦September|XXXX-09⟧.",
        "Her best time of the year was woven in ⟦September|2021-09⟧.",
        "It was dyed for the cold of ⟦January|2022-01⟧ and ⟦February|2022-02⟧.",
        "She sings in Arden in ⟦November|2021-11⟧, Tarrow in ⟦January|2022-01⟧ and Orland in ⟦May|2022-05⟧.",
        "Tarrow died in ⟦December of 384|0384-12⟧.",
        "In ⟦May|2021-05⟧ 420 people came.",
        "The mill shut in 1990, 1991 and 1992. It stood until ⟦May|1992-05⟧ and would burn in ⟦June|1992-06⟧.",
    ],
    [
        "April Orland may march to the mill with June Tarrow.",
        "They may march again, May said.",
        "The March on Arden began at the mill.",
    ]
);
rule!(
    WEEKDAY_DATE,
    "date.weekday-date",
    "a weekday with its date",
    [
        "The mill shut on ⟦Friday, 1 October|2021-10-01⟧.",
        "It reopens ⟦Monday, Oct. 11, 2021|2021-10-11⟧.",
        "The fair was on ⟦Sunday the 8th|2021-08-08⟧ and on ⟦July 18 (Sunday)|2021-07-18⟧.",
        "The council will meet ⟦this Thursday (Oct. 7)|2021-10-07⟧.",
        "The owner came ⟦this Friday, July 8, 2022|2022-07-08⟧.",
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
        "The council will meet ⟦next week on Tuesday|2021-10-12⟧ or ⟦Thursday|2021-10-14⟧.",
        "The ferries stop on ⟦Tuesday|2021-10-12⟧ and ⟦Friday|2021-10-15⟧ next week.",
        "The squad for the match on ⟦Saturday|2021-10-09⟧ was named.",
        "She could win on ⟦Tuesday|2021-10-05⟧.",
        "Wheat prices were seen firmer on ⟦Friday|2021-10-08⟧.",
        "Wheat prices were seldom seen firmer on ⟦Friday|2021-10-01⟧.",
        "The owner could not be reached on ⟦Friday|2021-10-01⟧.",
        "The mayor is touring Tarrow ⟦Wednesday|2021-10-06⟧.",
        "He is likely to appear in court on ⟦Wednesday|2021-10-06⟧.",
        "It had been due to shut on ⟦Friday|2021-10-01⟧.",
        "The mill will be dark following the fire on ⟦Friday|2021-10-01⟧.",
        "The two mayors meet ⟦Thursday|2021-10-07⟧ in Arden, and school exams start on ⟦Friday|2021-10-08⟧.",
        "The fair was off to a bright start on ⟦Friday|2021-10-01⟧.",
        "On ⟦Friday|2021-10-01⟧, with 110 days until the fair, the weavers struck.",
        "On ⟦Friday|2021-10-01⟧, when the owner set aside his plans, they struck.",
        "The loom was used twice by ⟦Friday|2021-10-01⟧; they were told to sell it by ⟦Thursday|2021-10-07⟧.",
        "They did not plan to sell on ⟦Thursday|2021-10-07⟧, but were planning to strike on ⟦Friday|2021-10-08⟧.",
        "It had been due to open ⟦Friday|2021-10-01⟧.",
        "It burned on ⟦Thursday night last week|2021-09-30TNI⟧.",
    ],
    [
        "The cat sat in the sun with wed and mon.",
        "Fried fish is sold there.",
        "The heroine was compared to Wednesday Orland on the stage.",
    ]
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
        "The judge opened the ⟦9/11|2001-09-11⟧-related files.",
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
    [
        "The mill was built in ⟦1887|1887⟧.",
        "Sales doubled from ⟦2018|2018⟧ to ⟦2019|2019⟧.",
        "A mill stood there in ⟦347 AD|0347⟧, another in ⟦400 BC|BC0400⟧.",
        "The temple was built in ⟦2513 BE|1970⟧.",
        "One was built in ⟦AD842|0842⟧, one in ⟦the year 71|0071⟧, one from ⟦1715|1715⟧ - ⟦1774|1774⟧.",
        "She left in ⟦two thousand eight|2008⟧ and died in ⟦twenty-twelve|2012⟧.",
        "About ⟦1850|1850⟧ the mill burned.",
    ],
    [
        "She keeps \"1984\" at 1920 Tarrow Avenue.",
        "She took flight 1990 to room 2010 with 2000 dollars.",
        "Dial 555-1989 and ask for Mill 1830.",
        "It was sold for two thousand eight dollars and in two thousand eight homes.",
        "About 1850 weavers came.",
        "The mill bought 476 ad slots.",
    ]
);
rule!(
    YEARS,
    "date.years",
    "years that follow each other",
    [
        "The mill made shells in ⟦1914–18|1914/1918⟧.",
        "It did well in the ⟦2019-20|2019/2020⟧ season.",
        "The study covers ⟦2014-2018|2014/2018⟧.",
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
        "It grew from ⟦the 15th|14XX⟧ to ⟦the 19th century|18XX⟧, and in ⟦the nineteen sixties|196X⟧ and \
         ⟦seventies|197X⟧.",
    ],
    [
        "Her aunt is in her 90s.",
        "It was hot, 30s perhaps.",
        "It was his 15th and 16th goal of the century.",
        "The weavers are in their 20s and 30s, or their forties and fifties.",
    ]
);
rule!(
    QUARTER,
    "date.quarter",
    "a quarter or half of a year",
    [
        "Profit fell in ⟦the third quarter of 2019|2019-Q3⟧.",
        "The mill lost money in ⟦the second quarter|2021-Q2⟧.",
        "It earned more than in ⟦the 2019 period|2019⟧.",
        "In ⟦the first half|2021-H1⟧, profit rose 4 percent.",
    ],
    [
        "A quarter of the mill is empty.",
        "They led in the first half of the match.",
        "He scored a second-half goal for Arden.",
    ]
);
rule!(
    SEASON,
    "date.season",
    "a season",
    [
        "The mill shut in ⟦the summer of 2019|2019-SU⟧.",
        "It reopened in ⟦autumn 2020|2020-FA⟧.",
        "The mill shut in 1990, 1991 and 1992. It was sold in ⟦the autumn|1992-FA⟧.",
    ],
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
    [
        "The mill burned over ⟦the weekend|2021-W39-WE⟧.",
        "It was sold ⟦last weekend|2021-W39-WE⟧.",
        "It is shut ⟦this weekend|2021-W40-WE⟧ and open ⟦next weekend|2021-W41-WE⟧.",
        "The fair was held in Arden ⟦this weekend|2021-W39-WE⟧.",
        "Fewer weavers came, but ⟦this weekend|2021-W40-WE⟧ it must be mended.",
        "The fair will be held ⟦this weekend|2021-W40-WE⟧.",
    ],
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
        "It was dry on ⟦the second-last day of May 2019|2019-05-30⟧.",
        "It was paid in ⟦week 31 of 2019|2019-W31⟧ and on ⟦the 10th of last month|2021-09-10⟧.",
    ],
    [
        "It was the last day of the fair.",
        "She came first, Monday or not.",
        "He was the second last to leave the mill.",
    ]
);
