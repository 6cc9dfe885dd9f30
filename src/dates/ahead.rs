//! What looks ahead although no verb of the sentence says so: an event that is waited for, an
//! arrangement told in the present.

use super::line::Line;

/// How far back a cue may stand, in atoms.
const REACH: usize = 12;

/// What is prepared for, and what is held on a day.
const EVENTS: &[&str] = &[
    "match",
    "friendly",
    "game",
    "test",
    "final",
    "semifinal",
    "race",
    "election",
    "elections",
    "vote",
    "summit",
    "talks",
    "meeting",
    "hearing",
    "trial",
    "debate",
    "primary",
    "primaries",
    "caucuses",
    "convention",
    "polls",
    "ballot",
    "referendum",
    "launch",
    "release",
    "premiere",
    "international",
    "qualifier",
    "opener",
    "replay",
    "fight",
    "bout",
    "tender",
    "auction",
    "shipment",
    "delivery",
    "visit",
    "cup",
    "games",
    "championships",
    "clash",
    "tie",
];

/// Verbs in the present that tell what is arranged.
const ARRANGED: &[&str] = &[
    "comes",
    "come",
    "faces",
    "face",
    "speaks",
    "testifies",
    "holds",
    "hold",
    "hosts",
    "votes",
    "takes",
    "plays",
    "play",
    "returns",
    "heads",
    "visits",
    "airs",
    "launches",
    "appears",
    "addresses",
    "delivers",
    "ends",
    "closes",
    "follows",
    "follow",
    "defends",
    "goes",
    "flies",
    "poised",
    "ready",
    "preparing",
    "threatening",
    "through",
];

/// The atom that tells that the time at `from` is still to come, where no verb does.
pub(super) fn arranged(line: &Line<'_>, from: usize, to: usize) -> Option<usize> {
    let progressive = |i: usize| {
        line.is(i, &["is", "are", "'re", "’re"])
            && (i + 1..i + 3).any(|at| line.key(at).len() > 5 && line.key(at).ends_with("ing"))
    };
    let owner = line.is(to, &["'s", "’s"]);
    let infinitive = |i: usize| {
        line.is(i, &["to"])
            && (line.is(i + 1, &["be", "appear"]) || line.follows(i, &["likely", "about", "ready"]))
    };
    // `the trial starting Monday`; a month that starts something may be long past.
    let starts = |i: usize| {
        line.weekday(from).is_some() && line.is(i, &["beginning", "starting", "opening"])
    };
    let near = |i: usize| line.is(i, &["ahead"]) && from - i < 5;
    (from.saturating_sub(REACH)..from).rev().find(|&i| {
        let said = ARRANGED.contains(&line.key(i))
            && !line.is_capitalised(i)
            && !line.follows(i, &["after", "since", "on", "the", "his", "her", "its"]);
        !owner && (said || progressive(i) || infinitive(i) || near(i) || starts(i))
    })
}

/// The atom of the event for which something is done: `a squad for the match on Saturday`. What is
/// told is past, its event is to come.
pub(super) fn awaited_event(line: &Line<'_>, from: usize, to: usize) -> Option<usize> {
    let owner = line.is(to, &["'s", "’s"]);
    let event = if owner {
        (to + 1..to + 5).find(|&i| EVENTS.contains(&line.key(i)))?
    } else {
        (from.saturating_sub(9)..from).rev().find(|&i| EVENTS.contains(&line.key(i)))?
    };
    let lead = event.min(from);
    let mut before = (lead.saturating_sub(6)..lead).rev();
    let prepared =
        before.find(|&i| line.is(i, &["for", "ahead", "in", "at", "of", "from", "after"]))?;
    let fits = line.is(prepared, &["for"])
        || line.is(prepared, &["of"]) && line.before(prepared) == "ahead";
    fits.then_some(event)
}
