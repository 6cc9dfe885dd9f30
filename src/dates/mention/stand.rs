//! The day on which the writer says to be writing: `It is Monday, 3 May`, `Today is Friday`.

use crate::{
    dates::{
        civil::Day,
        expr::{Expression, Lean},
        resolve::{self, Context},
        value::Place,
    },
    text::Document,
};

/// The day on which the expression at `i`, or the one that goes on with it, says that it is; a diary
/// or a letter may appear later than it was written, on the day `published`.
pub(super) fn stands_on(
    document: &Document,
    found: &[Expression],
    i: usize,
    context: &Context,
    published: Option<Day>,
) -> Option<Day> {
    let start = found.get(i)?.span.start();
    // `Today` of `Today is Friday` is that Friday.
    let near = found.get(i + 1).filter(|next| next.span.start() < start + 12);
    let said = [found.get(i), near].into_iter().flatten().find(|said| is_said(document, said))?;
    let context = Context { lean: Lean::Unknown, published, year: None, ..*context };
    let Place::Day(day) = resolve::place(&said.time, &context)?.place else { return None };
    published.is_none_or(|published| day <= published).then_some(day)
}

fn is_said(document: &Document, said: &Expression) -> bool {
    let before = |back| word_at(document, said.span.start(), back);
    let one_of = |word: &str, words: &[&str]| words.iter().any(|w| w.eq_ignore_ascii_case(word));
    let back = 1 + usize::from(one_of(before(1), &["now", "currently", "officially"]));
    one_of(before(back), &["is", "'s", "’s"]) && one_of(before(back + 1), &["it", "today"])
}

/// The word so many tokens before the one at a position; empty if there is none.
#[inline(never)]
pub(super) fn word_at(document: &Document, position: usize, back: usize) -> &str {
    let at = document.token_at(position).checked_sub(back);
    at.and_then(|i| document.tokens().get(i)).map_or("", |token| document.word(token))
}
