//! What a reader corrects: each step goes into the article's history, and the reading becomes the
//! engine's with all corrections that hold, worked out from the start.
//!
//! Nothing of this is reached but through `app::later`, so that it comes after the first marks.

mod lists;
mod make;
pub mod words;

use std::rc::Rc;

use super::{
    model::Reading,
    state::{Again, Article, Chosen, Extend, Fate, Fix, Fixing, Go, Menu, Place, Side, State},
    strings,
};
use crate::{
    corrections::{Correction, Op, Refused, apply},
    options::Options,
    span::Span,
};

pub use lists::{take_lexicon, take_patch};
pub use make::{alike, entity_id, kind};

/// Does `fix`: to the mark `target`, where the keyboard stands, or else to the selected one.
pub fn act(state: &mut State, target: Option<usize>, fix: Fix) {
    state.fix.refused = None;
    match fix {
        Fix::Menu(menu, from) => open(state, target, menu, from),
        Fix::All => {
            if let Some(mark) = target.filter(|&mark| state.selected != Some(mark)) {
                state.select(mark, Side::Article);
            }
            state.fix.all = !state.fix.all;
            state.said = strings::fix::all_said(state.fix.all).into();
        }
        Fix::Undo => turn(state, true),
        Fix::Redo => turn(state, false),
        Fix::TakeBack(id) => {
            let taken = change(&mut state.fix).remove(&id);
            finish(state, taken.map(|()| strings::fix::TAKEN_BACK.get()));
        }
        Fix::Publish(day) => publish(state, day.as_deref(), false),
        Fix::LeaveOpen => publish(state, None, true),
        Fix::Use(span) => restore(state, span),
        Fix::Learn | Fix::Ignore => lists::learn(state, target, fix == Fix::Learn),
        Fix::Forget(words) => lists::forget(state, &words),
        Fix::Choose(chosen) => choose(state, chosen),
        Fix::Caret => caret(state, target),
        Fix::Go(go, extend) => go_on(state, go, extend),
        Fix::Add(kind) => add(state, kind),
        Fix::Retype(kind) if state.fix.chosen.is_some() => add(state, kind),
        Fix::Aside if state.fix.chosen.is_some() => aside(state),
        fix => correct(state, target, &fix),
    }
}

/// What `base`, the engine's answer about the article's text, says with the corrections. What stood in
/// the text before has moved along with its edits.
pub fn settle(article: &mut Article, base: Reading) -> Reading {
    if let Some(old) = article.fix.base.take()
        && !Rc::ptr_eq(&old.text, &base.text)
        && old.text != base.text
    {
        change(&mut article.fix).reanchor(&old.text, &base.text);
    }
    article.fix.asked = Rc::new(wanted(article, &base.text));
    article.fix.base = Some(base.clone());
    corrected(&mut article.fix).unwrap_or(base)
}

/// What to ask of the engine about `article`.
pub fn options(state: &State, article: &Article) -> Options {
    state.lexicon.options(&wanted(article, &article.draft))
}

/// The same without the reader's lexicon, which is the same for all articles.
fn wanted(article: &Article, text: &str) -> Options {
    let (patch, options) = (article.fix.log.patch(), article.options());
    if patch.is_empty() { options } else { patch.options(text, &options) }
}

/// The history of `fix`, to be changed. A copy of it is made where an older state holds it as well.
fn change(fix: &mut Fixing) -> &mut crate::corrections::History {
    Rc::make_mut(&mut fix.log.0)
}

/// The engine's reading with all corrections.
fn corrected(fix: &mut Fixing) -> Option<Reading> {
    let base = fix.base.clone()?;
    let patch = fix.log.patch();
    if patch.is_empty() {
        fix.fates = Rc::from([]);
        return Some(base);
    }
    let all = apply(&base.text, &base.report, patch);
    let mut fates = vec![Fate::default(); patch.corrections().len()];
    for (list, moved) in [(&all.applied, false), (&all.reanchored, true)] {
        for done in list {
            fates[done.correction] = Fate { span: done.span, moved, lost: None };
        }
    }
    for orphan in &all.orphans {
        fates[orphan.correction].lost = Some(orphan.reason);
    }
    fix.fates = fates.into();
    Some(Reading::new(base.text.clone(), all.report))
}

