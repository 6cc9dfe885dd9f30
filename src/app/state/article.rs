//! One of the articles that are open.

use std::rc::Rc;

use super::{
    super::{
        later,
        model::{Mark, Reading, carry::Change, excerpt::excerpt},
        strings,
    },
    Again, Failure, Fixing,
};
use crate::{options::Options, options::Unit, span::Span};

/// No more of an article's first line is its title.
const TITLE: usize = 48;

/// An article with all that belongs to it alone: its text, what was asked and answered, what is
/// selected.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "they do not depend on each other")]
pub struct Article {
    /// Its number: never another's, as long as the page is open.
    pub key: u32,
    /// What stands in the text field. No error ever changes it.
    pub draft: Rc<str>,
    /// Whether the text field is open.
    pub editing: bool,
    /// The publication date that the reader gave.
    pub published: Option<Rc<str>>,
    /// Whether the reader said to leave the publication date open.
    pub left_open: bool,
    /// Places that the reader wants read although they look like boilerplate.
    pub body: Vec<Span>,
    /// The number of the latest question about it. 0: none was asked.
    pub request: u32,
    /// How long to wait before it is asked, in milliseconds.
    pub pause: u32,
    /// Whether its answer is still to come.
    pub busy: bool,
    /// Why the question under way asks anew about what has been read already, so that nothing need be
    /// said of it and what the reader has selected stays so.
    pub again: Option<Again>,
    /// The latest answer.
    pub reading: Option<Reading>,
    /// Why there is none.
    pub failure: Option<Failure>,
    /// The selected mark.
    pub selected: Option<usize>,
    /// The mark that the keyboard stands on.
    pub cursor: Option<usize>,
    /// Words that the reader asked to be shown.
    pub spot: Option<Span>,
    /// Where someone is typing, a byte offset of the draft; none when the text has come to rest.
    pub caret: Option<usize>,
    /// What the reader has ticked off the list of checks: the keys of its items.
    pub done: Vec<String>,
    /// The item of that list that was shown last.
    pub check: Option<String>,
    /// The articles that the draft seems to hold; none if it seems to be one.
    pub parts: Rc<[Span]>,
    /// Whether the reader said that it is one.
    pub is_whole: bool,
    /// What the reader corrects.
    pub fix: Fixing,
    /// What keeping calls it, where it was restored.
    pub kept: Option<Rc<str>>,
}

impl Article {
    /// An empty one, with the text field open.
    pub fn new(key: u32) -> Self {
        Self {
            key,
            draft: Rc::from(""),
            editing: true,
            published: None,
            left_open: false,
            body: Vec::new(),
            request: 0,
            pause: 0,
            busy: false,
            again: None,
            reading: None,
            failure: None,
            selected: None,
            cursor: None,
            spot: None,
            caret: None,
            done: Vec::new(),
            check: None,
            parts: Rc::from([]),
            is_whole: false,
            fix: Fixing::default(),
            kept: None,
        }
    }

    /// Whether there is nothing in it.
    pub fn is_blank(&self) -> bool {
        self.draft.trim().is_empty()
    }

    /// The headline, else the first words; empty where there are none.
    pub fn title(&self) -> String {
        let headline = self.reading.as_ref().and_then(|reading| {
            let found = reading.report.document.headline?.of(&reading.text);
            (!found.trim().is_empty()).then(|| found.to_owned())
        });
        let first = || self.draft.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        excerpt(&headline.unwrap_or_else(|| first().to_owned()), TITLE)
    }

    /// Asks the question of that number, in place of any other.
    pub(super) fn ask(&mut self, request: u32, pause: u32) {
        (self.request, self.pause, self.busy) = (request, pause, true);
        self.again = None;
    }

