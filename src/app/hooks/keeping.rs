//! Keeps what is open on the device, if the reader wants that. Belongs to what comes later.

use std::{cell::RefCell, rc::Rc, time::Duration};

use gloo_events::EventListener;
use yew::{
    platform::{spawn_local, time::sleep},
    prelude::*,
};

use crate::app::{
    components::On,
    host::{Host, Keep},
    state::{
        Action, Failure, Keeping, State, Take, carried,
        parcel::{Kept, Parcel, Snapshot},
    },
    strings::take,
};

/// How long what changes has to rest before it is kept.
const REST: Duration = Duration::from_secs(1);

/// What is to be kept, and what is.
#[derive(Default)]
struct Saver {
    /// The latest, where it differs from what is kept.
    waiting: Option<Rc<Kept>>,
    saved: Option<Rc<Kept>>,
    /// How many there have been.
    number: u32,
}

impl Saver {
    /// What is to be saved now. From here until that has ended nobody knows what is kept.
    fn begin(&mut self) -> Option<Rc<Kept>> {
        let waiting = self.waiting.take();
        if waiting.is_some() {
            self.saved = None;
        }
        waiting
    }
}

type Shared = Rc<RefCell<Saver>>;

/// Restores what is kept when the page has come, and saves what changes from then on: a second after the
/// last change, and at once when the page is hidden.
#[hook]
pub fn use_keeping(host: &Host, state: &UseReducerHandle<State>, on: &On) {
    let saver = use_mut_ref(Saver::default);
    {
        let (keep, on, saver) = (host.keep(), on.clone(), saver.clone());
        use_effect_with((), move |()| {
            let ended = on.clone();
            keep.on_ended(move |code| end(&ended, code));
            let (saves, says) = (keep.clone(), on.clone());
            let leaving = move || {
                let waiting = saver.borrow_mut().begin();
                if let Some(what) = waiting {
                    spawn_local(save(saves.clone(), what, saver.clone(), says.clone()));
                }
            };
            let document = web_sys::window().and_then(|window| window.document());
            let listener = document.map(|document| {
                EventListener::new(&document, "visibilitychange", move |_| leaving())
            });
            spawn_local(restore(keep, on));
            move || drop(listener)
        });
    }
    let snapshot = state.along.keeping.saves().then(|| Snapshot::of(state));
    let (keep, on) = (host.keep(), on.clone());
    use_effect_with(snapshot, move |snapshot| {
        let what = snapshot.as_ref().map(|snapshot| Rc::new(snapshot.kept()));
        let mut now = saver.borrow_mut();
        now.number += 1;
        now.waiting = what.clone().filter(|what| now.saved.as_ref() != Some(what));
        if what.is_none() {
            now.saved = None;
        }
        if now.waiting.is_none() {
            return;
        }
        let number = now.number;
        drop(now);
        on.emit(Action::Take(Take::Keeping(Keeping::Changed)));
        spawn_local(async move {
            sleep(REST).await;
            let waiting = {
                let mut now = saver.borrow_mut();
                if now.number == number { now.begin() } else { None }
            };
            if let Some(what) = waiting {
                save(keep, what, saver, on).await;
            }
        });
    });
}

async fn save(keep: Keep, what: Rc<Kept>, saver: Shared, on: On) {
    let mut outcome = keep.save(&what).await;
    // Another tab's list was in the way of this one's: both are kept, its own first.
    if let Ok((forked, Some(theirs))) = outcome {
        if !theirs.is_empty() {
            on.emit(Action::Take(Take::Join { json: theirs.into(), told: false }));
        }
        let again = keep.save(&what).await;
        outcome = again.map(|(more, list)| ([forked, more].concat(), list));
    }
    let tell = |words| on.emit(Action::Take(Take::Tell(words)));
    match outcome {
        Ok((forked, _)) => {
            saver.borrow_mut().saved = Some(what);
            if saver.borrow().waiting.is_none() {
                on.emit(Action::Take(Take::Keeping(Keeping::Kept)));
            }
            if !forked.is_empty() {
                tell(take::forked(forked.len()));
            }
        }
        // Deleted meanwhile: by this tab, or by another one, which `on_ended` tells.
        Err(why) if why.code == "off" => {}
        Err(why) => {
            on.emit(Action::Take(Take::Keeping(Keeping::Failed(why.clone()))));
            tell(take::not_kept(&why));
        }
    }
}

/// This tab keeps nothing any more: all is still open in it.
fn end(on: &On, code: String) {
    let code = if code == "off" { "ended".to_owned() } else { code };
    let why = Failure { code, message: String::new() };
    on.emit(Action::Take(Take::Tell(take::refusal(&why).to_owned())));
    on.emit(Action::Take(Take::Keeping(Keeping::Off(Some(why)))));
}

async fn restore(keep: Keep, on: On) {
    let send = |keeping| on.emit(Action::Take(Take::Keeping(keeping)));
    match keep.state().await {
        Ok(true) => {}
        Ok(false) => return send(Keeping::Off(None)),
        Err(why) => return send(Keeping::Off(Some(why))),
    }
    match keep.restore().await {
        Ok(kept) => {
            if let Err(why) = carried::check(&kept.open) {
                on.emit(Action::Take(Take::Tell(take::not_restored(&why))));
                return send(Keeping::Unread(why));
            }
            let (language, active) = kept.settings();
            if let Some(language) = language {
                on.emit(Action::Language(language));
            }
            if let Some(json) = kept.open.lexicon.clone() {
                on.emit(Action::Take(Take::Join { json, told: false }));
            }
            let articles = kept.open.articles.iter().map(Parcel::article).collect();
            on.emit(Action::Take(Take::Open { articles, active, quiet: true }));
            send(Keeping::Kept);
        }
        // Another tab has just deleted it.
        Err(why) if why.code == "off" => send(Keeping::Off(None)),
        Err(why) => {
            on.emit(Action::Take(Take::Tell(take::not_restored(&why))));
            send(Keeping::Unread(why));
        }
    }
}
