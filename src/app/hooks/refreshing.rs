//! A corrected article is drawn part by part, so that the reader sees at once what was corrected.

use std::{cell::Cell, rc::Rc, time::Duration};

use yew::{
    platform::{spawn_local, time::sleep},
    prelude::*,
};

use crate::app::model::Reading;

/// The page is painted between two steps.
const FRAME: Duration = Duration::from_millis(16);

/// How many parts are drawn anew in a step.
const PARTS: usize = 2;

/// What each part of an article is drawn from: those that wait, from a reading with the same marks in the same
/// places, so that their numbers mean the same.
#[derive(Debug)]
struct Refresh {
    now: Reading,
    drawn: Vec<Reading>,
}

impl Refresh {
    fn new(reading: &Reading, parts: usize) -> Self {
        Self { now: reading.clone(), drawn: vec![reading.clone(); parts] }
    }

    /// Goes on to `reading`.
    fn take(&mut self, reading: &Reading, parts: usize) {
        if self.now == *reading {
            return;
        }
        if self.drawn.len() == parts && self.now.has_marks_of(reading) {
            self.now = reading.clone();
        } else {
            *self = Self::new(reading, parts);
        }
    }

    /// Draws the next parts that wait, up to `most` of those that are `meant`; returns how many wait still.
    fn draw(&mut self, most: usize, meant: impl Fn(usize) -> bool) -> usize {
        let waiting = self.drawn.iter_mut().enumerate().filter(|(_, drawn)| **drawn != self.now);
        for (_, drawn) in waiting.filter(|&(part, _)| meant(part)).take(most) {
            *drawn = self.now.clone();
        }
        self.drawn.iter().filter(|drawn| **drawn != self.now).count()
    }
}

/// What each of the `parts` is drawn from. Where `reading` only says something else about the same marks, those
/// that are `urgent` come first, and the others in the next frames.
#[hook]
pub fn use_refreshing(
    reading: &Reading,
    parts: usize,
    urgent: impl Fn(usize) -> bool,
) -> Vec<Reading> {
    let refresh = use_mut_ref(|| Refresh::new(reading, parts));
    let again = use_force_update();
    let mut state = refresh.borrow_mut();
    state.take(reading, parts);
    let left = state.draw(parts, urgent);
    let readings = state.drawn.clone();
    drop(state);
    use_effect_with((reading.clone(), left), move |&(_, left)| {
        let wanted = Rc::new(Cell::new(true));
        if left > 0 {
            let wanted = wanted.clone();
            spawn_local(async move {
                sleep(FRAME).await;
                if wanted.get() {
                    refresh.borrow_mut().draw(PARTS, |_| true);
                    again.force_update();
                }
            });
        }
        move || wanted.set(false)
    });
    readings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::sample;

    fn sure() -> Reading {
        let reading = sample::reading();
        let mut report = reading.report.clone();
        report.mentions[0].certainty = crate::report::Certainty::Sure;
        Reading::new(reading.text.clone(), report)
    }

    #[test]
    fn other_words_about_the_same_marks_may_wait() {
        let first = sample::reading();
        let mut refresh = Refresh::new(&first, 3);
        let second = sure();
        refresh.take(&second, 3);
        assert!(refresh.drawn.iter().all(|drawn| *drawn == first));
        assert_eq!(refresh.draw(3, |part| part == 1), 2);
        assert!(refresh.drawn[1] == second && refresh.drawn[2] == first);
        // A third one comes while parts wait: none goes back.
        let third = sure();
        refresh.take(&third, 3);
        assert!(refresh.drawn[0] == first && refresh.drawn[1] == second);
        assert_eq!(refresh.draw(2, |_| true), 1);
        assert_eq!(refresh.draw(2, |_| true), 0);
        assert!(refresh.drawn.iter().all(|drawn| *drawn == third));
    }

    #[test]
    fn marks_that_come_and_go_are_drawn_at_once() {
        let first = sample::reading();
        let mut refresh = Refresh::new(&first, 3);
        let mut report = first.report.clone();
        report.mentions.pop();
        let fewer = Reading::new(first.text.clone(), report);
        refresh.take(&fewer, 3);
        assert!(refresh.drawn.iter().all(|drawn| *drawn == fewer));
        refresh.take(&first, 4);
        assert!(refresh.drawn.len() == 4 && refresh.draw(4, |_| true) == 0, "other parts");
    }
}
