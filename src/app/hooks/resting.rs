//! Tells when the text has come to rest.

use std::time::Duration;

use yew::{
    platform::{spawn_local, time::sleep},
    prelude::*,
};

use crate::app::state::{Action, REST, State};

/// Some time after the last letter, marks may be drawn where it was typed.
#[hook]
pub fn use_resting(state: &UseReducerHandle<State>) {
    let (state, latest) = (state.clone(), use_mut_ref(|| 0_u32));
    use_effect_with((state.caret, state.request), move |&(caret, _)| {
        *latest.borrow_mut() += 1;
        if caret.is_some() {
            let now = *latest.borrow();
            spawn_local(async move {
                sleep(Duration::from_millis(u64::from(REST))).await;
                if *latest.borrow() == now {
                    state.dispatch(Action::Caret(None));
                }
            });
        }
    });
}
