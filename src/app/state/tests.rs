use super::{
    super::model::{Kind, sample},
    *,
};
use crate::options::Unit;

fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(Rc::new(State::default()), State::reduce)
}

fn text(words: &str, arrival: Arrival) -> Action {
    Action::Text(Rc::from(words), arrival)
}

fn answer(request: u32) -> Action {
    let outcome = Ok(Reading::new(Rc::from(sample::TEXT), sample::report()));
    Action::Answered { request, outcome }
}

fn failure(request: u32) -> Action {
    let failure = Failure { code: "too-long".into(), message: "too long".into() };
    Action::Answered { request, outcome: Err(failure) }
}

fn read() -> Rc<State> {
    after([text(sample::TEXT, Arrival::Whole), answer(1)])
}

#[test]
fn a_late_answer_to_an_older_question_changes_nothing() {
    let asked = after([text("a", Arrival::Typed), text("ab", Arrival::Typed)]);
    assert_eq!((asked.request, asked.pause, asked.busy), (2, TYPING_PAUSE, true));
    assert_eq!(asked.clone().reduce(answer(1)), asked);
    assert_eq!(asked.clone().reduce(failure(1)), asked);
    assert!(asked.reduce(answer(2)).reading.is_some());
}

#[test]
fn an_error_keeps_the_text_and_opens_the_field() {
    let failed = after([text("my words", Arrival::Whole), failure(1)]);
    assert_eq!(&*failed.draft, "my words");
    assert!(failed.editing && !failed.busy && failed.reading.is_none());
    let read_file = failed
        .reduce(Action::Failed(Failure { code: "file".into(), message: "cannot be read".into() }));
    assert_eq!(&*read_file.draft, "my words");
}

#[test]
fn an_emptied_field_forgets_the_report_and_the_question_under_way() {
    let emptied = read().reduce(text("more", Arrival::Typed)).reduce(text(" \n", Arrival::Typed));
    assert!(emptied.reading.is_none() && !emptied.busy && emptied.editing);
    assert_eq!(emptied.clone().reduce(answer(2)), emptied);
}

#[test]
fn a_date_and_a_restored_block_are_asked_again_at_once_and_a_new_text_forgets_them() {
    let span = sample::span("Quill left.", 0);
    let asked = read().reduce(Action::Publish(Some("2024-03-12".into()))).reduce(Action::Use(span));
    let options = asked.options();
    assert_eq!((asked.request, asked.pause), (3, 0));
    assert_eq!(options.published.as_deref(), Some("2024-03-12"));
    assert_eq!((options.body, options.unit), (Some(vec![span]), Some(Unit::Utf8)));
    let new = asked.reduce(text("other", Arrival::Whole)).options();
    assert_eq!((new.published, new.body), (None, None));
}

#[test]
fn a_row_goes_through_its_mentions_and_shows_its_kind() {
    let marks: Rc<[usize]> = Rc::from([1, 3]);
    let mut state = read().reduce(Action::Toggle(Kind::Person));
    assert!(!state.shown.has(Kind::Person));
    for expected in [1, 3, 1] {
        state = state.reduce(Action::Cycle(marks.clone()));
        assert_eq!(state.selected, Some(expected));
    }
    assert!(state.shown.has(Kind::Person));
    assert_eq!(state.picked, (Side::Sidebar, 3));
    assert_eq!(state.clone().reduce(Action::Select(99, Side::Article)), state);
    assert_eq!(state.reduce(Action::Close).selected, None);
}

#[test]
fn the_keyboard_skips_hidden_kinds_and_stops_at_both_ends() {
    let state = read();
    assert_eq!(state.tab_stop(), Some(0));
    let state = state.reduce(Action::Toggle(Kind::Date)).reduce(Action::Cursor(1));
    assert_eq!((state.step(1), state.step(-1)), (Some(3), Some(0)));
    assert!(state.said.contains("Ada Quill"), "{}", state.said);
    let last = state.reduce(Action::Cursor(3));
    assert_eq!((last.step(1), last.tab_stop()), (Some(3), Some(3)));
    let hidden = last.reduce(Action::Toggle(Kind::Person));
    assert_eq!((hidden.step(1), hidden.step(-1), hidden.tab_stop()), (Some(0), Some(0), Some(0)));
}

