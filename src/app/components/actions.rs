//! What a reader can do to the selected mark.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent};
use yew::{
    functional::{Hook, HookContext},
    prelude::*,
};

use super::{On, menus::menus, piece::Piece};
use crate::{
    app::{
        correct::alike,
        model::{Kind, Of, Reading},
        state::{Action, Fix, Fixing, Menu, Side},
        strings::{Word, fix as words},
    },
    report::Form,
};

/// A button that corrects the selected mark.
pub fn button(label: Html, on: &On, fix: Fix) -> Html {
    let on = on.clone();
    let onclick = move |_: MouseEvent| on.emit(Action::Fix(None, fix.clone()));
    html! { <button type="button" {onclick}>{ label }</button> }
}

/// The same with a word of the table.
pub fn worded(label: Word, on: &On, fix: Fix) -> Html {
    button(html! { { label } }, on, fix)
}

/// The buttons; the menu of one of them in their place, as long as it is open. None of the one becomes one
/// of the other, which would take the keyboard along.
#[derive(PartialEq)]
pub struct ActionsProps {
    pub reading: Reading,
    pub mark: usize,
    pub fix: Fixing,
    pub on: On,
}

impl Piece for ActionsProps {
    const NAME: &'static str = "actions";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let &ActionsProps { ref reading, mark: at, ref fix, ref on } = self;
        use_menu_focus(fix.menu).run(hooks);
        let Some(mark) = reading.marks.get(at) else { return html! {} };
        let refused = fix.refused.as_ref().map(|why| {
            html! { <p class="refused" role="alert" id="refused">{ why.to_string() }</p> }
        });
        if let Some(menu) = fix.menu {
            return html! {
                <div key="menu" class="menu" role="group" aria-label={words::ACTIONS}>
                    { menus(reading, at, fix, menu, on) }
                    { refused.unwrap_or_default() }
                    { button(html! { { words::BACK } }, on, Fix::Menu(None, Side::Sidebar)) }
                </div>
            };
        }
        let opener = |menu: Menu, label: Word| {
            let on = on.clone();
            let onclick = move |_: MouseEvent| {
                on.emit(Action::Fix(None, Fix::Menu(Some(menu), Side::Sidebar)));
            };
            let name = menu_name(menu);
            html! { <button type="button" data-menu={name} aria-expanded="false" {onclick}>{ label }</button> }
        };
        let is_mention = matches!(mark.of, Of::Mention(_));
        let is_quote = matches!(mark.of, Of::Quote(_));
        let entity = reading.entity_of(at);
        let form = if let Of::Mention(i) = mark.of {
            reading.report.mentions.get(i).map(|m| m.form)
        } else {
            None
        };
        let is_name = form.is_some_and(Form::is_name);
        let together = entity.is_some_and(|entity| reading.marks_of(entity).len() > 1);
        html! {
            <div key="actions" class="actions" role="group" aria-label={words::ACTIONS}>
                <div class="verdict">
                    { worded(words::RIGHT, on, Fix::Confirm) }
                    { worded(words::WRONG, on, Fix::Delete) }
                    if !is_quote {
                        { all(reading, at, fix, on) }
                    }
                    if fix.log.undo_steps() > 0 {
                        { button(html! { { words::undo(fix.log.undo_steps()) } }, on, Fix::Undo) }
                    }
                </div>
                { refused.unwrap_or_default() }
                <div>
                    { opener(Menu::Kind, words::TYPE) }
                    if is_mention {
                        if entity.is_some() {
                            { opener(Menu::Value, words::NAME) }
                        }
                        { opener(Menu::Same, words::SAME) }
                        if together {
                            { worded(words::SPLIT, on, Fix::Split) }
                        }
                    } else if is_quote {
                        { opener(Menu::Speaker, words::SPEAKER) }
                    } else {
                        { opener(Menu::Value, words::VALUE) }
                    }
                    { opener(Menu::Edges, words::EDGES) }
                </div>
                <div class="quiet">
                    if is_name {
                        { worded(words::LEARN, on, Fix::Learn) }
                    }
                    if !is_quote {
                        { worded(words::IGNORE, on, Fix::Ignore) }
                    }
                    { worded(words::ASIDE, on, Fix::Aside) }
                </div>
            </div>
        }
    }
}

/// The switch for all of the same; nothing where there is only one.
pub fn all(reading: &Reading, at: usize, fix: &Fixing, on: &On) -> Html {
    let whole = if fix.menu == Some(Menu::Same) { reading.entity_of(at) } else { None };
    let entity = whole.and_then(|entity| reading.report.entities.get(entity));
    let count = match whole {
        Some(entity) => reading.marks_of(entity).len(),
        None => alike(reading, at),
    };
    if count < 2 {
        return html! {};
    }
    let label = match entity {
        Some(entity) => words::all_of(count, &entity.name),
        None => words::all(count),
    };
    let onchange = on.reform(|_: Event| Action::Fix(None, Fix::All));
    html! { <label class="all"><input type="checkbox" checked={fix.all} {onchange} />{ label }</label> }
}

/// The ten kinds as buttons, each with its digit. `fix` is done by a press.
pub fn kinds(now: Option<Kind>, on: &On, fix: fn(Kind) -> Fix) -> Html {
    html! {
        <div class="kinds-menu">
            { for Kind::ALL.into_iter().enumerate().map(|(at, kind)| {
                let on = on.clone();
                let onclick = move |_: MouseEvent| on.emit(Action::Fix(None, fix(kind)));
                let pressed = now.map(|now| if now == kind { "true" } else { "false" });
                html! {
                    <button type="button" class={classes!("chip", kind.class())} aria-pressed={pressed} {onclick}>
                        <b aria-hidden="true">{ kind.letter() }</b>
                        { crate::app::strings::kind(kind) }
                        <kbd aria-hidden="true">{ (at + 1) % 10 }</kbd>
                    </button>
                }
            }) }
        </div>
    }
}

fn menu_name(menu: Menu) -> &'static str {
    match menu {
        Menu::Kind => "kind",
        Menu::Value => "value",
        Menu::Same => "same",
        Menu::Edges => "edges",
        Menu::Speaker => "speaker",
    }
}

/// The keyboard goes into a menu that opens, and back to its button when it closes and nothing else has
/// taken the keyboard.
#[hook]
fn use_menu_focus(menu: Option<Menu>) {
    let before = use_mut_ref(|| None::<Menu>);
    use_effect_with(menu, move |&menu| {
        let before = before.replace(menu);
        let selector = match (before, menu) {
            (_, Some(_)) => ".card .menu :is(input:not([type=checkbox]), button)".to_owned(),
            (Some(before), None) => format!(".card [data-menu={}]", menu_name(before)),
            (None, None) => return,
        };
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let is_lost = document.active_element().is_none_or(|active| active.tag_name() == "BODY");
        let found = document.query_selector(&selector).ok().flatten();
        if let Some(found) = found.filter(|_| menu.is_some() || is_lost)
            && let Ok(found) = found.dyn_into::<HtmlElement>()
        {
            // Focusing fails on no element of the page.
            let _ = found.focus();
        }
    });
}
