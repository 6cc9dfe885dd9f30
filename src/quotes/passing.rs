//! Attribution without a verb beside the marks: a colon, a dash, or the sentence before.

use super::{
    attribution::{Attribution, Attributions},
    rows,
    view::{Item, Scene},
};

impl Attributions {
    /// `NAME: “…”` and `“…” — NAME`.
    pub(crate) fn by_mark(&self, scene: &Scene<'_>, v: usize, p: usize) -> Option<Attribution> {
        let view = &self.views[v];
        let mark = |at: usize| scene.span(view, at, at + 1);
        if p > 1 && scene.is(view, p - 1, ":") {
            let source = scene.clause_subject(view, p - 1)?;
            return Some(Attribution {
                rule: &rows::COLON,
                view: v,
                hit: None,
                mark: mark(p - 1),
                source: Some(source),
                close: true,
                inherited: false,
            });
        }
        if scene.is_any(view, p + 1, &["—", "–", "-"]) {
            let source = scene.phrase_after(view, p + 2)?;
            let ends = view.items.len() == source.to || scene.is_any(view, source.to, &[",", "."]);
            let named = scene.word(view, source.from).is_some_and(|w| w.capital);
            return (ends && named && p == 0).then_some(Attribution {
                rule: &rows::DASH,
                view: v,
                hit: None,
                mark: mark(p + 1),
                source: Some(source),
                close: true,
                inherited: false,
            });
        }
        None
    }

    /// Quotes that make a whole sentence: they go on with what was said before.
    pub(crate) fn around(&mut self, scene: &Scene<'_>, v: usize) {
        let view = &self.views[v];
        let Some(&Item::Quote(quote, _)) = view.items.first() else { return };
        let alone = view.items.iter().skip(1).all(
            |i| matches!(i, Item::Word(w) if !scene.spelled(*w).chars().any(char::is_alphanumeric)),
        );
        if self.of[quote].is_some() || !alone || view.inside.is_some() || v == 0 {
            return;
        }
        let last = &self.views[v - 1];
        if last.inside.is_some() {
            return;
        }
        let same = last.block == view.block;
        let ended_with_colon = scene.is(last, last.items.len() - 1, ":");
        if ended_with_colon {
            let hit = self.hits[v - 1].iter().rposition(|h| h.speech && h.source.is_some());
            let subject = || scene.clause_subject(last, last.items.len() - 1);
            if let Some(h) = hit {
                self.of[quote] = Some(self.by_hit(v - 1, h, &rows::COLON, true));
            } else if let Some(source) = subject() {
                self.of[quote] = Some(Attribution {
                    rule: &rows::COLON,
                    view: v - 1,
                    hit: None,
                    mark: scene.span(last, last.items.len() - 1, last.items.len()),
                    source: Some(source),
                    close: true,
                    inherited: false,
                });
            }
            return;
        }
        let earlier = last.items.iter().rev().find_map(|i| match *i {
            Item::Quote(q, _) => self.of[q].clone(),
            Item::Word(_) => None,
        });
        if let Some(earlier) = earlier {
            let rule = if same { &rows::CONTINUES } else { &rows::PARAGRAPH };
            self.of[quote] = Some(Attribution { rule, inherited: true, ..earlier });
        } else if same {
            let hit = self.hits[v - 1].iter().rposition(|h| h.source.is_some() && h.finite);
            let source = hit
                .and_then(|h| self.hits[v - 1][h].source)
                .or_else(|| scene.phrase_after(last, 0));
            if let Some(source) = source {
                self.of[quote] = Some(Attribution {
                    rule: &rows::SUBJECT,
                    view: v - 1,
                    hit,
                    mark: None,
                    source: Some(source),
                    close: false,
                    inherited: false,
                });
            }
        }
    }
}
