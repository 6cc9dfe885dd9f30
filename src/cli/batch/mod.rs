//! `newsmark batch`: JSON lines in, JSON lines out, in input order, on several cores, in bounded memory.

mod line;

use std::{
    collections::BTreeMap,
    io::{self, BufRead, Write},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    thread,
};

use crate::options::Unit;
use line::{Answer, Source};

/// How many answers may wait for a slow article before them.
const WAITING: usize = 64;

/// What stops a batch; a bad line does not.
#[derive(Debug)]
pub(super) enum Stopped {
    /// The input could not be read on.
    Read(io::Error),
    /// The output could not be written.
    Write(io::Error),
}

/// Answers every line of `input` by a line of `output` whose spans count `unit`, `threads` lines at a
/// time. Returns how many of the answers are errors.
pub(super) fn run(
    input: impl BufRead + Send,
    output: impl Write + Send,
    unit: Unit,
    threads: usize,
) -> Result<usize, Stopped> {
    let source = Mutex::new(Source::new(input));
    let sink = Sink::new(output);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| work(&source, &sink, unit));
        }
    });
    sink.end()
}

/// Takes lines until there are none, or until the batch is stopped.
fn work(source: &Mutex<Source<impl BufRead>>, sink: &Sink<impl Write>, unit: Unit) {
    let _alarm = Alarm(sink);
    loop {
        let line = lock(source).next();
        match line {
            Ok(Some((place, line))) if sink.put(place, line.answer(unit)) => {}
            Ok(_) => return,
            Err(error) => return sink.stop(Stopped::Read(error)),
        }
    }
}

/// Where answers are put back into the order of their lines.
struct Sink<W> {
    state: Mutex<State<W>>,
    /// Rung when `next` grows and when the batch is stopped.
    moved: Condvar,
}

struct State<W> {
    output: W,
    /// The place of the answer to be written next.
    next: usize,
    /// Answers that came before their turn; fewer than [`WAITING`].
    waiting: BTreeMap<usize, Answer>,
    failed: usize,
    stopped: Option<Stopped>,
}

impl<W: Write> Sink<W> {
    fn new(output: W) -> Self {
        let state = State { output, next: 0, waiting: BTreeMap::new(), failed: 0, stopped: None };
        Self { state: Mutex::new(state), moved: Condvar::new() }
    }

    /// Writes `answer` when its turn comes, with those that waited for it. Blocks while too many
    /// wait, which the answer whose turn it is never does. `false` when nothing more can be written.
    fn put(&self, place: usize, answer: Answer) -> bool {
        let early = |state: &mut State<W>| {
            place >= state.next + WAITING && !matches!(state.stopped, Some(Stopped::Write(_)))
        };
        let state = self.moved.wait_while(lock(&self.state), early);
        let mut state = state.unwrap_or_else(PoisonError::into_inner);
        if matches!(state.stopped, Some(Stopped::Write(_))) {
            return false;
        }
        state.waiting.insert(place, answer);
        let written = state.write_ready();
        drop(state);
        match written {
            Ok(()) => self.moved.notify_all(),
            Err(error) => self.stop(Stopped::Write(error)),
        }
        true
    }

    fn stop(&self, reason: Stopped) {
        lock(&self.state).stopped = Some(reason);
        self.moved.notify_all();
    }

    fn end(self) -> Result<usize, Stopped> {
        let state = self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        state.stopped.map_or(Ok(state.failed), Err)
    }
}

impl<W: Write> State<W> {
    fn write_ready(&mut self) -> io::Result<()> {
        while let Some(answer) = self.waiting.remove(&self.next) {
            self.next += 1;
            self.failed += usize::from(answer.failed);
            self.output.write_all(answer.line.as_bytes())?;
        }
        self.output.flush()
    }
}

/// A worker that panics takes its line with it, and the others would wait for that answer for ever:
/// this lets them go, so that the panic is seen.
struct Alarm<'a, W: Write>(&'a Sink<W>);

impl<W: Write> Drop for Alarm<'_, W> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.stop(Stopped::Write(io::Error::other("a worker broke down")));
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
