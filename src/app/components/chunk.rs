//! A part of a long article.

use yew::prelude::*;

use super::{On, block::BlockView};
use crate::{
    app::model::{KindSet, Reading},
    span::Span,
};

#[derive(Clone, PartialEq, Properties)]
pub struct ChunkProps {
    pub reading: Reading,
    /// Its first block and the one after its last.
    pub blocks: (usize, usize),
    /// Whether its marks are drawn; until then it is plain text.
    pub drawn: bool,
    pub shown: KindSet,
    /// The selected mark, if it is in here.
    pub selected: Option<usize>,
    /// The mark that the Tab key reaches, if it is in here.
    pub tab_stop: Option<usize>,
    /// The words asked for, if they are in here.
    pub spot: Option<Span>,
    pub on: On,
}

/// So many blocks. A block hears only of what stands in it, so that a click redraws two blocks and not
/// all.
#[component]
pub fn Chunk(props: &ChunkProps) -> Html {
    let ChunkProps { reading, blocks: (from, to), drawn, shown, spot, on, .. } = props;
    let blocks = reading.report.blocks.get(*from..*to).unwrap_or_default();
    if !drawn {
        let text = (blocks.iter().map(|block| block.span))
            .reduce(Span::to)
            .map_or("", |span| span.of(&reading.text));
        return html! { <div class="chunk ahead">{ text.to_owned() }</div> };
    }
    let inside =
        |mark: Option<usize>, block: usize| mark.filter(|at| reading.marks_in(block).contains(at));
    html! {
        <div class="chunk">
            { for blocks.iter().enumerate().map(|(at, block)| html! {
                <BlockView
                    key={at}
                    reading={reading.clone()}
                    block={from + at}
                    shown={*shown}
                    selected={inside(props.selected, from + at)}
                    tab_stop={inside(props.tab_stop, from + at)}
                    spot={spot.filter(|spot| spot.overlaps(block.span))}
                    on={on.clone()}
                />
            }) }
        </div>
    }
}
