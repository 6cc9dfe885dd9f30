//! newsmark reads a news article and marks every person, organisation, place, group, event,
//! product, work, role and amount, every date (resolved to the calendar) and every quote (with who
//! said it, and how sure that is).
//!
//! It is pure: no clock, locale, network, file or random source, so equal input gives equal output
//! everywhere. Analysis cannot fail; [`Error`] is for requests that cannot start.
//!
//! ```
//! let text = "“We open on Monday,” said Odile Marsh on 4 October 2021.";
//! let report = newsmark::annotate(text, &newsmark::Options::default())?;
//! assert_eq!(report.dates[1].timex.value, "2021-10-04");
//! assert_eq!(report.quotes[0].content[0].span.of(text), "“We open on Monday,”");
//! assert_eq!(report.entities[0].name, "Odile Marsh");
//! # Ok::<(), newsmark::Error>(())
//! ```
//!
//! # What to call
//!
//! | you have | call | example |
//! |---|---|---|
//! | one article | [`annotate`]: text and [`Options`] in, a [`Report`] out | `examples/annotate.rs` |
//! | one article, and other work meanwhile | [`Analysis`]: the same in steps | |
//! | a text that is being written | [`Session`]: the same, faster after a small change | `examples/session.rs` |
//! | names to be read with fewer bytes, or with other files | [`annotate_with`] and [`Knowledge`] | `examples/knowledge.rs` |
//! | a reader who knows better | [`corrections`]: patches, undo and redo | `examples/corrections.rs` |
//! | a program that reads another format | [`mod@export`]: twelve formats, citations | `examples/export.rs` |
//! | spans for JavaScript or Python | [`wire`]: the report in UTF-16 units or code points | |
//! | marks to paint | [`segments`]: overlapping marks as flat runs | |
//!
//! Spans count UTF-8 bytes of the text that was given, and [`span::Span::of`] cuts the words out. Every
//! annotation has a [`report::Certainty`] and a [`report::Why`]: the rule that made it, and the words that
//! decided. [`rules::all`] lists the rules, each with texts in which it finds something and texts in which
//! it must not.
//!
//! # Dates
//!
//! “Last week” is counted from [`Options::published`], else from the date that the article states, and never
//! from today. What the article leaves open stays open, with its other readings beside it:
//!
//! ```
//! let text = "The mill shut last week.";
//! let open = newsmark::annotate(text, &newsmark::Options::default())?;
//! assert_eq!(open.dates[0].timex.value, "XXXX-WXX");
//! let options = newsmark::Options { published: Some("2021-10-04".into()), ..Default::default() };
//! assert_eq!(newsmark::annotate(text, &options)?.dates[0].timex.value, "2021-W39");
//! # Ok::<(), newsmark::Error>(())
//! ```
//!
//! # Features
//!
//! None is on by default, and the core then needs `serde` and nothing else.
//!
//! | feature | adds | for |
//! |---|---|---|
//! | `cli` | the command `newsmark`, and JSON of reports, patches and lexicons: `cli`, `Patch::from_json` | `cargo install newsmark --features cli` |
//! | `schema` | the JSON Schema and TypeScript types of the report: `schema` | programs that hand reports on |
//! | `wasm` | the exports for JavaScript: `wasm` | the module in a page's worker |
//! | `edit` | the exports for JavaScript that correct and export: `edit` | the element and the npm package |
//! | `app` | the page, in Yew: `app` | the site |
//! | `aside` | the page's sidebar alone | the element |
//!
//! All but the first two compile for `wasm32-unknown-unknown`, and change no report. A program that calls
//! [`annotate`] carries 780 kB of [`Knowledge`]; one that calls only [`annotate_with`] does not.
//!
//! # Map
//!
//! Each layer names only those above it in this list (`tests/architecture.rs` checks that):
//! [`span`] · [`error`], [`options`], [`report`] · [`rules`] · [`text`] · [`language`] ·
//! [`amounts`], [`dates`], [`entities`] · [`overlap`] · [`quotes`] · [`summary`] · `memory` · [`api`] ·
//! [`session`] · [`wire`], [`segments`] · [`corrections`], [`mod@export`] · the hosts: `wasm`, `edit`, `app`,
//! `cli`, `schema`.

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

/// The examples of the docs site compile and hold.
#[cfg(doctest)]
#[doc = include_str!("../docs/book/crate.md")]
mod book {}
