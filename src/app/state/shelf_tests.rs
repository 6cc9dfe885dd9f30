use super::{super::model::sample, *};

fn after(state: Rc<State>, actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(state, State::reduce)
}

fn empty() -> Rc<State> {
    Rc::new(State::default())
}

fn whole(words: &str) -> Action {
    Action::Text(Rc::from(words), Arrival::Whole)
}

fn answer(request: u32) -> Action {
    let outcome = Ok(Reading::new(Rc::from(sample::TEXT), sample::report()));
    Action::Answered { request, outcome }
}

fn shelf(action: Shelf) -> Action {
    Action::Shelf(action)
}

fn drafts(state: &State) -> Vec<&str> {
    state.articles.iter().map(|article| &*article.draft).collect()
}

fn next(state: &State) -> Option<u32> {
    state.question().map(|question| question.request)
}

/// Two articles that were read; the second is shown.
fn two() -> Rc<State> {
    let texts = [whole("one"), answer(1), shelf(Shelf::New), whole("two"), answer(2)];
    after(empty(), texts)
}

const BODY: &str = "The ferry to Osmund Island sailed again on Sunday, two weeks after a storm tore up \
    the pier, the mayor of Larkhaven said on Monday. Nobody on the island should have to wait for \
    bread, she said. The repair cost more than planned, and some 120 people had to be brought over by \
    fishing boats while the pier was under repair. They were glad, she said, that it was over.";

fn both() -> String {
    format!(
        "Ferry sails again\nBy Lena Harrow\n\n{BODY}\n\nMill at Sallow shuts\nBy Tom Ashby\n\n{BODY}\n"
    )
}

#[test]
fn each_article_keeps_its_own_text_options_reading_and_selection() {
    let state = two().reduce(Action::Publish(Some("2024-03-12".into()))).reduce(answer(3));
    let state = state.reduce(Action::Select(1, Side::Article));
    let (first, second) = (state.articles[0].key, state.articles[1].key);
    let picked = (state.picked, state.focused);
    let shown = state.clone().reduce(shelf(Shelf::Show(first)));
    assert_eq!((&*shown.draft, shown.selected, shown.published.clone()), ("one", None, None));
    assert_ne!(shown.reading, state.reading);
    assert_eq!((shown.picked, shown.focused), picked, "nothing scrolls or jumps");
    let back = shown.reduce(shelf(Shelf::Show(second)));
    assert_eq!((&back.articles, back.active), (&state.articles, 1));
    assert_eq!(back.sent, (Place::Tab, state.sent.1 + 2));
    assert_eq!(back.clone().reduce(shelf(Shelf::Show(99))), back);
}

#[test]
fn an_answer_goes_to_the_article_that_asked() {
    let state = after(empty(), [whole("one"), shelf(Shelf::New), whole("two")]);
    assert_eq!(next(&state), Some(2), "the article that is shown comes first");
    let read = state.clone().reduce(answer(1));
    assert!(read.articles[0].reading.is_some() && read.articles[1].reading.is_none());
    assert!(read.said.contains("Dam opens") || read.said.contains("one"), "{}", read.said);
    assert_eq!(read.clone().reduce(answer(1)), read, "no answer is taken twice");
    let all = read.reduce(answer(2));
    assert!(all.articles.iter().all(|article| article.reading.is_some() && !article.busy));
    assert_eq!(next(&all), None);
}

#[test]
fn a_question_that_was_taken_back_is_asked_again_in_its_turn() {
    let cancelled = |request| Action::Answered {
        request,
        outcome: Err(Failure { code: "cancelled".into(), message: String::new() }),
    };
    let state = after(empty(), [whole("one"), shelf(Shelf::New), whole("two")]);
    let waits = state.clone().reduce(cancelled(1));
    assert_eq!(waits, state);
    assert_eq!(next(&waits.reduce(answer(2))), Some(1));
}

#[test]
fn better_names_are_asked_for_in_every_article_that_was_read() {
    let state = two().reduce(Action::Names(Names::Learnt));
    let asked: Vec<_> = state.articles.iter().map(|a| (a.request, a.again, a.busy)).collect();
    assert_eq!(asked, [(3, Some(Again::Names), true), (4, Some(Again::Names), true)]);
    assert_eq!(next(&state), Some(4), "the article that is shown comes first");
    assert_eq!(next(&state.reduce(answer(4))), Some(3));
}

#[test]
fn what_is_closed_comes_back_with_all_that_it_had_where_it_was() {
    let state = two();
    let (first, second) = (state.articles[0].clone(), state.articles[1].key);
    let closed = state.clone().reduce(shelf(Shelf::Shut(first.key)));
    assert_eq!((drafts(&closed), closed.active), (vec!["two"], 0));
    assert_eq!(closed.last_closed().as_deref(), Some("one"));
    let empty = closed.reduce(shelf(Shelf::Shut(second)));
    assert_eq!((drafts(&empty), empty.active, empty.closed.len()), (vec![""], 0, 2));
    let again = empty.reduce(shelf(Shelf::Reopen));
    assert_eq!((drafts(&again), again.active), (vec!["two"], 0), "in place of the empty one");
    let all = again.reduce(shelf(Shelf::Reopen));
    assert_eq!((drafts(&all), all.active, all.closed.len()), (vec!["one", "two"], 0, 0));
    assert_eq!((&all.reading, all.selected), (&first.reading, first.selected));
    assert_eq!(all.clone().reduce(shelf(Shelf::Reopen)), all);
    let keys: Vec<_> = all.articles.iter().map(|article| article.key).collect();
    assert!(keys[0] != keys[1] && !keys.contains(&first.key));
}

