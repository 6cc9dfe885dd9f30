//! A correction of a mark, as the reader means it.

use super::words::moved;
use crate::{
    app::{
        model::{self, Mark, Of, Reading},
        state::Fix,
    },
    corrections::{Correction, Kind, Refused},
    report::EntityType,
};

/// What the page calls a kind, as corrections name it.
pub fn kind(kind: model::Kind) -> Kind {
    match kind {
        model::Kind::Date => Kind::Date,
        model::Kind::Amount => Kind::Amount(None),
        model::Kind::Quote => Kind::Quote(None),
        name => Kind::Name(EntityType::from_name(name.class()).unwrap_or(EntityType::Work)),
    }
}

/// The id of the entity that `mark` names, where that is decided.
pub fn entity_id(reading: &Reading, mark: &Mark) -> Option<String> {
    let Of::Mention(at) = mark.of else { return None };
    reading.report.mentions.get(at)?.entity.clone()
}

/// What `fix` does to the mark at `at`; with `all`, to all of the same words as well.
pub fn make(reading: &Reading, at: usize, fix: &Fix, all: bool) -> Result<Correction, Refused> {
    let (text, report) = (&*reading.text, &reading.report);
    let mark = reading.marks.get(at).ok_or_else(|| Refused::Unknown { id: at.to_string() })?;
    let id = &*mark.id;
    let whole = || entity_id(reading, mark).unwrap_or_else(|| id.to_owned());
    match fix {
        Fix::Confirm => Correction::confirm(text, report, id, all),
        Fix::Delete => Correction::delete(text, report, id, all),
        Fix::Retype(to) => Correction::retype(text, report, id, kind(*to), all),
        Fix::Requote(to) => Correction::retype(text, report, id, Kind::Quote(Some(*to)), all),
        Fix::Value(value) => Correction::set_value(text, report, &whole(), value, all),
        // All that the entity is named by goes with it.
        Fix::Merge(into) if all => Correction::merge(text, report, &whole(), into, false),
        Fix::Merge(into) => Correction::merge(text, report, id, into, false),
        Fix::Split => Correction::split(text, report, id, all),
        Fix::Edge(edge) => {
            // Of a quote in pieces, the first has the left edge and the last the right one.
            let piece = if edge.right { mark.spans.last() } else { mark.spans.first() };
            let span = piece.and_then(|&span| moved(text, span, *edge));
            let span = span.ok_or(Refused::BadSpan { reason: "no words" })?;
            Correction::resize(text, report, id, span)
        }
        Fix::By(entity) => Correction::set_speaker(text, report, id, entity, all),
        Fix::Named(name) => Correction::set_speaker_named(text, report, id, name, all),
        Fix::Nobody => Correction::set_no_speaker(text, report, id, all),
        Fix::Aside => {
            let start = mark.spans.first().map_or(0, |span| span.start());
            let block = report.block_at(start);
            Correction::boilerplate(text, report, block, true)
        }
        _ => Err(Refused::Unfit { id: id.to_owned(), reason: "this is no correction of a mark" }),
    }
}

/// How many marks there are of the same words, or by the same speaker, this one counted.
pub fn alike(reading: &Reading, at: usize) -> usize {
    let Some(mark) = reading.marks.get(at) else { return 0 };
    if let Of::Quote(i) = mark.of {
        // As the corrections count them.
        let who = |i: usize| {
            let quote = &reading.report.quotes[i];
            let speaker = quote.speaker.as_ref().map(|speaker| speaker.entity.as_str());
            let source = quote.source.as_ref().map(|source| source.span.of(&reading.text));
            (speaker, source.filter(|_| speaker.is_none()))
        };
        let same = |at: &usize| who(*at) == who(i);
        return (0..reading.report.quotes.len()).filter(same).count();
    }
    let words = |mark: &Mark| mark.spans.first().map(|span| span.of(&reading.text));
    let list = |of: Of| std::mem::discriminant(&of);
    let same = |other: &&Mark| list(other.of) == list(mark.of) && words(other) == words(mark);
    reading.marks.iter().filter(same).count()
}
