//! The parts of the card that ask for more.

use std::rc::Rc;

use web_sys::{HtmlInputElement, KeyboardEvent, MouseEvent};
use yew::{
    functional::{Hook, HookContext},
    prelude::*,
};

use super::{
    On,
    actions::{all, button, kinds, worded},
    more::use_more,
    piece::{Piece, keyed, piece},
};
use crate::{
    app::{
        model::{Of, Reading},
        state::{Action, Edge, Fix, Fixing, Menu},
        strings::{self, Word, fix as words},
    },
    report::{Candidate, EntityType, QuoteKind},
    span::by_number,
};

const QUOTES: [QuoteKind; 8] = [
    QuoteKind::Direct,
    QuoteKind::Indirect,
    QuoteKind::Mixed,
    QuoteKind::Partial,
    QuoteKind::Term,
    QuoteKind::Title,
    QuoteKind::Nickname,
    QuoteKind::Other,
];

/// The menu that is open.
pub fn menus(reading: &Reading, at: usize, fix: &Fixing, menu: Menu, on: &On) -> Html {
    let Some(mark) = reading.marks.get(at) else { return html! {} };
    let choices = || piece(Choices { reading: reading.clone(), mark: at, on: on.clone() });
    let field = |label: Word, value: String, by_name: bool| {
        let (refused, on) = (fix.refused.is_some(), on.clone());
        Field { label, value: value.into(), refused, by_name, on }
    };
    match (menu, mark.of) {
        (Menu::Kind, Of::Quote(i)) => {
            let now = reading.report.quotes.get(i).map(|quote| quote.kind);
            html! {
                <div class="kinds-menu">
                    { for QUOTES.into_iter().map(|kind| {
                        let on = on.clone();
                        let onclick = move |_: MouseEvent| on.emit(Action::Fix(None, Fix::Requote(kind)));
                        let pressed = if now == Some(kind) { "true" } else { "false" };
                        html! {
                            <button type="button" class="chip quote" aria-pressed={pressed} {onclick}>
                                { strings::quote_kind(kind) }
                            </button>
                        }
                    }) }
                </div>
            }
        }
        (Menu::Kind, _) => html! {
            <>
                { all(reading, at, fix, on) }
                { kinds(Some(mark.kind), on, Fix::Retype) }
            </>
        },
        (Menu::Value, of) => {
            let (label, value) = value(reading, at, of);
            html! {
                <>
                    if matches!(of, Of::Date(_) | Of::Amount(_)) {
                        { all(reading, at, fix, on) }
                    }
                    { keyed(&at.to_string(), field(label, value, false)) }
                </>
            }
        }
        (Menu::Edges, _) => edges(on),
        (Menu::Same, _) => html! {
            <>
                { all(reading, at, fix, on) }
                { choices() }
            </>
        },
        (Menu::Speaker, _) => html! {
            <>
                { all(reading, at, fix, on) }
                { choices() }
                { piece(field(words::SOMEBODY, String::new(), true)) }
            </>
        },
    }
}

/// What stands in the field of a value at first.
fn value(reading: &Reading, at: usize, of: Of) -> (Word, String) {
    match of {
        Of::Date(i) => {
            let value = reading.report.dates.get(i).map(|date| date.timex.value.clone());
            // What is open has no value that a reader would change letter by letter.
            let value = value.filter(|value| !value.contains('X')).unwrap_or_default();
            (words::DATE_FIELD, value)
        }
        Of::Amount(_) => (words::AMOUNT_FIELD, String::new()),
        _ => {
            let entity =
                reading.entity_of(at).and_then(|entity| reading.report.entities.get(entity));
            (words::NAME_FIELD, entity.map(|entity| entity.name.clone()).unwrap_or_default())
        }
    }
}

/// A line of text that is taken by Enter or by its button.
#[derive(PartialEq)]
struct Field {
    label: Word,
    value: AttrValue,
    /// Whether what was entered last was not taken.
    refused: bool,
    /// Whether it names a speaker; else it is a value.
    by_name: bool,
    on: On,
}

