//! Dates as a whole: what no single rule shows.

mod common;

use newsmark::{
    Options, annotate,
    report::{Found, TimexMod},
};
use proptest::prelude::*;

fn values(text: &str, options: &Options) -> Vec<String> {
    let report = annotate(text, options).expect("short");
    report.dates.into_iter().map(|d| d.timex.value).collect()
}

fn published(day: &str) -> Options {
    Options { published: Some(day.into()), ..Options::default() }
}

#[test]
fn without_a_publication_date_values_stay_open() {
    let text = "The mill burned on Friday, on 12 September and last week, and shut in March.";
    let open = ["XXXX-WXX-5", "XXXX-09-12", "XXXX-WXX", "XXXX-03"];
    assert_eq!(values(text, &Options::default()), open);
}

#[test]
fn a_part_of_a_longer_time_has_the_days_of_that_part() {
    let rows = [
        ("The mill grew in the early 1970s.", "1970-01-01", "1974-12-31"),
        ("The mill grew in the late 1970s.", "1975-01-01", "1979-12-31"),
        ("The mill grew in the early 1600s.", "1600-01-01", "1624-12-31"),
        ("The mill grew in the late 19th century.", "1875-01-01", "1899-12-31"),
        ("The mill grew in early 2019.", "2019-01-01", "2019-04-30"),
        ("The weavers have not slept this week.", "2021-10-04", "2021-10-06"),
        ("The weavers will not sleep this week.", "2021-10-04", "2021-10-10"),
        ("The weavers have to sleep this week.", "2021-10-04", "2021-10-10"),
        ("Arden has said that it can weave this year.", "2021-01-01", "2021-12-31"),
    ];
    for (text, first, last) in rows {
        let report = annotate(text, &published("2021-10-06")).expect("short");
        let date = &report.dates[0];
        let days = (date.earliest.as_deref(), date.latest.as_deref());
        assert_eq!(days, (Some(first), Some(last)), "{text}");
    }
}

#[test]
fn the_articles_own_date_is_found_where_articles_have_it() {
    let rows = [
        ("date 2021-10-04 Mill ‘Ready’ to Reopen\nThe mill shut yesterday.", "2021-10-04"),
        ("Mill shuts\nBy Odile Marsh\nPublished 4 October 2021\nThe mill shut.", "2021-10-04"),
        ("Mill shuts\nSept. 15, 2023, 10:14 AM ET\nThe mill shut on Friday.", "2023-09-15"),
        ("ARDEN, March 3, 2021 (Wire) — The mill shut on Monday.", "2021-03-03"),
    ];
    for (text, day) in rows {
        let report = annotate(text, &Options::default()).expect("short");
        let published = &report.document.published;
        assert_eq!(
            (published.from, published.value.as_deref()),
            (Found::Found, Some(day)),
            "{text}"
        );
        assert!(report.dates.iter().any(|d| Some(d.span) == published.span), "{text}");
    }
}

#[test]
fn a_date_in_running_text_is_not_the_articles_own() {
    let text =
        "The mill on the river was sold to the council on 4 October 2021, and nobody wept for it.";
    let report = annotate(text, &Options::default()).expect("short");
    assert_eq!(report.document.published.from, Found::None);
}

#[test]
fn the_day_of_an_undated_article_is_solved_from_what_it_names() {
    let text = "The council said Friday that the mill will reopen.\n\nIts owner has been in Arden since \
                September 12, after he met the mayor on Wednesday. He lost money in 2022 alone.";
    let report = annotate(text, &Options::default()).expect("short");
    let days: Vec<_> = report.document.published.candidates.iter().map(|c| &*c.value).collect();
    assert_eq!(days, ["2023-09-15", "2022-09-16"]);
    assert_eq!(report.document.published.from, Found::None);
    assert!(report.document.published.candidates.iter().all(|c| c.why.evidence.len() == 3));
}

#[test]
fn day_and_month_in_digits_are_ordered_by_option_by_the_article_or_shown_both_ways() {
    let both = annotate("It shut on 03/04/2021.", &Options::default()).expect("short");
    assert_eq!(both.dates[0].timex.value, "2021-03-04");
    assert_eq!(both.dates[0].alternatives[0].value, "2021-04-03");
    let decided = values("It shut on 25/12/2020 and 03/04/2021.", &Options::default());
    assert_eq!(decided, ["2020-12-25", "2021-04-03"]);
    let order = Some(newsmark::options::DateOrder::Dmy);
    let given = Options { date_order: order, ..Options::default() };
    assert_eq!(values("It shut on 03/04/2021.", &given), ["2021-04-03"]);
}

