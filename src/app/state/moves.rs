//! Where the keyboard goes from mark to mark.

use super::{Alike, State};
use crate::app::model::KindSet;

impl State {
    /// The mark `steps` further on among those that are shown; from the first or the last, if the
    /// keyboard stands on none.
    pub fn step(&self, steps: isize) -> Option<usize> {
        let marks = &self.reading.as_ref()?.marks;
        let shown: Vec<usize> =
            (0..marks.len()).filter(|&at| self.visible().has(marks[at].kind)).collect();
        let last = shown.len().checked_sub(1)?;
        let next = match self.cursor {
            None => 0,
            Some(cursor) => match shown.binary_search(&cursor) {
                Ok(at) => at.saturating_add_signed(steps),
                Err(at) if steps > 0 => at,
                Err(at) => at.saturating_sub(1),
            },
        };
        shown.get(next.min(last)).copied()
    }

    /// The mark `steps` further on among those of the same entity, or of the same kind, as the one that
    /// the keyboard stands on.
    pub(super) fn step_alike(&self, steps: isize, alike: Alike) -> Option<usize> {
        let reading = self.reading.as_ref()?;
        let cursor = self.cursor?;
        let mark = reading.marks.get(cursor)?;
        let like = |at: &usize| match alike {
            Alike::Kind => reading.marks[*at].kind == mark.kind,
            Alike::Entity => {
                let entity = reading.entity_of(*at);
                *at == cursor || entity.is_some() && entity == reading.entity_of(cursor)
            }
        };
        let marks: Vec<usize> = (0..reading.marks.len()).filter(like).collect();
        let now = marks.binary_search(&cursor).ok()?;
        marks.get(now.saturating_add_signed(steps).min(marks.len() - 1)).copied()
    }

    /// The kinds that are marked in the text now.
    pub fn visible(&self) -> KindSet {
        if self.hidden { KindSet::NONE } else { self.shown }
    }

    /// The mark that the Tab key reaches: the one that the keyboard stood on, else the first.
    pub fn tab_stop(&self) -> Option<usize> {
        let reading = self.reading.as_ref()?;
        let seen = |at: &usize| reading.marks.get(*at).is_some_and(|m| self.visible().has(m.kind));
        self.cursor.filter(seen).or_else(|| (0..reading.marks.len()).find(seen))
    }
}
