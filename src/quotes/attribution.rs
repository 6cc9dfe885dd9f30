//! Who is given as the source of what stands in marks: the cue before, after or around it.

use super::{
    hits::Hit,
    rows,
    source::Range,
    view::{Item, Scene, View},
    words::Class,
};
use crate::{
    report::{CueClass, Marks},
    rules::Rule,
    span::Span,
};

/// How many cues back the governing one is looked for.
const REACH: usize = 6;
/// How many items after a verb of naming the name may stand.
const NAMED: usize = 7;
/// How many items away it may stand.
const FAR: usize = 80;

/// What attributes a passage.
#[derive(Clone, Debug)]
pub(crate) struct Attribution {
    /// The pattern that fits.
    pub(crate) rule: &'static Rule,
    /// Index of the view with the cue.
    pub(crate) view: usize,
    /// The cue, if there is a verb; an index into the view's hits.
    pub(crate) hit: Option<usize>,
    /// A mark that stands for the cue: a colon or a dash.
    pub(crate) mark: Option<Span>,
    /// The source's words.
    pub(crate) source: Option<Range>,
    /// Whether the cue stands right beside the marks.
    pub(crate) close: bool,
    /// Whether the source is that of an earlier quote.
    pub(crate) inherited: bool,
}

/// Attributions by passage, and what was read on the way.
pub(crate) struct Attributions {
    /// The sentences of the narrator.
    pub(crate) views: Vec<View>,
    /// The cues of each.
    pub(crate) hits: Vec<Vec<Hit>>,
    /// For each passage: its attribution.
    pub(crate) of: Vec<Option<Attribution>>,
    /// For each passage: the view that it stands in.
    pub(crate) view_of: Vec<Option<(usize, usize)>>,
}

impl Attributions {
    /// Attributes every passage of `scene`.
    pub(crate) fn read(scene: &Scene<'_>) -> Self {
        let views = scene.views();
        let hits: Vec<_> = views.iter().map(|view| scene.hits(view)).collect();
        let mut view_of = vec![None; scene.marked.len()];
        for (v, view) in views.iter().enumerate() {
            for (i, item) in view.items.iter().enumerate() {
                if let Item::Quote(quote, 0) = *item {
                    view_of[quote] = Some((v, i));
                }
            }
        }
        let mut this = Self { of: vec![None; scene.marked.len()], views, hits, view_of };
        for v in 0..this.views.len() {
            this.within(scene, v);
            this.around(scene, v);
        }
        this.close_for_outer(scene);
        this
    }

    /// Where one mark closes two quotes, the outer one was never closed: the cue after it is the
    /// inner one's too.
    fn close_for_outer(&mut self, scene: &Scene<'_>) {
        for (m, marked) in scene.marked.iter().enumerate() {
            let Some(outer) = marked.parent.filter(|&p| scene.marked[p].marks == Marks::Unclosed)
            else {
                continue;
            };
            if scene.marked[outer].extent().end() == marked.extent().end()
                && let Some(attribution) = self.of[outer].clone()
            {
                self.of[m] = Some(attribution);
            }
        }
    }

    /// Quotes with a cue in their own sentence.
    fn within(&mut self, scene: &Scene<'_>, v: usize) {
        let view = &self.views[v];
        let (mut found, mut missing) = (Vec::new(), Vec::new());
        for (p, item) in view.items.iter().enumerate() {
            // What goes on in a later paragraph may be attributed after its last piece.
            let Item::Quote(quote, _) = *item else { continue };
            if self.of[quote].is_some() {
                continue;
            }
            match self.beside(scene, v, p) {
                Some(attribution) => found.push((quote, attribution)),
                None => missing.push(quote),
            }
        }
        // “X” between words “Y” added Z: one cue for all.
        let shared =
            found.iter().find(|(_, a)| a.rule.id == rows::AFTER.id).map(|(_, a)| a.clone());
        for quote in missing {
            if let Some(shared) = &shared {
                self.of[quote] =
                    Some(Attribution { rule: &rows::PARTED, close: false, ..shared.clone() });
            }
        }
        for (quote, attribution) in found {
            self.of[quote] = Some(attribution);
        }
    }

    fn beside(&self, scene: &Scene<'_>, v: usize, p: usize) -> Option<Attribution> {
        let before = self.before(scene, v, p);
        let after = self.after(scene, v, p);
        let adjoins =
            |b: &Attribution| b.close && b.hit.is_some_and(|h| self.hits[v][h].to + 1 >= p);
        if ends_in_comma(scene, &self.views[v], p)
            && after.is_some()
            && !before.as_ref().is_some_and(adjoins)
        {
            return after;
        }
        let mark = self.by_mark(scene, v, p);
        before
            .as_ref()
            .filter(|b| b.close)
            .cloned()
            .or(mark.clone().filter(|m| m.rule.id == rows::COLON.id))
            .or(after)
            .or(before)
            .or(mark)
            .or_else(|| self.trailing(scene, v, p))
    }

    /// An attribution by the cue `h` of view `v`.
    pub(crate) fn by_hit(
        &self,
        v: usize,
        h: usize,
        rule: &'static Rule,
        close: bool,
    ) -> Attribution {
        let source = self.hits[v][h].source;
        Attribution { rule, view: v, hit: Some(h), mark: None, source, close, inherited: false }
    }

