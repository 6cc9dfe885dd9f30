//! What happens to the list of open articles.

use std::rc::Rc;

use super::{Again, Arrival, Article, Names, Place, Side, State};
use crate::{
    app::{
        later,
        model::{Reading, articles::split},
        strings,
    },
    options::Options,
};

/// Everything that can happen to the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// An empty article is opened beside the others.
    New,
    /// The article with that key is shown.
    Show(u32),
    /// The article with that key is closed.
    Shut(u32),
    /// The article that was closed, emptied or cut up last comes back.
    Reopen,
    /// What seems to be several articles is opened as several.
    Split,
    /// It is one.
    KeepWhole,
    /// All that have been read are shown side by side, or no longer.
    Compare(bool),
    /// A mark of another article is selected, by the article's key and the mark's index.
    Visit(u32, usize),
}

/// An article that was on the list, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Closed {
    at: usize,
    article: Article,
}

/// What has to be asked next.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its number.
    pub request: u32,
    /// How long to wait before it is asked, in milliseconds.
    pub pause: u32,
    /// The text.
    pub text: Rc<str>,
    /// The options.
    pub options: Options,
}

impl State {
    pub(super) fn move_shelf(&mut self, action: Shelf) {
        match action {
            Shelf::New => {
                if !self.is_blank() {
                    let article = self.blank();
                    self.articles.push(article);
                    self.active = self.articles.len() - 1;
                }
                self.comparing = false;
                self.send(Place::Field);
            }
            Shelf::Show(key) => {
                if let Some(at) = self.place(key) {
                    self.active = at;
                    self.comparing = false;
                    self.send(Place::Tab);
                }
            }
            Shelf::Shut(key) => self.shut(key),
            Shelf::Reopen => self.reopen(),
            Shelf::Split => self.split(),
            Shelf::KeepWhole => {
                (self.is_whole, self.parts) = (true, Rc::from([]));
                self.send(Place::Tab);
            }
            Shelf::Compare(comparing) => {
                self.comparing = comparing && self.can_compare();
                if !comparing {
                    self.send(Place::Tab);
                }
            }
            Shelf::Visit(key, mark) => {
                if let Some(at) = self.place(key) {
                    (self.active, self.comparing) = (at, false);
                    self.select(mark, Side::Sidebar);
                    self.focus(Side::Article);
                }
            }
        }
    }

    fn shut(&mut self, key: u32) {
        let Some(at) = self.place(key) else { return };
        let article = self.articles.remove(at);
        self.said = strings::shelf::closed(&article.title()).into();
        self.keep(article, at);
        if self.articles.is_empty() {
            let article = self.blank();
            self.articles.push(article);
        }
        if at < self.active || self.active == self.articles.len() {
            self.active -= 1;
        }
        self.comparing &= self.can_compare();
        self.send(if self.has_shelf() { Place::Tab } else { Place::Field });
    }

    fn reopen(&mut self) {
        let Some(Closed { at, mut article }) = self.closed.pop() else { return };
        self.opened += 1;
        // What has its name now is another one.
        (article.key, article.kept) = (self.opened, None);
        if self.is_blank() {
            // The empty one was put in its place, or waits for just this.
            let at = self.active;
            self.articles[at] = article;
        } else {
            self.active = at.min(self.articles.len());
            self.articles.insert(self.active, article);
        }
        self.comparing = false;
        self.send(Place::Tab);
    }

    /// Opens each part of the draft as an article of its own. The whole can be had back.
    fn split(&mut self) {
        let parts: Vec<Rc<str>> =
            self.parts.iter().map(|part| part.of(&self.draft).into()).collect();
        if parts.len() < 2 {
            return;
        }
        let at = self.active;
        let mut whole = self.articles.remove(at);
        whole.is_whole = true;
        whole.parts = Rc::from([]);
        self.closed.push(Closed { at, article: whole });
        for (i, part) in parts.iter().enumerate() {
            let mut article = self.blank();
            article.draft = part.clone();
            article.editing = false;
            article.is_whole = true;
            self.asked += 1;
            article.ask(self.asked, 0);
            self.articles.insert(at + i, article);
        }
        self.said = strings::shelf::opened(parts.len()).into();
        self.send(Place::Tab);
    }

