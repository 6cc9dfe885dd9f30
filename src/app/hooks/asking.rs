//! Asks the engine whenever there is something new to ask.

use std::{cell::Cell, rc::Rc, time::Duration};

use yew::{
    platform::{spawn_local, time::sleep},
    prelude::*,
};

use crate::app::{
    host::Host,
    state::{Action, State},
};

/// Sends the state's latest question to the engine, after its pause. A question that is overtaken
/// during its pause is never sent; the answer to one that is overtaken later is dropped by the
/// reducer.
#[hook]
pub fn use_asking(host: &Host, state: &UseReducerHandle<State>) {
    let (host, state) = (host.clone(), state.clone());
    use_effect_with(state.request, move |&request| {
        let overtaken = Rc::new(Cell::new(false));
        if state.busy {
            let overtaken = overtaken.clone();
            spawn_local(async move {
                if state.pause > 0 {
                    sleep(Duration::from_millis(u64::from(state.pause))).await;
                }
                if overtaken.get() {
                    return;
                }
                let text = state.draft.clone();
                let outcome = host.annotate(&text, &state.options()).await.map(Box::new);
                // To read a long report and to draw it are two tasks: what the reader did meanwhile
                // comes between.
                sleep(Duration::ZERO).await;
                state.dispatch(Action::Answered { request, text, outcome });
            });
        }
        move || overtaken.set(true)
    });
}
