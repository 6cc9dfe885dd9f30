//! The reader's own names, and strings never to mark, as a file to take along.

use std::{borrow::Cow, collections::BTreeSet};

use serde::{Deserialize, Serialize};

use super::{MAX_CHARS, MAX_ITEMS, Refused};
use crate::options::{LexiconEntry, Options};

/// The schema of a lexicon.
pub const LEXICON_SCHEMA: &str = "newsmark-lexicon/1";

/// The reader's own names, and strings never to mark, for all articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema, ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// Always `newsmark-lexicon/1`.
    #[cfg_attr(
        feature = "schema",
        schemars(extend("const" = LEXICON_SCHEMA)),
        ts(type = "\"newsmark-lexicon/1\"")
    )]
    schema: Cow<'static, str>,
    /// The reader's own names.
    names: Vec<LexiconEntry>,
    /// Strings never to mark, whatever their capitals are.
    ignore: Vec<String>,
}

/// What came of a merge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Entries that are new.
    pub added: usize,
    /// Entries that were there already.
    pub known: usize,
    /// Names that were there with another type or entity, and stay as they were.
    pub kept: usize,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self { schema: Cow::Borrowed(LEXICON_SCHEMA), names: Vec::new(), ignore: Vec::new() }
    }
}

impl Lexicon {
    /// The reader's own names, in the order in which they were added.
    pub fn names(&self) -> &[LexiconEntry] {
        &self.names
    }

    /// Strings never to mark.
    pub fn ignore(&self) -> &[String] {
        &self.ignore
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.ignore.is_empty()
    }

    /// Adds a name, or gives one that is there already another type or entity. `false` if it was there
    /// as it is.
    ///
    /// # Errors
    ///
    /// [`Refused::BadLexicon`] for a name that is none; [`Refused::TooMany`].
    pub fn add_name(&mut self, entry: LexiconEntry) -> Result<bool, Refused> {
        check_name(&entry).map_err(|(field, reason)| bad(field.into(), reason))?;
        if let Some(known) = self.names.iter_mut().find(|known| known.text == entry.text) {
            let new = *known != entry;
            *known = entry;
            return Ok(new);
        }
        room(self.names.len())?;
        self.names.push(entry);
        Ok(true)
    }

    /// Takes a name out. `false` if there is none.
    pub fn remove_name(&mut self, text: &str) -> bool {
        let before = self.names.len();
        self.names.retain(|entry| entry.text != text);
        self.names.len() < before
    }

    /// Adds a string never to mark. `false` if it was there.
    ///
    /// # Errors
    ///
    /// [`Refused::BadLexicon`] for one without words; [`Refused::TooMany`].
    pub fn add_ignored(&mut self, words: &str) -> Result<bool, Refused> {
        let words = words.trim();
        check_words(words).map_err(|reason| bad("ignore".into(), reason))?;
        if self.ignore.iter().any(|known| folded(known) == folded(words)) {
            return Ok(false);
        }
        room(self.ignore.len())?;
        self.ignore.push(words.to_owned());
        Ok(true)
    }

    /// Takes a string out of those never to mark. `false` if it is not there.
    pub fn remove_ignored(&mut self, words: &str) -> bool {
        let before = self.ignore.len();
        self.ignore.retain(|known| folded(known) != folded(words.trim()));
        self.ignore.len() < before
    }

    /// Adds what `other` has and this has not. A name that is here already stays as it is.
    ///
    /// # Errors
    ///
    /// [`Refused::TooMany`]: then nothing was added.
    pub fn merge(&mut self, other: &Self) -> Result<Merged, Refused> {
        let mut merged = Merged::default();
        let (mut names, mut ignore) = (self.names.clone(), self.ignore.clone());
        let mut known = BTreeSet::new();
        known.extend(names.iter().map(|entry| entry.text.clone()));
        for entry in &other.names {
            if known.insert(entry.text.clone()) {
                names.push(entry.clone());
                merged.added += 1;
            } else if self.names.contains(entry) {
                merged.known += 1;
            } else {
                merged.kept += 1;
            }
        }
        known.clear();
        known.extend(ignore.iter().map(|words| folded(words)));
        for words in &other.ignore {
            if known.insert(folded(words)) {
                ignore.push(words.clone());
                merged.added += 1;
            } else {
                merged.known += 1;
            }
        }
        if names.len().max(ignore.len()) > MAX_ITEMS {
            return Err(Refused::TooMany { max: MAX_ITEMS });
        }
        (self.names, self.ignore) = (names, ignore);
        Ok(merged)
    }

    /// `options` with these names and strings beside those that it has.
    #[must_use]
    pub fn options(&self, options: &Options) -> Options {
        let mut options = options.clone();
        if !self.names.is_empty() {
            options.lexicon.get_or_insert_default().extend(self.names.iter().cloned());
        }
        if !self.ignore.is_empty() {
            options.ignore.get_or_insert_default().extend(self.ignore.iter().cloned());
        }
        options
    }

    /// What is wrong with it, and where.
    #[cfg(any(feature = "aside", feature = "cli", feature = "edit"))]
    pub(super) fn check(&self) -> Result<(), Refused> {
        if self.schema != LEXICON_SCHEMA {
            return Err(bad("schema".into(), "not newsmark-lexicon/1"));
        }
        room(self.names.len().max(self.ignore.len()).saturating_sub(1))?;
        let mut seen = BTreeSet::new();
        for (i, entry) in self.names.iter().enumerate() {
            let twice = || (!seen.insert(entry.text.clone())).then_some(("text", "stands twice"));
            if let Some((field, reason)) = check_name(entry).err().or_else(twice) {
                return Err(bad(format!("names[{i}].{field}"), reason));
            }
        }
        seen.clear();
        for (i, words) in self.ignore.iter().enumerate() {
            let twice = || (!seen.insert(folded(words))).then_some("stands twice");
            if let Some(reason) = check_words(words).err().or_else(twice) {
                return Err(bad(format!("ignore[{i}]"), reason));
            }
        }
        Ok(())
    }
}

fn bad(at: String, reason: &str) -> Refused {
    Refused::BadLexicon { at, reason: reason.into() }
}

fn room(held: usize) -> Result<(), Refused> {
    if held < MAX_ITEMS { Ok(()) } else { Err(Refused::TooMany { max: MAX_ITEMS }) }
}

fn folded(words: &str) -> String {
    words.to_lowercase()
}

fn check_name(entry: &LexiconEntry) -> Result<(), (&'static str, &'static str)> {
    check_words(&entry.text).map_err(|reason| ("text", reason))?;
    entry.entity.as_deref().map_or(Ok(()), check_words).map_err(|reason| ("entity", reason))
}

fn check_words(words: &str) -> Result<(), &'static str> {
    if words.trim() != words || !words.chars().any(|c| !c.is_whitespace()) {
        return Err("empty, or with spaces around it");
    }
    if words.chars().any(char::is_control) {
        return Err("with control characters");
    }
    if words.chars().nth(MAX_CHARS).is_some() {
        return Err("longer than 10,000 characters");
    }
    Ok(())
}