    /// Keeps `article` for [`Shelf::Reopen`].
    pub(super) fn keep(&mut self, article: Article, at: usize) {
        if !article.is_blank() {
            self.closed.push(Closed { at, article });
        }
    }

    /// Keeps the active article in the same way. One that was emptied has its text back for the sake of
    /// what was corrected in it.
    pub(super) fn keep_for_later(&mut self) {
        let mut article = (**self).clone();
        if article.is_blank()
            && !article.fix.is_untouched()
            && let Some(base) = &article.fix.base
        {
            article.draft = base.text.clone();
            (article.editing, article.reading) = (false, Some(base.clone()));
            article.settle_again();
        }
        self.keep(article, self.active);
    }

    /// Looks whether the draft is several articles, when it came as a whole, or seemed to be before.
    pub(super) fn look_for_parts(&mut self, arrival: Arrival) {
        if self.is_whole || (arrival == Arrival::Typed && self.parts.is_empty()) {
            return;
        }
        self.parts = split(&self.draft).into();
        if !self.parts.is_empty() {
            self.said = strings::shelf::looks_like(self.parts.len()).into();
        }
    }

    /// What is shown, or asked for, was read by the rules alone: it is asked for anew, the article
    /// that the reader sees first.
    pub(super) fn learn(&mut self, names: Names) {
        let better = names == Names::Learnt;
        self.names = names;
        if better {
            self.ask_all(Again::Names);
        }
    }

    /// Asks anew about all that has been read or asked.
    pub(in crate::app) fn ask_all(&mut self, why: Again) {
        let closed = self.closed.iter_mut().map(|closed| &mut closed.article);
        for article in self.articles.iter_mut().chain(closed) {
            let (pause, again) = if article.busy {
                // What the reader asked for is still to come.
                let again = article.again.map(|was| if was == Again::Names { why } else { was });
                (article.pause, again)
            } else if article.reading.is_some() {
                (0, Some(why))
            } else {
                continue;
            };
            self.asked += 1;
            article.ask(self.asked, pause);
            article.again = again;
        }
    }

    /// The question to ask now: about the article that the reader sees, else about the first that
    /// waits.
    pub fn question(&self) -> Option<Question> {
        let waiting = || self.articles.iter().find(|article| article.busy);
        let article = Some(&**self).filter(|article| article.busy).or_else(waiting)?;
        Some(Question {
            request: article.request,
            pause: article.pause,
            text: article.draft.clone(),
            options: match later::along() {
                Some(along) => (along.options)(self, article),
                None => article.options(),
            },
        })
    }

    /// The place of the article with that key.
    pub fn place(&self, key: u32) -> Option<usize> {
        self.articles.iter().position(|article| article.key == key)
    }

    /// The keys and readings of the articles that have been read.
    pub fn read(&self) -> impl Iterator<Item = (u32, &Reading)> {
        self.articles.iter().filter_map(|article| Some((article.key, article.reading.as_ref()?)))
    }

    /// Whether there are two articles to compare.
    pub fn can_compare(&self) -> bool {
        self.read().nth(1).is_some()
    }

    /// Whether there is more to be shown of the list than one text that is being written: nothing
    /// moves away from under who types.
    pub fn has_shelf(&self) -> bool {
        let is_there = self.reading.is_some() || !(self.editing || self.is_blank());
        self.articles.len() > 1 || is_there || !self.closed.is_empty()
    }

    /// The title of the article that [`Shelf::Reopen`] brings back.
    pub fn last_closed(&self) -> Option<String> {
        self.closed.last().map(|closed| closed.article.title())
    }

    fn blank(&mut self) -> Article {
        self.opened += 1;
        Article::new(self.opened)
    }

    pub(in crate::app) fn send(&mut self, place: Place) {
        self.sent = (place, self.sent.1 + 1);
    }
}
