//! From the words that name a source to the entity that speaks.

use std::{borrow::Cow, collections::HashMap};

use super::{draft::Draft, rows, view::Scene};
use crate::{
    report::{Candidate, Certainty, Entity, EntityType, Form, Mention, SourceForm, Speaker, Why},
    span::Span,
};

/// Whom the article names, for looking up.
pub(crate) struct Cast<'r> {
    entities: &'r [Entity],
    mentions: &'r [Mention],
    /// The first mention of each entity.
    first: HashMap<&'r str, usize>,
}

/// Who speaks, or who may.
#[derive(Clone, Debug, Default)]
pub(crate) struct Voice {
    /// The one who does, where the text decides.
    pub(crate) speaker: Option<Speaker>,
    /// Those who may.
    pub(crate) candidates: Vec<Candidate>,
}

impl Voice {
    fn of(entity: &str, certainty: Certainty, why: Why) -> Self {
        Self {
            speaker: Some(Speaker { entity: entity.to_owned(), certainty }),
            candidates: vec![Candidate { entity: entity.to_owned(), why }],
        }
    }

    fn entity(&self) -> Option<&str> {
        self.speaker.as_ref().map(|s| s.entity.as_str())
    }
}

/// How far back, in mentions, a pronoun looks.
const RECENT: usize = 12;

impl<'r> Cast<'r> {
    /// `mentions` are in reading order.
    pub(crate) fn new(entities: &'r [Entity], mentions: &'r [Mention]) -> Self {
        let mut first = HashMap::new();
        for (i, mention) in mentions.iter().enumerate() {
            if let Some(entity) = &mention.entity {
                first.entry(entity.as_str()).or_insert(i);
            }
        }
        Self { entities, mentions, first }
    }

    /// What kind of thing the mention at the end of `span` is, if one is there.
    pub(crate) fn kind_at(&self, span: Span) -> Option<EntityType> {
        self.inside(span).map(|m| m.entity_type).next_back()
    }

    /// Resolves the speakers of all drafts, which are in reading order.
    pub(crate) fn voices(&self, scene: &Scene<'_>, drafts: &[Draft]) -> Vec<Voice> {
        let mut voices: Vec<Voice> = Vec::with_capacity(drafts.len());
        let mut last: Option<usize> = None;
        for (i, draft) in drafts.iter().enumerate() {
            let same = last.filter(|&l| {
                drafts[l].source_span().is_some() && drafts[l].source_span() == draft.source_span()
            });
            let voice = match (same, &draft.source) {
                (Some(l), Some(source)) if !source.inherited => voices[l].clone(),
                (Some(l), Some(_)) => Self::lowered(voices[l].clone()),
                (None, Some(_)) => {
                    self.voice(scene, drafts, i, last.map(|l| (&voices[l], &drafts[l])))
                }
                _ => Voice::default(),
            };
            if draft.source.is_some() {
                last = Some(i);
            }
            voices.push(voice);
        }
        voices
    }

    fn lowered(mut voice: Voice) -> Voice {
        if let Some(speaker) = &mut voice.speaker {
            speaker.certainty = speaker.certainty.min(Certainty::Likely);
        }
        voice
    }

    fn voice(
        &self,
        scene: &Scene<'_>,
        drafts: &[Draft],
        i: usize,
        last: Option<(&Voice, &Draft)>,
    ) -> Voice {
        let Some(source) = &drafts[i].source else { return Voice::default() };
        match source.form {
            SourceForm::Pronoun => self.pronoun(scene, drafts, i, last),
            SourceForm::Unnamed => Voice::default(),
            _ => {
                let named = self.named(scene, source.span);
                if named.speaker.is_some()
                    && named.candidates.len() == 1
                    && source.form != SourceForm::Description
                    && !self.by_description(source.span)
                {
                    return named;
                }
                self.described(scene, drafts, i, last, named)
            }
        }
    }

