//! What a reader pastes or drops, as the browser offers it: with mark-up, plain, or both.

use web_sys::DataTransfer;
use yew::platform::spawn_local;

use crate::app::later;

/// The text of what `data` has in HTML; none where it has none, or, with a plain text beside it, where
/// what reads HTML has not come yet: no reader on a slow line waits for headings and lists. Where there
/// is nothing but HTML, `late` gets the text as soon as it can be read, and this is [`Offered::Late`].
pub fn html_text(data: &DataTransfer, late: impl FnOnce(String) + 'static) -> Offered {
    let html = data.get_data("text/html").unwrap_or_default();
    if html.trim().is_empty() {
        return Offered::Plain;
    }
    if let Some(desk) = later::desk() {
        let text = (desk.html_to_text)(&html);
        return if text.trim().is_empty() { Offered::Plain } else { Offered::Text(text) };
    }
    if !plain_text(data).trim().is_empty() {
        return Offered::Plain;
    }
    spawn_local(async move {
        if let Ok(desk) = later::desk_comes().await {
            late((desk.html_to_text)(&html));
        }
    });
    Offered::Late
}

/// The plain text of `data`.
pub fn plain_text(data: &DataTransfer) -> String {
    data.get_data("text/plain").unwrap_or_default()
}

/// What there is of HTML.
pub enum Offered {
    /// Its text.
    Text(String),
    /// Nothing: the plain text serves.
    Plain,
    /// It will be handed over later.
    Late,
}
