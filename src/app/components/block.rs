//! One block of the text with its marks.

use std::collections::BTreeSet;

use web_sys::MouseEvent;
use yew::prelude::*;

use super::On;
use crate::{
    app::{
        model::{
            KindSet, Of, Reading,
            nodes::{Layer, Node, block_nodes, is_cut},
            speakers::is_speech,
            when,
        },
        state::Action,
        strings,
    },
    report::{Block, BlockKind, Certainty, Form, Quote},
    span::Span,
};

#[derive(Clone, PartialEq, Properties)]
pub struct BlockViewProps {
    pub reading: Reading,
    /// Its index.
    pub block: usize,
    pub shown: KindSet,
    /// The selected mark, if it is in here.
    pub selected: Option<usize>,
    /// The mark that the Tab key reaches, if it is in here.
    pub tab_stop: Option<usize>,
    /// The words asked for, if they are in here.
    pub spot: Option<Span>,
    pub on: On,
}

/// A block with its margin, as the element that its kind calls for.
#[component]
pub fn BlockView(props: &BlockViewProps) -> Html {
    let BlockViewProps { reading, block, shown, spot, on, .. } = props;
    let Some(info) = reading.report.blocks.get(*block) else { return html! {} };
    let mut painter = Painter { props, reached: BTreeSet::new() };
    let words = painter.nodes(&block_nodes(reading, *block, *shown, *spot));
    let index = block.to_string();
    let quoted = shown.has(crate::app::model::Kind::Quote);
    let more = is_cut(reading, *block, *shown)
        .then(|| html! { <p class="aside">{ strings::MORE_MARKS }</p> });
    match info.kind {
        BlockKind::Boilerplate => boilerplate(info, *block, words, on),
        BlockKind::Headline => {
            html! { <div class="block"><h1 data-block={index}>{ words }</h1></div> }
        }
        BlockKind::Subheading => {
            html! { <div class="block"><h2 data-block={index}>{ words }</h2></div> }
        }
        BlockKind::Byline | BlockKind::Dateline => {
            html! { <div class="block"><p class="byline" data-block={index}>{ words }</p></div> }
        }
        BlockKind::Caption => {
            html! { <div class="block"><p class="caption" data-block={index}>{ words }</p>{ more }</div> }
        }
        BlockKind::List => html! {
            <div class="block"><ul><li data-block={index}>{ words }</li></ul>{ more }</div>
        },
        BlockKind::Paragraph => html! {
            <div class="block">
                if quoted {
                    { margin(reading, *block) }
                }
                <p data-block={index}>{ words }</p>
                { more }
            </div>
        },
    }
}

/// Text that is not the article's, with why, and the way to have it read.
fn boilerplate(block: &Block, index: usize, words: Html, on: &On) -> Html {
    let (on, span) = (on.clone(), block.span);
    let onclick = move |_: MouseEvent| on.emit(Action::Use(span));
    let note = block.why.as_ref().map_or("", |why| why.note.as_ref());
    html! {
        <div class="block boilerplate">
            <p class="aside">
                <span>
                    { strings::NOT_ARTICLE }
                    if !note.is_empty() {
                        { ": " }<span lang={strings::english()}>{ note.to_owned() }</span>
                    }
                </span>
                <button type="button" {onclick}>{ strings::USE_IT }</button>
            </p>
            <p data-block={index.to_string()}>{ words }</p>
        </div>
    }
}

