//! Which way a sentence looks, from the words around a time.

use super::{ahead, expr::Lean, line::Line, words::Words};
use crate::span::Span;

/// How far back and ahead a cue may stand, in atoms.
const REACH: usize = 14;

/// How far away a word may stand that tells of habits.
const SENTENCE: usize = 40;

/// Words after which something is still to come.
const FUTURE: Words = Words(
    "will 'll ’ll shall won't won’t wo scheduled expected due upcoming plans planned planning \
     plan set expects tomorrow intends hopes hope would may deadline expires payable",
);

/// What is arranged is told in the present, as is what is so every year.
const ARRANGED: Words = Words(
    "begins starts meets meet opens reopens resumes leaves arrives departs travels convenes \
     begin start",
);

/// Words after which something has been.
const PAST: Words = Words(
    "was were had did said told reported announced since has have died held began came ended \
     took made killed met opened closed won lost rose fell went left signed became been ago \
     beat bought broke brought built caught chose drew drove fled flew fought found gave got \
     grew heard kept knew led paid ran sank saw sent shot shook slid sold sought spent spoke \
     stole stood struck swept threw thought withdrew woke wore wrote shut cut hit put quit",
);

/// Words of a sentence that says what is so every year.
const HABIT: Words = Words(
    "usually typically generally normally regularly always temperature temperatures monsoon \
     rainfall rainy feast",
);

/// The direction of the sentence at the expression from atom `from` to atom `to`, and the word that
/// says so: the nearest verb before it in the clause, else the nearest after it.
pub(super) fn lean(line: &Line<'_>, from: usize, to: usize) -> (Lean, Option<Span>) {
    let (lean, cue) = verb(line, from, to);
    let present = match lean {
        Lean::Unknown => true,
        Lean::Future => cue.is_some_and(|i| ARRANGED.has(line.key(i))),
        _ => false,
    };
    let mut near = from.saturating_sub(SENTENCE)..line.len().min(to + SENTENCE);
    let habit = if present && line.weekday(from).is_none() {
        near.find(|&i| is_habit(line, i, to))
    } else {
        None
    };
    let lean = if habit.is_some() { Lean::Habit } else { lean };
    (lean, habit.or(cue).and_then(|i| line.span(i, i + 1)))
}

/// Whether the word at `i` says that what happens at the time that ends at `to` does so every year.
fn is_habit(line: &Line<'_>, i: usize, to: usize) -> bool {
    HABIT.has(line.key(i))
        || line.is(i, &["season"]) && line.follows(i, &["tourism", "tourist", "high", "peak", "dry"])
        || line.is(i, &["best"])
            && (line.is(i + 1, &["visited", "seen"])
                || line.is(i + 1, &["time"]) && line.is(i + 2, &["to"]))
        || line.is(i, &["every", "each"]) && line.is(i + 1, &["year", "summer", "winter"])
        // `October is the month of …`.
        || line.is(i, &["month"]) && line.is(to, &["is"]) && (to..to + 7).contains(&i)
}

/// The direction that the verb gives, and where it stands.
fn verb(line: &Line<'_>, from: usize, to: usize) -> (Lean, Option<usize>) {
    let stop = |i: usize| line.is(i, &[";", "”", "“"]);
    let before = (from.saturating_sub(REACH)..from).rev().take_while(|&i| !stop(i));
    let by = line.before(from) == "by";
    // What is asked by Friday, or put off until then, is awaited.
    let bound = (from.saturating_sub(3)..from)
        .find(|&i| line.is(i, &["until", "till"]) || by && i + 1 == from);
    for i in before {
        if let Some(lean) = cue(line, i) {
            let told = lean == Lean::Past && is_told(line, i, from);
            let over = line.is(i, &["had"]) || line.before(i) == "had";
            if let (Lean::Past, Some(at)) = (lean, bound)
                && !over
                && is_awaited(line, i, from)
            {
                return (Lean::Awaited, Some(at));
            }
            let there = line.is_among(i, "was were went came arrived gathered");
            if let (Lean::Past, false) = (lean, there)
                && let Some(at) = ahead::awaited_event(line, from, to, i)
            {
                return (Lean::Future, Some(at));
            }
            return (if told { lean } else { lean.reported() }, Some(i));
        }
    }
    if let Some(at) = ahead::arranged(line, from, to) {
        return (Lean::Future, Some(at));
    }
    let end = line.len().min(to + REACH);
    let opens = bound.is_none_or(|at| by || at == 0);
    for i in (to..end).take_while(|&i| !stop(i) && opens) {
        if let Some(lean) = cue(line, i) {
            if lean == Lean::Past
                && let Some(at) = ahead::awaited_event(line, from, to, i)
            {
                return (Lean::Future, Some(at));
            }
            // `On Friday, the owner planned to …`.
            let lean = if line.is(i, &["planned"]) { Lean::Past } else { lean };
            // `In January, the owner brought …`: the time opens the sentence that is told.
            let told = from <= 1 && !REPORTING.has(line.key(i));
            return (if told { lean } else { lean.reported() }, Some(i));
        }
    }
    bound.map_or((Lean::Unknown, None), |at| (Lean::Future, Some(at)))
}

/// Whether the bound that stands before `from` is one for what is still to be done: the verb at `i`
/// asks for it, or puts it off.
fn is_awaited(line: &Line<'_>, i: usize, from: usize) -> bool {
    let asks =
        [i, i + 1].iter().any(|&at| REPORTING.has(line.key(at)) || AWAITING.has(line.key(at)));
    let infinitive = (i..from).any(|at| line.is(at, &["to"]));
    let weekday = line.weekday(from).is_some() && line.before(from) != "by";
    asks || infinitive || weekday
}

