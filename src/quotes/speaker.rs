//! From the words that name a source to the entity that speaks.

use super::{draft::Draft, gender::Gender, rows, view::Scene};
use crate::{
    report::{
        Candidate, Certainty, Entity, EntityType, Form, Mention, Role, SourceForm, Speaker, Why,
    },
    span::Span,
    text::FastMap,
};

/// Whom the article names, for looking up.
pub(crate) struct Cast<'r> {
    /// The mentions, in reading order.
    pub(crate) mentions: &'r [Mention],
    /// The first mention of each entity.
    pub(crate) first: FastMap<&'r str, usize>,
    /// The offices held, by the last word of their titles.
    pub(crate) offices: FastMap<String, Vec<Office<'r>>>,
    /// The pronoun of each person, where the article tells.
    pub(crate) genders: FastMap<&'r str, Gender>,
}

/// An office and who holds it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Office<'r> {
    /// The holder.
    pub(crate) holder: &'r Entity,
    /// The office.
    pub(crate) role: &'r Role,
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
    /// `entity` speaks.
    pub(crate) fn of(entity: &str, certainty: Certainty, why: Why) -> Self {
        Self {
            speaker: Some(Speaker { entity: entity.to_owned(), certainty }),
            candidates: vec![Candidate { entity: entity.to_owned(), why }],
        }
    }

    /// The entity that speaks.
    pub(crate) fn entity(&self) -> Option<&str> {
        self.speaker.as_ref().map(|s| s.entity.as_str())
    }
}

impl<'r> Cast<'r> {
    /// `mentions` are in reading order.
    pub(crate) fn new(scene: &Scene<'_>, entities: &'r [Entity], mentions: &'r [Mention]) -> Self {
        let mut first = FastMap::default();
        for (i, mention) in mentions.iter().enumerate() {
            if let Some(entity) = &mention.entity {
                first.entry(entity.as_str()).or_insert(i);
            }
        }
        let mut offices: FastMap<String, Vec<Office<'r>>> = FastMap::default();
        for holder in entities.iter().filter(|e| e.entity_type == EntityType::Person) {
            for role in &holder.roles {
                if let Some(head) = role.title.split_whitespace().next_back() {
                    offices.entry(head.to_lowercase()).or_default().push(Office { holder, role });
                }
            }
        }
        Self { mentions, first, offices, genders: Gender::of_all(scene, entities, mentions) }
    }

    /// What kind of thing the mention at the end of `span` is, if one is there.
    pub(crate) fn kind_at(&self, span: Span) -> Option<EntityType> {
        self.inside(span).map(|m| m.entity_type).next_back()
    }

    /// Whether a person is named in `span`, not only as the owner of something: `Marsh’s bridge`.
    pub(crate) fn names_person(&self, text: &str, span: Span) -> bool {
        self.inside(span).any(|m| {
            let after = text.get(m.span.end()..).unwrap_or_default();
            let owner = m.span.end() < span.end() && after.starts_with(['\'', '’']);
            m.entity_type == EntityType::Person && m.form != Form::Description && !owner
        })
    }

    /// Resolves the speakers of all drafts, which are in reading order.
    pub(crate) fn voices(&self, scene: &Scene<'_>, drafts: &[Draft]) -> Vec<Voice> {
        let mut voices: Vec<Voice> = Vec::with_capacity(drafts.len());
        let mut last: Option<usize> = None;
        // In an interview, "I" is the one whose turn it is.
        let mut turn: Option<usize> = None;
        for (i, draft) in drafts.iter().enumerate() {
            let same = last.filter(|&l| {
                drafts[l].source_span().is_some() && drafts[l].source_span() == draft.source_span()
            });
            if draft.rule.id == rows::TURN.id {
                turn = Some(i);
            }
            let own = turn.filter(|&t| {
                let first = draft.source_span().is_some_and(|s| scene.text(s) == "I");
                first && drafts[t].block == draft.block && t != i
            });
            let voice = match (same, &draft.source) {
                _ if own.is_some() => own.map_or_else(Voice::default, |t| voices[t].clone()),
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
    pub(crate) fn named(&self, scene: &Scene<'_>, span: Span) -> Voice {
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
        let speakers: Vec<&Mention> = self.inside(span).filter(heads).collect();
        if let Some(both) = joined(text, &speakers) {
            let candidates = both
                .iter()
                .filter_map(|m| Some(Candidate { entity: m.entity.clone()?, why: why(m) }));
            return Voice { speaker: None, candidates: candidates.collect() };
        }
        for mention in speakers {
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
}

/// Two of a kind that speak together: "Japan and South Korea".
fn joined<'m>(text: &str, speakers: &[&'m Mention]) -> Option<[&'m Mention; 2]> {
    speakers.windows(2).find_map(|pair| {
        let [a, b] = [pair[0], pair[1]];
        let between = text.get(a.span.end()..b.span.start())?;
        let two = a.entity_type == b.entity_type && a.entity != b.entity;
        (two && between.trim() == "and" && a.entity.is_some() && b.entity.is_some())
            .then_some([a, b])
    })
}
