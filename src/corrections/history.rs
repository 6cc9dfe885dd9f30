//! What was done and undone.

use super::{
    Patch, Refused,
    patch::{Correction, reanchor},
};

/// The corrections that hold, and those that were taken back: every step can be undone and done
/// again. There is no other limit than that of a patch, 10,000 corrections.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    patch: Patch,
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// One step, with what it takes to go back, or forth again.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    /// So many corrections were added at the end.
    Added(usize),
    /// These corrections are to be added at the end.
    Add(Vec<Correction>),
    /// This correction was taken out from there.
    Removed(usize, Box<Correction>),
    /// The correction there is to be taken out.
    Remove(usize),
}

impl History {
    /// A history that begins with `patch`, which it cannot undo.
    pub fn new(patch: Patch) -> Self {
        Self { patch, done: Vec::new(), undone: Vec::new() }
    }

    /// The corrections that hold.
    pub fn patch(&self) -> &Patch {
        &self.patch
    }

    /// How many steps can be undone.
    pub fn undo_steps(&self) -> usize {
        self.done.len()
    }

    /// How many steps can be done again.
    pub fn redo_steps(&self) -> usize {
        self.undone.len()
    }

    /// Adds a correction. What was undone is given up. Its id is given here.
    ///
    /// # Errors
    ///
    /// As [`Patch::push`]; nothing is changed then.
    pub fn push(&mut self, correction: Correction) -> Result<(), Refused> {
        self.patch.push(correction)?;
        self.step(Step::Added(1));
        Ok(())
    }

    /// Adds the corrections of another patch that are not there yet, in one step, and says how many
    /// these were.
    ///
    /// # Errors
    ///
    /// As [`Patch::merge`]; nothing is changed then.
    pub fn import(&mut self, other: &Patch) -> Result<usize, Refused> {
        let added = self.patch.merge(other)?;
        if added > 0 {
            self.step(Step::Added(added));
        }
        Ok(added)
    }

    /// Takes one correction out, wherever it stands: one that has lost its place, say.
    ///
    /// # Errors
    ///
    /// [`Refused::Unknown`].
    pub fn remove(&mut self, id: &str) -> Result<(), Refused> {
        let list = self.patch.list();
        let at = list.iter().position(|c| c.id == id);
        let at = at.ok_or_else(|| Refused::Unknown { id: id.into() })?;
        let removed = list.remove(at);
        self.step(Step::Removed(at, Box::new(removed)));
        Ok(())
    }

    fn step(&mut self, step: Step) {
        self.done.push(step);
        self.undone.clear();
    }

    /// Takes the last step back. `false` when there is none.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.done.pop() else { return false };
        let back = self.turn(step);
        self.undone.push(back);
        true
    }

    /// Does again what was undone last. `false` when there is nothing.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.undone.pop() else { return false };
        let back = self.turn(step);
        self.done.push(back);
        true
    }

    /// Does the opposite of a step, and gives its opposite.
    fn turn(&mut self, step: Step) -> Step {
        let list = self.patch.list();
        match step {
            Step::Added(n) => Step::Add(list.split_off(list.len().saturating_sub(n))),
            Step::Add(corrections) => {
                let n = corrections.len();
                list.extend(corrections);
                Step::Added(n)
            }
            Step::Removed(at, correction) => {
                list.insert(at.min(list.len()), *correction);
                Step::Remove(at)
            }
            Step::Remove(at) => Step::Removed(at, Box::new(list.remove(at))),
        }
    }

    /// Moves the places of all corrections, undone ones too, along with a change of the text, as
    /// [`Patch::reanchored`] does.
    pub fn reanchor(&mut self, before: &str, after: &str) {
        reanchor(self.patch.list(), before, after);
        for step in self.done.iter_mut().chain(&mut self.undone) {
            match step {
                Step::Add(corrections) => reanchor(corrections, before, after),
                Step::Removed(_, correction) => {
                    reanchor(std::slice::from_mut(&mut **correction), before, after);
                }
                Step::Added(_) | Step::Remove(_) => {}
            }
        }
    }
}
