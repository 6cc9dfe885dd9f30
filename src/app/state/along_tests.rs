use super::{
    super::model::sample,
    parcel::{Parcel, Shared},
    *,
};

fn take(take: Take) -> Action {
    Action::Take(take)
}

fn parcel(text: &str) -> Parcel {
    Parcel { text: text.into(), ..Parcel::default() }
}

fn open(texts: &[&str], quiet: bool) -> Action {
    let articles = texts.iter().map(|text| parcel(text).opened()).collect();
    take(Take::Open { articles, active: 0, quiet })
}

fn drafts(state: &State) -> Vec<&str> {
    state.articles.iter().map(|article| &*article.draft).collect()
}

fn read(state: Rc<State>, text: &str) -> Rc<State> {
    let state = state.reduce(Action::Text(text.into(), Arrival::Whole));
    let request = state.asked;
    let outcome = Ok(Reading::new(Rc::from(sample::TEXT), sample::report()));
    state.reduce(Action::Answered { request, outcome })
}

#[test]
fn what_is_offered_changes_nothing_until_it_is_opened() {
    let before = read(Rc::new(State::default()), "mine");
    let what = Ok(Rc::new(Shared { articles: vec![parcel("theirs")], lexicon: None }));
    let offered = before.clone().reduce(take(Take::Offer(Offer { file: None, what })));
    assert_eq!((&offered.articles, offered.active), (&before.articles, before.active));
    assert!(offered.along.is_modal());
    let declined = offered.clone().reduce(take(Take::Decline));
    assert_eq!(declined.articles, before.articles);
    assert!(!declined.along.is_modal());
    let opened = offered.reduce(open(&["theirs"], false));
    assert_eq!((drafts(&opened), opened.active), (vec!["mine", "theirs"], 1));
    assert_eq!(opened.articles[0], before.articles[0], "the reader's own is as it was");
    assert!(!opened.along.is_modal());
}

#[test]
fn opened_articles_take_the_place_of_an_empty_one_and_are_asked_about() {
    let state = Rc::new(State::default()).reduce(open(&["one", "two"], false));
    assert_eq!((drafts(&state), state.active), (vec!["one", "two"], 0));
    assert!(state.articles.iter().all(|article| article.busy && !article.editing));
    assert_ne!(state.articles[0].key, state.articles[1].key);
    assert_eq!(state.question().map(|question| question.text), Some("one".into()));
    let none = Rc::new(State::default()).reduce(open(&[], false));
    assert_eq!(drafts(&none), [""]);
}

#[test]
fn what_is_restored_does_not_come_in_front_of_a_text_that_is_written() {
    let writing = Rc::new(State::default()).reduce(Action::Text("mine".into(), Arrival::Typed));
    let state = writing.reduce(open(&["kept"], true));
    assert_eq!((drafts(&state), state.active), (vec!["mine", "kept"], 0));
}

#[test]
fn an_article_that_comes_back_is_kept_under_a_name_of_its_own() {
    let kept = Parcel { id: Some("article 1".into()), ..parcel("kept") };
    let articles = vec![kept.article()];
    let state = Rc::new(State::default());
    let state = state.reduce(take(Take::Open { articles, active: 0, quiet: true }));
    // Replaced as a whole and brought back: both have been the article that was restored.
    let state = state.reduce(Action::Text("new".into(), Arrival::Whole));
    let state = state.reduce(Action::Shelf(Shelf::Reopen));
    let ids: Vec<_> =
        parcel::Snapshot::of(&state).kept().open.articles.into_iter().map(|p| p.id).collect();
    assert_eq!(ids.len(), 2);
    assert_ne!(ids[0], ids[1]);
    assert!(ids.contains(&Some("article 1".into())));
}

#[test]
fn only_quotes_are_cited() {
    let state = read(Rc::new(State::default()), sample::TEXT);
    let cited = |state: &Rc<State>, mark| state.clone().reduce(take(Take::Cite(mark))).along.cite;
    assert_eq!(cited(&state, Some(0)), (0, 1));
    assert_eq!(cited(&state, Some(1)), (0, 0));
    assert_eq!(cited(&state, None), (0, 0));
    let selected = state.reduce(Action::Select(0, Side::Article));
    assert_eq!(cited(&selected, None), (0, 1));
}

const PATCH: &str = r#"{"schema":"newsmark-patch/1","corrections":[]}"#;
const LIST: &str = r#"{"schema":"newsmark-lexicon/1","names":[],"ignore":["mill"]}"#;

#[test]
fn corrections_and_lists_from_files_join_and_refused_ones_change_nothing() {
    let written = State::default();
    let written = Rc::new(written).reduce(Action::Text("The mill".into(), Arrival::Whole));
    let mut state = (*written).clone();
    carried::take_lexicon(&mut state, LIST, true);
    assert_eq!(carried::lexicon_json(&state.lexicon).as_deref(), Some(LIST));
    carried::take_lexicon(&mut state, &LIST.replace("mill", "ferry"), true);
    assert!(
        carried::lexicon_json(&state.lexicon).is_some_and(|list| list.contains("mill\",\"ferry"))
    );
    carried::take_patch(&mut state, PATCH);
    let before = state.clone();
    for bad in ["", "{", "[]", "{\"schema\":\"newsmark-patch/9\"}"] {
        carried::take_patch(&mut state, bad);
        carried::take_lexicon(&mut state, bad, false);
        assert_eq!((&state.fix.log, &state.lexicon), (&before.fix.log, &before.lexicon));
        assert!(state.said.contains("Nothing was changed"), "{}", state.said);
    }
    let hostile = Parcel { patch: Some("{".into()), ..parcel("text") };
    assert_eq!(carried::patch_json(&hostile.opened()), None);
}
