//! What kind of quote a marked passage is.

use super::{
    attribution::{Attribution, Attributions},
    marks::Marked,
    rows,
    view::{Scene, View},
    words::Class,
};
use crate::{report::QuoteKind, rules::Rule};

/// The kind of passage `m`, and the rule that decided.
pub(crate) fn kind(
    scene: &Scene<'_>,
    found: &Attributions,
    m: usize,
) -> (QuoteKind, &'static Rule) {
    let marked = &scene.marked[m];
    let look = Look::at(scene, marked);
    let attribution = found.of[m].as_ref();
    let place = found.view_of[m].map(|(v, p)| (&found.views[v], p));
    if let Some((view, p)) = place {
        let close = attribution.is_some_and(|a| a.close);
        if let Some(kind) = named(scene, view, p, &look, close) {
            return kind;
        }
    }
    let Some(attribution) = attribution else {
        return orphan(&look, place.is_some_and(|(v, _)| v.items.len() <= 2));
    };
    // A name in marks that no verb of saying governs: ‘Greater Valley’.
    let says = attribution.hit.is_some_and(|h| found.hits[attribution.view][h].speech);
    if look.like_title() && look.words <= 2 && !says && !attribution.close {
        return (QuoteKind::Term, &rows::TERM);
    }
    (spoken(scene, found, attribution, place, &look), attribution.rule)
}

/// What is in the marks.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a sign of its own, and they come in any mixture"
)]
struct Look {
    words: usize,
    capitals: usize,
    lengthy: usize,
    opens_large: bool,
    sentence: bool,
    clause: bool,
    asks: bool,
    shouts: bool,
    value: bool,
}

impl Look {
    fn at(scene: &Scene<'_>, marked: &Marked) -> Self {
        let mut look = Self {
            words: 0,
            capitals: 0,
            lengthy: 0,
            opens_large: false,
            sentence: false,
            clause: false,
            asks: false,
            shouts: false,
            value: false,
        };
        for piece in &marked.pieces {
            let inside = Marked::inside(scene.document.text(), *piece);
            for (i, word) in inside.split_whitespace().enumerate() {
                let first = word.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().next();
                let large = first.is_some_and(|c| c.is_uppercase() || c.is_numeric());
                look.opens_large |= i == 0 && large;
                look.words += 1;
                look.lengthy += usize::from(word.len() > 3);
                look.capitals += usize::from(large && word.len() > 3);
            }
            look.clause |= inside.ends_with(',') && look.words > 6;
            look.asks |= inside.ends_with(['!', '?']) && look.words > 4;
            look.shouts =
                inside.contains(char::is_uppercase) && !inside.contains(char::is_lowercase);
            look.value |= scene.is_value(*piece);
            look.sentence |= inside.ends_with(['.', '!', '?', '…', ',']);
        }
        look
    }

    fn like_title(&self) -> bool {
        self.opens_large
            && self.words <= 12
            && self.lengthy > 0
            && self.capitals == self.lengthy
            && !self.clause
            && !self.asks
    }
}

/// Nicknames, titles, signs and terms.
fn named(
    scene: &Scene<'_>,
    view: &View,
    p: usize,
    look: &Look,
    close: bool,
) -> Option<(QuoteKind, &'static Rule)> {
    if look.value {
        return Some((QuoteKind::Other, &rows::SIGN));
    }
    let back = |class: Class, reach: usize| {
        (p.saturating_sub(reach)..p).any(|i| scene.has(view, i, class))
    };
    let name = |at: usize| {
        scene
            .word(view, at)
            .is_some_and(|w| w.capital && !w.class.is(Class::DETERMINER.or(Class::CALENDAR)))
    };
    if p > 0 && name(p - 1) && name(p + 1) && look.words <= 3 && !look.sentence && !look.shouts {
        return Some((QuoteKind::Nickname, &rows::NICKNAME));
    }
    let sign =
        ["sign", "signs", "banner", "banners", "placard", "placards", "slogan", "slogans", "motto"];
    if !close && (p.saturating_sub(4)..p).any(|i| scene.is_any(view, i, &sign)) {
        return Some((QuoteKind::Other, &rows::SIGN));
    }
    let ends_plainly = !look.sentence || p > 0 && scene.is_plain_word(view, p - 1);
    let owned = p > 0 && scene.is_any(view, p - 1, &["'s", "’s"]);
    let of_work = back(Class::WORK, 3) || scene.has(view, p + 1, Class::WORK) || owned;
    // "the film “Spotlight”", "an ad titled “Unifier”": whatever verb follows.
    let beside_work = p > 0
        && (scene.has(view, p - 1, Class::WORK)
            || p > 1 && scene.is(view, p - 1, ",") && scene.has(view, p - 2, Class::WORK));
    if look.like_title() && beside_work && look.words <= 8 {
        return Some((QuoteKind::Title, &rows::TITLE));
    }
    if look.like_title() && !close && (of_work || look.words >= 3 && ends_plainly) {
        return Some((QuoteKind::Title, &rows::TITLE));
    }
    let so_called = p >= 3 && scene.is(view, p - 1, "called") && scene.is(view, p - 3, "so");
    let known_as = p >= 2 && scene.is(view, p - 1, "as") && scene.is(view, p - 2, "known");
    let word_for = !close
        && p >= 1
        && scene.is_any(view, p - 1, &["term", "word", "phrase", "words", "terms", "hashtag"]);
    (so_called || known_as || word_for).then_some((QuoteKind::Term, &rows::TERM))
}

/// Nobody is given for it.
fn orphan(look: &Look, alone: bool) -> (QuoteKind, &'static Rule) {
    if look.opens_large && look.sentence && look.words >= 3 && alone {
        return (QuoteKind::Direct, &rows::ORPHAN);
    }
    if look.words <= 3 && !(alone && look.sentence) {
        return (QuoteKind::Term, &rows::TERM);
    }
    (if alone { QuoteKind::Direct } else { QuoteKind::Partial }, &rows::ORPHAN)
}

/// Somebody is.
fn spoken(
    scene: &Scene<'_>,
    found: &Attributions,
    attribution: &Attribution,
    place: Option<(&View, usize)>,
    look: &Look,
) -> QuoteKind {
    let whole = |id: &str| attribution.rule.id == id;
    if whole(rows::WITHIN.id) || whole(rows::PARTED.id) || whole(rows::NAMED.id) {
        return QuoteKind::Partial;
    }
    let Some((view, p)) = place else { return QuoteKind::Direct };
    if whole(rows::BEFORE.id) {
        let that = p > 0 && scene.is(view, p - 1, "that");
        let announced = p > 0 && scene.is_any(view, p - 1, &[",", ":"]);
        let speech = attribution.hit.is_some_and(|h| found.hits[attribution.view][h].speech);
        return if speech && !that && (announced || look.opens_large) {
            QuoteKind::Direct
        } else {
            QuoteKind::Partial
        };
    }
    if whole(rows::AFTER.id) || whole(rows::ACCORDING.id) {
        // "The bridge is “safe,” she said": marks inside her words.
        let shared = view.inside.is_some() && found.views[attribution.view].inside.is_none();
        let inner = p > 0
            && !shared
            && !look.opens_large
            && scene.word(view, p - 1).is_some_and(|w| w.kind != crate::text::TokenKind::Mark);
        return if inner { QuoteKind::Partial } else { QuoteKind::Direct };
    }
    QuoteKind::Direct
}
