//! Which pronoun an article uses of a person: told by a title, an office, or its own pronouns, never
//! guessed from a name.

use std::collections::BTreeMap;

use super::view::Scene;
use crate::{
    report::{Entity, EntityType, Form, Mention},
    text::{FastMap, TokenKind},
};

/// The pronoun of a person. Of most, the article does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    /// She.
    Female,
    /// He.
    Male,
}

/// Words before a name.
const BEFORE: &[(&str, Gender)] = &[
    ("Mr", Gender::Male),
    ("Mr.", Gender::Male),
    ("Sir", Gender::Male),
    ("Lord", Gender::Male),
    ("Mrs", Gender::Female),
    ("Mrs.", Gender::Female),
    ("Ms", Gender::Female),
    ("Ms.", Gender::Female),
    ("Miss", Gender::Female),
    ("Dame", Gender::Female),
    ("Lady", Gender::Female),
    ("wife", Gender::Female),
    ("mother", Gender::Female),
    ("sister", Gender::Female),
    ("daughter", Gender::Female),
    ("actress", Gender::Female),
    ("husband", Gender::Male),
    ("father", Gender::Male),
    ("brother", Gender::Male),
    ("son", Gender::Male),
];

impl Gender {
    /// Of whom `pronoun` (in lower case) speaks.
    pub(crate) fn of_pronoun(pronoun: &str) -> Option<Self> {
        match pronoun {
            "she" | "her" => Some(Self::Female),
            "he" | "him" | "his" => Some(Self::Male),
            _ => None,
        }
    }

    /// Of each person, by entity id: told by a word before the name, else by an office, else by the
    /// pronouns of sentences that name nobody else.
    pub(crate) fn of_all<'r>(
        scene: &Scene<'_>,
        entities: &'r [Entity],
        mentions: &'r [Mention],
    ) -> FastMap<&'r str, Self> {
        let text = scene.document.text();
        let mut genders: FastMap<&str, Self> = FastMap::default();
        for (entity, mention) in people(mentions) {
            let word = text[..mention.span.start()].trim_end().rsplit([' ', '\n', '(']).next();
            let told = BEFORE.iter().find(|(before, _)| Some(*before) == word);
            if let Some((_, gender)) = told {
                genders.entry(entity).or_insert(*gender);
            }
        }
        for entity in entities.iter().filter(|e| e.entity_type == EntityType::Person) {
            if let Some(gender) = entity.roles.iter().find_map(|role| by_office(&role.title)) {
                genders.entry(entity.id.as_str()).or_insert(gender);
            }
        }
        for (entity, votes) in votes(scene, mentions) {
            let gender = if votes > 0 { Self::Female } else { Self::Male };
            if votes != 0 {
                genders.entry(entity).or_insert(gender);
            }
        }
        genders
    }
}

/// The mentions of persons by name.
fn people(mentions: &[Mention]) -> impl Iterator<Item = (&str, &Mention)> {
    mentions
        .iter()
        .filter(|m| m.entity_type == EntityType::Person && m.form != Form::Description)
        .filter_map(|m| Some((m.entity.as_deref()?, m)))
}

/// How many more sentences about one person alone go on with `she` than with `he`.
fn votes<'r>(scene: &Scene<'_>, mentions: &'r [Mention]) -> BTreeMap<&'r str, i32> {
    let document = scene.document;
    let mut votes: BTreeMap<&str, i32> = BTreeMap::new();
    let mut named = people(mentions).peekable();
    for sentence in document.sentences() {
        let (mut only, mut several) = (None, false);
        while let Some((entity, mention)) =
            named.next_if(|(_, m)| m.span.start() < sentence.span.end())
        {
            if mention.span.start() < sentence.span.start() || scene.in_marks(mention.span) {
                continue;
            }
            several |= only.is_some_and(|(other, _)| other != entity);
            only = only.or(Some((entity, mention)));
        }
        let Some((entity, mention)) = only.filter(|_| !several) else { continue };
        let pronouns = document
            .sentence_tokens(sentence)
            .iter()
            .filter(|t| t.kind == TokenKind::Word && t.span.start() > mention.span.end())
            .filter(|t| !scene.in_marks(t.span))
            .filter_map(|t| Gender::of_pronoun(&document.word(t).to_ascii_lowercase()));
        let (mut she, mut he) = (0, 0);
        for gender in pronouns {
            match gender {
                Gender::Female => she += 1,
                Gender::Male => he += 1,
            }
        }
        if (she == 0) != (he == 0) {
            *votes.entry(entity).or_default() += if she > 0 { 1 } else { -1 };
        }
    }
    votes
}

/// `spokeswoman`, `chairman`, `queen`.
fn by_office(title: &str) -> Option<Gender> {
    let title = title.to_lowercase();
    let last = title.rsplit(' ').next()?;
    match last {
        "queen" | "princess" | "actress" | "duchess" => Some(Gender::Female),
        "king" | "prince" | "duke" => Some(Gender::Male),
        _ if last.ends_with("woman") => Some(Gender::Female),
        _ if last.ends_with("man") => Some(Gender::Male),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_tell_the_pronoun_where_their_words_do() {
        assert_eq!(by_office("government spokeswoman"), Some(Gender::Female));
        assert_eq!(by_office("Chairman"), Some(Gender::Male));
        assert_eq!(by_office("chief of staff"), None);
    }
}
