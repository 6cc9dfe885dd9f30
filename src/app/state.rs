//! The page's one state, and everything that can happen to it. No browser type in here.

mod action;
mod along;
mod article;
pub mod carried;
mod fixing;
mod moving;
pub mod parcel;
mod parts;
mod shelf;
pub mod taken;

use std::{
    ops::{Deref, DerefMut},
    rc::Rc,
};

use yew::Reducible;

use super::{
    later,
    model::{KindSet, Reading, carry::Change, checks::checks},
    strings::{self, Language},
};
use crate::{corrections::Lexicon, span::Span};

pub use action::Action;
pub use along::{Along, Keeping, Offer, Take};
use article::Answer;
pub use article::Article;
pub use fixing::{Chosen, Edge, Extend, Fate, Fix, Fixing, Go, Log, Menu};
pub use parts::{
    Again, Alike, Arrival, Engine, Failure, Habits, Lock, Names, Place, Rest, Side, Tab,
};
pub use shelf::{Closed, Question, Shelf};

/// How long a text has to rest before it is read, in milliseconds, while someone types: not at all,
/// for the engine answers the latest of the questions that wait.
pub const TYPING_PAUSE: u32 = 0;

/// How long the text has to rest before marks are drawn where someone typed, in milliseconds.
pub const REST: u32 = 700;

/// The page's state: what all articles share, and the articles. It stands for the active one where
/// nothing else is said, so that `state.draft` is what the reader sees.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The open articles, in the order of their tabs. There is always one.
    pub articles: Vec<Article>,
    /// The index of the one that the reader sees.
    pub active: usize,
    /// What was closed, emptied or cut up, the last of them last.
    pub closed: Vec<Closed>,
    /// Whether the articles are shown side by side.
    pub comparing: bool,
    /// How many articles there have been.
    pub opened: u32,
    /// How many questions there have been.
    pub asked: u32,
    /// Whether the engine can answer.
    pub engine: Engine,
    /// How well it reads names.
    pub names: Names,
    /// Whether the network is cut.
    pub lock: Lock,
    /// Whether the part of the page that comes later is there.
    pub rest: Rest,
    /// The kinds that are marked in the text.
    pub shown: KindSet,
    /// Whether all marks are hidden for the moment.
    pub hidden: bool,
    /// The language that the page speaks.
    pub language: Language,
    /// How the reader wants the page to behave.
    pub habits: Habits,
    /// Whether the list of keys is open.
    pub help: bool,
    /// Where the last pick came from, and how many there were: the page scrolls when it grows.
    pub picked: (Side, u32),
    /// Where the keyboard is sent, and how many times it was: the page moves it when this grows.
    pub focused: (Side, u32),
    /// The panel of the sidebar that the keyboard is sent to, and how many times it was sent to any.
    pub going: (&'static str, u32),
    /// Where outside of the article the keyboard is sent, and how many times it was.
    pub sent: (Place, u32),
    /// The half that a narrow window shows.
    pub tab: Tab,
    /// What a screen reader says next.
    pub said: Rc<str>,
    /// What readers take along, share and keep.
    pub along: Along,
    /// The reader's own names, and strings never to mark.
    pub lexicon: Rc<Lexicon>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            articles: vec![Article::new(0)],
            active: 0,
            closed: Vec::new(),
            comparing: false,
            opened: 0,
            asked: 0,
            engine: Engine::default(),
            names: Names::default(),
            lock: Lock::default(),
            rest: Rest::default(),
            shown: KindSet::default(),
            hidden: false,
            language: Language::spoken(),
            habits: Habits::default(),
            help: false,
            picked: (Side::default(), 0),
            focused: (Side::default(), 0),
            going: ("", 0),
            sent: (Place::default(), 0),
            tab: Tab::default(),
            said: Rc::from(""),
            along: Along::default(),
            lexicon: Rc::default(),
        }
    }
}

impl Deref for State {
    type Target = Article;

    /// The active article.
    fn deref(&self) -> &Article {
        &self.articles[self.active]
    }
}

impl DerefMut for State {
    fn deref_mut(&mut self) -> &mut Article {
        &mut self.articles[self.active]
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        if let Action::Answered { request, outcome, .. } = &action {
            // A reply to an older question: newer text is already on its way. One that was taken back
            // for a more urgent one is asked again.
            let taken_back = matches!(outcome, Err(failure) if failure.code == "cancelled");
            if taken_back || self.asker(*request).is_none() {
                return self;
            }
        }
        let mut state = (*self).clone();
        state.apply(action);
        state.into()
    }
}