    fn after(&self, scene: &Scene<'_>, v: usize, p: usize) -> Option<Attribution> {
        let view = &self.views[v];
        let mut from = p + 1;
        while scene.is_any(view, from, &[",", "—", "–", "-"]) {
            from += 1;
        }
        let stop = (from..view.items.len())
            .find(|&i| {
                matches!(view.items[i], Item::Quote(..)) || scene.is_any(view, i, &[";", ":"])
            })
            .unwrap_or(view.items.len());
        let first = self.hits[v].partition_point(|h| h.at < from);
        let mut near = self.hits[v].iter().enumerate().skip(first).take_while(|(_, h)| h.at < stop);
        let (h, _) = near.find(|(_, h)| {
            (h.finite || h.class == CueClass::AccordingTo) && (h.speech || h.clause)
        })?;
        let hit = &self.hits[v][h];
        let adverbs = |to: usize| (from..to).all(|i| scene.has(view, i, Class::ADVERB));
        let rule = if hit.class == CueClass::AccordingTo {
            (hit.at <= from + 6).then_some(&rows::ACCORDING)?
        } else if hit.inverted {
            adverbs(hit.at).then_some(&rows::AFTER)?
        } else if ends_in_comma(scene, view, p)
            && hit.source.is_none_or(|s| s.from > from + 1)
            && hit.speech
        {
            let source = scene.phrase_after(view, from).filter(|s| s.to <= hit.at);
            let source = source.or(hit.source)?;
            return Some(Attribution {
                source: Some(source),
                ..self.by_hit(v, h, &rows::AFTER, true)
            });
        } else {
            let source = hit.source?;
            let starts = source.from >= from && (source.from <= from + 1 || adverbs(source.from));
            (starts || source.to <= from && adverbs(hit.at)).then_some(&rows::AFTER)?
        };
        Some(self.by_hit(v, h, rule, true))
    }

    /// "“Safe” for every lorry, said Odile Marsh": a cue further on, after a comma.
    fn trailing(&self, scene: &Scene<'_>, v: usize, p: usize) -> Option<Attribution> {
        let view = &self.views[v];
        let first = self.hits[v].partition_point(|h| h.at <= p);
        let mut later = self.hits[v].iter().enumerate().skip(first).take(REACH);
        let (h, _) = later.find(|(_, h)| {
            let start = if h.inverted { Some(h.at) } else { h.source.map(|s| s.from) };
            let apart = start.is_some_and(|s| s > p && s < p + FAR && scene.is(view, s - 1, ","));
            apart
                && h.speech
                && h.source.is_some()
                && (h.finite || h.class == CueClass::AccordingTo)
        })?;
        Some(self.by_hit(v, h, &rows::WITHIN, false))
    }

    fn before(&self, scene: &Scene<'_>, v: usize, p: usize) -> Option<Attribution> {
        let view = &self.views[v];
        let hits = &self.hits[v];
        let past = |h: &Hit| {
            if h.inverted {
                h.source.map_or(h.to, |s| s.to)
            } else {
                h.hearer.map_or(h.to, |r| r.to)
            }
        };
        let nearest = hits.partition_point(|h| h.to <= p).checked_sub(1)?;
        let hit = &hits[nearest];
        let gap = past(hit).min(p)..p;
        let light = gap.clone().all(|i| {
            scene.is_any(
                view,
                i,
                &[",", ":", "that", "“", "in", "a", "statement", "on", "and", "to", "as", "the"],
            )
        });
        let colon = scene.is(view, p - 1, ":") && gap.len() <= 14;
        let adjoins = hit.speech || !gap.is_empty() && colon;
        if (light || colon) && adjoins || hit.naming && hit.source.is_some() && p - hit.to <= NAMED
        {
            let rule = match hit.class {
                CueClass::AccordingTo => &rows::ACCORDING,
                _ if scene.is(view, p - 1, ":") => &rows::COLON,
                _ if hit.naming => &rows::NAMED,
                _ => &rows::BEFORE,
            };
            return Some(self.by_hit(v, nearest, rule, true));
        }
        // The clause that the quote stands in: the nearest verb of saying, else the nearest.
        let governs = |h: &Hit| h.speech && h.clause && h.source.is_some();
        let chosen = (nearest.saturating_sub(REACH)..=nearest)
            .rev()
            .find(|&h| governs(&hits[h]))
            .unwrap_or(nearest);
        if p - hits[chosen].to > FAR {
            return None;
        }
        let semicolon = (hits[chosen].to..p).any(|i| scene.is(view, i, ";"));
        (!semicolon && hits[chosen].source.is_some())
            .then(|| self.by_hit(v, chosen, &rows::WITHIN, false))
    }
}

/// Whether the piece at item `p` ends in a comma: its sentence goes on.
fn ends_in_comma(scene: &Scene<'_>, view: &View, p: usize) -> bool {
    let Some(&Item::Quote(quote, piece)) = view.items.get(p) else { return false };
    scene.last_char(scene.marked[quote].pieces[piece]) == Some(',') || scene.is(view, p + 1, ",")
}