/// Takes the correction that was made into the history; what is to be said of it.
fn push(state: &mut State, made: Result<Correction, Refused>) -> Result<String, Refused> {
    let correction = made?;
    let said = strings::fix::said(&correction);
    change(&mut state.fix).push(correction)?;
    Ok(said)
}

/// Shows what the history says now, says what was `done`, and asks the engine where it has to read anew.
fn finish(state: &mut State, done: Result<impl Into<Rc<str>>, Refused>) {
    match done {
        Ok(said) => {
            renew(state);
            state.said = said.into();
        }
        Err(refused) => refuse(state, &refused),
    }
}

fn renew(state: &mut State) {
    if let Some(reading) = corrected(&mut state.fix) {
        state.show(reading);
    }
    let Some(base) = state.fix.base.clone() else { return };
    let wants = wanted(state, &base.text);
    if wants != *state.fix.asked || state.busy {
        state.fix.asked = Rc::new(wants);
        let same = state.draft == base.text;
        state.ask(0);
        if same {
            state.again = Some(Again::Reader);
        }
    }
}

/// Why something cannot be: in the card, else beside the list of corrections, and aloud.
fn refuse(state: &mut State, refused: &Refused) {
    let why: Rc<str> = strings::fix::refused(refused).into();
    state.fix.refused = Some(why.clone());
    state.said = why;
}

fn correct(state: &mut State, target: Option<usize>, fix: &Fix) {
    let Some(reading) = state.reading.clone() else { return };
    let Some(at) = target.or(state.selected) else { return };
    let all = state.fix.all && state.selected == Some(at);
    match push(state, make::make(&reading, at, fix, all)) {
        Ok(said) => {
            let by_key =
                target.is_some() || state.fix.menu.is_some() && state.fix.from == Side::Article;
            // The edges are moved step by step.
            if !matches!(fix, Fix::Edge(_)) {
                state.fix.leave_menu();
            }
            state.cursor = Some(at);
            finish(state, Ok(said));
            match fix {
                Fix::Delete | Fix::Aside => leave(state, &reading, at),
                _ if by_key => state.focus(Side::Article),
                _ => {}
            }
        }
        Err(refused) => {
            if state.selected != Some(at) {
                state.select(at, Side::Article);
            }
            refuse(state, &refused);
        }
    }
}

/// The mark at `at` of `before` is gone: the keyboard goes to the next one.
fn leave(state: &mut State, before: &Reading, at: usize) {
    let start = before.marks[at].spans.first().map_or(0, |span| span.start());
    (state.selected, state.spot) = (None, None);
    state.fix.idle();
    let visible = state.visible();
    state.cursor = state.reading.as_ref().and_then(|reading| {
        let shown = |at: &usize| visible.has(reading.marks[*at].kind);
        let from =
            |at: &usize| reading.marks[*at].spans.first().is_some_and(|s| s.start() >= start);
        let mut marks = (0..reading.marks.len()).filter(shown);
        marks.clone().find(from).or_else(|| marks.next_back())
    });
    state.focus(Side::Article);
}

fn turn(state: &mut State, back: bool) {
    let history = change(&mut state.fix);
    if if back { history.undo() } else { history.redo() } {
        let count = history.patch().corrections().len();
        let focus = state.fix.chosen.is_none() && state.selected.is_none();
        finish(state, Ok(strings::fix::turned(back, count)));
        if focus && state.cursor.is_some() {
            state.focus(Side::Article);
        }
    } else {
        state.said = strings::fix::nothing(back).into();
    }
}

fn open(state: &mut State, target: Option<usize>, menu: Option<Menu>, from: Side) {
    if let Some(mark) = target.filter(|&mark| state.selected != Some(mark)) {
        state.select(mark, Side::Article);
    }
    if state.selected.is_none() {
        return;
    }
    // Most often all that somebody is called by is meant.
    let whole = state.fix.menu == Some(Menu::Same);
    state.fix.all = menu == Some(Menu::Same) || state.fix.all && menu.is_some() && !whole;
    (state.fix.menu, state.fix.from) = (menu, from);
}

/// The day that the reader gives, or takes back.
fn publish(state: &mut State, day: Option<&str>, left_open: bool) {
    let done = if let Some(day) = day {
        Correction::set_published(day).and_then(|day| change(&mut state.fix).push(day))
    } else {
        let given = state.fix.log.patch().corrections().iter();
        let given = given.filter(|correction| matches!(correction.op, Op::SetPublished(_)));
        let ids: Vec<String> = given.map(|correction| correction.id.clone()).collect();
        for id in ids.iter().rev() {
            // It is there: its id has just been read.
            let _ = change(&mut state.fix).remove(id);
        }
        state.published = None;
        Ok(())
    };
    state.left_open = left_open;
    finish(state, done.map(|()| strings::fix::published(day)));
}