#[test]
fn a_date_given_before_the_text_is_kept_for_it_and_asks_nothing_by_itself() {
    let given = after([Action::Publish(Some("2024-03-12".into()))]);
    assert_eq!((given.request, given.busy), (0, false));
    let pasted = given.reduce(text("A new article.", Arrival::Pasted));
    assert_eq!(pasted.options().published.as_deref(), Some("2024-03-12"));
    assert!(!pasted.editing);
}

#[test]
fn a_paste_into_a_text_goes_on_with_it_and_one_in_its_place_is_a_new_text() {
    let dated = after([text("One two three.", Arrival::Typed)])
        .reduce(Action::Publish(Some("2024-03-12".into())));
    let longer = dated.clone().reduce(text("One two three. Four.", Arrival::Pasted));
    assert!(longer.editing && longer.published.is_some() && longer.pause == 0);
    let other = dated.reduce(text("Another article.", Arrival::Pasted));
    assert!(!other.editing && other.published.is_none());
}

fn learnt() -> Action {
    Action::Names(Names::Learnt)
}

#[test]
fn better_names_are_asked_for_without_a_word_and_what_is_selected_stays() {
    let state = read().reduce(Action::Select(1, Side::Article)).reduce(Action::Edit(true));
    let asked = state.clone().reduce(learnt());
    assert_eq!(
        (asked.request, asked.pause, asked.busy, asked.again),
        (2, 0, true, Some(Again::Names))
    );
    assert_eq!((asked.reading.clone(), asked.selected), (state.reading.clone(), Some(1)));
    // The new reading lacks the first mark, so that the same words have another number.
    let mut fewer = sample::report();
    fewer.quotes.clear();
    let outcome = Ok(Reading::new(Rc::from(sample::TEXT), fewer));
    let read = asked.reduce(Action::Answered { request: 2, outcome });
    let spans = |state: &State, mark| state.mark(mark).map(|mark| mark.spans.clone());
    assert_eq!((read.selected, read.cursor, read.again), (Some(0), Some(0), None));
    assert_eq!(spans(&read, 0), spans(&state, 1));
    assert_eq!((read.editing, &read.picked, &read.focused), (true, &state.picked, &state.focused));
}

#[test]
fn a_mark_that_the_better_reading_lacks_is_not_selected_any_more() {
    let asked = read().reduce(Action::Select(1, Side::Article)).reduce(learnt());
    let mut none = sample::report();
    none.mentions.clear();
    let outcome = Ok(Reading::new(Rc::from(sample::TEXT), none));
    let read = asked.reduce(Action::Answered { request: 2, outcome });
    assert!(read.reading.is_some());
    assert_eq!((read.selected, read.cursor), (None, None));
}

#[test]
fn a_question_under_way_is_asked_again_with_its_pause() {
    let typed = after([text("a", Arrival::Typed), learnt()]);
    assert_eq!(
        (typed.request, typed.pause, typed.busy, typed.again),
        (2, TYPING_PAUSE, true, None)
    );
    assert_eq!(typed.clone().reduce(answer(1)), typed, "the rules' reading comes too late");
    assert!(typed.reduce(answer(2)).reading.is_some());
}

#[test]
fn nothing_is_asked_where_nothing_is_read_or_nothing_was_learnt() {
    assert_eq!(after([learnt()]).request, 0);
    assert_eq!(after([text("x", Arrival::Whole), failure(1), learnt()]).request, 1);
    let refused = Names::RulesOnly("404".into());
    let state = read().reduce(Action::Names(refused.clone()));
    assert_eq!((state.request, state.busy, &state.names), (1, false, &refused));
}

#[test]
fn where_the_better_reading_fails_the_one_of_the_rules_stands() {
    let state = read().reduce(Action::Select(1, Side::Article));
    let failed = state.clone().reduce(learnt()).reduce(failure(2));
    assert_eq!((&failed.reading, failed.selected), (&state.reading, Some(1)));
    assert_eq!((failed.busy, &failed.failure), (false, &None));
    assert_eq!(failed.names, Names::RulesOnly("too long".into()));
}

