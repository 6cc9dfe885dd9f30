//! What a reader corrects, as the state holds it. What comes of it is worked out in `app::correct`, a
//! part of the page that comes later.

use std::{ops::Deref, rc::Rc};

use super::Side;
use crate::{
    app::model::{Kind, Reading},
    corrections::{History, Lost},
    options::Options,
    report::QuoteKind,
    span::Span,
};

/// Something that a reader does to a mark, to words, or to what was done before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fix {
    /// It is right.
    Confirm,
    /// It is nothing of the kind.
    Delete,
    /// It is of this kind.
    Retype(Kind),
    /// A quote is of this kind.
    Requote(QuoteKind),
    /// Its value, or its entity's name.
    Value(Rc<str>),
    /// It is the entity with this id.
    Merge(Rc<str>),
    /// It is not that entity.
    Split,
    /// An edge of it moves.
    Edge(Edge),
    /// The quote is by the entity with this id.
    By(Rc<str>),
    /// The quote is by somebody of this name.
    Named(Rc<str>),
    /// The quote is by nobody known.
    Nobody,
    /// Its block is no part of the article.
    Aside,
    /// The block here is part of the article.
    Use(Span),
    /// The article appeared on this day; as the text says, without one.
    Publish(Option<Rc<str>>),
    /// The day is left open.
    LeaveOpen,
    /// The same counts wherever these words stand, or no longer.
    All,
    /// A menu of the card is opened from there, or closed.
    Menu(Option<Menu>, Side),
    /// The last correction is taken back.
    Undo,
    /// What was taken back last is done again.
    Redo,
    /// The correction with this id is taken out.
    TakeBack(Rc<str>),
    /// The words of the mark go on the reader's list.
    Learn,
    /// The words of the mark are never marked.
    Ignore,
    /// The name or string leaves the reader's list.
    Forget(Rc<str>),
    /// These words of the text are chosen, or none.
    Choose(Option<Chosen>),
    /// Words are chosen by keys from here on.
    Caret,
    /// The caret moves.
    Go(Go, Extend),
    /// The chosen words are of this kind; as they are, or as whole words.
    Add(Kind),
}

/// How an edge moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The right one; else the left.
    pub right: bool,
    /// Outwards; else inwards.
    pub grow: bool,
    /// By a character; else by a word.
    pub fine: bool,
}

/// How far a caret moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// To the next character, or the one before.
    Char(bool),
    /// To the end of the next word, or the beginning of the one before.
    Word(bool),
    /// To the next sentence, or the one before.
    Sentence(bool),
    /// To the end of the paragraph, or its beginning.
    Block(bool),
}

/// What a move of the caret does to the chosen words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extend {
    /// There are none after it.
    No,
    /// They reach to it.
    Words,
    /// They reach to it, to the letter.
    Exact,
}

/// A part of the card that asks for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Which kind it is.
    Kind,
    /// What it means.
    Value,
    /// Which entity it is.
    Same,
    /// Where it begins and ends.
    Edges,
    /// Who said it.
    Speaker,
}

/// Words that a reader has chosen, as byte offsets of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Where the choosing began.
    pub anchor: usize,
    /// Where it has come to.
    pub head: usize,
    /// Whether words may be cut.
    pub exact: bool,
    /// Whether keys choose.
    pub caret: bool,
}

/// What became of a correction in the text as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fate {
    /// Where its words stand.
    pub span: Option<Span>,
    /// Whether they stood elsewhere.
    pub moved: bool,
    /// Why it changes nothing.
    pub lost: Option<Lost>,
}

/// The corrections of an article. Cheap to copy, and equal only to its own copies.
#[derive(Clone, Debug, Default)]
pub struct Log(pub Rc<History>);

impl PartialEq for Log {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Log {
    type Target = History;

    fn deref(&self) -> &History {
        &self.0
    }
}

/// What belongs to the corrections of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fixing {
    /// What was done and undone. Its places count in the text of `base`.
    pub log: Log,
    /// What the engine read last; the article's reading is this with the corrections.
    pub base: Option<Reading>,
    /// What became of each correction, in the order of the patch.
    pub fates: Rc<[Fate]>,
    /// What the engine was asked with.
    pub asked: Rc<Options>,
    /// The words that are chosen.
    pub chosen: Option<Chosen>,
    /// The part of the card that is open.
    pub menu: Option<Menu>,
    /// Where it was opened from.
    pub from: Side,
    /// Whether the next correction counts for all of the same words.
    pub all: bool,
    /// Why the last one was not taken.
    pub refused: Option<Rc<str>>,
}

impl Fixing {
    /// Whether nothing was ever corrected.
    pub fn is_untouched(&self) -> bool {
        self.log.patch().is_empty() && self.log.undo_steps() + self.log.redo_steps() == 0
    }

    /// Another mark, or none, is looked at.
    pub fn idle(&mut self) {
        (self.chosen, self.menu, self.all, self.refused) = (None, None, false, None);
    }

    /// Leaves the innermost of what is open; whether there was anything.
    pub fn step_back(&mut self) -> bool {
        self.refused = None;
        self.chosen.take().is_some() || self.leave_menu()
    }

    /// Closes the menu, with what was said in it of all the same words; whether there was one.
    pub fn leave_menu(&mut self) -> bool {
        let left = self.menu.take().is_some();
        self.all &= !left;
        left
    }
}