    /// Takes the answer to the latest question; what is to be said of it, or of the engine.
    pub(super) fn answer(&mut self, outcome: Result<Reading, Failure>) -> Answer {
        self.busy = false;
        let again = self.again.take();
        let outcome = match (outcome, again) {
            // What was read before a correction still stands, and so does the correction.
            (Err(failure), Some(Again::Reader)) => {
                self.failure = Some(failure);
                return Answer::Failed;
            }
            // What the rules have read still stands.
            (Err(failure), Some(Again::Names)) => return Answer::RulesOnly(failure.message),
            (outcome, _) => outcome.map(|base| self.settle(base)),
        };
        if let (true, Ok(new)) = (again.is_some() || self.editing, &outcome) {
            self.follow(new);
            // Words that are being chosen stand where they stood in the same text.
            let same = self.reading.as_ref().is_some_and(|old| old.text == new.text);
            if self.fix.chosen.is_none() || !same {
                (self.spot, self.fix.chosen) = (None, None);
            }
        } else {
            self.forget();
        }
        match outcome {
            Ok(reading) => {
                let found = strings::found(&reading);
                self.reading = Some(reading);
                self.failure = None;
                Answer::Found(found)
            }
            Err(failure) => {
                self.editing = true;
                self.failure = Some(failure);
                Answer::Failed
            }
        }
    }

    /// What the engine has read, with the reader's corrections.
    fn settle(&mut self, base: Reading) -> Reading {
        if let Some(along) = later::along() {
            return (along.settle)(self, base);
        }
        self.fix.base = Some(base.clone());
        base
    }

    /// The same where what works out the corrections has come after what the engine has read.
    pub(super) fn settle_again(&mut self) {
        if !self.fix.log.patch().is_empty()
            && let Some(base) = self.fix.base.clone()
        {
            let reading = self.settle(base);
            self.show(reading);
        }
    }

    /// Shows another reading of the text in place of the one that is there; what is selected stays so.
    pub(in crate::app) fn show(&mut self, reading: Reading) {
        if self.reading.is_some() {
            self.follow(&reading);
            self.reading = Some(reading);
        }
    }

    fn follow(&mut self, new: &Reading) {
        self.selected = self.selected.and_then(|mark| self.same(mark, new));
        self.cursor = self.cursor.and_then(|mark| self.same(mark, new));
    }

    /// The mark of another reading, of this text or of an edited one, that stands for `mark` there: on the
    /// same words, or else on some of them.
    fn same(&self, mark: usize, new: &Reading) -> Option<usize> {
        let (old, reading) = (self.mark(mark)?, self.reading.as_ref()?);
        let change = Change::between(&reading.text, &new.text);
        let spans: Vec<Span> = old.spans.iter().filter_map(|&span| change.carry(span)).collect();
        let of_kind = |new: &&Mark| new.kind == old.kind;
        let near = |new: &Mark| new.spans.iter().any(|a| spans.iter().any(|b| a.overlaps(*b)));
        let on_words = || new.marks.iter().filter(|new| new.spans == spans);
        let found = on_words().find(of_kind).or_else(|| on_words().next());
        let found = found.or_else(|| new.marks.iter().filter(of_kind).find(|new| near(new)))?;
        new.marks.iter().position(|mark| std::ptr::eq(mark, found))
    }

    /// Forgets what was read.
    pub(super) fn forget(&mut self) {
        self.reading = None;
        self.selected = None;
        self.cursor = None;
        self.spot = None;
        self.fix.idle();
    }

    /// The mark at that index.
    pub fn mark(&self, at: usize) -> Option<&Mark> {
        self.reading.as_ref()?.marks.get(at)
    }

    /// The publication date that the reader gave, before there was a text or as a correction.
    pub fn given(&self) -> Option<Rc<str>> {
        let asked = self.reading.as_ref().and(self.fix.asked.published.as_deref());
        asked.map(Rc::from).or_else(|| self.published.clone())
    }

    /// What to ask of the engine.
    pub fn options(&self) -> Options {
        Options {
            published: self.published.as_deref().map(str::to_owned),
            unit: Some(Unit::Utf8),
            body: (!self.body.is_empty()).then(|| self.body.clone()),
            ..Options::default()
        }
    }
}

/// What came of an answer.
pub(super) enum Answer {
    /// There is a reading; how it is announced.
    Found(String),
    /// There is none.
    Failed,
    /// The better reading failed, for this reason; the earlier one stands.
    RulesOnly(String),
}