#[test]
fn typing_into_a_text_that_is_read_again_is_an_ordinary_question() {
    let typed = read().reduce(learnt()).reduce(text("Another text", Arrival::Typed));
    assert_eq!((typed.request, typed.pause, typed.again), (3, TYPING_PAUSE, None));
    let answered = typed.reduce(Action::Select(1, Side::Article)).reduce(answer(3));
    assert_eq!(answered.selected, None);
}

#[test]
fn an_edit_keeps_what_it_does_not_touch() {
    let span = sample::span("Quill left.", 0);
    let longer = sample::TEXT.replace("Dam opens", "The dam opens");
    let asked = read().reduce(Action::Use(span)).reduce(text(&longer, Arrival::Typed));
    let moved = asked.body.first().expect("carried along");
    assert_eq!(moved.of(&longer), "Quill left.");
    let cut = longer.replace("Quill left.", "Qll left.");
    assert!(asked.reduce(text(&cut, Arrival::Typed)).body.is_empty());
}

#[test]
fn a_selected_mark_stays_selected_while_the_text_is_edited() {
    let mark = read().mark_named("Ada Quill");
    let editing = read().reduce(Action::Select(mark, Side::Article)).reduce(Action::Edit(true));
    let typed = editing.reduce(text(sample::TEXT, Arrival::Typed));
    let request = typed.request;
    assert_eq!(typed.reduce(answer(request)).selected, Some(mark));
}

#[test]
fn hidden_marks_are_no_stop_of_the_keyboard_and_come_back_when_one_is_picked() {
    let hidden = read().reduce(Action::Hide);
    assert_eq!(hidden.step(1), None);
    assert_eq!(hidden.visible(), KindSet::NONE);
    let mark = hidden.mark_named("Ada Quill");
    let picked = hidden.reduce(Action::Select(mark, Side::Sidebar));
    assert_eq!(picked.visible(), picked.shown);
    assert!(picked.step(1).is_some());
}

#[test]
fn the_list_of_checks_is_gone_through_and_ticked_off() {
    let shown = read().reduce(Action::Check(1));
    let key = shown.check.clone().expect("an open date");
    assert_eq!(shown.selected, Some(shown.mark_named("on Monday")));
    let done = shown.reduce(Action::Tick(key.clone()));
    assert_eq!(done.done, std::slice::from_ref(&key));
    let ended = done.reduce(Action::Close).reduce(Action::Check(1));
    assert_eq!(ended.selected, None, "nothing is left to show");
    assert!(ended.reduce(Action::Tick(key)).done.is_empty());
}

#[test]
fn keys_go_to_the_next_mention_of_the_same_entity() {
    let state = read();
    let first = state.mark_named("Ada Quill");
    let at = state.reduce(Action::Cursor(first)).reduce(Action::StepAlike(1, Alike::Entity));
    assert_eq!(at.cursor, Some(at.mark_named("Quill")));
    let stays = at.reduce(Action::StepAlike(1, Alike::Entity));
    assert_eq!(stays.cursor, Some(stays.mark_named("Quill")));
}

#[test]
fn what_was_found_is_not_told_with_every_letter_nor_to_who_does_not_want_it() {
    let words = |state: &Rc<State>| state.said.clone();
    assert!(!words(&read()).is_empty());
    let typed = after([
        text(sample::TEXT, Arrival::Whole),
        Action::Caret(Some(3)),
        text(sample::TEXT, Arrival::Typed),
        answer(2),
    ]);
    assert!(words(&typed).is_empty());
    let quiet = Habits { spoken: false, ..Habits::default() };
    let told = after([Action::Habits(quiet), text(sample::TEXT, Arrival::Whole), answer(1)]);
    assert!(words(&told).is_empty());
}

impl State {
    fn mark_named(&self, words: &str) -> usize {
        let reading = self.reading.as_ref().expect("read");
        (0..reading.marks.len()).find(|&at| reading.words(at) == words).expect("a mark")
    }
}
