//! What readers take along, share and keep: the data of it. The work is done by the part of the page that
//! comes later (`components::take`).

use std::rc::Rc;

use super::{Article, Failure, Place, State, parcel::Shared};
use crate::app::{later, model::Kind};

/// What the page knows of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Along {
    /// Whether the dialog is open.
    pub open: bool,
    /// What a link or a file holds, before the reader says whether to open it.
    pub offer: Option<Offer>,
    /// How keeping goes.
    pub keeping: Keeping,
    /// The quote to be copied with its citation, and how many there have been.
    pub cite: (usize, u32),
    /// What was said last, for all to see, and how many times something was.
    pub told: (Rc<str>, u32),
}

impl Along {
    /// Whether a dialog is open, which has its own keys.
    pub fn is_modal(&self) -> bool {
        self.open || self.offer.is_some()
    }
}

/// What somebody hands over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The file's name; none for a link.
    pub file: Option<Rc<str>>,
    /// What it holds, or why it is refused.
    pub what: Result<Rc<Shared>, Failure>,
}

/// How keeping on the device goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// It is not known yet.
    #[default]
    Unknown,
    /// Nothing is kept; why it cannot be, or is not any more.
    Off(Option<Failure>),
    /// What has changed will be kept in a moment.
    Changed,
    /// All is kept.
    Kept,
    /// The last change could not be kept; the next one is tried again.
    Failed(Failure),
    /// What is kept cannot be read: it stays as it is until it is deleted, and nothing is saved before.
    Unread(Failure),
}

impl Keeping {
    /// Whether changes are to be saved.
    pub fn saves(&self) -> bool {
        matches!(self, Self::Changed | Self::Kept | Self::Failed(_))
    }
}

/// What can happen to it.
#[derive(Debug)]
pub enum Take {
    /// The dialog is opened or closed.
    Dialog(bool),
    /// A link or a file was opened.
    Offer(Offer),
    /// The reader does not want what was offered.
    Decline,
    /// These articles are opened beside those that are open, and the one at that place is shown; one that
    /// is written stays in view if `quiet`.
    Open {
        /// The articles.
        articles: Vec<Article>,
        /// The place in them of the one to show.
        active: usize,
        /// Whether a text that is there already stays in view.
        quiet: bool,
    },
    /// Keeping goes so.
    Keeping(Keeping),
    /// The quote of that mark, else of the selected one, is to be copied with its citation.
    Cite(Option<usize>),
    /// This is said, for all to see.
    Tell(String),
    /// Corrections from a file are for the open article.
    Patch(Rc<str>),
    /// A list joins the reader's: from a file, or, which is not worth a word, from the device.
    Join {
        /// The list, as JSON.
        json: Rc<str>,
        /// Whether it is said what came of it.
        told: bool,
    },
}

impl State {
    pub(super) fn take_along(&mut self, take: Take) {
        match take {
            Take::Dialog(open) => {
                self.along.open = open;
                // What was said belongs to what was done before.
                self.along.told.0 = Rc::from("");
            }
            Take::Offer(offer) => {
                self.along.open = false;
                self.along.offer = Some(offer);
            }
            Take::Decline => self.along.offer = None,
            Take::Open { articles, active, quiet } => self.open_all(articles, active, quiet),
            Take::Keeping(keeping) => self.along.keeping = keeping,
            Take::Cite(mark) => {
                let mark = mark.or(self.selected);
                let is_quote = |at: &usize| self.mark(*at).is_some_and(|m| m.kind == Kind::Quote);
                if let Some(mark) = mark.filter(is_quote) {
                    self.along.cite = (mark, self.along.cite.1 + 1);
                }
            }
            Take::Tell(words) => self.tell(words),
            Take::Patch(json) => {
                if let Some(along) = later::along() {
                    (along.take_patch)(self, &json);
                }
            }
            Take::Join { json, told } => {
                if let Some(along) = later::along() {
                    (along.take_lexicon)(self, &json, told);
                }
            }
        }
    }

    /// Says something for all to see.
    pub fn tell(&mut self, words: String) {
        self.said = words.into();
        self.along.told = (self.said.clone(), self.along.told.1 + 1);
    }

    /// Opens articles that come from elsewhere. No article of the reader's goes: only an empty one gives
    /// its place.
    fn open_all(&mut self, articles: Vec<Article>, active: usize, quiet: bool) {
        self.along.offer = None;
        let many = articles.len();
        if many == 0 {
            return;
        }
        let was_blank = self.is_blank();
        let at = if was_blank {
            self.articles.remove(self.active);
            self.active
        } else {
            self.articles.len()
        };
        for (i, mut article) in articles.into_iter().enumerate() {
            self.opened += 1;
            self.asked += 1;
            article.key = self.opened;
            article.editing = false;
            article.ask(self.asked, 0);
            self.articles.insert(at + i, article);
        }
        if was_blank || !quiet {
            self.active = at + active.min(many - 1);
            self.comparing = false;
            self.send(Place::Tab);
        }
    }
}
