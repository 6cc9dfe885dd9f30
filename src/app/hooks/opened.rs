//! Links and files that hold articles, and quotes to be copied. Belongs to what comes later.

use std::rc::Rc;

use web_sys::File;
use yew::{platform::spawn_local, prelude::*};

use crate::app::{
    components::On,
    host::{Host, Links},
    state::{Action, Offer, State, Take, taken},
    strings::take,
};

/// Shows what the page's address holds, when the page has come and whenever another link is opened in it.
#[hook]
pub fn use_opened(host: &Host, on: &On) {
    let (links, on) = (host.share(), on.clone());
    use_effect_with((), move |()| {
        spawn_local(look(links.clone(), on.clone()));
        let again = links.clone();
        links.on_opened(move || spawn_local(look(again.clone(), on.clone())));
    });
}

async fn look(links: Links, on: On) {
    let what = match links.opened().await {
        Ok(None) => return,
        Ok(Some(shared)) => Ok(Rc::new(shared)),
        Err(why) => Err(why),
    };
    on.emit(Action::Take(Take::Offer(Offer { file: None, what })));
}

/// Reads a file of the kind `.newsmark`, and shows what it holds.
pub fn open_file(host: &Host, file: File, on: On) {
    let links = host.share();
    spawn_local(async move {
        let what = links.from_file(&file).await.map(Rc::new);
        on.emit(Action::Take(Take::Offer(Offer { file: Some(file.name().into()), what })));
    });
}

/// Copies the quote that is asked for, with its citation.
#[hook]
pub fn use_citing(host: &Host, state: &UseReducerHandle<State>, on: &On) {
    let (files, on, state) = (host.files(), on.clone(), state.clone());
    use_effect_with(state.along.cite, move |&(mark, times)| {
        if times == 0 {
            return;
        }
        let Some((plain, html)) = taken::cited(&state, mark) else { return };
        spawn_local(async move {
            let words = match files.copy(&plain, Some(&html)).await {
                Ok(()) => take::copied(&plain),
                Err(why) => take::not_copied(&why),
            };
            on.emit(Action::Take(Take::Tell(words)));
        });
    });
}
