//! Files that a reader chooses or drops.

use js_sys::futures::JsFuture;
use web_sys::{File, FileList};
use yew::{Callback, platform::spawn_local};

use crate::{
    app::{
        host::Host,
        later,
        state::{Action, Arrival, Failure},
        strings,
    },
    options::MAX_BYTES,
};

/// The mark-up of a page may weigh many times its text; beyond this a file is not even opened.
const MAX_FILE: usize = 16 * MAX_BYTES;

/// The ending of files that hold articles with all that belongs to them.
const ARTICLES: &str = ".newsmark";

/// Reads the first of `files` and takes its text for the article, or offers the articles in it.
pub fn read_first(files: Option<FileList>, host: &Host, on: &Callback<Action>) {
    let Some(file) = files.and_then(|files| files.item(0)) else { return };
    if file.size() > MAX_FILE as f64 {
        let message = strings::too_large(&file.name(), MAX_FILE >> 20);
        on.emit(Action::Failed(Failure { code: "too-long".into(), message }));
        return;
    }
    let (on, host) = (on.clone(), host.clone());
    spawn_local(async move {
        if file.name().to_lowercase().ends_with(ARTICLES) {
            match later::along_comes().await {
                Ok(along) => (along.open_file)(&host, file, on),
                Err(_) => {
                    on.emit(Action::Failed(Failure { code: "file".into(), message: file.name() }));
                }
            }
            return;
        }
        on.emit(match text(&file).await {
            Some(text) => Action::Text(text.into(), Arrival::Whole),
            None => Action::Failed(Failure { code: "file".into(), message: file.name() }),
        });
    });
}

async fn text(file: &File) -> Option<String> {
    let content = JsFuture::from(file.text()).await.ok()?.as_string()?;
    // What comes later reads mark-up.
    let desk = later::desk_comes().await.ok()?;
    Some((desk.file_to_text)(&file.name(), &content))
}
