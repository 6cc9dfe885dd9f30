//! iCalendar (RFC 5545): an event for each day, run of days or time of day that the article places
//! exactly. What is coarser than a day, open, modified or no point in time is left out; the calendar
//! itself lists it. Times of day have no zone, as the article gives none. Names and stamps come from
//! the text and its publication day, so that the same article gives the same bytes, and a calendar
//! that imports it again finds its events again.

use std::collections::BTreeSet;

use super::{
    Writer,
    article::{self, Article, clock, one_line, shortened},
    escape,
};
use crate::{
    dates::civil::Day,
    report::{Certainty, DateMention, TimexType},
    span::Span,
};

/// The most characters of a summary.
const SUMMARY: usize = 75;

/// When an event takes place, as iCalendar writes it.
enum When {
    /// From a day to the day after the last.
    Days(String, String),
    /// At a time of day.
    Time(String),
}

pub(super) fn write(article: &Article<'_>, out: &mut Writer) {
    let mut calendar = Calendar(String::new());
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.text("PRODID", &["-//newsmark//", &article.engine(), "//EN"].concat());
    calendar.line("CALSCALE:GREGORIAN");
    let title = article.title();
    calendar.text("X-WR-CALNAME", &title);
    let published = article.published().and_then(Day::parse);
    let stamp = published.map_or_else(|| "19700101".to_owned(), digits) + "T000000Z";
    let mut events = Calendar(String::new());
    let mut names = BTreeSet::new();
    for date in &article.report.dates {
        let reason = match when(article, date) {
            Ok(when) => {
                let name = name(article, date);
                if names.insert(name.clone()) {
                    event(&mut events, article, date, &name, &when, &title, &stamp);
                    continue;
                }
                "repeated"
            }
            Err(reason) => reason,
        };
        out.leave_out(&date.id, reason);
        let words = one_line(article.words(date.span));
        let name = ["X-NEWSMARK-LEFT-OUT;X-REASON=", reason].concat();
        calendar.text(&name, &[&words, " (", &date.timex.value, ")"].concat());
    }
    calendar.0.push_str(&events.0);
    calendar.line("END:VCALENDAR");
    out.file("ics", "text/calendar", calendar.0);
}

/// When `date` is, or why it is no event.
fn when(article: &Article<'_>, date: &DateMention) -> Result<When, &'static str> {
    let timex = &date.timex;
    if !matches!(timex.timex_type, TimexType::Date | TimexType::Time) {
        return Err("not-a-point");
    }
    if article.report.document.published.span == Some(date.span) {
        return Err("published");
    }
    if timex.modifier.is_some() {
        return Err("inexact");
    }
    let (first, last) = timex.value.split_once('/').unwrap_or((&timex.value, &timex.value));
    let (Some(from), Some(to)) = (day(first), day(last)) else {
        let coarse = date.earliest.is_some() && timex.value != "PRESENT_REF";
        return Err(if coarse { "too-coarse" } else { "no-day" });
    };
    if first == last
        && let Some([hour, minute]) = clock(first)
    {
        return Ok(When::Time(format!("{}T{hour:02}{minute:02}00", digits(from))));
    }
    let after = to.plus(1).filter(|after| *after > from).ok_or("no-day")?;
    Ok(When::Days(digits(from), digits(after)))
}

/// The day that a value begins with: `2021-10-04`, `2021-10-04TMO`.
fn day(value: &str) -> Option<Day> {
    let behind = value.get(10..)?;
    (behind.is_empty() || behind.starts_with('T')).then_some(())?;
    Day::parse(value.get(..10)?)
}

fn digits(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// What tells an event from all others. The same words on the same day are the same event, wherever they
/// stand; the words before the date tell apart two in one sentence.
fn name(article: &Article<'_>, date: &DateMention) -> String {
    let sentence = sentence(article, date);
    let before = article.text.get(sentence.start()..date.span.start()).unwrap_or_default();
    article::uuid(&[article.words(sentence), before, &date.timex.value])
}

/// The sentence of `date`.
fn sentence(article: &Article<'_>, date: &DateMention) -> Span {
    article.sentence_at(date.span.start()).map_or(date.span, |(_, span)| span)
}

fn event(
    calendar: &mut Calendar,
    article: &Article<'_>,
    date: &DateMention,
    name: &str,
    when: &When,
    title: &str,
    stamp: &str,
) {
    let words = article.words(sentence(article, date));
    calendar.line("BEGIN:VEVENT");
    calendar.text("UID", name);
    calendar.text("DTSTAMP", stamp);
    match when {
        When::Days(from, after) => {
            calendar.text("DTSTART;VALUE=DATE", from);
            calendar.text("DTEND;VALUE=DATE", after);
        }
        When::Time(time) => calendar.text("DTSTART", time),
    }
    calendar.text("SUMMARY", &shortened(words, SUMMARY));
    let others: Vec<&str> = date.alternatives.iter().map(|other| &*other.value).collect();
    let or = article.options.words.or;
    let others = if others.is_empty() { String::new() } else { [or, &others.join(or)].concat() };
    let when =
        [&*one_line(article.words(date.span)), " (", &date.timex.value, &others, ")"].concat();
    calendar.text("DESCRIPTION", &[words.trim(), "\n\n", &when, "\n", title].concat());
    let sure = date.certainty == Certainty::Sure && date.alternatives.is_empty();
    calendar.line(if sure { "STATUS:CONFIRMED" } else { "STATUS:TENTATIVE" });
    calendar.line("TRANSP:TRANSPARENT");
    calendar.line("END:VEVENT");
}

struct Calendar(String);

impl Calendar {
    fn text(&mut self, name: &str, value: &str) {
        let mut line = [name, ":"].concat();
        escape::icalendar(&mut line, value);
        self.line(&line);
    }

    /// A line of at most 75 bytes, and what is more on lines that begin with a space.
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(c);
            width += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters_at_75_bytes() {
        let mut calendar = Calendar(String::new());
        let long = "é👩\u{200d}🚀e\u{301}".repeat(40);
        calendar.line(&long);
        for line in calendar.0.split("\r\n") {
            assert!(line.len() <= 75, "{line}");
        }
        assert_eq!(calendar.0.replace("\r\n ", "").trim_end(), long);
        assert!(calendar.0.split("\r\n").next().is_some_and(|line| line.len() > 70));
    }
}
