//! What the host tells once.

use std::rc::Rc;

use yew::{platform::spawn_local, prelude::*};

use crate::app::{
    host::{Host, Sample},
    later,
    state::{Action, Engine, Rest, State},
};

/// Waits for the engine, for what it has to learn, and for the lock.
#[hook]
pub fn use_host(host: &Host, state: &UseReducerHandle<State>) {
    let (host, dispatcher) = (host.clone(), state.dispatcher());
    use_effect_with((), move |()| {
        let (engine, on_engine) = (host.clone(), dispatcher.clone());
        spawn_local(async move { on_engine.dispatch(Action::Engine(engine.engine().await)) });
        let (names, on_names) = (host.clone(), dispatcher.clone());
        spawn_local(async move { on_names.dispatch(Action::Names(names.names().await)) });
        spawn_local(async move { dispatcher.dispatch(Action::Lock(host.lock().await)) });
    });
}

/// Waits for the parts of the page that come later, which begin when a text that is there already is marked.
#[hook]
pub fn use_rest(host: &Host, state: &UseReducerHandle<State>) {
    let settled = state.reading.is_some() || state.engine != Engine::Loading && !state.busy;
    let host = host.clone();
    use_effect_with(settled, move |&settled| {
        if settled {
            host.settled();
        }
    });
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        spawn_local(async move {
            let desk = later::desk_comes().await.is_ok();
            dispatcher.dispatch(Action::Rest(if desk { Rest::Desk } else { Rest::Missing }));
            let along = later::along_comes().await.is_ok();
            if desk {
                dispatcher.dispatch(Action::Rest(if along { Rest::Here } else { Rest::Lacking }));
            }
        });
    });
}

/// The samples, when they are there.
#[hook]
pub fn use_samples(host: &Host) -> Rc<[Sample]> {
    let samples = use_state(|| Rc::<[Sample]>::from([]));
    let (host, setter) = (host.clone(), samples.setter());
    use_effect_with((), move |()| {
        spawn_local(async move { setter.set(Rc::from(host.samples().await)) });
    });
    (*samples).clone()
}
