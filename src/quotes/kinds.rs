//! What kind of quote a marked passage is.

use super::{
    attribution::{Attribution, Attributions},
    marks::Marked,
    rows,
    view::{Item, Scene, View},
    words::Class,
};
use crate::{report::QuoteKind, rules::Rule, text::FastSet};

/// The kind of each passage, and the rule that decided. What a sign says is a sign wherever the
/// same words stand, unless somebody says them.
pub(crate) fn all(scene: &Scene<'_>, found: &Attributions) -> Vec<(QuoteKind, &'static Rule)> {
    let mut kinds: Vec<_> = (0..scene.marked.len()).map(|m| kind(scene, found, m)).collect();
    let words = |m: usize| -> String {
        let pieces = scene.marked[m].pieces.iter().map(|piece| scene.text(*piece));
        pieces
            .flat_map(str::chars)
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let is_sign = |kind: &(QuoteKind, &'static Rule)| kind.1.id == rows::SIGN.id;
    let signs: FastSet<String> = (0..kinds.len())
        .filter(|&m| is_sign(&kinds[m]))
        .map(words)
        .filter(|w| w.len() > 3)
        .collect();
    for (m, kind) in kinds.iter_mut().enumerate().filter(|_| !signs.is_empty()) {
        let silent = found.of[m].as_ref().is_none_or(|a| a.hit.is_none());
        let loose = silent || matches!(kind.0, QuoteKind::Title | QuoteKind::Term);
        if loose && signs.contains(&words(m)) {
            *kind = (QuoteKind::Other, &rows::SIGN);
        }
    }
    kinds
}

/// The kind of passage `m`, and the rule that decided.
fn kind(scene: &Scene<'_>, found: &Attributions, m: usize) -> (QuoteKind, &'static Rule) {
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
        let starts = place.is_some_and(|(v, p)| v.items.len() <= 2 || p == 0 && look.words >= 5);
        return orphan(&look, starts);
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
    own_subject: bool,
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
            own_subject: false,
        };
        for piece in &marked.pieces {
            let inside = Marked::inside(scene.document.text(), *piece);
            for (i, word) in inside.split_whitespace().enumerate() {
                let first = word.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().next();
                let large = first.is_some_and(|c| c.is_uppercase() || c.is_numeric());
                look.opens_large |= i == 0 && large;
                let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
                let subject = bare.split(['\'', '’']).next().unwrap_or(bare);
                look.own_subject |= i == 0 && SUBJECTS.contains(&subject);
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

/// Words that begin a clause of their own.
const SUBJECTS: &[&str] = &["we", "you", "he", "she", "it", "they", "there", "this", "I"];

/// What has words on it, or is known by them.
const SIGNS: &[&str] = &[
    "sign", "signs", "banner", "banners", "placard", "placards", "slogan", "slogans", "motto",
    "tagline", "taglines", "proverb", "name", "account",
];

/// The same, after the words.
const SHOWN: &[&str] =
    &["sign", "signs", "banner", "banners", "slogan", "tagline", "campaign", "button", "logo"];

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
    let sign = |i| {
        scene.is_any(view, i, SIGNS)
            || scene.is(view, i, "saying")
                && scene.is_any(view, i.wrapping_sub(1), &["a", "the", "old"])
    };
    if !close && (p.saturating_sub(4)..p).any(sign) || scene.is_any(view, p + 1, SHOWN) {
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
    if !close && is_listed(scene, view, p, look) {
        return Some((QuoteKind::Title, &rows::TITLE));
    }
    if look.like_title() && !close && (of_work || look.words >= 3 && ends_plainly) {
        return Some((QuoteKind::Title, &rows::TITLE));
    }
    let so_called = p >= 3
        && scene.is(view, p - 1, "called")
        && (scene.is(view, p - 3, "so")
            || scene.is(view, p - 3, "what")
                && scene.is_any(view, p - 2, &["is", "was", "'s", "’s"]));
    let known_as = p >= 2 && scene.is(view, p - 1, "as") && scene.is(view, p - 2, "known");
    let word_for = !close
        && p >= 1
        && scene.is_any(view, p - 1, &["term", "word", "phrase", "words", "terms", "hashtag"]);
    (so_called || known_as || word_for).then_some((QuoteKind::Term, &rows::TERM))
}

/// Whether passage `m` is a short name, or one of several titles in a row: a thing that the clause
/// speaks of, not what is said in it.
pub(crate) fn is_name(scene: &Scene<'_>, found: &Attributions, m: usize) -> bool {
    let look = Look::at(scene, &scene.marked[m]);
    let short = look.like_title() && look.words == 2 && !look.sentence;
    short || found.view_of[m].is_some_and(|(v, p)| is_listed(scene, &found.views[v], p, &look))
}

/// Whether item `p` and one beside it look like titles: “A Song,” “A Dance”.
fn is_listed(scene: &Scene<'_>, view: &View, p: usize, look: &Look) -> bool {
    let passage = |at: Option<usize>| match view.items.get(at?)? {
        Item::Quote(quote, _) => Some(Look::at(scene, &scene.marked[*quote])),
        Item::Word(_) => None,
    };
    let joins = |at: usize| scene.is_any(view, at, &[",", "and", "or", "&"]);
    let titled = |look: Option<Look>| look.is_some_and(|l| l.like_title() && l.words >= 2);
    if !look.like_title() || look.words < 2 {
        return false;
    }
    let before = match p.checked_sub(1) {
        Some(at) if joins(at) => passage(at.checked_sub(1)),
        at => passage(at),
    };
    let after = passage(Some(p + 1 + usize::from(joins(p + 1))));
    titled(before) || titled(after)
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
    // "he urged them, “Look at it.”": whole sentences, whatever the verb.
    let begun = place.is_some_and(|(view, p)| p > 0 && scene.is_any(view, p - 1, &[",", ":"]));
    if whole(rows::WITHIN.id) && begun && look.opens_large && look.sentence && look.words >= 4 {
        return QuoteKind::Direct;
    }
    // "“We know of no ‘bribery’,” she said": her word for it.
    if whole(rows::WITHIN.id) && look.words == 1 && place.is_some_and(|(v, _)| v.inside.is_some()) {
        return QuoteKind::Term;
    }
    if whole(rows::WITHIN.id) || whole(rows::PARTED.id) || whole(rows::NAMED.id) {
        return QuoteKind::Partial;
    }
    let Some((view, p)) = place else { return QuoteKind::Direct };
    if whole(rows::BEFORE.id) {
        let that = p > 0 && scene.is(view, p - 1, "that");
        let announced = p > 0 && scene.is_any(view, p - 1, &[",", ":"]);
        let speech = attribution.hit.is_some_and(|h| found.hits[attribution.view][h].speech);
        // After “that” a few words are a part of the clause, more are all of it.
        let whole = if that {
            look.words >= 5
        } else {
            announced || look.opens_large || look.own_subject && look.words >= 4
        };
        return if speech && whole { QuoteKind::Direct } else { QuoteKind::Partial };
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
