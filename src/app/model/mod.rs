//! What the page shows, worked out from a report without any browser: tested natively.

pub mod amount;
pub mod articles;
pub mod carry;
pub mod checks;
pub mod compare;
pub mod dates;
pub mod excerpt;
pub mod kind;
pub mod nodes;
pub mod reading;
pub mod speakers;
pub mod strip;
pub mod timeline;
pub mod when;

pub use kind::{Kind, KindSet};
pub use reading::{Mark, Of, Reading};

#[cfg(test)]
pub(crate) mod sample;

/// A number for [`crate::span::by_number`], in the order of `number`.
fn ordinal(number: i64) -> u64 {
    number.cast_unsigned() ^ 1 << 63
}