#[test]
fn an_article_beside_the_one_that_is_closed_stays_shown() {
    let three = after(two(), [shelf(Shelf::New), whole("three")]);
    let keys: Vec<_> = three.articles.iter().map(|article| article.key).collect();
    let shown = three.reduce(shelf(Shelf::Show(keys[1])));
    for (shut, expected) in [(0, "two"), (1, "three"), (2, "two")] {
        let closed = shown.clone().reduce(shelf(Shelf::Shut(keys[shut])));
        assert_eq!(&*closed.draft, expected, "closed {shut}");
    }
}

#[test]
fn a_text_that_is_cleared_or_replaced_can_be_had_back() {
    for text in ["", "Another article."] {
        let cleared = two().reduce(whole(text));
        assert_eq!(cleared.last_closed().as_deref(), Some("two"), "{text:?}");
        let back = cleared.reduce(shelf(Shelf::Reopen));
        assert_eq!(&*back.draft, "two");
        assert!(back.reading.is_some());
        assert_eq!(back.articles.len(), if text.is_empty() { 2 } else { 3 });
    }
    let typed = two().reduce(Action::Text(Rc::from("two!"), Arrival::Typed));
    assert_eq!(typed.closed, []);
}

#[test]
fn there_is_never_a_second_empty_article() {
    let new = after(empty(), [shelf(Shelf::New), shelf(Shelf::New)]);
    assert_eq!((new.articles.len(), new.sent), (1, (Place::Field, 2)));
    let second = two().reduce(shelf(Shelf::New)).reduce(shelf(Shelf::New));
    assert_eq!(drafts(&second), ["one", "two", ""]);
    let closed = second.clone().reduce(shelf(Shelf::Shut(second.key)));
    assert_eq!(closed.closed, [], "an empty one is not kept");
}

#[test]
fn several_articles_in_one_text_are_offered_and_opened_only_when_asked() {
    let text = both();
    let pasted = after(empty(), [Action::Text(text.as_str().into(), Arrival::Pasted)]);
    assert_eq!((pasted.parts.len(), pasted.articles.len()), (2, 1));
    assert!(pasted.said.contains("2 articles"), "{}", pasted.said);
    assert_eq!(pasted.question().map(|question| question.text.to_string()), Some(text.clone()));

    let split = pasted.clone().reduce(shelf(Shelf::Split));
    let titles: Vec<_> = split.articles.iter().map(Article::title).collect();
    assert_eq!(titles, ["Ferry sails again", "Mill at Sallow shuts"]);
    assert!(split.articles.iter().all(|article| article.busy && article.parts.is_empty()));
    assert_eq!((split.active, next(&split)), (0, Some(2)));
    assert_eq!(split.clone().reduce(answer(1)), split, "the whole is asked for no more");
    let back = split.reduce(shelf(Shelf::Reopen));
    assert_eq!((&*back.draft, back.parts.len()), (&*text, 0));

    let kept = pasted.clone().reduce(shelf(Shelf::KeepWhole));
    assert!(kept.parts.is_empty());
    let typed = format!("{text}!");
    let typed = Action::Text(typed.as_str().into(), Arrival::Pasted);
    assert!(kept.reduce(typed).parts.is_empty(), "not asked twice");

    let shorter: Rc<str> = text.split("Mill").next().unwrap_or_default().into();
    assert!(pasted.reduce(Action::Text(shorter, Arrival::Typed)).parts.is_empty());
    let typed = after(empty(), [Action::Text(both().as_str().into(), Arrival::Typed)]);
    assert!(typed.parts.is_empty(), "who types is not interrupted");
    assert_eq!(typed.clone().reduce(shelf(Shelf::Split)), typed);
}

#[test]
fn two_articles_are_compared_and_a_find_opens_its_article() {
    let one = after(empty(), [whole("one"), answer(1)]);
    assert!(!one.reduce(shelf(Shelf::Compare(true))).comparing, "there is nothing to compare with");
    let compared = two().reduce(shelf(Shelf::Compare(true)));
    assert!(compared.comparing);
    let left = compared.clone().reduce(Action::Close);
    assert_eq!((left.comparing, left.sent), (false, (Place::Tab, compared.sent.1 + 1)));
    let first = compared.articles[0].key;
    let visit = compared.clone().reduce(shelf(Shelf::Visit(first, 1)));
    assert_eq!((visit.comparing, visit.active, visit.selected), (false, 0, Some(1)));
    assert_eq!((visit.picked.1, visit.focused.1), (1, 1));
    let shut = compared.reduce(shelf(Shelf::Shut(first)));
    assert!(!shut.comparing);
}