impl Piece for Field {
    const NAME: &'static str = "field";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let Field { label, value, refused, by_name, on } = self;
        let field = use_node_ref().run(hooks);
        let take = {
            let (field, by_name, on) = (field.clone(), *by_name, on.clone());
            move || {
                if let Some(field) = field.cast::<HtmlInputElement>() {
                    let words = field.value().trim().into();
                    let fix = if by_name { Fix::Named(words) } else { Fix::Value(words) };
                    on.emit(Action::Fix(None, fix));
                }
            }
        };
        let onkeydown = {
            let take = take.clone();
            move |event: KeyboardEvent| {
                if event.key() == "Enter" && !event.is_composing() {
                    event.prevent_default();
                    take();
                }
            }
        };
        let onclick = move |_: MouseEvent| take();
        html! {
            <p class="field">
                <label>
                    { *label }
                    <input
                        ref={field}
                        type="text"
                        autocomplete="off"
                        value={value.clone()}
                        aria-invalid={refused.then_some("true")}
                        aria-describedby={refused.then_some("refused")}
                        {onkeydown}
                    />
                </label>
                <button type="button" {onclick}>{ words::SAVE }</button>
            </p>
        }
    }
}

fn edges(on: &On) -> Html {
    let group = |name: Word, right: bool| {
        let step = |label: Word, grow: bool, fine: bool| {
            worded(label, on, Fix::Edge(Edge { right, grow, fine }))
        };
        html! {
            <div role="group" aria-label={name}>
                <b>{ name }</b>
                { step(words::MORE_WORD, true, false) }
                { step(words::LESS_WORD, false, false) }
                { step(words::MORE_LETTER, true, true) }
                { step(words::LESS_LETTER, false, true) }
            </div>
        }
    };
    html! { <div class="edges">{ group(words::LEFT, false) }{ group(words::END, true) }</div> }
}

/// Whom the mark may name, or who may have said it: the best guesses first.
#[derive(PartialEq)]
struct Choices {
    reading: Reading,
    mark: usize,
    on: On,
}

impl Piece for Choices {
    const NAME: &'static str = "choices";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let Choices { reading, mark: at, on } = self;
        let found =
            use_memo((reading.clone(), *at), |(reading, at)| guesses(reading, *at)).run(hooks);
        let (shown, more) = use_more(found.len(), None).run(hooks);
        let is_quote = matches!(reading.marks.get(*at).map(|mark| mark.of), Some(Of::Quote(_)));
        html! {
            <>
                if found.is_empty() && !is_quote {
                    <p>{ words::NO_OTHER }</p>
                }
                <div class="choices">
                    { for found.iter().take(shown).filter_map(|&at| {
                        let entity = reading.report.entities.get(at)?;
                        let id: Rc<str> = entity.id.as_str().into();
                        let fix = if is_quote { Fix::By(id) } else { Fix::Merge(id) };
                        let kind = crate::app::model::Kind::from(entity.entity_type);
                        let label = html! {
                            <>
                                <b class={classes!("letter", kind.class())} aria-hidden="true">{ kind.letter() }</b>
                                { entity.name.clone() }
                                <small>{ entity.count }</small>
                            </>
                        };
                        Some(button(label, on, fix))
                    }) }
                    if is_quote {
                        { worded(words::NOBODY, on, Fix::Nobody) }
                    }
                </div>
                { more }
            </>
        }
    }
}

/// The entities to choose from, by their index.
fn guesses(reading: &Reading, at: usize) -> Vec<usize> {
    let report = &reading.report;
    let Some(mark) = reading.marks.get(at) else { return Vec::new() };
    let (candidates, now): (&[Candidate], Option<&str>) = match mark.of {
        Of::Mention(i) => {
            report.mentions.get(i).map_or((&[], None), |m| (&m.candidates, m.entity.as_deref()))
        }
        Of::Quote(i) => {
            let speaker = |quote| Option::map(quote, |s: &crate::report::Speaker| &*s.entity);
            report
                .quotes
                .get(i)
                .map_or((&[], None), |q| (&q.candidates, speaker(q.speaker.as_ref())))
        }
        _ => return Vec::new(),
    };
    let is_quote = matches!(mark.of, Of::Quote(_));
    let words = reading.words(at);
    let mut found: Vec<usize> = (0..report.entities.len())
        .filter(|&i| {
            let entity = &report.entities[i];
            let kind = crate::app::model::Kind::from(entity.entity_type);
            let fits = if is_quote {
                matches!(entity.entity_type, EntityType::Person | EntityType::Organisation)
            } else {
                kind == mark.kind
            };
            let guessed = candidates.iter().any(|candidate| candidate.entity == entity.id);
            (fits || guessed) && now != Some(&entity.id)
        })
        .collect();
    by_number(&mut found, |&i| {
        let entity = &report.entities[i];
        let guessed = candidates.iter().any(|candidate| candidate.entity == entity.id);
        let shares = || words.split(' ').any(|word| entity.name.split(' ').any(|w| w == word));
        let rank = if guessed { 0 } else { 2 - u64::from(!is_quote && shares()) };
        rank << 32 | u64::from(u32::MAX - entity.count)
    });
    found
}
