//! Links, files, the clipboard, and what is kept: `share`, `files` and `keep` of what `www/host.ts` hands in.
//! Nothing in here is called by the first part of the page.

use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::Blob;

use super::{Host, failed, settled};
use crate::app::state::{
    Failure,
    parcel::{Kept, Parcel, Shared},
};

/// `Sharing` of `www/share.ts`.
#[derive(Clone)]
pub struct Links(JsValue);

/// `Files` of `www/files.ts`. To be called from a click or a key only.
#[derive(Clone)]
pub struct Files(JsValue);

/// `Keeping` of `www/keep.ts`.
#[derive(Clone)]
pub struct Keep(JsValue);

/// How a deletion went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deleted {
    /// All is gone.
    Gone,
    /// Another tab has it open: it cannot be read any more, and goes with that tab.
    Waiting,
}

impl Host {
    /// Links, and files of the kind `.newsmark`.
    pub fn share(&self) -> Links {
        Links(get(&self.0, "share"))
    }

    /// Downloads and the clipboard.
    pub fn files(&self) -> Files {
        Files(get(&self.0, "files"))
    }

    /// What stays on the device.
    pub fn keep(&self) -> Keep {
        Keep(get(&self.0, "keep"))
    }
}

impl Links {
    /// A link to the page with `what` in it, or else how long it would have been: in characters, or in
    /// bytes where it is far too long. The second number is the longest that a link may be.
    ///
    /// # Errors
    ///
    /// The code and message of a refusal.
    pub async fn link(&self, what: &Shared) -> Result<(Option<String>, usize, usize), Failure> {
        let made = call(&self.0, "link", &[shared(what).into()]).await?;
        #[allow(clippy::cast_sign_loss, reason = "lengths")]
        let number = |key: &str| get(&made, key).as_f64().unwrap_or_default() as usize;
        Ok(match text(&made, "link") {
            Some(link) => (Some(link), number("length"), number("limit")),
            None => (None, number("tooLong"), number("limit")),
        })
    }

    /// What the page's own address holds; nothing where it is no such link.
    ///
    /// # Errors
    ///
    /// The code and message of a refusal.
    pub async fn opened(&self) -> Result<Option<Shared>, Failure> {
        let opened = call(&self.0, "opened", &[]).await?;
        Ok(opened.is_object().then(|| read(&opened)))
    }

    /// Calls `then` whenever another link is opened in this page.
    pub fn on_opened(&self, then: impl Fn() + 'static) {
        listen(&self.0, "onOpened", move |_| then());
    }

    /// Takes what was shared out of the page's address.
    pub fn forget(&self) {
        // A browser that refuses leaves the address as it is.
        let _ = now(&self.0, "forget", &[]);
    }

    /// A file of the kind `.newsmark` with `what` in it.
    ///
    /// # Errors
    ///
    /// The code and message of a refusal.
    pub async fn file(&self, what: &Shared) -> Result<JsValue, Failure> {
        call(&self.0, "file", &[shared(what).into()]).await
    }

    /// What such a file holds.
    ///
    /// # Errors
    ///
    /// The code and message of a refusal.
    pub async fn from_file(&self, file: &Blob) -> Result<Shared, Failure> {
        call(&self.0, "fromFile", &[file.into()]).await.map(|opened| read(&opened))
    }
}

impl Files {
    /// Hands a file to the browser's downloads.
    ///
    /// # Errors
    ///
    /// Why the browser would not take it.
    pub fn save(
        &self,
        stem: &str,
        ending: &str,
        media_type: &str,
        content: &JsValue,
    ) -> Result<(), Failure> {
        let args = [stem.into(), ending.into(), media_type.into(), content.clone()];
        handed(&now(&self.0, "save", &args).map_err(|error| failed(&error))?)
    }

    /// Puts words into the clipboard: plain, and as HTML for programs that take it.
    ///
    /// # Errors
    ///
    /// Why the browser would not take them.
    pub async fn copy(&self, plain: &str, html: Option<&str>) -> Result<(), Failure> {
        let html = html.map_or(JsValue::UNDEFINED, JsValue::from_str);
        handed(&call(&self.0, "copy", &[plain.into(), html]).await?)
    }
}

impl Keep {
    /// Whether something is kept.
    ///
    /// # Errors
    ///
    /// The code and message of a refusal.
    pub async fn state(&self) -> Result<bool, Failure> {
        call(&self.0, "state", &[]).await.map(|state| state.as_string().as_deref() == Some("on"))
    }

