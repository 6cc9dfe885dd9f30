use yew::Reducible;

use super::*;
use crate::{
    app::{
        later,
        model::Kind,
        state::{Action, Again, Arrival, Edge, Failure, Names, Rest, Shelf, Take},
    },
    corrections::Lost,
    report::{BlockKind, QuoteKind, Report},
};

const TEXT: &str = "Mill at Larkhaven to turn again\n\n4 October 2021\n\nThe old mill at Larkhaven will turn \
    again in spring, Mayor Odile Marsh said on Monday.\n\n“We are very glad that the town has its mill \
    back,” said Marsh. “The repair was dear, but nobody has to wait for flour.”\n\nThe miller, Piet \
    Sandvik, was less sure. “It will break again,” he told the Larkhaven Courier in August. Marsh met \
    Sandvik at the mill on Sunday. The repair cost $3.5 million.";

fn patch_json(state: &State) -> String {
    state.fix.log.patch().to_json()
}

/// The state after `action`, and after all that the engine then has to say.
fn after(state: Rc<State>, action: Action) -> Rc<State> {
    let mut state = state.reduce(action);
    while let Some(question) = state.question() {
        let report = crate::annotate(&question.text, &question.options).expect("a good question");
        let outcome = Ok(Reading::new(question.text, report));
        state = state.reduce(Action::Answered { request: question.request, outcome });
    }
    state
}

fn text(words: &str, arrival: Arrival) -> Action {
    Action::Text(words.into(), arrival)
}

fn read() -> Rc<State> {
    later::pretend();
    let state = after(Rc::new(State::default()), Action::Rest(Rest::Here));
    after(state, text(TEXT, Arrival::Whole))
}

fn report(state: &State) -> &Report {
    &state.reading.as_ref().expect("read").report
}

/// The index of the mark with these words.
fn mark(state: &State, words: &str) -> usize {
    let reading = state.reading.as_ref().expect("read");
    (0..reading.marks.len()).find(|&at| reading.words(at) == words).unwrap_or_else(|| {
        panic!(
            "{words} is not among {:?}",
            (0..reading.marks.len()).map(|at| reading.words(at)).collect::<Vec<_>>()
        )
    })
}

fn fix(state: &Rc<State>, words: &str, fix: Fix) -> Rc<State> {
    let at = mark(state, words);
    let state = state.clone().reduce(Action::Select(at, Side::Article));
    after(state, Action::Fix(None, fix))
}

fn words(state: &State) -> Vec<String> {
    let reading = state.reading.as_ref().expect("read");
    (0..reading.marks.len()).map(|at| reading.words(at)).collect()
}

fn entity(state: &State, name: &str) -> Rc<str> {
    let found = report(state).entities.iter().find(|entity| entity.name == name);
    found.unwrap_or_else(|| panic!("{name}")).id.as_str().into()
}

#[test]
fn each_correction_shows_at_once_and_all_undone_is_the_first_state() {
    let first = read();
    let quote = "“It will break again,”";
    let entities = report(&first).entities.len();
    let mut state = fix(&first, "Piet Sandvik", Fix::Confirm);
    let piet = mark(&state, "Piet Sandvik");
    assert_eq!(
        report(&state).mentions.iter().filter(|m| &*m.why.rule == "reader.confirmed").count(),
        1
    );
    assert_eq!(state.selected, Some(piet), "the card stays");
    state = fix(&state, "Larkhaven Courier", Fix::Retype(Kind::Work));
    let courier = mark(&state, "Larkhaven Courier");
    assert_eq!(state.mark(courier).map(|mark| mark.kind), Some(Kind::Work));
    state = fix(&state, "$3.5 million", Fix::Value("4 EUR".into()));
    assert!((report(&state).amounts[0].low.expect("a number") - 4.0).abs() < 1e-9);
    state = fix(&state, "Piet Sandvik", Fix::Value("Piet van Sandvik".into()));
    entity(&state, "Piet van Sandvik");
    state = fix(&state, quote, Fix::By(entity(&state, "Odile Marsh")));
    let said = |state: &State| {
        let at = mark(state, quote);
        let super::super::model::Of::Quote(i) = state.mark(at).expect("there").of else { panic!() };
        let quote = report(state).quotes[i].clone();
        (quote.speaker.map(|s| s.entity), quote.kind)
    };
    assert_eq!(said(&state).0.as_deref(), Some(&*entity(&state, "Odile Marsh")));
    state = fix(&state, quote, Fix::Named("Ruth Kessel".into()));
    assert_eq!(said(&state).0.as_deref(), Some(&*entity(&state, "Ruth Kessel")));
    state = fix(&state, quote, Fix::Nobody);
    assert_eq!(said(&state).0, None);
    state = fix(&state, quote, Fix::Requote(QuoteKind::Term));
    assert_eq!(said(&state).1, QuoteKind::Term);
    state = fix(&state, "Odile Marsh", Fix::Edge(Edge { right: false, grow: true, fine: false }));
    assert!(words(&state).contains(&"Mayor Odile Marsh".to_owned()));
    state = fix(&state, "Marsh", Fix::Split);
    assert!(report(&state).entities.iter().any(|entity| entity.name == "Marsh"));
    let odile = report(&state).entities.iter().find(|e| e.name.contains("Odile")).expect("her");
    let odile = Fix::Merge(odile.id.as_str().into());
    let marsh = entity(&state, "Marsh");
    let at = report(&state).mentions.iter().find(|m| m.entity.as_deref() == Some(&*marsh));
    let of = state.reading.as_ref().and_then(|r| r.mark_at(at.expect("one").span)).expect("a mark");
    state = after(state, Action::Fix(Some(of), odile));
    assert!(!report(&state).entities.iter().any(|entity| entity.name == "Marsh"));
    state = fix(&state, "Sunday", Fix::Delete);
    assert!(!words(&state).contains(&"Sunday".to_owned()));
    assert!(state.selected.is_none() && state.cursor.is_some(), "the keyboard goes to a mark");
    let steps = state.fix.log.undo_steps();
    assert_eq!(steps, 12);
    assert_eq!(state.fix.fates.len(), 12);
    assert!(state.fix.fates.iter().all(|fate| fate.lost.is_none()), "{:?}", state.fix.fates);
    let last = state.clone();
    for _ in 0..steps {
        state = after(state, Action::Fix(None, Fix::Undo));
    }
    assert_eq!(report(&state), report(&first));
    assert_eq!(report(&state).entities.len(), entities);
    for _ in 0..steps {
        state = after(state, Action::Fix(None, Fix::Redo));
    }
    assert_eq!(report(&state), report(&last));
    assert_eq!(patch_json(&state), patch_json(&last));
}