    fn inside(&self, span: Span) -> impl DoubleEndedIterator<Item = &'r Mention> {
        let from = self.mentions.partition_point(|m| m.span.end() <= span.start());
        let to = self.mentions.partition_point(|m| m.span.start() < span.end()).max(from);
        self.mentions[from..to].iter()
    }

    fn by_description(&self, span: Span) -> bool {
        self.inside(span).all(|m| m.form == Form::Description)
    }

    /// The mention that is the head of the source's words.
    fn named(&self, scene: &Scene<'_>, span: Span) -> Voice {
        let text = scene.document.text();
        let heads = |m: &&Mention| {
            let after = text.get(m.span.end()..).unwrap_or_default();
            let before =
                text.get(span.start()..m.span.start().max(span.start())).unwrap_or_default();
            let owner = after.starts_with(['\'', '’']) && m.span.end() < span.end();
            let modifies = m.span.end() < span.end()
                && m.entity_type != EntityType::Person
                && after.get(..span.end() - m.span.end()).is_some_and(|a| {
                    a.contains(char::is_alphabetic)
                        && !a.trim_start().starts_with("of ")
                        && !a.trim_start().starts_with("in ")
                });
            let beside = before.trim_end().ends_with(',');
            let of = !beside
                && [" for ", " of ", " at ", " from ", " with ", " to ", " in "]
                    .iter()
                    .any(|p| before.contains(p));
            !owner && !modifies && !of
        };
        let why =
            |m: &Mention| Why::rule(&rows::AFTER).noting("Named as the source.").with([m.span]);
        let mut best: Option<&Mention> = None;
        for mention in self.inside(span).filter(heads) {
            let better = best.is_none_or(|b| {
                b.entity_type != EntityType::Person && mention.entity_type == EntityType::Person
            });
            if better {
                best = Some(mention);
            }
        }
        match best {
            Some(Mention { entity: Some(entity), form, span, .. }) => {
                let certainty =
                    if *form == Form::Description { Certainty::Likely } else { Certainty::Sure };
                let note = Why::rule(&rows::AFTER).noting("Named as the source.").with([*span]);
                Voice::of(entity, certainty, note)
            }
            Some(undecided) => Voice {
                speaker: None,
                candidates: undecided
                    .candidates
                    .iter()
                    .map(|c| Candidate { entity: c.entity.clone(), why: why(undecided) })
                    .collect(),
            },
            None => Voice::default(),
        }
    }

    /// A description: someone whose office it is, or the name that the next attribution gives.
    fn described(
        &self,
        scene: &Scene<'_>,
        drafts: &[Draft],
        i: usize,
        last: Option<(&Voice, &Draft)>,
        named: Voice,
    ) -> Voice {
        let Some(source) = &drafts[i].source else { return named };
        let named = self.nearest_office(scene, source.span, named);
        let found = if named.speaker.is_some() || named.candidates.len() > 1 {
            named
        } else {
            let by_role = self.by_role(scene, source.span);
            if by_role.speaker.is_some() || by_role.candidates.len() > 1 {
                by_role
            } else {
                self.ahead(scene, drafts, i)
            }
        };
        let continues =
            drafts[i].cue.as_ref().is_some_and(|c| CONTINUING.contains(&c.lemma.as_str()));
        let Some(before) = last.filter(|_| continues).and_then(|(v, d)| v.entity().map(|e| (e, d)))
        else {
            return found;
        };
        let (earlier, draft) = before;
        let goes_on = Why::rule(&rows::CONTINUES)
            .noting("The verb goes on with the speaker before.")
            .with(drafts[i].cue.iter().map(|c| c.span).chain(draft.source_span()));
        match found.entity() {
            Some(entity) if entity != earlier => {
                let mut candidates = found.candidates.clone();
                candidates.push(Candidate { entity: earlier.to_owned(), why: goes_on });
                Voice { speaker: None, candidates }
            }
            None if found.candidates.is_empty() && source.form == SourceForm::Description => {
                Voice::of(earlier, Certainty::Check, goes_on)
            }
            _ => found,
        }
    }

    /// Of several holders of an office, the one who is named with it in this paragraph or the next.
    fn nearest_office(&self, scene: &Scene<'_>, span: Span, voice: Voice) -> Voice {
        let block = scene.document.block_at(span.start()).unwrap_or_default();
        let near = |c: &&Candidate| {
            let entity = self.entities.iter().find(|e| e.id == c.entity);
            entity.is_some_and(|e| {
                e.roles.iter().any(|r| {
                    scene.document.block_at(r.span.start()).is_some_and(|b| b.abs_diff(block) <= 1)
                })
            })
        };
        if voice.candidates.len() < 2 {
            return voice;
        }
        let mut nearby = voice.candidates.iter().filter(near);
        match (nearby.next(), nearby.next()) {
            (Some(only), None) => Voice::of(&only.entity, Certainty::Likely, only.why.clone()),
            _ => voice,
        }
    }

    /// The persons whose office the description names.
    fn by_role(&self, scene: &Scene<'_>, span: Span) -> Voice {
        let words = scene.text(span).to_lowercase();
        let mut found: Vec<Candidate> = Vec::new();
        for entity in self.entities.iter().filter(|e| e.entity_type == EntityType::Person) {
            let role = entity.roles.iter().find(|r| {
                let title = r.title.to_lowercase();
                !title.is_empty()
                    && (words.ends_with(&title) || words.contains(&format!("{title} ")))
            });
            if let Some(role) = role {
                let why = Why::rule(&rows::AFTER)
                    .noting("Holds the office that is named.")
                    .with([role.span, span]);
                found.push(Candidate { entity: entity.id.clone(), why });
            }
            if found.len() > 3 {
                break;
            }
        }
        let speaker = match found.as_slice() {
            [only] => Some(Speaker { entity: only.entity.clone(), certainty: Certainty::Likely }),
            _ => None,
        };
        Voice { speaker, candidates: found }
    }

    /// "the government spokesman said … added Odile Marsh": the name comes with the next quote, and
    /// nowhere before.
    fn ahead(&self, scene: &Scene<'_>, drafts: &[Draft], i: usize) -> Voice {
        let Some(source) = &drafts[i].source else { return Voice::default() };
        if source.form != SourceForm::Description {
            return Voice::default();
        }
        let here = source.span;
        let Some(next) = drafts[i + 1..]
            .iter()
            .take(20)
            .filter_map(|d| d.source.as_ref())
            .find(|s| s.span.start() >= here.end())
        else {
            return Voice::default();
        };
        let (Some(a), Some(b)) =
            (scene.document.block_at(here.start()), scene.document.block_at(next.span.start()))
        else {
            return Voice::default();
        };
        let voice = self.named(scene, next.span);
        let first =
            voice.entity().and_then(|e| self.first.get(e)).and_then(|&i| self.mentions.get(i));
        let person = first
            .is_some_and(|m| m.entity_type == EntityType::Person && m.span.start() > here.end());
        if b > a + 1 || !person {
            return Voice::default();
        }
        let why =
            Why::rule(&rows::AFTER).noting("Named with the next quote.").with([here, next.span]);
        voice.entity().map_or_else(Voice::default, |e| Voice::of(e, Certainty::Likely, why))
    }

    /// The nearest earlier person that the pronoun fits, the speaker before first.
    fn pronoun(
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
                "he" | "she" | "him" | "her" => m.entity_type == EntityType::Person,
                "they" | "it" => matches!(
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
            voice.entity().filter(|_| near && matches!(word.as_str(), "he" | "she"))
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
        let note: Cow<'static, str> = "The nearest earlier one that the pronoun fits.".into();
        let why =
            Why::rule(&rows::AFTER).noting(note).with(evidence.into_iter().chain([source.span]));
        Voice::of(chosen, certainty, why)
    }
}

const CONTINUING: &[&str] = &["add", "continue", "go on", "conclude"];
