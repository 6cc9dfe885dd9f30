//! What stands still while someone types.

use yew::prelude::*;

use crate::app::{model::Reading, state::State};

/// Up to so many marks, the sidebar follows every letter.
const FEW: usize = 400;

/// The reading that the sidebar shows: the latest, but of a long article the one from before the typing
/// began, until the text has come to rest.
#[hook]
pub fn use_calm(state: &UseReducerHandle<State>) -> Option<Reading> {
    let kept = use_mut_ref(|| (state.key, None::<Reading>));
    let mut kept = kept.borrow_mut();
    let few = state.reading.as_ref().is_none_or(|reading| reading.marks.len() <= FEW);
    if state.caret.is_none() || few || kept.1.is_none() || kept.0 != state.key {
        *kept = (state.key, state.reading.clone());
    }
    kept.1.clone()
}
