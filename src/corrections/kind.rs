//! What a reader can call a stretch of text.

use super::What;
use crate::report::{AmountKind, EntityType, QuoteKind};

/// What a reader can call a stretch of text; without a closer kind it is told from the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name.
    Name(EntityType),
    /// An expression of time.
    Date,
    /// A number.
    Amount(Option<AmountKind>),
    /// Something said.
    Quote(Option<QuoteKind>),
}

/// Every kind by its name on the wire. The names of the three lists differ.
const NAMES: [(&str, Kind); 24] = [
    ("person", Kind::Name(EntityType::Person)),
    ("organisation", Kind::Name(EntityType::Organisation)),
    ("place", Kind::Name(EntityType::Place)),
    ("group", Kind::Name(EntityType::Group)),
    ("event", Kind::Name(EntityType::Event)),
    ("product", Kind::Name(EntityType::Product)),
    ("work", Kind::Name(EntityType::Work)),
    ("date", Kind::Date),
    ("amount", Kind::Amount(None)),
    ("money", Kind::Amount(Some(AmountKind::Money))),
    ("percent", Kind::Amount(Some(AmountKind::Percent))),
    ("quantity", Kind::Amount(Some(AmountKind::Quantity))),
    ("cardinal", Kind::Amount(Some(AmountKind::Cardinal))),
    ("ordinal", Kind::Amount(Some(AmountKind::Ordinal))),
    ("age", Kind::Amount(Some(AmountKind::Age))),
    ("quote", Kind::Quote(None)),
    ("direct", Kind::Quote(Some(QuoteKind::Direct))),
    ("indirect", Kind::Quote(Some(QuoteKind::Indirect))),
    ("mixed", Kind::Quote(Some(QuoteKind::Mixed))),
    ("partial", Kind::Quote(Some(QuoteKind::Partial))),
    ("term", Kind::Quote(Some(QuoteKind::Term))),
    ("title", Kind::Quote(Some(QuoteKind::Title))),
    ("nickname", Kind::Quote(Some(QuoteKind::Nickname))),
    ("other", Kind::Quote(Some(QuoteKind::Other))),
];

impl Kind {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(_, kind)| *kind)
    }

    /// The name on the wire.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// The kind with that name on the wire.
    pub fn from_name(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// What kind of annotation it makes.
    pub fn what(self) -> What {
        match self {
            Self::Name(_) => What::Mention,
            Self::Date => What::Date,
            Self::Amount(_) => What::Amount,
            Self::Quote(_) => What::Quote,
        }
    }
}
