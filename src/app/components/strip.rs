//! A small picture of where in the article something stands.

use yew::prelude::*;

use crate::app::model::{
    Kind, Reading,
    strip::{BINS, bins},
};

#[derive(Clone, PartialEq, Properties)]
pub struct StripProps {
    pub reading: Reading,
    pub kind: Kind,
    /// The marks to show.
    pub marks: std::rc::Rc<[usize]>,
}

const STEP: usize = 4;
const HEIGHT: u32 = 12;

/// One bar for each part of the article, as high as it is often there.
#[component]
pub fn Strip(StripProps { reading, kind, marks }: &StripProps) -> Html {
    let starts = marks.iter().filter_map(|&at| Some(reading.marks.get(at)?.spans.first()?.start()));
    let counted = bins(starts, reading.text.len());
    let most = counted.iter().copied().max().unwrap_or(1).max(1);
    html! {
        <svg class={classes!("strip", kind.class())} viewBox={format!("0 0 {} {HEIGHT}", BINS * STEP)} aria-hidden="true">
            <rect class="ground" x="0" y={(HEIGHT - 1).to_string()} width={(BINS * STEP).to_string()} height="1" />
            { for counted.iter().enumerate().filter(|&(_, &n)| n > 0).map(|(i, &n)| {
                let height = 4 + (HEIGHT - 4) * n / most;
                html! {
                    <rect x={(i * STEP).to_string()} y={(HEIGHT - height).to_string()} width="3" height={height.to_string()} />
                }
            }) }
        </svg>
    }
}
