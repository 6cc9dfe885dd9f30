//! Lengths that hang on a time beside them.

use super::{days, stand};
use crate::{
    dates::{
        expr::{Ends, Expression, Time},
        resolve::Context,
        rules,
        value::Place,
    },
    report::DateMention,
    text::Document,
};

/// `She said Friday that it was over, two days after the fire`: the length ends on that day; before
/// it, it begins there.
pub(super) fn count_from(
    document: &Document,
    before: &Expression,
    length: &Expression,
    mention: &mut DateMention,
    id: &str,
) {
    let sentence = |expression: &Expression| document.sentence_at(expression.span.start());
    let beside = matches!(stand::word_at(document, length.span.start(), 1), "," | "”" | "\"" | "’");
    let same = sentence(before) == sentence(length);
    if !beside || !same || !matches!(length.time, Time::Lasting(_, Ends::Nowhere)) {
        return;
    }
    let next = document.token_at(length.span.end());
    match document.tokens().get(next).map_or("", |token| document.word(token)) {
        "after" | "since" => mention.timex.end_point = Some(id.to_owned()),
        "before" => mention.timex.begin_point = Some(id.to_owned()),
        _ => {}
    }
}

/// The days of a length that begins with the time after it, or ends with it.
#[inline(never)]
pub(super) fn hang(
    length: &Expression,
    mention: &mut DateMention,
    next: &Expression,
    place: Place,
    context: &Context,
) {
    /// How far the two may stand apart: ` beginning on the`.
    const NEAR: usize = 18;
    let (Time::Lasting(of, ends), Some((first, last))) = (&length.time, place.days()) else {
        return;
    };
    // `six weeks beginning in May` begin on a day that is not said, its first six weeks do not.
    let inside = length.rule.id == rules::BOUNDED.id;
    let (published, ends) = match ends {
        Ends::FromNext if inside || first == last => (Some(first), Ends::Within),
        Ends::AtNext => (last.plus(1), Ends::AtPublication),
        _ => return,
    };
    if next.span.start() - length.span.end() < NEAR {
        let days = days::of_length(&Time::Lasting(*of, ends), &Context { published, ..*context });
        (mention.earliest, mention.latest) =
            days.map(|(first, last)| (first.to_string(), last.to_string())).unzip();
    }
}
