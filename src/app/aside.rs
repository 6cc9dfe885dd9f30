//! The sidebar by itself, for pages that hold the article and its marks themselves: the app's own component,
//! with what it remembers and nothing else of the page.

use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::{AppHandle, prelude::*};

use super::{
    components::{SidebarProps, parts},
    model::{Reading, checks::checks},
    state::{Action, Fixing},
    strings::{self, Language},
};
use crate::{corrections::Lexicon, report::read::from_json, span::OffsetMap, wire};

/// A sidebar in its place.
pub struct Aside {
    handle: AppHandle<Sidebar>,
    shown: Shown,
}

impl Aside {
    /// Puts an empty one into `root`. `host` has `select(id)`, `reveal(start, end)` in UTF-16 units and
    /// `say(words)`, which a screen reader should say.
    pub fn mount(root: &HtmlElement, host: JsValue) -> Self {
        let shown = Shown {
            reading: None,
            selected: None,
            language: Language::spoken(),
            host: Host(host),
            root: root.clone(),
        };
        let renderer =
            yew::Renderer::<Sidebar>::with_root_and_props(root.clone().into(), shown.clone());
        Self { handle: renderer.render(), shown }
    }

    /// Shows what `report`, JSON in the unit that it names, says about `text`.
    ///
    /// # Errors
    ///
    /// Says why `report` is no report on `text`; what was shown before stays.
    pub fn show(&mut self, text: &str, report: &str) -> Result<(), String> {
        let report = from_json(report).map_err(|error| error.to_string())?;
        let report = wire::report_in_bytes(text, report).map_err(|error| error.to_string())?;
        self.shown.reading = Some(Reading::new(Rc::from(text), report));
        self.shown.selected = None;
        self.update();
        Ok(())
    }

    /// The mark with that id is the selected one; none where there is no such mark.
    pub fn select(&mut self, id: Option<&str>) {
        let reading = self.shown.reading.as_ref();
        self.shown.selected = reading
            .zip(id)
            .and_then(|(reading, id)| reading.marks.iter().position(|mark| mark.id == id));
        self.update();
    }

    /// From here on it speaks the language of that BCP 47 tag, or English. All sidebars of a page do.
    pub fn speak(&mut self, tag: &str) {
        self.shown.language = Language::of(tag);
        self.shown.language.speak();
        self.update();
    }

    /// Takes it away.
    pub fn unmount(self) {
        self.handle.destroy();
    }

    fn update(&mut self) {
        self.handle.update(self.shown.clone());
    }
}

/// What the page that holds the article does.
#[derive(Clone, Debug, PartialEq)]
struct Host(JsValue);

impl Host {
    fn call(&self, name: &str, arguments: &[JsValue]) {
        let function = Reflect::get(&self.0, &name.into()).unwrap_or_default();
        let Some(function) = function.dyn_ref::<Function>() else { return };
        let list = arguments.iter().collect::<js_sys::Array>();
        // A host that throws has reported it itself; the sidebar goes on.
        let _ = function.apply(&self.0, &list);
    }

    fn select(&self, id: Option<&str>) {
        self.call("select", &[id.map_or(JsValue::NULL, JsValue::from)]);
    }
}

#[derive(Clone, PartialEq, Properties)]
struct Shown {
    reading: Option<Reading>,
    selected: Option<usize>,
    language: Language,
    host: Host,
    root: HtmlElement,
}

/// What is ticked off the list of checks, and its item that was shown last.
#[derive(Clone, Default, PartialEq)]
struct Ticked {
    done: Vec<String>,
    current: Option<String>,
}

#[component(Sidebar)]
fn sidebar(shown: &Shown) -> Html {
    let Shown { reading, selected, language, host, root } = shown;
    let ticked = use_state_eq(Ticked::default);
    let lexicon = use_memo((), |()| Lexicon::default());
    // All that speaks has `on`: with another language comes another one.
    let on = {
        let ticked = ticked.clone();
        let depends = (*language, reading.clone(), *selected, host.clone(), (*ticked).clone());
        use_callback(depends, move |action: Action, (_, reading, selected, host, _)| {
            let Some(reading) = reading else { return };
            act(&action, reading, *selected, host, &ticked);
        })
    };
    let place = root.clone();
    use_effect_with(*selected, move |selected| {
        if selected.is_some() {
            show_row(&place);
        }
    });
    let Some(reading) = reading.clone() else { return html! {} };
    let Ticked { done, current: check } = (*ticked).clone();
    parts::sidebar(SidebarProps {
        reading,
        selected: *selected,
        done,
        check,
        fix: Fixing::default(),
        whole: false,
        lexicon,
        on,
    })
}

/// Does what a reader does in the sidebar.
fn act(
    action: &Action,
    reading: &Reading,
    selected: Option<usize>,
    host: &Host,
    ticked: &UseStateHandle<Ticked>,
) {
    let select = |mark: Option<usize>| {
        host.select(mark.and_then(|mark| reading.marks.get(mark)).map(|mark| &*mark.id));
    };
    match action {
        Action::Select(mark, _) => {
            let of = |check: &super::model::checks::Check| check.mark == Some(*mark);
            if let Some(check) = checks(reading).into_iter().find(of) {
                ticked.set(Ticked { current: Some(check.key), ..(**ticked).clone() });
            }
            select(Some(*mark));
        }
        Action::Cycle(marks) => {
            let now = marks.iter().position(|&mark| Some(mark) == selected);
            let next = now.map_or(0, |now| (now + 1) % marks.len().max(1));
            select(marks.get(next).copied());
        }
        Action::Close => select(None),
        Action::Reveal(span) => {
            let span = OffsetMap::new(&reading.text).utf16(*span);
            host.call("reveal", &[span.start.into(), span.end.into()]);
        }
        Action::Tick(key) => {
            let mut now = (**ticked).clone();
            match now.done.iter().position(|done| done == key) {
                Some(at) => drop(now.done.remove(at)),
                None => now.done.push(key.clone()),
            }
            let left =
                checks(reading).iter().filter(|check| !now.done.contains(&check.key)).count();
            ticked.set(now);
            host.call("say", &[strings::left(left).into()]);
        }
        _ => {}
    }
}

/// Brings the selected line into view.
fn show_row(root: &HtmlElement) {
    let Ok(Some(row)) = root.query_selector("[aria-current=true]") else { return };
    // A panel that the reader has closed is opened for what stands in it.
    if let Ok(Some(panel)) = row.closest("details:not([open])") {
        // Setting a plain attribute fails on no element.
        let _ = panel.set_attribute("open", "");
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    row.scroll_into_view_with_scroll_into_view_options(&options);
}