#[test]
fn the_language_of_an_article_suggests_an_order_and_leaves_the_other() {
    let rows = [
        ("The colour of the mill changed on 03/04/2021.", "2021-04-03", "2021-03-04"),
        ("The color of the mill changed on 03/04/2021.", "2021-03-04", "2021-04-03"),
        ("It was built on 4 May 1990 and changed on 03/04/2021.", "2021-04-03", "2021-03-04"),
    ];
    for (text, value, other) in rows {
        let report = annotate(text, &Options::default()).expect("short");
        let date = report.dates.last().expect("a date");
        assert_eq!((&*date.timex.value, &*date.alternatives[0].value), (value, other), "{text}");
    }
}

#[test]
fn what_a_name_or_direction_leaves_open_is_shown() {
    let others = |text: &str| {
        let report = annotate(text, &published("2021-10-04")).expect("short");
        report.dates[0].alternatives.iter().map(|a| a.value.clone()).collect::<Vec<_>>()
    };
    assert_eq!(others("The mill shuts at 5 p.m. Friday."), ["2021-10-08T17:00"]);
    assert_eq!(others("The fair is next Friday."), ["2021-10-08"]);
    assert_eq!(others("The fair is this coming Friday."), ["2021-10-15"]);
    assert_eq!(others("The fair is next weekend."), ["2021-W40-WE"]);
    assert!(others("It was open on Friday, July 19.").contains(&"2019-07-19".to_owned()));
    assert_eq!(others("It will be open on Friday, July 16."), ["2021-07-16"]);
    assert!(others("Nobody worked on Labor Day.").contains(&"2021-05-01".to_owned()));
    assert!(others("It burned on 3 May 2020.").is_empty());
}

#[test]
fn words_before_a_length_say_more_or_less() {
    use TimexMod::{Approx, EqualOrLess, EqualOrMore, LessThan, MoreThan};
    for (words, wanted) in [
        ("about three weeks", Some(Approx)),
        ("more than three weeks", Some(MoreThan)),
        ("longer than three weeks", Some(MoreThan)),
        ("less than three weeks", Some(LessThan)),
        ("no less than three weeks", Some(EqualOrMore)),
        ("not fewer than three weeks", Some(EqualOrMore)),
        ("no more than three weeks", Some(EqualOrLess)),
        ("not longer than three weeks", Some(EqualOrLess)),
        ("at least three weeks", Some(EqualOrMore)),
        ("at most three weeks", Some(EqualOrLess)),
        ("up to three weeks", Some(EqualOrLess)),
        ("over three weeks", Some(MoreThan)),
        ("nearly three weeks", Some(LessThan)),
        ("three weeks", None),
    ] {
        let text = format!("The repair took {words}.");
        let report = annotate(&text, &published("2021-10-04")).expect("short");
        assert_eq!(report.dates[0].timex.modifier, wanted, "{text}");
    }
}

#[test]
fn a_length_covers_the_days_that_the_words_around_it_give() {
    let days = |text: &str| {
        let report = annotate(text, &published("2021-10-04")).expect("short");
        let date = report.dates.into_iter().next().expect("a date");
        (date.earliest.unwrap_or_default(), date.latest.unwrap_or_default())
    };
    let rows = [
        ("He is away for two weeks starting 20 May.", "2021-05-20", "2021-06-02"),
        ("He is away for a week beginning tomorrow.", "2021-10-05", "2021-10-11"),
        ("He is away for six weeks beginning in May.", "", ""),
        ("The first nine months of 2020 were dry.", "2020-01-01", "2020-09-30"),
        ("The last ten days of May 2020 were dry.", "2020-05-22", "2020-05-31"),
        ("It must be sold within two weeks from Wednesday.", "2021-10-06", "2021-10-19"),
        ("It must be sold within two weeks of 1 May 2020.", "2020-05-01", "2020-05-14"),
        ("It must be sold within two weeks of the vote.", "", ""),
        ("It must be sold within a day and five hours.", "2021-10-04", "2021-10-05"),
        ("It must be sold within five working days.", "2021-10-04", "2021-10-10"),
        ("It will be sold in six working days.", "2021-10-12", "2021-10-12"),
        ("It will be sold in 99999999 working days.", "", ""),
        ("It was sold in the last three working days.", "2021-09-29", "2021-10-03"),
        ("It must be sold within two days.", "2021-10-04", "2021-10-05"),
        ("It will be sold in a few minutes.", "2021-10-04", "2021-10-04"),
        ("It will be sold by the end of the year.", "2021-10-04", "2021-12-31"),
        ("It will be sold at the end of the year.", "2021-09-01", "2021-12-31"),
        ("It was dry at the beginning of February.", "2021-02-01", "2021-02-10"),
        ("He is away for two weeks, and May is dry.", "", ""),
    ];
    for (text, first, last) in rows {
        assert_eq!(days(text), (first.to_owned(), last.to_owned()), "{text}");
    }
}

