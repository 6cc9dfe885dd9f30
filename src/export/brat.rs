//! brat standoff: the text, and its annotations beside it. Offsets count code points. What stands in
//! pieces, or runs over a line break, is a discontinuous annotation. A carriage return in the text
//! becomes a space: brat's readers would make one character of a carriage return and a line feed,
//! and everything behind would shift.

use std::collections::BTreeMap;

use super::{
    Writer,
    article::{Article, one_line},
    number,
    rows::{QUOTE, Row},
};
use crate::{report::Quote, span::Span};

pub(super) fn write(article: &Article<'_>, out: &mut Writer) {
    let mut file = File { out: String::new(), places: BTreeMap::new(), counts: [0; 4] };
    for row in &article.rows {
        file.mark(article, row);
    }
    for entity in &article.report.entities {
        let places = entity.mentions.iter().filter_map(|id| file.place(id)).collect::<Vec<_>>();
        if places.len() > 1 {
            file.out.push_str("*\tEquiv");
            for place in places {
                file.out.push_str(" T");
                number::whole(&mut file.out, place);
            }
            file.out.push('\n');
        }
    }
    for quote in &article.report.quotes {
        if let (Some(place), Some(speaker)) = (file.place(&quote.id), speaker(article, quote))
            && let Some(who) = file.place(speaker)
        {
            file.line('R', 3, "Speaker Arg1:T");
            number::whole(&mut file.out, place);
            file.out.push_str(" Arg2:T");
            number::whole(&mut file.out, who);
            file.out.push('\n');
        }
    }
    for row in &article.rows {
        if file.place(row.id).is_none() {
            out.leave_out(row.id, "not-in-text");
        }
    }
    out.file("txt", "text/plain", article.text.replace('\r', " "));
    out.file("ann", "text/plain", file.out);
}

struct File<'a> {
    out: String,
    /// The number behind `T` of each row that is in the file.
    places: BTreeMap<&'a str, u64>,
    /// How many attributes, notes, normalisations and relations there are.
    counts: [u64; 4],
}

impl<'a> File<'a> {
    fn place(&self, id: &str) -> Option<u64> {
        self.places.get(id).copied()
    }

    /// Begins a line of the kind `letter`: `A3`, a tab, `words`.
    fn line(&mut self, letter: char, kind: usize, words: &str) {
        self.counts[kind] += 1;
        self.out.push(letter);
        number::whole(&mut self.out, self.counts[kind]);
        self.out.push('\t');
        self.out.push_str(words);
    }

    fn mark(&mut self, article: &Article<'a>, row: &Row<'a>) {
        let pieces: Vec<Span> =
            row.spans.iter().flat_map(|span| lines(article.text, *span)).collect();
        if pieces.is_empty() {
            return;
        }
        let place = self.places.len() as u64 + 1;
        self.places.insert(row.id, place);
        self.out.push('T');
        number::whole(&mut self.out, place);
        self.out.push('\t');
        capitalised(&mut self.out, row.kind);
        for (i, piece) in pieces.iter().enumerate() {
            self.out.push(if i == 0 { ' ' } else { ';' });
            number::whole(&mut self.out, article.point(piece.start()).into());
            self.out.push(' ');
            number::whole(&mut self.out, article.point(piece.end()).into());
        }
        let words: Vec<&str> = pieces.iter().map(|piece| article.words(*piece)).collect();
        self.out.push('\t');
        self.out.push_str(&words.join(" "));
        self.out.push('\n');
        for (name, value) in [("Certainty", row.certainty()), ("Subtype", &row.subtype)] {
            if !value.is_empty() {
                self.line('A', 0, name);
                self.of(place);
                self.out.push(' ');
                self.out.push_str(&value.replace(char::is_whitespace, "-"));
                self.out.push('\n');
            }
        }
        if row.value.is_empty() {
            return;
        }
        if row.kind != QUOTE && !row.entity.is_empty() {
            self.line('N', 2, "Reference");
            self.of(place);
            self.out.push_str(" newsmark:");
            self.out.push_str(&row.entity.replace(char::is_whitespace, "-"));
        } else {
            self.line('#', 1, "AnnotatorNotes");
            self.of(place);
        }
        self.out.push('\t');
        self.out.push_str(&one_line(&row.value));
        self.out.push('\n');
    }

    fn of(&mut self, place: u64) {
        self.out.push_str(" T");
        number::whole(&mut self.out, place);
    }
}

/// The parts of `span` without control characters and what separates lines: brat's files have an
/// annotation a line.
fn lines(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let words = span.of(text);
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    words.split(breaks).filter_map(move |part| {
        let at = span.start() + (part.as_ptr() as usize - words.as_ptr() as usize);
        let trimmed = part.trim_start_matches(' ');
        let start = at + part.len() - trimmed.len();
        let end = start + trimmed.trim_end_matches(' ').len();
        Span::new(text, start, end).filter(|part| !part.is_empty())
    })
}

fn capitalised(out: &mut String, kind: &str) {
    let mut chars = kind.chars();
    out.extend(chars.next().map(|c| c.to_ascii_uppercase()));
    out.push_str(chars.as_str());
}

/// The mention that says who speaks: in the words that name the source, else the first of the
/// speaker's.
fn speaker<'a>(article: &Article<'a>, quote: &Quote) -> Option<&'a str> {
    let entity = article.entity(&quote.speaker.as_ref()?.entity)?;
    let source = quote.source.as_ref().map(|source| source.span);
    let named = entity.mentions.iter().find(|id| {
        article.mention(id).zip(source).is_some_and(|(mention, span)| mention.span.overlaps(span))
    });
    named.or(entity.mentions.first()).map(String::as_str)
}