fn restore(state: &mut State, span: Span) {
    let Some(reading) = state.reading.clone() else { return };
    // What the reader has set aside is not set aside any more: its marks come back at once.
    let mut list = state.fix.log.patch().corrections().iter().zip(&*state.fix.fates);
    let aside = list.find(|(correction, fate)| {
        let here = fate.span.is_some_and(|at| at.overlaps(span));
        here && correction.op == Op::Boilerplate(true)
    });
    if let Some(id) = aside.map(|(correction, _)| correction.id.clone()) {
        let taken = change(&mut state.fix).remove(&id);
        return finish(state, taken.map(|()| strings::fix::TAKEN_BACK.get()));
    }
    let block = reading.report.block_at(span.start());
    let made = Correction::boilerplate(&reading.text, &reading.report, block, false);
    let done = push(state, made);
    finish(state, done);
}

/// The block of the chosen words is no part of the article.
fn aside(state: &mut State) {
    let (Some(reading), Some(chosen)) = (state.reading.clone(), state.fix.chosen) else { return };
    let Some(span) = words::shown(&reading.text, &reading.report, chosen) else { return };
    let block = reading.report.block_at(span.start());
    let made = Correction::boilerplate(&reading.text, &reading.report, block, true);
    let done = push(state, made);
    if done.is_ok() {
        choose(state, None);
    }
    finish(state, done);
}

fn choose(state: &mut State, chosen: Option<Chosen>) {
    let reading = state.reading.clone();
    let chosen = chosen.filter(|chosen| {
        let words = |reading: &Reading| words::shown(&reading.text, &reading.report, *chosen);
        reading.as_ref().and_then(words).is_some()
    });
    if chosen.is_some() {
        state.selected = None;
    }
    if chosen.is_some() || state.fix.chosen.is_some() {
        state.spot = None;
    }
    state.fix.idle();
    state.fix.chosen = chosen;
}

/// Words are chosen by keys: from the mark where the keyboard stands, else from the first sentence.
fn caret(state: &mut State, target: Option<usize>) {
    let Some(reading) = state.reading.clone() else { return };
    let mark = target.or(state.selected).or(state.cursor).and_then(|at| reading.marks.get(at));
    let start = mark.and_then(|mark| mark.spans.first()).or(reading.report.sentences.first());
    let head = start.map_or(0, |span| span.start());
    let chosen = Chosen { anchor: head, head, exact: false, caret: true };
    choose(state, Some(chosen));
    show_choice(state, &reading, chosen);
    state.said = strings::fix::CARET.get().into();
    state.send(Place::Words);
}

fn go_on(state: &mut State, go: Go, extend: Extend) {
    let (Some(reading), Some(chosen)) = (state.reading.clone(), state.fix.chosen) else { return };
    let chosen = words::gone(&reading.text, &reading.report, chosen, go, extend);
    show_choice(state, &reading, chosen);
}

fn show_choice(state: &mut State, reading: &Reading, chosen: Chosen) {
    state.fix.chosen = Some(chosen);
    state.spot = words::shown(&reading.text, &reading.report, chosen);
    if let Some(spot) = state.spot {
        state.said = spot.of(&reading.text).into();
    }
}

fn add(state: &mut State, to: super::model::Kind) {
    let (Some(reading), Some(chosen)) = (state.reading.clone(), state.fix.chosen) else { return };
    let Some(span) = words::chosen_span(&reading.text, &reading.report, chosen) else { return };
    let all = state.fix.all;
    let made = Correction::add(&reading.text, &reading.report, span, kind(to), None, all);
    match push(state, made) {
        Ok(said) => {
            choose(state, None);
            finish(state, Ok(said));
            let new = state.reading.as_ref().and_then(|reading| {
                let of = |mark: &super::model::Mark| mark.kind == to && mark.spans.contains(&span);
                reading.marks.iter().position(of)
            });
            if let Some(new) = new {
                state.select(new, Side::Article);
                state.focus(Side::Article);
            }
        }
        Err(refused) => refuse(state, &refused),
    }
}

#[cfg(test)]
mod tests;
