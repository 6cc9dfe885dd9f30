//! newsmark reads a news article and marks every person, organisation, place, group, event,
//! product, work, role and amount, every date (resolved to the calendar) and every quote (with who
//! said it, and how sure that is).
//!
//! One door: [`annotate`] takes text and [`Options`] and returns a [`Report`]; [`Analysis`] is the
//! same in steps, [`Session`] the same for a text that is being written. It is pure: no clock, locale, network, file or random source, so equal input gives equal output everywhere.
//!
//! ```
//! let text = "“We open on Monday,” said Odile Marsh on 4 October 2021.";
//! let report = newsmark::annotate(text, &newsmark::Options::default())?;
//! assert_eq!(report.dates[1].timex.value, "2021-10-04");
//! # Ok::<(), newsmark::Error>(())
//! ```
//!
//! # Map
//!
//! Each layer names only those above it in this list (`tests/architecture.rs` checks that):
//! [`span`] · [`error`], [`options`], [`report`] · [`rules`] · [`text`] · [`language`] ·
//! [`amounts`], [`dates`], [`entities`] · [`overlap`] · [`quotes`] · [`summary`] · `memory` · [`api`] ·
//! [`session`] · [`wire`], [`segments`] · [`corrections`], [`export`] · the hosts: `wasm`, `edit`, `app`,
//! `cli`, `schema`.
//!
//! # Features
//!
//! `default = []` is the core. `wasm` adds the JavaScript exports, `edit` those of corrections and exports, `app`
//! the Yew page, `aside` its sidebar alone, `cli` the command, `schema` the JSON Schema and TypeScript types of the
//! report.

pub mod amounts;
pub mod api;
pub mod corrections;
pub mod dates;
pub mod entities;
pub mod error;
pub mod export;
pub mod language;
mod memory;
pub mod options;
pub mod overlap;
pub mod quotes;
pub mod report;
pub mod rules;
pub mod segments;
pub mod session;
pub mod span;
pub mod summary;
pub mod text;
pub mod wire;

#[cfg(feature = "aside")]
pub mod app;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "edit")]
pub mod edit;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "wasm")]
pub mod wasm;

pub use api::{Analysis, annotate, annotate_with};
pub use entities::Knowledge;
pub use error::Error;
pub use options::Options;
pub use report::Report;
pub use session::Session;
