//! Whether a person is a man or a woman, as far as the article or the given name tells.

use std::{collections::HashMap, sync::LazyLock};

use crate::report::{Entity, EntityType, Form, Mention};

/// A gender that the words of an article show. Most names show none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    /// She.
    Female,
    /// He.
    Male,
}

/// Given names by gender, in lower case.
static NAMES: LazyLock<HashMap<String, Gender>> = LazyLock::new(|| {
    let rows = include_str!("../data/genders.tsv").lines();
    rows.filter_map(|row| row.split_once('\t'))
        .flat_map(|(gender, names)| {
            let gender = if gender == "female" { Gender::Female } else { Gender::Male };
            names.split(' ').map(move |name| (name.to_lowercase(), gender))
        })
        .collect()
});

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
    /// given name.
    pub(crate) fn of_all<'r>(
        text: &str,
        entities: &'r [Entity],
        mentions: &'r [Mention],
    ) -> HashMap<&'r str, Self> {
        let mut genders: HashMap<&str, Self> = HashMap::new();
        for mention in mentions {
            let Some(entity) = mention.entity.as_deref() else { continue };
            if mention.entity_type != EntityType::Person || mention.form == Form::Description {
                continue;
            }
            let word = text[..mention.span.start()].trim_end().rsplit([' ', '\n', '(']).next();
            let told = BEFORE.iter().find(|(before, _)| Some(*before) == word);
            if let Some((_, gender)) = told {
                genders.entry(entity).or_insert(*gender);
            }
        }
        for entity in entities.iter().filter(|e| e.entity_type == EntityType::Person) {
            let office = entity.roles.iter().find_map(|role| by_office(&role.title));
            let given = || NAMES.get(&entity.name.split(' ').next()?.to_lowercase()).copied();
            // One word may be a family name: Jordan.
            let full = entity.name.contains(' ');
            if let Some(gender) = office.or_else(|| given().filter(|_| full)) {
                genders.entry(entity.id.as_str()).or_insert(gender);
            }
        }
        genders
    }
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
    fn genders_are_told_by_name_and_office() {
        for (name, wanted) in [
            ("susan", Some(Gender::Female)),
            ("fumio", Some(Gender::Male)),
            ("jordan", None),
            ("taylor", None),
        ] {
            assert_eq!(NAMES.get(name).copied(), wanted, "{name}");
        }
        assert_eq!(by_office("government spokeswoman"), Some(Gender::Female));
        assert_eq!(by_office("Chairman"), Some(Gender::Male));
        assert_eq!(by_office("chief of staff"), None);
    }
}