    /// Begins to keep. From a click only.
    ///
    /// # Errors
    ///
    /// The code and message of a refusal.
    pub async fn switch_on(&self) -> Result<(), Failure> {
        call(&self.0, "switchOn", &[]).await.map(|_| ())
    }

    /// What is kept; from here on this tab saves to it.
    ///
    /// # Errors
    ///
    /// The code and message of a refusal.
    pub async fn restore(&self) -> Result<Kept, Failure> {
        let kept = call(&self.0, "restore", &[]).await?;
        Ok(Kept { open: read(&kept), settings: text(&kept, "settings").map(Into::into) })
    }

    /// Keeps all of it, or none. The ids of articles of which another tab has kept another state, too, and
    /// the lexicon of another tab, where this one's was not kept because of it.
    ///
    /// # Errors
    ///
    /// The code and message of a refusal.
    pub async fn save(&self, what: &Kept) -> Result<(Vec<String>, Option<String>), Failure> {
        let object = shared(&what.open);
        set(&object, "settings", what.settings.as_ref());
        let saved = call(&self.0, "save", &[object.into()]).await?;
        let forked = Array::from(&get(&saved, "forked"));
        Ok((forked.iter().filter_map(|id| id.as_string()).collect(), text(&saved, "lexicon")))
    }

    /// Deletes all, of every tab.
    ///
    /// # Errors
    ///
    /// The code and message of a refusal.
    pub async fn delete_all(&self) -> Result<Deleted, Failure> {
        let deleted = call(&self.0, "deleteAll", &[]).await?;
        let waits = text(&deleted, "state").as_deref() == Some("waiting");
        Ok(if waits { Deleted::Waiting } else { Deleted::Gone })
    }

    /// Calls `then` with a refusal's code when this tab can save no more.
    pub fn on_ended(&self, then: impl Fn(String) + 'static) {
        listen(&self.0, "onEnded", move |code| then(code.as_string().unwrap_or_default()));
    }
}

fn get(of: &JsValue, key: &str) -> JsValue {
    Reflect::get(of, &key.into()).unwrap_or_default()
}

fn text(of: &JsValue, key: &str) -> Option<String> {
    get(of, key).as_string()
}

fn set(object: &Object, key: &str, value: Option<&Rc<str>>) {
    if let Some(value) = value {
        // Fails on no plain object.
        let _ = Reflect::set(object, &key.into(), &JsValue::from_str(value));
    }
}

fn now(of: &JsValue, name: &str, args: &[JsValue]) -> Result<JsValue, JsValue> {
    let function = Reflect::get(of, &name.into())?.dyn_into::<Function>()?;
    Reflect::apply(&function, of, &args.iter().collect())
}

async fn call(of: &JsValue, name: &str, args: &[JsValue]) -> Result<JsValue, Failure> {
    settled(now(of, name, args)).await.map_err(|error| failed(&error))
}

/// For as long as the page is open.
fn listen(of: &JsValue, name: &str, then: impl Fn(JsValue) + 'static) {
    let closure = Closure::<dyn FnMut(JsValue)>::new(then);
    // Both add a listener, and neither refuses one.
    let _ = now(of, name, &[closure.into_js_value()]);
}

fn handed(outcome: &JsValue) -> Result<(), Failure> {
    match text(outcome, "state").as_deref() {
        Some("handed") => Ok(()),
        _ => Err(Failure {
            code: "unavailable".into(),
            message: text(outcome, "message").unwrap_or_default(),
        }),
    }
}

fn shared(what: &Shared) -> Object {
    let articles: Array = what
        .articles
        .iter()
        .map(|parcel| {
            let object = Object::new();
            set(&object, "id", parcel.id.as_ref());
            set(&object, "text", Some(&parcel.text));
            set(&object, "published", parcel.published.as_ref());
            set(&object, "patch", parcel.patch.as_ref());
            set(&object, "view", parcel.view.as_ref());
            JsValue::from(object)
        })
        .collect();
    let object = Object::new();
    // Fails on no plain object.
    let _ = Reflect::set(&object, &"articles".into(), &articles);
    set(&object, "lexicon", what.lexicon.as_ref());
    object
}

fn read(object: &JsValue) -> Shared {
    let field = |of: &JsValue, key: &str| text(of, key).map(Rc::<str>::from);
    let articles = Array::from(&get(object, "articles")).into_iter().map(|article| Parcel {
        id: field(&article, "id"),
        text: field(&article, "text").unwrap_or_default(),
        published: field(&article, "published"),
        patch: field(&article, "patch"),
        view: field(&article, "view"),
    });
    Shared { articles: articles.collect(), lexicon: field(object, "lexicon") }
}