#[test]
fn a_date_and_a_block_are_asked_for_and_undo_asks_again() {
    let first = read();
    let dated = after(first.clone(), Action::Publish(Some("2020-03-03".into())));
    assert_eq!(report(&dated).document.published.value.as_deref(), Some("2020-03-03"));
    assert_eq!(dated.given().as_deref(), Some("2020-03-03"));
    assert_ne!(report(&dated).dates, report(&first).dates, "counted from it");
    let back = after(dated.clone(), Action::Fix(None, Fix::Undo));
    assert_eq!(report(&back), report(&first));
    assert_eq!(back.given(), None);
    let by_text = after(dated, Action::Publish(None));
    assert_eq!(report(&by_text), report(&first));
    assert_eq!(by_text.fix.log.undo_steps(), 2);

    let aside = fix(&first, "Sunday", Fix::Aside);
    assert!(!words(&aside).contains(&"Sunday".to_owned()));
    let block =
        report(&aside).blocks.iter().find(|b| b.kind == BlockKind::Boilerplate).expect("it");
    let used = after(aside.clone(), Action::Use(block.span));
    assert!(words(&used).contains(&"Sunday".to_owned()));
    let back = after(used, Action::Fix(None, Fix::Undo));
    assert_eq!(report(&back), report(&aside));
}

#[test]
fn a_block_that_the_engine_left_out_is_read_and_undo_leaves_it_out_again() {
    let text_with = format!("{TEXT}\n\nShare\n\nSubscribe to our newsletter");
    let first = after(read(), text(&text_with, Arrival::Whole));
    let blocks = |state: &State| {
        report(state).blocks.iter().filter(|b| b.kind == BlockKind::Boilerplate).count()
    };
    let out = blocks(&first);
    let block =
        report(&first).blocks.iter().find(|b| b.kind == BlockKind::Boilerplate).expect("one");
    let used = after(first.clone(), Action::Use(block.span));
    assert!(blocks(&used) < out);
    assert_eq!(used.options().body, None, "it is a correction");
    let back = after(used, Action::Fix(None, Fix::Undo));
    assert_eq!(report(&back), report(&first));
}

