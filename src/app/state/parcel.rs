//! Articles as they travel, in a link or a file, and as they are kept on the device (`www/envelope.ts`).

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{super::strings::Language, Article, Fixing, State, carried};
use crate::{corrections::Lexicon, span::Span};

/// An article on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    /// What keeping calls it, for as long as the visit; none in a link or a file.
    pub id: Option<Rc<str>>,
    /// Its text.
    pub text: Rc<str>,
    /// The publication date that the reader gave.
    pub published: Option<Rc<str>>,
    /// The reader's corrections, as JSON.
    pub patch: Option<Rc<str>>,
    /// What else the page knows of it, as JSON.
    pub view: Option<Rc<str>>,
}

/// What a link or a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// The articles, in the order of the page.
    pub articles: Vec<Parcel>,
    /// The reader's names and words never to mark, as JSON.
    pub lexicon: Option<Rc<str>>,
}

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// What is open.
    pub open: Shared,
    /// What the page knows beside the articles, as JSON.
    pub settings: Option<Rc<str>>,
}

/// What of a state is kept, cheap to copy and to compare: only where it is another is [`Kept`] made anew.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Without all that is not kept.
    articles: Vec<Article>,
    /// The place in them of the one that the reader sees.
    active: usize,
    language: Language,
    lexicon: Rc<Lexicon>,
}

/// What a reader has decided about an article, beside its date and corrections.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct View {
    left_open: bool,
    whole: bool,
    /// Blocks to read after all: bytes of the text.
    body: Vec<(usize, usize)>,
    done: Vec<String>,
}

/// What belongs to the page as a whole.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Settings {
    language: String,
    active: usize,
}

impl Parcel {
    /// `article` for others: without what only says how far its reader has come.
    pub fn of(article: &Article) -> Self {
        Self {
            id: None,
            text: article.draft.clone(),
            published: article.published.clone(),
            patch: carried::patch_json(article).map(Rc::from),
            view: view(article, false),
        }
    }

    /// `article` as it is kept.
    fn kept(article: &Article) -> Self {
        let id = article.kept.clone().unwrap_or_else(|| article.key.to_string().into());
        Self { id: Some(id), view: view(article, true), ..Self::of(article) }
    }

    /// The article from a link or a file. Corrections that cannot be read are left out.
    pub fn opened(&self) -> Article {
        Self { id: None, ..self.clone() }.article()
    }

    /// The article, not asked about yet. What does not fit its text is left out.
    pub fn article(&self) -> Article {
        let mut article = Article::new(0);
        let view: Option<View> =
            self.view.as_deref().and_then(|json| serde_json::from_str(json).ok());
        let view = view.unwrap_or_default();
        article.draft = self.text.clone();
        article.published.clone_from(&self.published);
        if let Some(log) = self.patch.as_deref().and_then(carried::log) {
            article.fix.log = log;
        }
        article.kept.clone_from(&self.id);
        article.left_open = view.left_open && self.published.is_none();
        article.is_whole = view.whole;
        article.done = view.done;
        article.body = (view.body.into_iter())
            .filter_map(|(start, end)| Span::new(&self.text, start, end))
            .collect();
        article
    }
}

fn view(article: &Article, all: bool) -> Option<Rc<str>> {
    let done = if all { article.done.clone() } else { Vec::new() };
    let body: Vec<_> = article.body.iter().map(|span| (span.start(), span.end())).collect();
    let view = View { left_open: article.left_open, whole: all && article.is_whole, body, done };
    let is_plain = !view.left_open && !view.whole && view.body.is_empty() && view.done.is_empty();
    // A text of numbers and strings is always JSON.
    (!is_plain).then(|| serde_json::to_string(&view).unwrap_or_default().into())
}

impl Shared {
    /// The article that the reader sees, or all that are open, without empty ones.
    pub fn of(state: &State, all: bool) -> Self {
        let articles = state.articles.iter().enumerate();
        let articles = articles
            .filter(|(at, article)| (all || *at == state.active) && !article.is_blank())
            .map(|(_, article)| Parcel::of(article))
            .collect();
        Self { articles, lexicon: carried::lexicon_json(&state.lexicon).map(Rc::from) }
    }
}

impl Snapshot {
    /// The snapshot of `state`.
    pub fn of(state: &State) -> Self {
        let open = state.articles.iter().filter(|article| !article.is_blank());
        let before = state.articles[..state.active].iter();
        Self {
            articles: open.map(bare).collect(),
            active: before.filter(|article| !article.is_blank()).count(),
            language: state.language,
            lexicon: state.lexicon.clone(),
        }
    }

    /// All that is kept of it.
    pub fn kept(&self) -> Kept {
        let language = self.language.code().to_owned();
        let settings = Settings { language, active: self.active };
        Kept {
            open: Shared {
                articles: self.articles.iter().map(Parcel::kept).collect(),
                lexicon: carried::lexicon_json(&self.lexicon).map(Rc::from),
            },
            settings: Some(serde_json::to_string(&settings).unwrap_or_default().into()),
        }
    }
}

