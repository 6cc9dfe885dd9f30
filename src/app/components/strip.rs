//! A small picture of where in the article something stands.

use yew::{functional::HookContext, prelude::*};

use super::piece::Piece;
use crate::app::model::{
    Kind, Reading,
    strip::{BINS, bins},
};

/// One bar for each part of the article, as high as it is often there.
#[derive(PartialEq)]
pub struct Strip {
    pub reading: Reading,
    pub kind: Kind,
    /// The marks to show.
    pub marks: std::rc::Rc<[usize]>,
}

const STEP: usize = 4;
const HEIGHT: u32 = 12;

impl Piece for Strip {
    const NAME: &'static str = "strip";

    fn draw(&self, _: &mut HookContext) -> Html {
        let Strip { reading, kind, marks } = self;
        let starts =
            marks.iter().filter_map(|&at| Some(reading.marks.get(at)?.spans.first()?.start()));
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
}