#[test]
fn edits_move_corrections_and_one_that_lost_its_words_is_kept_and_comes_back() {
    let state = fix(&read(), "Larkhaven Courier", Fix::Retype(Kind::Work));
    let state = fix(&state, "Sunday", Fix::Delete);
    let longer = TEXT.replacen("The old mill", "On a wet day, the old mill", 1);
    let state = after(state, text(&longer, Arrival::Typed));
    assert!(state.fix.fates.iter().all(|fate| fate.lost.is_none()));
    assert!(!words(&state).contains(&"Sunday".to_owned()));
    let courier = mark(&state, "Larkhaven Courier");
    assert_eq!(state.mark(courier).map(|mark| mark.kind), Some(Kind::Work));
    let gone = after(state, text(&longer.replace("Larkhaven Courier", "paper"), Arrival::Typed));
    assert_eq!(gone.fix.log.patch().corrections().len(), 2);
    assert_eq!(gone.fix.fates[0].lost, Some(Lost::Gone));
    let back = after(gone.clone(), text(&longer, Arrival::Typed));
    assert_eq!(back.fix.fates[0].lost, None);
    let id = gone.fix.log.patch().corrections()[0].id.as_str().into();
    let taken = after(gone, Action::Fix(None, Fix::TakeBack(id)));
    assert_eq!(taken.fix.log.patch().corrections().len(), 1);
    // A field that is emptied, and filled with the same again, has lost nothing.
    let emptied = after(back.clone(), text("", Arrival::Typed));
    let again = after(emptied, text(&longer, Arrival::Typed));
    assert_eq!(report(&again), report(&back));
}

#[test]
fn a_text_replaced_whole_keeps_its_corrections_with_the_old_article() {
    let state = fix(&read(), "Sunday", Fix::Delete);
    let same = after(state.clone(), text(TEXT, Arrival::Whole));
    assert_eq!(same.fix.log.undo_steps(), 1, "the same text is the same article");
    let other = "Ferry late\n\nThe ferry to Port Varren was late, Tom Hull said.";
    let new = after(state.clone(), text(other, Arrival::Whole));
    assert!(new.fix.is_untouched());
    let back = after(new, Action::Shelf(Shelf::Reopen));
    assert_eq!(report(&back), report(&state));
    assert_eq!(back.fix.log.undo_steps(), 1);
    // Emptied letter by letter first, then another one is pasted.
    let new = after(after(state.clone(), text("", Arrival::Typed)), text(other, Arrival::Pasted));
    let back = after(new, Action::Shelf(Shelf::Reopen));
    assert_eq!((report(&back), &*back.draft), (report(&state), TEXT));
}

#[test]
fn a_thousand_steps_are_undone_and_done_again() {
    let first = read();
    let mut state = first.clone();
    let at = mark(&state, "Piet Sandvik");
    for i in 0..1000 {
        let kind = if i % 2 == 0 { Kind::Place } else { Kind::Person };
        state = state.reduce(Action::Fix(Some(at), Fix::Retype(kind)));
    }
    let last = report(&state).clone();
    assert_eq!(state.fix.log.undo_steps(), 1000);
    for _ in 0..1000 {
        state = state.reduce(Action::Fix(None, Fix::Undo));
    }
    assert_eq!(report(&state), report(&first));
    for _ in 0..1000 {
        state = state.reduce(Action::Fix(None, Fix::Redo));
    }
    assert_eq!(*report(&state), last);
}

#[test]
fn all_of_the_same_words_are_meant_when_the_reader_says_so() {
    let state = read();
    let at = mark(&state, "Marsh");
    let state = after(state, Action::Fix(Some(at), Fix::All));
    assert_eq!((state.selected, state.fix.all), (Some(at), true));
    let count = alike(state.reading.as_ref().expect("read"), at);
    assert!(count > 1);
    let state = after(state, Action::Fix(None, Fix::Delete));
    let is_marsh = |words: &String| *words == "Marsh";
    assert!(!words(&state).iter().any(is_marsh));
    let state = after(state, Action::Fix(None, Fix::Undo));
    assert_eq!(words(&state).into_iter().filter(is_marsh).count(), count);
}

#[test]
fn what_cannot_be_is_said_and_changes_nothing() {
    let first = read();
    let state = fix(&first, "Sunday", Fix::Value("30 February".into()));
    assert!(state.fix.refused.is_some() && state.fix.log.undo_steps() == 0);
    assert_eq!(report(&state), report(&first));
    let at = mark(&first, "“It will break again,”");
    let state = after(first.clone(), Action::Fix(Some(at), Fix::Retype(Kind::Person)));
    assert_eq!(state.selected, Some(at), "its card says why");
    assert!(state.fix.refused.is_some());
    let state = fix(&first, "Sunday", Fix::Delete);
    let taken = after(read(), Action::Take(Take::Patch(patch_json(&state).into())));
    assert_eq!(report(&taken), report(&state));
    assert_eq!(patch_json(&taken), patch_json(&state));
}

