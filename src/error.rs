//! Why a request could not be started.

use std::fmt;

/// Why a request could not be started. Analysis itself cannot fail: text that no rule understands
/// yields no annotations.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The text is longer than [`Options::max_bytes`](crate::Options::max_bytes); both numbers are
    /// UTF-8 bytes.
    TooLong {
        /// Length of the text.
        len: usize,
        /// The limit.
        max: usize,
    },
    /// `published` is not a calendar date written `YYYY-MM-DD`.
    BadDate {
        /// What was given.
        given: String,
    },
    /// An option has a name or a value that newsmark does not know.
    BadOption {
        /// The option's name, as readers write it: `dateOrder`.
        name: String,
        /// What is wrong with it.
        reason: String,
    },
    /// What is said to be a report on a text is none, or one on another text.
    BadReport {
        /// What is wrong with it.
        reason: String,
    },
}

impl Error {
    /// A stable identifier for programs; the `Display` text is for people and may change.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "too-long",
            Self::BadDate { .. } => "bad-date",
            Self::BadOption { .. } => "bad-option",
            Self::BadReport { .. } => "bad-report",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { len, max } => {
                write!(f, "the text is {len} bytes long; the limit is {max} bytes")
            }
            Self::BadDate { given } => {
                write!(f, "`{given}` is not a calendar date written YYYY-MM-DD")
            }
            Self::BadOption { name, reason } => write!(f, "option `{name}`: {reason}"),
            Self::BadReport { reason } => write!(f, "not a report on this text: {reason}"),
        }
    }
}

impl std::error::Error for Error {}
