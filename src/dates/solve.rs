//! The days on which an undated article can have appeared, from the weekdays, days of months and
//! years that it names.

use super::{
    civil::Day,
    expr::{Expression, Name, Pick, Time},
    rules,
};
use crate::{
    report::{PublishedCandidate, Why},
    span::{self, Span},
    text::Document,
};

/// How many days after the last day that it names news still appears.
const FRESH: i32 = 7;
/// How many years after the last year that it names.
const YEARS: i32 = 2;

/// What the text says about the day on which it appeared.
struct Clues {
    /// The weekday that the first sentence with one reports from, and where.
    weekday: Option<(u8, Span)>,
    /// The latest year that lies behind.
    year: Option<(i32, Span)>,
    /// Days of months that lie behind, with their weekday if that is said.
    days: Vec<DayClue>,
}

struct DayClue {
    month: u8,
    day: u8,
    weekday: Option<u8>,
    span: Span,
    /// Weekdays in the same sentence that cannot be earlier, since it says `since`.
    not_before: Vec<(u8, Span)>,
}

/// The days that fit, the likeliest first, each with its reasons.
pub(super) fn candidates(document: &Document, found: &[Expression]) -> Vec<PublishedCandidate> {
    let clues = Clues::read(document, found);
    let (Some((year, year_span)), Some(clue)) = (clues.year, clues.latest_day()) else {
        return Vec::new();
    };
    // Without a weekday every day of the week after would fit: there is nothing to solve.
    if clues.weekday.is_none() && clue.weekday.is_none() {
        return Vec::new();
    }
    let mut fitting: Vec<Day> = (year..=year + YEARS).filter_map(|y| clues.fit(clue, y)).collect();
    // A year that is named by its number is seldom the current one.
    // They are found in the order of years.
    span::by_number(&mut fitting, |day| u64::from(i32::from(day.year) != year + 1));
    let evidence = [Some(year_span), Some(clue.span), clues.weekday.map(|w| w.1)];
    let why = |day: Day| {
        let after = match i32::from(day.year) - year {
            0 => format!("{year} is the latest year named"),
            n => format!(
                "{n} year{} after {year}, the latest year named",
                if n == 1 { "" } else { "s" }
            ),
        };
        let note = format!(
            "a {} at most {FRESH} days after “{}”; {after}",
            weekday_name(day.weekday()),
            clue.span.of(document.text()),
        );
        Why::rule(&rules::MONTH_DAY).noting(note).with(evidence.into_iter().flatten())
    };
    fitting
        .into_iter()
        .map(|day| PublishedCandidate { value: day.to_string(), why: why(day) })
        .collect()
}

/// The years in which an article can have been filed whose dateline names month and day only: those
/// in which its weekday fits, from the latest year that the text names on.
pub(super) fn years(
    document: &Document,
    found: &[Expression],
    filed: &Expression,
) -> Vec<PublishedCandidate> {
    let Time::Named(Name::MonthDay(month, day), _) = filed.time else { return Vec::new() };
    let Some((year, year_span)) = Clues::read(document, found).year else { return Vec::new() };
    let fits = |day: &Day| filed.weekday.is_none_or(|weekday| day.weekday() == weekday);
    let days = (year..=year + YEARS).filter_map(|year| Day::new(year, month, day)).filter(fits);
    let note = format!("the article was filed on that day; {year} is the latest year it names");
    days.map(|day| {
        let why = Why::rule(&rules::MONTH_DAY).noting(note.clone()).with([filed.span, year_span]);
        PublishedCandidate { value: day.to_string(), why }
    })
    .collect()
}

impl Clues {
    fn read(document: &Document, found: &[Expression]) -> Self {
        let mut clues = Self { weekday: None, year: None, days: Vec::new() };
        for expression in found {
            let ahead = expression.lean.is_ahead();
            match expression.time {
                Time::Named(Name::Weekday(day), Pick::Nearest) if !ahead => {
                    clues.weekday = clues.weekday.or(Some((day, expression.span)));
                }
                Time::Fixed(place) => {
                    let year = place.days().map(|(first, _)| i32::from(first.year));
                    let plausible = year.filter(|y| (1900..2100).contains(y) && !ahead);
                    if let Some(year) =
                        plausible.filter(|&y| clues.year.is_none_or(|(best, _)| y > best))
                    {
                        clues.year = Some((year, expression.span));
                    }
                }
                Time::Named(Name::MonthDay(month, day), Pick::Nearest) if !ahead => {
                    let not_before = since(document, found, expression);
                    let (weekday, span) = (expression.weekday, expression.span);
                    clues.days.push(DayClue { month, day, weekday, span, not_before });
                }
                _ => {}
            }
        }
        clues
    }

    /// The day of a month that is latest in the year.
    fn latest_day(&self) -> Option<&DayClue> {
        self.days.iter().max_by_key(|clue| (clue.month, clue.day))
    }

    /// The first day in `year` that fits all clues.
    fn fit(&self, clue: &DayClue, year: i32) -> Option<Day> {
        let from = Day::new(year, clue.month, clue.day)?;
        if clue.weekday.is_some_and(|weekday| from.weekday() != weekday) {
            return None;
        }
        let Some((weekday, _)) = self.weekday else { return from.plus(0) };
        let day = (0..FRESH).filter_map(|n| from.plus(n)).find(|day| day.weekday() == weekday)?;
        let last =
            |weekday: u8| day.plus(-(i32::from(day.weekday()) - i32::from(weekday)).rem_euclid(7));
        let kept =
            clue.not_before.iter().all(|&(weekday, _)| last(weekday).is_some_and(|d| d >= from));
        kept.then_some(day)
    }
}

/// The weekdays in the sentence of `day`, if that stands after `since`: they lie after it.
fn since(document: &Document, found: &[Expression], day: &Expression) -> Vec<(u8, Span)> {
    let before =
        document.token_at(day.span.start()).checked_sub(1).and_then(|i| document.tokens().get(i));
    if !before.is_some_and(|token| document.word(token).eq_ignore_ascii_case("since")) {
        return Vec::new();
    }
    let sentence = document.sentence_at(day.span.start());
    let Some(sentence) = sentence.and_then(|i| document.sentences().get(i)) else {
        return Vec::new();
    };
    let first = found.partition_point(|e| e.span.start() < sentence.span.start());
    (found.iter().skip(first))
        .take_while(|e| e.span.start() < sentence.span.end())
        .filter_map(|e| match e.time {
            Time::Named(Name::Weekday(weekday), Pick::Nearest) => Some((weekday, e.span)),
            _ => None,
        })
        .collect()
}

fn weekday_name(day: u8) -> &'static str {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    names.get(usize::from(day).saturating_sub(1)).copied().unwrap_or_default()
}
