//! Speakers that are described: by their office, or named with the next quote.

use super::{
    draft::Draft,
    rows,
    speaker::{Cast, Office, Voice},
    view::Scene,
};
use crate::{
    report::{Candidate, Certainty, EntityType, Mention, SourceForm, Speaker, Why},
    span::Span,
};

/// Verbs that go on with the speaker before.
const CONTINUING: &[&str] = &["add", "continue", "go on", "conclude"];

/// How far back, in mentions, an organisation is looked for.
const RECENT: usize = 20;

/// How many holders of offices of one name are looked at.
const MOST_HOLDERS: usize = 24;

impl Cast<'_> {
    /// A description: someone whose office it is, or the name that the next attribution gives.
    pub(crate) fn described(
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
            } else if source.form == SourceForm::Organisation {
                self.organisation(scene, source.span)
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
            self.offices_in(scene, span).any(|office| {
                let place = scene.document.block_at(office.role.span.start());
                office.holder.id == c.entity && place.is_some_and(|b| b.abs_diff(block) <= 1)
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

    /// The offices whose last word stands in `span`.
    fn offices_in<'s>(
        &'s self,
        scene: &'s Scene<'_>,
        span: Span,
    ) -> impl Iterator<Item = Office<'s>> + 's {
        let words = scene.text(span).split(|c: char| !c.is_alphanumeric() && c != '-');
        words
            .filter_map(|word| self.offices.get(&word.to_lowercase()))
            .flat_map(|offices| offices.iter().take(MOST_HOLDERS).copied())
    }

    /// The persons whose office the description names.
    fn by_role(&self, scene: &Scene<'_>, span: Span) -> Voice {
        let words = scene.text(span).to_lowercase();
        let mut found: Vec<Candidate> = Vec::new();
        for Office { holder, role } in self.offices_in(scene, span) {
            let title = role.title.to_lowercase();
            let named = words.ends_with(&title) || words.contains(&format!("{title} "));
            if named && !found.iter().any(|c| c.entity == holder.id) {
                let why = Why::rule(&rows::AFTER)
                    .noting("Holds the office that is named.")
                    .with([role.span, span]);
                found.push(Candidate { entity: holder.id.clone(), why });
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

    /// "the company", "the commission": the nearest earlier organisation with that word in its name,
    /// else the nearest subject; the others near it are candidates.
    fn organisation(&self, scene: &Scene<'_>, span: Span) -> Voice {
        let words = scene.text(span);
        let the = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "));
        let Some(phrase) = the.filter(|rest| !rest.contains(char::is_uppercase)) else {
            return Voice::default();
        };
        let phrase = [" of ", " in ", " for ", " at "]
            .iter()
            .fold(phrase, |phrase, after| phrase.split(after).next().unwrap_or(phrase));
        let Some(head) = phrase.split_whitespace().next_back() else { return Voice::default() };
        let block = scene.document.block_at(span.start()).unwrap_or_default();
        let from = self.mentions.partition_point(|m| m.span.start() < span.start());
        let mut near: Vec<&Mention> = Vec::new();
        for mention in self.mentions[..from].iter().rev().take(RECENT) {
            let close =
                scene.document.block_at(mention.span.start()).is_some_and(|b| b + 4 > block);
            let fits = mention.entity_type == EntityType::Organisation && mention.entity.is_some();
            if close
                && fits
                && !scene.in_marks(mention.span)
                && !near.iter().any(|m| m.entity == mention.entity)
            {
                near.push(mention);
            }
        }
        let has_head = |m: &Mention| {
            scene.text(m.span).to_lowercase().split_whitespace().any(|word| word == head)
        };
        let named = near.iter().position(|m| has_head(m));
        let chosen = named.or_else(|| near.iter().position(|m| self.is_subject(scene, m)));
        if let Some(chosen) = chosen {
            let mention = near.remove(chosen);
            near.insert(0, mention);
        }
        let certainty = if named.is_some() { Certainty::Likely } else { Certainty::Check };
        let candidates: Vec<Candidate> = (near.iter().take(3))
            .filter_map(|m| {
                let why = Why::rule(&rows::AFTER)
                    .noting("An organisation named shortly before.")
                    .with([m.span, span]);
                Some(Candidate { entity: m.entity.clone()?, why })
            })
            .collect();
        let speaker = candidates.first().map(|c| Speaker { entity: c.entity.clone(), certainty });
        Voice { speaker, candidates }
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
}