/// What [`Parcel::kept`] looks at.
fn bare(article: &Article) -> Article {
    Article {
        draft: article.draft.clone(),
        published: article.published.clone(),
        left_open: article.left_open,
        body: article.body.clone(),
        done: article.done.clone(),
        is_whole: article.is_whole,
        fix: Fixing { log: article.fix.log.clone(), ..Fixing::default() },
        kept: article.kept.clone(),
        ..Article::new(article.key)
    }
}

impl Kept {
    /// The language, where one is kept, and the article that the reader saw.
    pub fn settings(&self) -> (Option<Language>, usize) {
        let settings: Option<Settings> =
            self.settings.as_deref().and_then(|json| serde_json::from_str(json).ok());
        let Settings { language, active } = settings.unwrap_or_default();
        ((!language.is_empty()).then(|| Language::of(&language)), active)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corrections::{Correction, History};

    #[test]
    fn an_article_is_the_same_after_its_way() {
        let mut article = Article::new(7);
        article.draft = "Menu\n\nThe mill turns.".into();
        article.published = Some("2021-10-04".into());
        let published = Correction::set_published("2021-10-05").unwrap();
        let mut history = History::default();
        history.push(published).unwrap();
        article.fix.log = carried::log(&history.patch().to_json()).unwrap();
        article.body = vec![Span::new(&article.draft, 0, 4).unwrap()];
        article.done = vec!["d1".into()];
        article.is_whole = true;
        let kept = Parcel::kept(&article);
        assert_eq!(kept.id.as_deref(), Some("7"));
        let back = kept.article();
        let expected = Article { key: 0, kept: Some("7".into()), ..article.clone() };
        assert_eq!(carried::patch_json(&back), carried::patch_json(&article));
        assert!(carried::patch_json(&back).is_some_and(|json| json.contains("2021-10-05")));
        assert_eq!(back, Article { fix: back.fix.clone(), ..expected });
        let shared = Parcel::of(&article).article();
        assert_eq!((shared.kept, shared.done.len(), shared.is_whole), (None, 0, false));
        assert_eq!((shared.body, shared.published), (article.body, article.published));
    }

    #[test]
    fn a_snapshot_is_another_where_something_is_kept_that_was_not() {
        let article = Article { draft: "Menu\n\nThe mill.".into(), ..Article::new(7) };
        let state = State { articles: vec![article], ..State::default() };
        let snapshot = Snapshot::of(&state);
        assert_eq!(snapshot.kept().open.articles, [Parcel::kept(&state)]);
        let mut looked_at = state.clone();
        (looked_at.busy, looked_at.request, looked_at.cursor) = (true, 3, Some(1));
        looked_at.articles.push(Article::new(8));
        assert_eq!(Snapshot::of(&looked_at), snapshot);
        let changes: [fn(&mut State); 9] = [
            |state| state.draft = "Menu".into(),
            |state| state.published = Some("2021-10-04".into()),
            |state| state.left_open = true,
            |state| state.body.extend(Span::new("Menu", 0, 4)),
            |state| state.done.push("d1".into()),
            |state| state.is_whole = true,
            |state| state.kept = Some("other".into()),
            |state| state.language = Language::German,
            |state| assert!(Rc::make_mut(&mut state.lexicon).add_ignored("Menu").unwrap()),
        ];
        for (at, change) in changes.into_iter().enumerate() {
            let mut changed = state.clone();
            change(&mut changed);
            let changed = Snapshot::of(&changed);
            assert!(changed != snapshot && changed.kept() != snapshot.kept(), "change {at}");
        }
        let mut corrected = state.clone();
        let published = Correction::set_published("2021-10-05").unwrap();
        Rc::make_mut(&mut corrected.fix.log.0).push(published).unwrap();
        assert_ne!(Snapshot::of(&corrected), snapshot);
    }

    #[test]
    fn what_does_not_fit_a_text_is_left_out() {
        for view in ["", "7", "[]", "{\"body\":7}", "{\"body\":[[0,999],[2,1],[1,2]],\"more\":1}"] {
            let parcel =
                Parcel { text: "é1".into(), view: Some(view.into()), ..Parcel::default() };
            assert_eq!(parcel.article().body, [], "{view}");
        }
        let plain = Article { draft: "A".into(), ..Article::new(1) };
        assert_eq!(Parcel::of(&plain).view, None);
    }

    #[test]
    fn settings_come_back_and_broken_ones_are_none() {
        let mut state = State { language: Language::German, ..State::default() };
        state.articles.push(Article { draft: "A".into(), ..Article::new(1) });
        state.active = 1;
        // The empty article before it is not kept.
        assert_eq!(Snapshot::of(&state).kept().settings(), (Some(Language::German), 0));
        let broken = Kept { settings: Some("{".into()), ..Kept::default() };
        assert_eq!(broken.settings(), (None, 0));
    }
}