/// Verbs of what is to be done by a day or to last until it.
const AWAITING: Words = Words(
    "closed shut suspended adjourned banned needed demanded required promised vowed pledged \
     given gave ordered",
);

/// Whether the time at `from` is when that happened which the verb at `i` tells: close behind it, and
/// not what someone says, asks or awaits.
fn is_told(line: &Line<'_>, i: usize, from: usize) -> bool {
    // `took place in Arden this weekend`.
    let this = line.is(from, &["this"]) && !(i..from).any(|at| line.is(at, &[",", "but", "and"]));
    let at = this || line.follows(from, &["in", "on", "since", "last"]);
    let close = if this { REACH } else { CLOSE };
    line.is(i, &["since"])
        || this && i + 1 == from
        || at && from - i <= close && !REPORTING.has(line.key(i)) && !line.is(i + 1, &["to"])
}

/// How many atoms behind its verb a time still says when that happened.
const CLOSE: usize = 6;

/// Verbs of which the time need not be that of what they report.
const REPORTING: Words = Words(
    "said told announced reported has have had been decided agreed planned called asked \
     wanted proposed extended postponed delayed moved added",
);

/// What the word at `i` says of the tense.
fn cue(line: &Line<'_>, i: usize) -> Option<Lean> {
    line.tense(i, || read(line, i))
}

fn read(line: &Line<'_>, i: usize) -> Option<Lean> {
    let key = line.key(i);
    // `have to`, `must`: what is still to be done.
    if Words("has have need needs want wants").has(key) && line.is(i + 1, &["to"])
        || matches!(key, "must" | "please")
    {
        return Some(Lean::Future);
    }
    // `It will be void following the vote on Tuesday`.
    if key == "following" && line.is(i + 1, &["the"]) {
        return Some(Lean::Past);
    }
    // `could win on Tuesday`, but `could not be reached`.
    if matches!(key, "could" | "might" | "should" | "can")
        && !line.is(i + 1, &["not", "have", "n't", "n’t"])
        && !(i.saturating_sub(REACH)..i)
            .any(|at| line.is(at, &["neither", "nobody", "none", "nor"]))
    {
        return Some(Lean::Future);
    }
    if (FUTURE.has(key) || ARRANGED.has(key)) && !line.is_capitalised(i) {
        // `a record set on Monday` has been set.
        if key == "set" && !line.is(i + 1, &["to", "for"]) {
            return line.is(i + 1, &["in", "on", "aside", "up", "off"]).then_some(Lean::Past);
        }
        // `lower than expected June output`: no verb.
        if key == "expected" && line.month(i + 1).is_some() {
            return None;
        }
        // `It was initially scheduled for July`.
        if line.follows(i, &["initially", "originally", "previously"]) {
            return Some(Lean::Past);
        }
        // `It had been due on Friday`.
        if line.before(i) == "had" || line.before(i) == "been" && line.follows(i - 1, &["had"]) {
            return Some(Lean::Past);
        }
        // `the plan`, `did not meet`: no verb, or not its own tense.
        let plan = matches!(key, "plan" | "plans") && !AFTER_PLAN.has(line.key(i + 1));
        let before = line.before(i);
        let many = before.len() > 3 && before.ends_with('s')
            || matches!(before, "they" | "we" | "you" | "i")
            || i > 0 && line.is_capitalised(i - 1);
        let bare = matches!(key, "meet" | "begin" | "start") && !many;
        let lean = if key == "would" { Lean::Awaited } else { Lean::Future };
        return (!plan && !bare).then_some(lean);
    }
    // `is to meet`, `are meeting`: the verb `to be` before `to`.
    if matches!(key, "is" | "are") && line.is(i + 1, &["to", "expected", "scheduled", "due", "set"])
    {
        return Some(Lean::Future);
    }
    // `is heard`, `be sold`: the tense is not theirs.
    if line.follows(i, &["is", "are", "be", "being", "to"]) || MODAL.has(line.before(i)) {
        return None;
    }
    // `They can go top if they beat Arden on Sunday`.
    let condition = Words("beat shut cut hit put quit").has(key)
        && (i.saturating_sub(4)..i).any(|at| line.is(at, &["if", "when", "once"]));
    if condition {
        return None;
    }
    // `Wheat prices were seen firmer`, `sales initially scheduled for July`.
    let awaited = line.is(i + 1, &["expected", "scheduled", "likely"]) && line.is(i + 2, &["to"]);
    if matches!(key, "was" | "were") && (awaited || line.is(i + 1, &["seen"])) {
        return Some(Lean::Future);
    }
    let past = PAST.has(key)
        || key.len() > 4
            && key.ends_with("ed")
            && line.is_word(i)
            && !line.is_capitalised(i)
            && !ADJECTIVES.has(key)
            && !line.follows_among(i, "a an the its his her their");
    past.then_some(Lean::Past)
}

/// Words after which a verb has no tense of its own.
const MODAL: Words = Words("will 'll ’ll would may might could can should must");

/// Words after `plan` where it is a verb.
const AFTER_PLAN: Words = Words("to a an the another their its his her");

/// Words in `-ed` that tell of nothing.
const ADJECTIVES: Words = Words(
    "hundred indeed exceed succeed proceed speed united limited preferred unprecedented \
     unspecified unidentified unnamed armed related detailed experienced advanced interested \
     so-called supposed need registered",
);
