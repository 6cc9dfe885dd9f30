//! Whom a pronoun beside a verb of saying stands for.

use super::{
    draft::Draft,
    gender::Gender,
    rows,
    speaker::{Cast, Voice},
    view::Scene,
};
use crate::report::{Certainty, EntityType, Mention, Why};

/// How far back, in mentions, a pronoun looks.
const RECENT: usize = 12;

/// How many words may stand before a subject: `On Monday the minister`.
const LEADING: usize = 6;

/// Prepositions whose object is no subject.
const GOVERNING: &[&str] =
    &["of", "to", "with", "for", "from", "by", "in", "at", "about", "against", "on"];

impl Cast<'_> {
    /// The nearest earlier subject that the pronoun fits, the speaker before first; of two who could
    /// be meant, one of the other gender is none.
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
        let gender = Gender::of_pronoun(&word);
        let agrees = |entity: &str| {
            gender.is_none() || self.genders.get(entity).is_none_or(|g| Some(*g) == gender)
        };
        let fits = |m: &&Mention| {
            let kind = match word.as_str() {
                "he" | "she" | "him" | "her" | "his" => m.entity_type == EntityType::Person,
                "they" | "it" | "their" | "its" => matches!(
                    m.entity_type,
                    EntityType::Organisation | EntityType::Place | EntityType::Group
                ),
                "who" => {
                    m.entity_type != EntityType::Place && m.span.end() + 120 > source.span.start()
                }
                "which" => m.span.end() + 60 > source.span.start(),
                _ => false,
            };
            let near = scene.document.block_at(m.span.start()).is_some_and(|b| b + 4 > block);
            kind && near && m.entity.as_deref().is_some_and(agrees) && !scene.in_marks(m.span)
        };
        let mut found: Vec<&Mention> = Vec::new();
        let mut subject: Option<&Mention> = None;
        for mention in recent.filter(fits) {
            subject = subject.or_else(|| self.is_subject(scene, mention).then_some(mention));
            if !found.iter().any(|f| f.entity == mention.entity) {
                found.push(mention);
            }
        }
        let before = last.and_then(|(voice, draft)| {
            let near = draft.block + 2 > block;
            voice.entity().filter(|e| near && gender.is_some() && agrees(e))
        });
        // Who has become the subject since the last one spoke.
        let since = subject.filter(|m| {
            last.is_none_or(|(_, d)| d.source_span().is_none_or(|s| s.end() < m.span.start()))
        });
        let told = |entity: &str| gender.is_some() && self.genders.get(entity).copied() == gender;
        // One of whom the article says `she`, named after a subject of whom it does not tell.
        let known = found.iter().copied().find(|m| m.entity.as_deref().is_some_and(told));
        let known = known.filter(|k| subject.is_none_or(|s| s.span.start() < k.span.start()));
        let nearest = known
            .or_else(|| subject.filter(|_| gender.is_some()))
            .or_else(|| found.first().copied());
        let chosen = match before {
            Some(speaker) if since.is_none() => Some(speaker),
            _ => nearest.and_then(|m| m.entity.as_deref()),
        };
        let Some(chosen) = chosen else { return Voice::default() };
        let certainty = match (found.len() <= 1, told(chosen)) {
            (true, true) => Certainty::Sure,
            (true, false) | (false, true) => Certainty::Likely,
            (false, false) => Certainty::Check,
        };
        let evidence = found.iter().find(|m| m.entity.as_deref() == Some(chosen)).map(|m| m.span);
        let why = Why::rule(&rows::AFTER)
            .noting("The nearest earlier one that the pronoun fits.")
            .with(evidence.into_iter().chain([source.span]));
        Voice::of(chosen, certainty, why)
    }

    /// Whether `mention` is likely to be the subject of its sentence: near its start, the first of its
    /// kind there, no owner, and not after a preposition.
    pub(crate) fn is_subject(&self, scene: &Scene<'_>, mention: &Mention) -> bool {
        let text = scene.document.text();
        let start = mention.span.start();
        let Some(sentence) = scene.document.sentence_at(start) else { return false };
        let from = scene.document.sentences()[sentence].span.start();
        let before = text.get(from..start).unwrap_or_default();
        let after = text.get(mention.span.end()..).unwrap_or_default();
        let word = before.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
        let first = self.mentions.partition_point(|m| m.span.start() < from);
        let led =
            self.mentions[first..].iter().take_while(|m| m.span.start() < start).take(LEADING).any(
                |m| {
                    let after = text.get(m.span.end()..).unwrap_or_default();
                    m.entity_type == mention.entity_type && !after.starts_with(['\'', '’', ':'])
                },
            );
        !led && before.split_whitespace().count() <= LEADING
            && !after.starts_with(['\'', '’'])
            && !GOVERNING.contains(&word.as_str())
    }
}