impl State {
    /// The page with a text that was written before.
    pub fn begun(text: &str) -> Self {
        let mut state = Self::default();
        if !text.trim().is_empty() {
            state.draft = Rc::from(text);
            state.look_for_parts(Arrival::Whole);
            state.ask(0);
        }
        state
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Text(text, arrival) => self.take(text, arrival),
            Action::Failed(failure) => self.failure = Some(failure),
            // Without a reading there is nothing else to show.
            Action::Edit(editing) => self.editing = editing || self.reading.is_none(),
            Action::Publish(date) if self.can_fix() => self.correct(None, Fix::Publish(date)),
            Action::LeaveOpen if self.can_fix() => self.correct(None, Fix::LeaveOpen),
            Action::Use(span) if self.can_fix() => self.correct(None, Fix::Use(span)),
            Action::Fix(target, fix) => self.correct(target, fix),
            Action::Publish(date) => {
                (self.published, self.left_open) = (date, false);
                if !self.draft.trim().is_empty() {
                    self.ask(0);
                }
            }
            Action::LeaveOpen => {
                (self.published, self.left_open) = (None, true);
                self.ask(0);
            }
            Action::Use(span) => {
                self.body.push(span);
                self.ask(0);
            }
            Action::Retry => self.ask(0),
            Action::Answered { request, outcome } => self.answer(request, outcome),
            Action::Engine(engine) => self.engine = engine,
            Action::Names(names) => self.learn(names),
            Action::Lock(lock) => self.lock = lock,
            Action::Rest(rest) => {
                self.rest = rest;
                self.articles.iter_mut().for_each(Article::settle_again);
            }
            Action::Say(words) => self.said = words.into(),
            Action::Toggle(kind) => self.shown = self.shown.toggled(kind),
            Action::Hide => self.hide(),
            Action::Caret(caret) => self.caret = caret,
            Action::Check(steps) => self.check(steps),
            Action::Tick(key) => match self.done.iter().position(|done| *done == key) {
                Some(at) => drop(self.done.remove(at)),
                None => self.done.push(key),
            },
            Action::Language(language) => {
                self.language = language;
                language.speak();
                // What was said last was said in another one.
                self.said = Rc::from("");
            }
            Action::Habits(habits) => self.habits = habits,
            Action::Help(open) => self.help = open,
            Action::StepAlike(steps, alike) => {
                if let Some(mark) = self.step_alike(steps, alike) {
                    self.cursor = Some(mark);
                    self.focus(Side::Article);
                }
            }
            Action::Select(mark, side) => self.select(mark, side),
            Action::Cycle(marks) => {
                let now = marks.iter().position(|&mark| Some(mark) == self.selected);
                let next = now.map_or(0, |now| (now + 1) % marks.len().max(1));
                if let Some(&mark) = marks.get(next) {
                    self.select(mark, Side::Sidebar);
                }
            }
            Action::Close if self.comparing => self.move_shelf(Shelf::Compare(false)),
            Action::Close if self.fix.step_back() => {
                self.spot = None;
                if self.selected.is_none() || self.fix.from == Side::Article {
                    self.focus(Side::Article);
                }
            }
            Action::Close => {
                (self.selected, self.spot) = (None, None);
                self.focus(Side::Article);
            }
            Action::Step(steps) => {
                if let Some(mark) = self.step(steps) {
                    self.cursor = Some(mark);
                    self.focus(Side::Article);
                }
            }
            Action::Cursor(mark) => {
                self.cursor = Some(mark);
                if let Some(reading) = &self.reading {
                    self.said = strings::mark_said(reading, mark).into();
                }
            }
            Action::Jump(side) => self.jump(side),
            Action::Go(panel) => {
                self.tab = Tab::Summary;
                self.going = (panel, self.going.1 + 1);
            }
            Action::Reveal(span) => self.reveal(span),
            Action::Tab(tab) => self.tab = tab,
            Action::Shelf(action) => self.move_shelf(action),
            Action::Take(take) => self.take_along(take),
        }
    }

    /// A new text: what belonged to the old one is forgotten.
    fn take(&mut self, text: Rc<str>, arrival: Arrival) {
        let empty = text.trim().is_empty();
        let whole = match arrival {
            Arrival::Typed => false,
            Arrival::Pasted => !is_amended(&self.draft, &text),
            Arrival::Whole => true,
        };
        if whole && text != self.draft {
            self.keep_for_later();
        }
        let old = std::mem::replace(&mut self.draft, text);
        self.failure = None;
        if whole || empty {
            self.body.clear();
            self.left_open = false;
            self.done.clear();
            self.check = None;
        } else {
            let change = Change::between(&old, &self.draft);
            self.body = self.body.iter().filter_map(|&span| change.carry(span)).collect();
        }
        if whole {
            // A date that was given before there was a text is meant for the text that comes.
            if !old.trim().is_empty() {
                self.published = None;
            }
            // The same text once more is still what was corrected.
            if old != self.draft {
                self.fix = Fixing::default();
            }
            self.editing = empty;
            self.is_whole = false;
            self.tab = Tab::Article;
        }
        self.look_for_parts(arrival);
        if empty {
            self.ask(0);
            self.busy = false;
            self.editing = true;
            self.forget();
        } else {
            self.ask(if arrival == Arrival::Typed { TYPING_PAUSE } else { 0 });
        }
    }

    pub(in crate::app) fn ask(&mut self, pause: u32) {
        self.asked += 1;
        let request = self.asked;
        (**self).ask(request, pause);
    }

    /// Whether there is something to correct, and what corrects it.
    fn can_fix(&self) -> bool {
        self.reading.is_some() && later::along().is_some()
    }

    fn correct(&mut self, target: Option<usize>, fix: Fix) {
        if let Some(along) = later::along() {
            (along.fix)(self, target, fix);
        }
    }

    /// The index of the article that waits for the answer to that question.
    fn asker(&self, request: u32) -> Option<usize> {
        self.articles.iter().position(|article| article.busy && article.request == request)
    }

    fn answer(&mut self, request: u32, outcome: Result<Reading, Failure>) {
        let Some(at) = self.asker(request) else { return };
        let article = &mut self.articles[at];
        let found = article.answer(outcome);
        match found {
            // Not with every letter, and not to who does not want it.
            Answer::Found(_) if !self.habits.spoken || self.articles[at].caret.is_some() => {}
            Answer::Found(found) if at == self.active => self.said = found.into(),
            Answer::Found(_) => self.said = strings::shelf::read(&self.articles[at].title()).into(),
            Answer::Failed => {}
            Answer::RulesOnly(reason) => self.names = Names::RulesOnly(reason),
        }
        self.comparing &= self.can_compare();
    }

    pub(in crate::app) fn select(&mut self, mark: usize, side: Side) {
        let Some(kind) = self.mark(mark).map(|mark| mark.kind) else { return };
        // What is picked in the sidebar has to be seen in the text.
        self.shown = self.shown.with(kind);
        self.hidden = false;
        self.selected = Some(mark);
        self.cursor = Some(mark);
        self.spot = None;
        self.fix.idle();
        self.pick(side);
    }

    fn hide(&mut self) {
        self.hidden = !self.hidden;
        self.said = strings::hidden(self.hidden).into();
    }

    /// Shows the item of the list of checks that is `steps` further on and not ticked off.
    fn check(&mut self, steps: isize) {
        let Some(reading) = self.reading.clone() else { return };
        let all = checks(&reading);
        let left: Vec<_> = all.iter().filter(|check| !self.done.contains(&check.key)).collect();
        let Some(last) = left.len().checked_sub(1) else { return };
        let now = left.iter().position(|check| Some(&check.key) == self.check.as_ref());
        let next = match now {
            Some(now) => now.saturating_add_signed(steps).min(last),
            None if steps < 0 => last,
            None => 0,
        };
        let check = left[next];
        self.check = Some(check.key.clone());
        self.said = strings::check_said(&reading, check, next, left.len()).into();
        if let Some(mark) = check.mark {
            self.select(mark, Side::Sidebar);
        } else {
            self.reveal(check.span);
        }
    }

    /// Shows words that no mark stands on.
    fn reveal(&mut self, span: Span) {
        (self.spot, self.selected) = (Some(span), None);
        self.fix.idle();
        self.pick(Side::Sidebar);
    }

    fn jump(&mut self, side: Side) {
        if side == Side::Sidebar
            && let Some(mark) = self.cursor
        {
            self.select(mark, Side::Article);
            self.tab = Tab::Summary;
        } else {
            self.tab = Tab::Article;
        }
        self.focus(side);
    }

    pub(in crate::app) fn focus(&mut self, side: Side) {
        self.focused = (side, self.focused.1 + 1);
    }

    fn pick(&mut self, side: Side) {
        self.picked = (side, self.picked.1 + 1);
        self.tab = Tab::Article;
    }
}

/// Whether `new` is `old` with something put in: one of its ends is still there.
fn is_amended(old: &str, new: &str) -> bool {
    const ENDS: usize = 24;
    let head = old.char_indices().nth(ENDS).and_then(|(at, _)| old.get(..at)).unwrap_or(old);
    let tail = old.char_indices().nth_back(ENDS).and_then(|(at, _)| old.get(at..)).unwrap_or(old);
    !old.trim().is_empty() && (new.starts_with(head) || new.ends_with(tail))
}

#[cfg(test)]
mod along_tests;
#[cfg(test)]
mod shelf_tests;
#[cfg(test)]
mod tests;
