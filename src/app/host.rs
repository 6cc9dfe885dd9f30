//! The page's way out: the engine in its worker, the samples and the lock, which `www/host.ts` hands
//! to `mount` as one object.

mod parts;

use js_sys::{Array, Function, Object, Promise, Reflect, futures::JsFuture};
use wasm_bindgen::{JsCast, JsValue};

pub use parts::{Deleted, Files, Keep, Links};

use super::{
    answer::Answer,
    state::{Engine, Failure, Lock, Names},
    strings::Language,
};
use crate::options::Options;

/// An article written for trying the page out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Its name in the list.
    pub title: String,
    /// The article.
    pub text: String,
}

/// The object that `www/host.ts` makes.
#[derive(Clone, Debug, PartialEq)]
pub struct Host(JsValue);

impl Host {
    /// Wraps it. What it lacks shows when it is asked for.
    pub fn new(object: JsValue) -> Self {
        Self(object)
    }

    /// Asks the engine for a report on `text`, which counts bytes and is still to be read from its JSON.
    ///
    /// # Errors
    ///
    /// The code and message of the engine's error.
    pub async fn annotate(&self, text: &str, options: &Options) -> Result<Answer, Failure> {
        let options = object(options).map_err(|error| unexpected(&error))?;
        let promise = self
            .method("annotate")
            .and_then(|function| function.call2(&self.0, &JsValue::from_str(text), &options));
        let json = settled(promise).await.map_err(|error| failed(&error))?;
        let json = json.as_string().unwrap_or_default();
        Answer::new(json).map_err(|error| unexpected(&error.to_string().into()))
    }

    /// What a reader had written before this code had come, and the selection in UTF-16 units where the
    /// keyboard was in the field.
    #[allow(clippy::cast_sign_loss, reason = "a field counts from 0")]
    pub fn begun(&self) -> (String, Option<(u32, u32)>) {
        let begun = Reflect::get(&self.0, &"begun".into()).unwrap_or_default();
        let get = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).unwrap_or_default();
        let selection = get(&begun, "selection");
        let at = |key: &str| get(&selection, key).as_f64().map(|units| units as u32);
        (get(&begun, "text").as_string().unwrap_or_default(), at("0").zip(at("1")))
    }

    /// The language that the reader wants the page to speak.
    pub fn language(&self) -> Language {
        let tag = Reflect::get(&self.0, &"language".into()).unwrap_or_default();
        Language::of(&tag.as_string().unwrap_or_default())
    }

    /// The samples; none if they could not be loaded.
    pub async fn samples(&self) -> Vec<Sample> {
        let promise = self.method("samples").and_then(|function| function.call0(&self.0));
        let Ok(list) = settled(promise).await else { return Vec::new() };
        let text =
            |object: &JsValue, key: &str| Reflect::get(object, &key.into()).ok()?.as_string();
        Array::from(&list)
            .iter()
            .filter_map(|sample| {
                Some(Sample { title: text(&sample, "title")?, text: text(&sample, "text")? })
            })
            .collect()
    }

    /// Waits until the page is locked, or will not be.
    pub async fn lock(&self) -> Lock {
        match settled(Reflect::get(&self.0, &"lock".into())).await {
            Ok(said) => match said.as_string().as_deref() {
                Some("locked") => Lock::Locked,
                Some(said) => Lock::Refused(said.trim_start_matches("refused: ").to_owned()),
                None => Lock::Refused(message(&said)),
            },
            Err(error) => Lock::Refused(message(&error)),
        }
    }

    /// Waits until the engine can answer, or never will.
    pub async fn engine(&self) -> Engine {
        match settled(Reflect::get(&self.0, &"engineState".into())).await {
            Ok(_) => Engine::Ready,
            Err(error) => Engine::Refused(message(&error)),
        }
    }

    /// Waits until the engine has learnt what makes it read names better, or never will.
    pub async fn names(&self) -> Names {
        match settled(Reflect::get(&self.0, &"learnt".into())).await {
            Ok(_) => Names::Learnt,
            Err(error) => Names::RulesOnly(message(&error)),
        }
    }

    /// Says that the first reading is drawn, or nothing is asked for: what comes later may begin.
    pub fn settled(&self) {
        // A host without it has nothing to begin.
        let _ = self.method("settled").and_then(|function| function.call0(&self.0));
    }

    fn method(&self, name: &str) -> Result<Function, JsValue> {
        Reflect::get(&self.0, &name.into())?.dyn_into::<Function>()
    }
}

/// What the page asks with; it has no other options.
fn object(options: &Options) -> Result<JsValue, JsValue> {
    let object = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&object, &name.into(), &value);
    set("unit", "utf8".into())?;
    if let Some(published) = &options.published {
        set("published", published.into())?;
    }
    if let Some(body) = &options.body {
        let spans = body.iter().map(|span| {
            let of = Object::new();
            Reflect::set(&of, &"start".into(), &(span.start() as u32).into())?;
            Reflect::set(&of, &"end".into(), &(span.end() as u32).into())?;
            Ok(JsValue::from(of))
        });
        set("body", spans.collect::<Result<Array, JsValue>>()?.into())?;
    }
    if let Some(names) = &options.lexicon {
        let entries = names.iter().map(|name| {
            let of = Object::new();
            Reflect::set(&of, &"text".into(), &name.text.as_str().into())?;
            Reflect::set(&of, &"type".into(), &name.entity_type.name().into())?;
            if let Some(entity) = &name.entity {
                Reflect::set(&of, &"entity".into(), &entity.as_str().into())?;
            }
            Ok(JsValue::from(of))
        });
        set("lexicon", entries.collect::<Result<Array, JsValue>>()?.into())?;
    }
    if let Some(strings) = &options.ignore {
        let strings = strings.iter().map(|words| JsValue::from_str(words));
        set("ignore", strings.collect::<Array>().into())?;
    }
    Ok(object.into())
}

async fn settled(promise: Result<JsValue, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&promise?)).await
}

fn failed(error: &JsValue) -> Failure {
    let code = Reflect::get(error, &"code".into()).ok().and_then(|code| code.as_string());
    Failure { code: code.unwrap_or_default(), message: message(error) }
}

/// What went wrong between the page and its engine.
pub fn unexpected(error: &JsValue) -> Failure {
    Failure { code: "unexpected".into(), message: message(error) }
}

fn message(error: &JsValue) -> String {
    Reflect::get(error, &"message".into())
        .ok()
        .and_then(|message| message.as_string())
        .or_else(|| error.as_string())
        .unwrap_or_else(|| format!("{error:?}"))
}
