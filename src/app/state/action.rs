//! Everything that can happen to the page.

use std::rc::Rc;

use super::{
    Alike, Arrival, Engine, Failure, Fix, Habits, Lock, Names, Rest, Shelf, Side, Tab, Take,
};
use crate::{
    app::{
        model::{Kind, Reading},
        strings::Language,
    },
    span::Span,
};

/// Everything that can happen.
#[derive(Debug)]
pub enum Action {
    /// The text is now this.
    Text(Rc<str>, Arrival),
    /// The text could not be had: a file that is too large or cannot be read.
    Failed(Failure),
    /// The text field is opened or folded away.
    Edit(bool),
    /// The reader gives a publication date, or takes it back.
    Publish(Option<Rc<str>>),
    /// The reader leaves the publication date open.
    LeaveOpen,
    /// The reader wants this block read.
    Use(Span),
    /// Ask again.
    Retry,
    /// The engine answered the question `request`.
    Answered {
        /// The question's number.
        request: u32,
        /// The answer.
        outcome: Result<Reading, Failure>,
    },
    /// The engine is there, or never will be.
    Engine(Engine),
    /// The engine has learnt what makes it read names better, or never will.
    Names(Names),
    /// The network is cut, or will not be.
    Lock(Lock),
    /// The rest of the page is there, or will not be.
    Rest(Rest),
    /// A screen reader says this.
    Say(String),
    /// A kind is shown or hidden.
    Toggle(Kind),
    /// All marks are hidden, or shown again.
    Hide,
    /// Someone types there, or has stopped.
    Caret(Option<usize>),
    /// So many items further on in the list of checks.
    Check(isize),
    /// An item of that list is ticked off, or is not.
    Tick(String),
    /// The reader wants the page to speak so.
    Language(Language),
    /// The reader wants the page to behave so.
    Habits(Habits),
    /// The list of keys is opened or closed.
    Help(bool),
    /// The keyboard moves on by so many marks, among those that are like the one it stands on.
    StepAlike(isize, Alike),
    /// A mark is selected.
    Select(usize, Side),
    /// The next of these marks is selected; the first, if none of them is.
    Cycle(Rc<[usize]>),
    /// Nothing is selected any more.
    Close,
    /// The keyboard moves on by so many marks.
    Step(isize),
    /// The keyboard has come to a mark.
    Cursor(usize),
    /// The keyboard goes to the other side: from a mark to its line in the sidebar, or back.
    Jump(Side),
    /// The keyboard goes to a panel of the sidebar, by its id.
    Go(&'static str),
    /// Words are shown in the text.
    Reveal(Span),
    /// The other half of a narrow window.
    Tab(Tab),
    /// Something of the list of articles.
    Shelf(Shelf),
    /// Something of what readers take along.
    Take(Take),
    /// The reader corrects something: at that mark, where the keyboard stands, else at the selected one.
    Fix(Option<usize>, Fix),
}
