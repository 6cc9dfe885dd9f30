//! Why a correction, a patch or a lexicon is not taken.

use std::fmt;

/// Why a correction, a patch or a lexicon is not taken. Whatever was there before is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused {
    /// A patch is none, or one of its corrections is not sound.
    BadPatch {
        /// Where: `corrections[3].data`, or a line and column.
        at: String,
        /// What is wrong there.
        reason: String,
    },
    /// A lexicon is none, or one of its entries is not sound.
    BadLexicon {
        /// Where: `names[3].text`, or a line and column.
        at: String,
        /// What is wrong there.
        reason: String,
    },
    /// The report has nothing of that id, or nothing in the text stands for it.
    Unknown {
        /// The id.
        id: String,
    },
    /// What the id stands for cannot be corrected in this way.
    Unfit {
        /// The id, or the words.
        id: String,
        /// Why not.
        reason: &'static str,
    },
    /// A value is not one.
    BadValue {
        /// What was given.
        given: String,
        /// What is wanted.
        wanted: &'static str,
    },
    /// A span cannot be marked.
    BadSpan {
        /// Why not.
        reason: &'static str,
    },
    /// A patch or a lexicon is full.
    TooMany {
        /// How many it may hold.
        max: usize,
    },
}

impl Refused {
    /// A stable identifier for programs; the `Display` text is for people and may change.
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadPatch { .. } => "bad-patch",
            Self::BadLexicon { .. } => "bad-lexicon",
            Self::Unknown { .. } => "unknown-id",
            Self::Unfit { .. } => "unfit",
            Self::BadValue { .. } => "bad-value",
            Self::BadSpan { .. } => "bad-span",
            Self::TooMany { .. } => "too-many",
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadPatch { at, reason } | Self::BadLexicon { at, reason } => {
                write!(f, "{at}: {reason}")
            }
            Self::Unknown { id } => write!(f, "`{id}` is nothing that stands in the text"),
            Self::Unfit { id, reason } => write!(f, "`{id}`: {reason}"),
            Self::BadValue { given, wanted } => {
                let cut: String = given.chars().take(60).collect();
                write!(f, "`{cut}` is not {wanted}")
            }
            Self::BadSpan { reason } => f.write_str(reason),
            Self::TooMany { max } => write!(f, "no more than {max} fit in"),
        }
    }
}

impl std::error::Error for Refused {}
