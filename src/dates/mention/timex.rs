//! The attributes of TIMEX3.

use super::reading::Reading;
use crate::{
    dates::{
        expr::{Anchor, Cycle, Ends, Expression, Recurrence, Reference, Time},
        resolve::Context,
        value::Clock,
    },
    report::{Timex, TimexType},
};

/// The attributes of `expression` as it was read.
pub(super) fn timex(expression: &Expression, reading: &Reading, context: &Context) -> Timex {
    let mut timex = Timex {
        timex_type: expression.time.timex_type(),
        value: String::new(),
        modifier: expression.modifier,
        quant: None,
        freq: None,
        anchor: None,
        begin_point: None,
        end_point: None,
    };
    let t0 = || context.published.map(|_| "t0".to_owned());
    match &expression.time {
        Time::Reference(reference) => reference.value().clone_into(&mut timex.value),
        Time::Lasting(length, ends) => {
            timex.value = length.value();
            match ends {
                Ends::Nowhere | Ends::FromNext | Ends::AtNext => {}
                Ends::AtPublication => timex.end_point = t0(),
                Ends::FromPublication | Ends::Ahead | Ends::Within => timex.begin_point = t0(),
            }
        }
        Time::Recurring(recurrence) => recurring(*recurrence, &mut timex),
        time => {
            timex.value = reading.value();
            if let Time::Shift { from: Anchor::Published | Anchor::Told, .. } | Time::Named(..) =
                time
            {
                timex.anchor = t0();
            }
        }
    }
    timex
}

fn recurring(Recurrence { what, quant, times }: Recurrence, timex: &mut Timex) {
    timex.timex_type = TimexType::Set;
    timex.value = match what {
        Cycle::Every(length) => length.value(),
        Cycle::Named(name, clock) => {
            name.open().value() + &clock.map(Clock::value).unwrap_or_default()
        }
    };
    timex.quant = quant.then(|| "EVERY".to_owned());
    timex.freq = times.map(|times| format!("{times}X"));
}

impl Reference {
    fn value(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}