#[test]
fn the_readers_list_counts_for_all_open_articles_at_once() {
    let other = "Hull paper sold\n\nThe Larkhaven Courier was sold, Tom Hull said on Monday.";
    let state = after(read(), Action::Shelf(Shelf::New));
    let state = after(state, text(other, Arrival::Whole));
    let first = state.articles[0].key;
    let state = after(state, Action::Shelf(Shelf::Show(first)));
    let state = fix(&state, "Larkhaven Courier", Fix::Ignore);
    for article in &state.articles {
        let reading = article.reading.as_ref().expect("read");
        assert!((0..reading.marks.len()).all(|at| reading.words(at) != "Larkhaven Courier"));
    }
    assert_eq!(state.lexicon.ignore(), ["Larkhaven Courier"]);
    let state = after(state, Action::Fix(None, Fix::Forget("Larkhaven Courier".into())));
    mark(&state, "Larkhaven Courier");
    let state = fix(&state, "Piet Sandvik", Fix::Learn);
    assert_eq!(state.lexicon.names()[0].text, "Piet Sandvik");
    let json = state.lexicon.to_json().into();
    let again = after(read(), Action::Take(Take::Join { json, told: true }));
    assert_eq!(again.lexicon, state.lexicon);
}

/// The engine fails to answer the latest question.
fn failed(state: Rc<State>) -> Rc<State> {
    let failure = Failure { code: "crashed".into(), message: "it stopped".into() };
    let request = state.question().expect("asked").request;
    state.reduce(Action::Answered { request, outcome: Err(failure) })
}

#[test]
fn what_a_correction_asked_for_is_forgotten_with_the_next_question() {
    let asked = read().reduce(Action::Publish(Some("2020-03-03".into())));
    assert_eq!(asked.again, Some(Again::Reader));
    let stands = failed(asked.clone());
    assert!(stands.reading.is_some() && stands.failure.is_some());
    let typed = asked.reduce(text("Another text.", Arrival::Whole));
    let failed = failed(typed);
    assert!(failed.reading.is_none(), "what was read of another text does not stand");
    assert!(failed.failure.is_some() && failed.editing);
}

#[test]
fn what_is_asked_for_all_articles_does_not_undo_what_is_asked_for_one() {
    let asked = read().reduce(Action::Publish(Some("2020-03-03".into())));
    let learnt = asked.reduce(Action::Names(Names::Learnt));
    assert_eq!((learnt.request, learnt.again), (3, Some(Again::Reader)));
    let failed = failed(learnt);
    assert!(failed.reading.is_some() && failed.failure.is_some());
    assert_eq!(failed.names, Names::Learnt);
}

#[test]
fn only_better_names_that_fail_leave_the_rules_alone() {
    let first = read();
    let at = mark(&first, "Larkhaven Courier");
    let listed = first.reduce(Action::Fix(Some(at), Fix::Ignore));
    assert_eq!(listed.again, Some(Again::Reader));
    let failed = failed(listed);
    assert!(failed.reading.is_some() && failed.failure.is_some());
    assert_eq!(failed.names, Names::Loading);
}

#[test]
fn words_are_chosen_by_keys_and_marked() {
    let state = read();
    let at = mark(&state, "Odile Marsh");
    let mut state = after(state, Action::Fix(Some(at), Fix::Caret));
    for _ in 0..2 {
        state = after(state, Action::Fix(None, Fix::Go(Go::Char(true), Extend::Words)));
    }
    let spot = state.spot.expect("shown");
    assert_eq!(spot.of(TEXT), "Odile Marsh");
    let refused = after(state.clone(), Action::Fix(None, Fix::Add(Kind::Person)));
    assert!(refused.fix.refused.is_some(), "marked as that already");
    state = after(state, Action::Fix(None, Fix::Go(Go::Word(true), Extend::Words)));
    let added = after(state, Action::Fix(None, Fix::Add(Kind::Group)));
    let new = added.selected.expect("its card opens");
    assert_eq!(added.reading.as_ref().expect("read").words(new), "Odile Marsh said");
    assert!(added.fix.chosen.is_none());
    let left = after(added, Action::Fix(Some(new), Fix::Caret)).reduce(Action::Close);
    assert!(left.fix.chosen.is_none() && left.spot.is_none());
}

#[test]
fn a_menu_opens_from_a_mark_and_escape_closes_one_thing_after_the_other() {
    let state = read();
    let at = mark(&state, "Marsh");
    let menu = Fix::Menu(Some(Menu::Same), Side::Article);
    let state = after(state, Action::Fix(Some(at), menu));
    assert_eq!((state.selected, state.fix.menu, state.fix.all), (Some(at), Some(Menu::Same), true));
    let back = state.clone().reduce(Action::Close);
    assert_eq!((back.selected, back.fix.menu), (Some(at), None));
    assert!(!back.fix.all, "what was meant for the menu is not meant for what comes next");
    let other = after(state, Action::Fix(Some(at), Fix::Menu(Some(Menu::Kind), Side::Article)));
    assert!(!other.fix.all);
    let fewer = after(back.clone(), Action::Fix(Some(at), Fix::Delete));
    assert_eq!(words(&fewer).len() + 1, words(&back).len(), "one mark is gone");
    assert_eq!(back.reduce(Action::Close).selected, None);
}