#[test]
fn a_list_of_days_goes_on_from_the_day_it_names_first() {
    let text = "The choir sings in Arden on June 9, 2022.\n\nJune 9 Arden, Corn Hall\nJune 20 Tarrow, \
                Old Mill\nJuly 3 Marsh End, Chapel\n";
    let wanted = ["2022-06-09", "2022-06-09", "2022-06-20", "2022-07-03"];
    assert_eq!(values(text, &published("2021-10-04")), wanted);
}

#[test]
fn an_own_date_that_may_be_two_days_is_asked_for() {
    let text = "Mill shuts\n04/10/2021 10:14\nThe mill on the river shut on Friday.";
    let own = annotate(text, &Options::default()).expect("short").document.published;
    let days: Vec<_> = own.candidates.iter().map(|c| &*c.value).collect();
    assert_eq!((own.value, days), (None, vec!["2021-04-10", "2021-10-04"]));
}

#[test]
fn a_dateline_without_a_year_gives_the_years_that_fit() {
    let text = "KYIV, March 3 (Reuters) - Two mills burned on Monday, as in 2021, the mayor said.";
    let own = annotate(text, &Options::default()).expect("short").document.published;
    let days: Vec<_> = own.candidates.iter().map(|c| &*c.value).collect();
    assert_eq!(days, ["2021-03-03", "2022-03-03", "2023-03-03"]);
}

#[test]
fn a_weekday_that_contradicts_its_date_is_warned_of() {
    let read = |text| annotate(text, &published("2021-10-04")).expect("short").warnings;
    let warnings = read("It shut on Friday, 2 October 2021.");
    assert_eq!(warnings[0].code, "weekday-mismatch");
    assert!(read("It shut on Saturday, 2 October 2021.").is_empty());
}

#[test]
fn the_timeline_follows_the_calendar_and_ends_with_what_has_no_place() {
    let text =
        "It is now empty. It shut in 2019 after it burned on 3 May 2011; it was sold yesterday.";
    let report = annotate(text, &published("2021-10-04")).expect("short");
    let values: Vec<_> = report.timeline.iter().map(|e| (&*e.value, e.placed)).collect();
    let wanted =
        [("2011-05-03", true), ("2019", true), ("2021-10-03", true), ("PRESENT_REF", false)];
    assert_eq!(values, wanted);
}

#[test]
fn long_runs_of_time_words_stay_linear() {
    let texts = [
        "7".repeat(1 << 18),
        "1 2 3 4 5 ".repeat(1 << 14),
        "last ".repeat(1 << 15),
        "last March ".repeat(1 << 14),
        "Monday, ".repeat(1 << 14),
        "the day before the day after ".repeat(1 << 12),
        "two days after ".repeat(1 << 13),
        "early late mid-".repeat(1 << 13),
        "one hundred and one thousand ".repeat(1 << 12),
        "the end of the end of ".repeat(1 << 13),
        "the first day of ".repeat(1 << 14),
        "Monday two weeks after ".repeat(1 << 13),
        "the 3rd and ".repeat(1 << 14),
        "3 to 4 to ".repeat(1 << 14),
        "no later than ".repeat(1 << 14),
    ];
    for text in texts {
        let start = std::time::Instant::now();
        let read = annotate(&text, &published("2021-10-04"));
        assert!(read.is_ok());
        // Quadratic time takes minutes.
        assert!(start.elapsed().as_secs() < 20, "{}", &text[..30.min(text.len())]);
    }
}

proptest! {
    #[test]
    fn any_words_of_time_in_any_order_are_read(
        words in proptest::collection::vec(prop_oneof![
            Just("last"), Just("next"), Just("the"), Just("early"), Just("of"), Just("before"),
            Just("after"), Just("ago"), Just("”"), Just("Friday"), Just("May"), Just("week"),
            Just("years"), Just("12"), Just("2021"), Just("-"), Just("/"), Just(":"), Just("’90s"),
            Just("31"), Just("every"), Just("9999"), Just("0000"), Just("a"), Just("half"),
            Just("quarter"), Just("end"), Just("late"), Just("mid"), Just("Christmas"), Just("noon"), Just("p.m."), Just("99999999999"),
            Just("."), Just(","), Just("\n"), Just("trillion"), Just("centuries"), Just("0001-01-01"),
        ], 0..24),
        spaced in any::<bool>(),
        year in 1u16..9999,
    ) {
        let text = words.join(if spaced { " " } else { "" });
        let report = annotate(&text, &published(&format!("{year:04}-02-28"))).expect("short");
        for date in &report.dates {
            prop_assert!(!date.span.of(&text).is_empty());
            if let (Some(first), Some(last)) = (&date.earliest, &date.latest) {
                prop_assert!(first <= last, "{}: {first} {last}", date.span.of(&text));
            }
        }
    }
}
