//! The text with all that belongs to it, as a file that the page opens again.

use yew::{platform::spawn_local, prelude::*};

use super::{TakeProps, TakenProps};
use crate::app::{
    state::{Action, Take, parcel::Shared, taken},
    strings::take,
};

/// The button, and what it does.
pub fn whole_file(TakenProps { parts, all }: &TakenProps) -> Html {
    html! {
        <section>
            <h3>{ take::WHOLE }</h3>
            <p>{ take::WHOLE_ABOUT }</p>
            { button(parts, *all) }
        </section>
    }
}

/// Saves it.
pub fn button(parts: &TakeProps, all: bool) -> Html {
    let parts = parts.clone();
    let onclick = move |_: MouseEvent| save(&parts, all);
    html! { <button type="button" {onclick}>{ take::SAVE_WHOLE }</button> }
}

fn save(parts: &TakeProps, all: bool) {
    let what = Shared::of(&parts.state, all);
    let (host, on) = (parts.host.clone(), parts.on.clone());
    let stem = taken::stem(&parts.state, all);
    spawn_local(async move {
        let outcome = match host.share().file(&what).await {
            Ok(file) => host.files().save(&stem, ".newsmark", "application/json", &file),
            Err(why) => Err(why),
        };
        let words = match outcome {
            Ok(()) => take::saved(".newsmark"),
            Err(why) => take::not_saved(&why),
        };
        on.emit(Action::Take(Take::Tell(words)));
    });
}