/// Who speaks in the block, beside it: each speaker once.
fn margin(reading: &Reading, block: usize) -> Html {
    let mut voices: Vec<(usize, String, &'static str, bool)> = Vec::new();
    for &at in reading.marks_in(block) {
        let Of::Quote(i) = reading.marks[at].of else { continue };
        let Some(quote) = reading.report.quotes.get(i).filter(|quote| is_speech(quote)) else {
            continue;
        };
        let (name, note, decided) = voice(reading, quote);
        if voices.last().is_none_or(|(_, last, ..)| *last != name) {
            voices.push((at, name, note, decided));
        }
    }
    if voices.is_empty() {
        return html! {};
    }
    html! {
        <div class="margin">
            { for voices.into_iter().map(|(at, name, note, decided)| html! {
                <p class={classes!("who", (!decided).then_some("maybe"))} data-mark={at.to_string()}>
                    { name }<small>{ note }</small>
                </p>
            }) }
        </div>
    }
}

/// The name in the margin, what stands below it, and whether the text decides.
fn voice(reading: &Reading, quote: &Quote) -> (String, &'static str, bool) {
    let name = strings::speaker(reading, quote);
    match &quote.speaker {
        Some(speaker) => (name, strings::certainty(speaker.certainty), true),
        None if name.is_empty() => match &quote.source {
            Some(source) => (source.span.of(&reading.text).to_owned(), "", true),
            None => (strings::UNDECIDED.get().to_owned(), strings::card::NOT_SAID.get(), false),
        },
        None => (name, strings::card::NOT_SAID.get(), false),
    }
}

/// Turns nodes into elements.
struct Painter<'a> {
    props: &'a BlockViewProps,
    /// Marks with an element already: only the first of a mark's elements is reached by keys.
    reached: BTreeSet<usize>,
}

impl Painter<'_> {
    fn nodes(&mut self, nodes: &[Node]) -> Html {
        nodes.iter().map(|node| self.node(node)).collect()
    }

    fn node(&mut self, node: &Node) -> Html {
        match node {
            Node::Text(span) => html! { { span.of(&self.props.reading.text).to_owned() } },
            Node::Element(Layer::Spot, inner) => {
                html! { <span class="spot">{ self.nodes(inner) }</span> }
            }
            Node::Element(Layer::Mark(at, piece), inner) => self.mark(*at, *piece, inner),
        }
    }

    #[allow(clippy::ignored_unit_patterns, reason = "`html!` writes one for a dynamic tag")]
    fn mark(&mut self, at: usize, piece: usize, inner: &[Node]) -> Html {
        let reading = &self.props.reading;
        let mark = &reading.marks[at];
        let first = self.reached.insert(at) && piece == 0;
        let tabindex = first.then(|| if self.props.tab_stop == Some(at) { "0" } else { "-1" });
        let class = classes!(
            "mark",
            mark.kind.class(),
            (mark.certainty == Certainty::Check).then_some("check"),
            mark.repaired.then_some("repaired"),
            self.form(mark.of),
            (self.props.selected == Some(at)).then_some("selected"),
        );
        let (id, index, letter) = (mark.id.clone(), at.to_string(), mark.kind.letter());
        let row = first.then(|| reading.row(at)).flatten();
        let words = self.nodes(inner);
        match mark.of {
            Of::Quote(i) => {
                let marked = reading.report.quotes.get(i).and_then(|q| q.content.get(piece));
                let tag = if marked.is_some_and(|piece| piece.marked) { "q" } else { "span" };
                html! {
                    <@{tag} {class} data-id={id} data-mark={index} data-letter={letter} {tabindex} aria-details={row}>
                        { words }
                    </@>
                }
            }
            of => html! {
                <mark {class} data-id={id} data-mark={index} data-letter={letter} {tabindex} aria-details={row}>
                    { self.timed(of, words) }
                </mark>
            },
        }
    }

    /// A date with a place in the calendar tells it to machines, too.
    fn timed(&self, of: Of, words: Html) -> Html {
        let dates = &self.props.reading.report.dates;
        let Of::Date(i) = of else { return words };
        match dates.get(i).and_then(|date| when::datetime(&date.timex.value)) {
            Some(datetime) => html! { <time datetime={datetime.to_owned()}>{ words }</time> },
            None => words,
        }
    }

    /// Pronouns and unmarked speech are drawn more quietly.
    fn form(&self, of: Of) -> Option<&'static str> {
        let report = &self.props.reading.report;
        match of {
            Of::Mention(i) => match report.mentions.get(i)?.form {
                Form::Pronoun => Some("pronoun"),
                Form::Description => Some("description"),
                Form::Name | Form::Short | Form::Acronym => None,
            },
            Of::Quote(i) => {
                let quote = report.quotes.get(i)?;
                if is_speech(quote) { None } else { Some("term") }
            }
            Of::Date(_) | Of::Amount(_) => None,
        }
    }
}
