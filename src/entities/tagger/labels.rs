//! The labels of tokens: nothing, or a type with a place in the name (first, inside, last, only).

use crate::report::EntityType;

/// What the tagger tells apart. Facilities are places of their own kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A country, region, city or feature.
    Place,
    /// Something that was built.
    Facility,
    /// A nationality, religion or political direction.
    Group,
    /// An event.
    Event,
    /// A product.
    Product,
    /// A work.
    Work,
}

impl Class {
    /// All of them, in the order of the weights.
    pub const ALL: [Self; 8] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Facility,
        Self::Group,
        Self::Event,
        Self::Product,
        Self::Work,
    ];
}

impl Class {
    /// Its type in the report.
    pub fn entity_type(self) -> EntityType {
        match self {
            Self::Person => EntityType::Person,
            Self::Organisation => EntityType::Organisation,
            Self::Place | Self::Facility => EntityType::Place,
            Self::Group => EntityType::Group,
            Self::Event => EntityType::Event,
            Self::Product => EntityType::Product,
            Self::Work => EntityType::Work,
        }
    }
}

/// A token's label: 0 is no name; then four for each class: first, inside, last, only token.
pub type Label = u8;

/// How many labels there are.
pub const LABELS: usize = 1 + 4 * Class::ALL.len();

/// Not part of a name.
pub const OUTSIDE: Label = 0;

/// Where in a name a token stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first of several.
    First,
    /// Between the first and the last.
    Inside,
    /// The last of several.
    Last,
    /// The only one.
    Only,
}

/// The label of a token at `part` of a name of `class`.
pub fn label(class: Class, part: Part) -> Label {
    1 + 4 * class as u8 + part as u8
}

/// The class and part that a label says.
pub fn meaning(label: Label) -> Option<(Class, Part)> {
    let at = label.checked_sub(1)?;
    let class = *Class::ALL.get(at as usize / 4)?;
    let part = [Part::First, Part::Inside, Part::Last, Part::Only][at as usize % 4];
    Some((class, part))
}

/// Whether a name goes on behind a token of this label.
pub fn is_open(label: Label) -> bool {
    matches!(meaning(label), Some((_, Part::First | Part::Inside)))
}

/// Whether `next` may follow `label`: names are closed before others begin.
pub fn may_follow(label: Label, next: Label) -> bool {
    match (meaning(label), meaning(next)) {
        (Some((a, Part::First | Part::Inside)), Some((b, Part::Inside | Part::Last))) => a == b,
        (Some((_, Part::First | Part::Inside)), _) | (_, Some((_, Part::Inside | Part::Last))) => {
            false
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_says_what_it_was_made_of() {
        for class in Class::ALL {
            for part in [Part::First, Part::Inside, Part::Last, Part::Only] {
                assert_eq!(meaning(label(class, part)), Some((class, part)));
            }
        }
        assert_eq!(meaning(OUTSIDE), None);
        assert_eq!(usize::from(label(Class::Work, Part::Only)) + 1, LABELS);
    }

    #[test]
    fn names_are_closed_before_others_begin() {
        let person = |part| label(Class::Person, part);
        assert!(may_follow(person(Part::First), person(Part::Last)));
        assert!(!may_follow(person(Part::First), label(Class::Place, Part::Last)));
        assert!(!may_follow(person(Part::First), OUTSIDE));
        assert!(!may_follow(OUTSIDE, person(Part::Inside)));
        assert!(may_follow(person(Part::Only), person(Part::First)));
    }
}
