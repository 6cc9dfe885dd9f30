//! `TimelineJS` (Knight Lab): the article's times as its JSON, first to last. Years, months, days and
//! times of day are dates of their own; a week, a season or a range runs from its first day to its
//! last, and shows the article's words. `TimelineJS` takes texts for HTML: ours are escaped; and it is
//! told not to make links of addresses.

use super::{
    Writer,
    article::{Article, clock, one_line},
    escape,
    json::Json,
};
use crate::report::{DateMention, TimelineEntry, TimexType};

pub(super) fn write(article: &Article<'_>, out: &mut Writer) {
    let mut json = Json::new();
    json.open('{');
    json.key("title");
    json.open('{');
    text(&mut json, &article.title(), article.source());
    json.close('}');
    json.key("events");
    json.open('[');
    for entry in &article.report.timeline {
        let Some(date) = article.date(&entry.date) else { continue };
        match (parts(&entry.earliest), parts(&entry.latest)) {
            (Some(from), Some(to)) if entry.placed => {
                event(&mut json, article, entry, date, from, to);
            }
            _ => out.leave_out(&date.id, "no-day"),
        }
    }
    json.close(']');
    json.close('}');
    json.out.push('\n');
    // Lengths and sets are no points of a timeline.
    for date in &article.report.dates {
        if matches!(date.timex.timex_type, TimexType::Duration | TimexType::Set) {
            out.leave_out(&date.id, "not-a-point");
        }
    }
    out.file("timeline.json", "application/json", json.out);
}

fn event(
    json: &mut Json,
    article: &Article<'_>,
    entry: &TimelineEntry,
    mention: &DateMention,
    from: [u32; 3],
    to: [u32; 3],
) {
    let sentence = article.report.sentences.get(entry.sentence as usize);
    let sentence = sentence.filter(|span| span.contains(mention.span)).unwrap_or(&mention.span);
    let words = one_line(article.words(mention.span));
    json.open('{');
    json.key("start_date");
    json.open('{');
    let [year, month, day] = from;
    let exact = mention.timex.modifier.is_none();
    // Decades, halves, quarters and weeks are as long as years and months, and are none.
    let plain = exact && entry.value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match entry.value.len() {
        4 if plain => date(json, &[("year", year)]),
        7 if plain => {
            date(json, &[("year", year), ("month", month)]);
        }
        _ => {
            date(json, &[("year", year), ("month", month), ("day", day)]);
            if let Some([hour, minute]) = clock(&entry.value) {
                date(json, &[("hour", hour), ("minute", minute)]);
            }
            if from != to || !exact {
                pair(json, "display_date", &words);
            }
            if from != to {
                json.close('}');
                json.key("end_date");
                json.open('{');
                let [year, month, day] = to;
                date(json, &[("year", year), ("month", month), ("day", day)]);
                // Beside the words that stand for both it would be said twice.
                json.pair("display_date", " ");
            }
        }
    }
    json.close('}');
    json.pair("unique_id", &mention.id);
    text(json, &words, article.words(*sentence));
    json.close('}');
}

fn date(json: &mut Json, parts: &[(&str, u32)]) {
    for (name, value) in parts {
        json.count(name, *value);
    }
}

/// The text of a slide.
fn text(json: &mut Json, headline: &str, words: &str) {
    json.key("autolink");
    json.value(&false);
    json.key("text");
    json.open('{');
    pair(json, "headline", headline);
    pair(json, "text", &one_line(words));
    json.close('}');
}

/// A named string of HTML.
fn pair(json: &mut Json, name: &str, words: &str) {
    let mut html = String::new();
    escape::html(&mut html, words);
    json.pair(name, &html);
}

/// Year, month and day of an ISO day.
fn parts(day: &str) -> Option<[u32; 3]> {
    let day = crate::dates::civil::Day::parse(day)?;
    Some([u32::try_from(day.year).ok()?, day.month.into(), day.day.into()])
}
