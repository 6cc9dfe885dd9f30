//! What a gazetteer says about one name.

use crate::report::EntityType;

/// The kinds of thing that a name may stand for, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kinds(pub u32);

impl Kinds {
    /// A given name.
    pub const GIVEN: Self = Self(1);
    /// A family name.
    pub const FAMILY: Self = Self(1 << 1);
    /// A common English word in lower case.
    pub const WORD: Self = Self(1 << 2);
    /// A country, region, city, facility or feature.
    pub const PLACE: Self = Self(1 << 3);
    /// An organisation.
    pub const ORGANISATION: Self = Self(1 << 4);
    /// A nationality, religion or political direction.
    pub const GROUP: Self = Self(1 << 5);
    /// An event.
    pub const EVENT: Self = Self(1 << 6);
    /// A product.
    pub const PRODUCT: Self = Self(1 << 7);
    /// A work.
    pub const WORK: Self = Self(1 << 8);
    /// Only when it is written in capitals: `WHO`, not `who`.
    pub const CAPITALS: Self = Self(1 << 9);
    /// The capital of its country.
    pub const CAPITAL: Self = Self(1 << 10);
    /// Well known: a country, a city of half a million, or listed by hand.
    pub const MAJOR: Self = Self(1 << 11);

    /// The whole name of a person of note.
    pub const PERSON: Self = Self(1 << 12);
    /// Evidence only: the name is ambiguous, or also a common word.
    pub const WEAK: Self = Self(1 << 13);
    /// In the second part only to spare the first: read as if it stood there.
    pub const OF_FIRST: Self = Self(1 << 14);
    /// All types but person: one name may have several, as `Barcelona` is a city and a club.
    pub const TYPES: Self = Self(
        Self::PLACE.0
            | Self::ORGANISATION.0
            | Self::GROUP.0
            | Self::EVENT.0
            | Self::PRODUCT.0
            | Self::WORK.0,
    );

    const NAMES: Self = Self(Self::GIVEN.0 | Self::FAMILY.0);
    const TYPED: [(Self, EntityType); 6] = [
        (Self::PLACE, EntityType::Place),
        (Self::ORGANISATION, EntityType::Organisation),
        (Self::GROUP, EntityType::Group),
        (Self::EVENT, EntityType::Event),
        (Self::PRODUCT, EntityType::Product),
        (Self::WORK, EntityType::Work),
    ];

    /// Whether all of `other` are among these.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is among these.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// These without `other`.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether it is a given or a family name.
    pub fn is_person(self) -> bool {
        self.any(Self::NAMES)
    }

    /// The first type besides person that it stands for.
    pub fn entity_type(self) -> Option<EntityType> {
        Self::TYPED.into_iter().find(|(kind, _)| self.has(*kind)).map(|(_, t)| t)
    }
}

impl std::ops::BitOr for Kinds {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl std::ops::BitOrAssign for Kinds {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The subtypes that the gazetteers know; a place in this list is what their file stores.
pub const SUBTYPES: &[&str] = &[
    "",
    "country",
    "region",
    "city",
    "facility",
    "feature",
    "igo",
    "ngo",
    "media",
    "company",
    "government",
    "military",
    "armed-group",
    "party",
    "team",
    "religion",
    "politics",
    "nationality",
    "sport",
    "history",
    "festival",
    "weapon",
    "vehicle",
    "drug",
    "software",
    "law",
    "title",
    "university",
    "airline",
    "bank",
    "exchange",
    "union",
];

/// What the gazetteers say about one name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// What it may stand for.
    pub kinds: Kinds,
    /// Index into [`SUBTYPES`].
    pub subtype: u8,
    /// ISO 3166-1 alpha-2; zeros when the gazetteers do not say.
    pub country: [u8; 2],
}

impl Entry {
    /// Four words of a line: kinds, subtype, country or `-`, as the shipped table has them.
    pub fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let kinds = Kinds(words.next()?.parse().ok()?);
        let subtype = words.next()?.parse().ok()?;
        let country = match words.next()?.as_bytes() {
            &[a, b] => [a, b],
            _ => [0, 0],
        };
        Some(Self { kinds, subtype, country })
    }

    /// What two lists say together: types of `other` count only where this has none and is no
    /// common word; a weak `other` adds nothing.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        let other = Self { kinds: other.kinds.without(Kinds::OF_FIRST), ..other };
        if self == Self::default() && !other.kinds.has(Kinds::WEAK) {
            return other;
        }
        let settled = self.kinds.any(Kinds::TYPES | Kinds::WORD);
        if settled || other.kinds.has(Kinds::WEAK) {
            return self;
        }
        let kinds = self.kinds | other.kinds;
        if other.kinds.any(Kinds::TYPES) { Self { kinds, ..other } } else { Self { kinds, ..self } }
    }

    /// The subtype in words.
    pub fn subtype(&self) -> Option<&'static str> {
        SUBTYPES.get(self.subtype as usize).copied().filter(|s| !s.is_empty())
    }

    /// The country's code.
    pub fn country(&self) -> Option<&str> {
        std::str::from_utf8(&self.country).ok().filter(|c| !c.starts_with('\0'))
    }
}
