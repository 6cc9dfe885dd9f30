//! Expressions of time against sentences that were written and marked for this before the code ran
//! on them: traps with their twins, and relative times on every day of a week.

mod common;

use common::unmark;
use newsmark::{Options, annotate, span::Span};

/// The spans and values of the dates in `text`.
fn dates(text: &str, published: Option<&str>) -> Vec<(Span, String)> {
    let options = Options { published: published.map(str::to_owned), ..Options::default() };
    let report = annotate(text, &options).expect("short, and the date is one");
    report.dates.into_iter().map(|date| (date.span, date.timex.value)).collect()
}

fn said(text: &str, dates: &[(Span, String)]) -> String {
    let one = |(span, value): &(Span, String)| format!("{}={value}", span.of(text));
    dates.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[test]
fn words_and_numbers_are_told_from_the_dates_that_they_might_be() {
    let rows = include_str!("dates/pairs.tsv");
    let (mut right, mut wrong) = (0, Vec::new());
    for row in rows.lines() {
        let (trap, twin) = row.split_once('\t').expect("two columns");
        let both: Vec<_> = [trap, twin]
            .into_iter()
            .filter_map(|marked| {
                let (text, wanted) = unmark(marked);
                let wanted: Vec<_> =
                    wanted.into_iter().map(|(span, v)| (span, v.expect("a value"))).collect();
                let found = dates(&text, Some(common::PUBLISHED));
                (found != wanted).then(|| format!("{marked}\n    found {}", said(&text, &found)))
            })
            .collect();
        right += usize::from(both.is_empty());
        wrong.extend(both);
    }
    println!("{right} of {} pairs\n{}", rows.lines().count(), wrong.join("\n"));
    assert_eq!(rows.lines().count(), 200);
    assert!(right >= 190, "{right} pairs are right");
}

#[test]
fn relative_times_are_right_on_every_day_of_the_week_and_open_without_one() {
    let rows = include_str!("dates/relative.tsv");
    let (mut right, mut wrong) = (0, Vec::new());
    for row in rows.lines() {
        let columns: Vec<_> = row.split('\t').collect();
        let (text, wanted) = unmark(columns[0]);
        let span = wanted[0].0;
        let days: Vec<_> = (4..=10).map(|day| format!("2021-10-{day:02}")).collect();
        let published = std::iter::once(None).chain(days.iter().map(|day| Some(day.as_str())));
        let off: Vec<_> = published
            .zip(&columns[1..])
            .filter_map(|(day, value)| {
                let found = dates(&text, day);
                let hit = found.iter().any(|date| *date == (span, (*value).to_owned()));
                (!hit).then(|| {
                    format!(
                        "{} wanted {value}, found {}",
                        day.unwrap_or("open"),
                        said(&text, &found)
                    )
                })
            })
            .collect();
        right += usize::from(off.is_empty());
        wrong.extend(
            off.first().map(|first| format!("{} [{}]\n    {first}", columns[0], off.len())),
        );
    }
    println!("{right} of {} expressions\n{}", rows.lines().count(), wrong.join("\n"));
    assert_eq!(rows.lines().count(), 120);
    assert!(right >= 118, "{right} expressions are right");
}
