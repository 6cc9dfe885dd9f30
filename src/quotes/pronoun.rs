//! Whom a pronoun beside a verb of saying stands for.

use super::{
    draft::Draft,
    rows,
    speaker::{Cast, Voice},
    view::Scene,
};
use crate::report::{Certainty, EntityType, Mention, Why};

/// How far back, in mentions, a pronoun looks.
const RECENT: usize = 12;

impl Cast<'_> {
    /// The nearest earlier person that the pronoun fits, the speaker before first.
    pub(crate) fn pronoun(
        &self,
        scene: &Scene<'_>,
        drafts: &[Draft],
        i: usize,
        last: Option<(&Voice, &Draft)>,
    ) -> Voice {
        let Some(source) = &drafts[i].source else { return Voice::default() };
        let word = scene.text(source.span).to_ascii_lowercase();
        let block = scene.document.block_at(source.span.start()).unwrap_or_default();
        let from = self.mentions.partition_point(|m| m.span.start() < source.span.start());
        let recent = self.mentions[..from].iter().rev().take(RECENT);
        let fits = |m: &&Mention| {
            let kind = match word.as_str() {
                "he" | "she" | "him" | "her" | "his" => m.entity_type == EntityType::Person,
                "they" | "it" | "their" | "its" => matches!(
                    m.entity_type,
                    EntityType::Organisation | EntityType::Place | EntityType::Group
                ),
                "who" | "which" => m.span.end() + 60 > source.span.start(),
                _ => false,
            };
            let near = scene.document.block_at(m.span.start()).is_some_and(|b| b + 4 > block);
            kind && near && m.entity.is_some() && !scene.in_marks(m.span)
        };
        let mut found: Vec<&Mention> = Vec::new();
        for mention in recent.filter(fits) {
            if !found.iter().any(|f| f.entity == mention.entity) {
                found.push(mention);
            }
        }
        let before = last.and_then(|(voice, draft)| {
            let near = draft.block + 2 > block;
            voice.entity().filter(|_| near && matches!(word.as_str(), "he" | "she" | "his" | "her"))
        });
        let between = found.first().is_some_and(|m| {
            last.is_some_and(|(_, d)| d.source_span().is_some_and(|s| s.end() < m.span.start()))
        });
        let chosen = match before {
            Some(speaker) if !between => Some(speaker),
            _ => found.first().and_then(|m| m.entity.as_deref()),
        };
        let Some(chosen) = chosen else { return Voice::default() };
        let certainty = if found.len() <= 1 { Certainty::Likely } else { Certainty::Check };
        let evidence = found.iter().find(|m| m.entity.as_deref() == Some(chosen)).map(|m| m.span);
        let why = Why::rule(&rows::AFTER)
            .noting("The nearest earlier one that the pronoun fits.")
            .with(evidence.into_iter().chain([source.span]));
        Voice::of(chosen, certainty, why)
    }
}
