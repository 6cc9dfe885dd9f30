//! The kinds of marks that a reader can tell apart and switch on and off.

use crate::report::EntityType;

/// A kind of mark: one colour, one rule style, one letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Human beings.
    Person,
    /// Governments, companies, parties, papers.
    Organisation,
    /// Countries, cities, buildings.
    Place,
    /// Nationalities, religions, directions.
    Group,
    /// Named happenings.
    Event,
    /// Weapons, vehicles, drugs, software.
    Product,
    /// Books, films, laws, treaties.
    Work,
    /// Expressions of time.
    Date,
    /// Money, shares, measures, counts.
    Amount,
    /// What was said.
    Quote,
}

impl Kind {
    /// All, in the order of the page.
    pub const ALL: [Self; 10] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Group,
        Self::Event,
        Self::Product,
        Self::Work,
        Self::Date,
        Self::Amount,
        Self::Quote,
    ];

    /// The class of its elements; for entities also the type's name in the report.
    pub fn class(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Group => "group",
            Self::Event => "event",
            Self::Product => "product",
            Self::Work => "work",
            Self::Date => "date",
            Self::Amount => "amount",
            Self::Quote => "quote",
        }
    }

    /// The letter that stands for it where colour does not reach.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Person => "P",
            Self::Organisation => "O",
            Self::Place => "L",
            Self::Group => "G",
            Self::Event => "E",
            Self::Product => "W",
            Self::Work => "B",
            Self::Date => "D",
            Self::Amount => "N",
            Self::Quote => "“",
        }
    }
}

impl From<EntityType> for Kind {
    fn from(entity_type: EntityType) -> Self {
        match entity_type {
            EntityType::Person => Self::Person,
            EntityType::Organisation => Self::Organisation,
            EntityType::Place => Self::Place,
            EntityType::Group => Self::Group,
            EntityType::Event => Self::Event,
            EntityType::Product => Self::Product,
            EntityType::Work => Self::Work,
        }
    }
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindSet(u16);

impl KindSet {
    /// The set with nothing in it.
    pub const NONE: Self = Self(0);

    /// Whether `kind` is in the set.
    pub fn has(self, kind: Kind) -> bool {
        self.0 & Self::bit(kind) != 0
    }

    /// The set with `kind` in it.
    #[must_use]
    pub fn with(self, kind: Kind) -> Self {
        Self(self.0 | Self::bit(kind))
    }

    /// The set with `kind` put in or taken out.
    #[must_use]
    pub fn toggled(self, kind: Kind) -> Self {
        Self(self.0 ^ Self::bit(kind))
    }

    fn bit(kind: Kind) -> u16 {
        1 << kind as u16
    }
}

impl Default for KindSet {
    /// What most readers look for; the rest is one click away.
    fn default() -> Self {
        [Kind::Person, Kind::Organisation, Kind::Place, Kind::Date, Kind::Quote]
            .into_iter()
            .fold(Self(0), Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_put_in_and_taken_out_alone() {
        let set = KindSet::default();
        for kind in Kind::ALL {
            let toggled = set.toggled(kind);
            assert_ne!(set.has(kind), toggled.has(kind), "{kind:?}");
            for other in Kind::ALL.into_iter().filter(|&other| other != kind) {
                assert_eq!(set.has(other), toggled.has(other), "{kind:?} moved {other:?}");
            }
            assert!(set.with(kind).has(kind));
        }
    }
}
