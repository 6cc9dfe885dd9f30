//! Quotes by who said them.

use std::rc::Rc;

use yew::{
    functional::{Hook, HookContext},
    prelude::*,
};

use super::{
    On,
    filter::Sought,
    more::use_more,
    panel::panel,
    piece::{Piece, piece},
    row::{Row, row},
};
use crate::app::{
    model::{
        Of, Reading,
        excerpt::excerpt,
        speakers::{Voice, is_speech, voices},
    },
    strings,
};

/// Each speaker with the share of the quoted words and the quotes; then what is in marks and is no
/// speech.
#[derive(PartialEq)]
pub struct Speakers {
    pub reading: Reading,
    pub selected: Option<usize>,
    pub sought: Sought,
    pub on: On,
}

impl Piece for Speakers {
    const NAME: &'static str = "speakers";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let Speakers { reading, selected, sought, on } = self;
        let quotes = &reading.report.quotes;
        let voices = voices(reading);
        let is_selected =
            |&at: &usize| selected.is_some() && reading.mark_of(Of::Quote(at)) == *selected;
        let needed = voices.iter().position(|voice| voice.quotes.iter().any(is_selected));
        let (shown, more) = use_more(voices.len(), sought.needed(voices.len(), needed)).run(hooks);
        if quotes.is_empty() {
            return html! {};
        }
        let others: Vec<usize> = (0..quotes.len()).filter(|&at| !is_speech(&quotes[at])).collect();
        let by = |voice: &Voice| voice.entity.and_then(|at| reading.report.entities.get(at));
        let is_by = |voice: &Voice| by(voice).is_some_and(|entity| sought.is_in([&*entity.name]));
        let is_in =
            |quotes: &[usize]| quotes.iter().any(|&at| sought.is_in([&*words(reading, at)]));
        let is_found = |voice: &Voice| is_by(voice) || is_in(&voice.quotes);
        let hidden = !sought.is_everything() && !voices.iter().any(is_found) && !is_in(&others);
        let list = |quotes: &[usize], sought: Sought| {
            let (reading, quotes, on) = (reading.clone(), Rc::from(quotes), on.clone());
            piece(Lines { reading, quotes, selected: *selected, sought, on })
        };
        let inside = html! {
            <>
                { for voices.iter().take(shown).map(|voice| html! {
                    <div class="voice" hidden={!is_found(voice)}>
                        { heading(reading, voice) }
                        { list(&voice.quotes, if is_by(voice) { Sought::default() } else { sought.clone() }) }
                    </div>
                }) }
                { more }
                if !others.is_empty() {
                    <h3 hidden={!is_in(&others)}>{ strings::panel::TERMS }</h3>
                    { list(&others, sought.clone()) }
                }
            </>
        };
        panel(
            "quotes",
            strings::panel::QUOTES.get(),
            strings::panel::SHARE.get().to_owned(),
            hidden,
            inside,
        )
    }
}

/// The words of a quote, by its index.
fn words(reading: &Reading, quote: usize) -> String {
    reading.mark_of(Of::Quote(quote)).map(|mark| reading.words(mark)).unwrap_or_default()
}

/// The speaker's name, a bar as long as the share, and the share.
fn heading(reading: &Reading, voice: &Voice) -> Html {
    let name = voice
        .entity
        .and_then(|at| reading.report.entities.get(at))
        .map_or(strings::UNDECIDED.get(), |entity| &entity.name);
    let class = if voice.entity.is_some() { "share" } else { "share nobody" };
    html! {
        <div class="voice-heading">
            <h3>{ name.to_owned() }</h3>
            <svg {class} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect x="0" y="0" width={(f64::from(voice.share) / 10.0).to_string()} height="8" />
            </svg>
            <span class="number">{ strings::percent(voice.share) }</span>
        </div>
    }
}

/// A line for each quote.
#[derive(PartialEq)]
struct Lines {
    reading: Reading,
    /// Indices of the quotes.
    quotes: Rc<[usize]>,
    selected: Option<usize>,
    sought: Sought,
    on: On,
}

impl Piece for Lines {
    const NAME: &'static str = "lines";

    fn draw(&self, hooks: &mut HookContext) -> Html {
        let Lines { reading, quotes, selected, sought, on } = self;
        let selected = *selected;
        let needed = quotes
            .iter()
            .position(|&at| selected.is_some() && reading.mark_of(Of::Quote(at)) == selected);
        let (shown, more) = use_more(quotes.len(), sought.needed(quotes.len(), needed)).run(hooks);
        html! {
            <>
            <ul class="rows">
                { for quotes.iter().take(shown).filter_map(|&at| {
                    let mark = reading.mark_of(Of::Quote(at))?;
                    let quote = reading.report.quotes.get(at)?;
                    let words = reading.words(mark);
                    let hidden = !sought.is_in([&*words]);
                    let words = excerpt(&words, 90);
                    let inside = html! {
                        <span class="what">
                            <span lang={reading.lang()}>{ words }</span>
                            <small>{ strings::quote_kind(quote.kind) }{ asked(reading, at) }</small>
                        </span>
                    };
                    let (marks, class) = (Rc::from([mark]), "quote".into());
                    let line = Row { id: &quote.id, marks, selected, class, on };
                    Some(html! { <li {hidden}>{ row(line, inside) }</li> })
                }) }
            </ul>
            { more }
            </>
        }
    }
}

/// Whom the text may mean, where it does not decide.
fn asked(reading: &Reading, at: usize) -> String {
    let Some(quote) = reading.report.quotes.get(at) else { return String::new() };
    if quote.speaker.is_some() || quote.candidates.is_empty() {
        return String::new();
    }
    format!(", {}", strings::speaker(reading, quote))
}
