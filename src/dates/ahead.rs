//! What looks ahead although no verb of the sentence says so: an event that is waited for, an
//! arrangement told in the present.

use super::{line::Line, words::Words};

/// How far back a cue may stand, in atoms.
const REACH: usize = 12;

/// What is prepared for, and what is held on a day.
const EVENTS: Words = Words(
    "match friendly game test final semifinal race election elections vote summit talks \
    meeting hearing trial debate primary primaries caucuses convention polls ballot referendum launch \
    release premiere international qualifier opener replay fight bout tender auction shipment delivery \
    visit cup games championships clash tie strike march protest rally demonstration session survey \
    report reports data figures trade publication opening",
);

/// Verbs in the present that tell what is arranged, and what else does.
const ARRANGED: Words = Words(
    "comes come faces face speaks testifies holds hold hosts host votes takes plays \
    play returns heads visits airs launches appears addresses delivers ends closes follows follow \
    defends goes flies moves hears continues celebrates spends gathers poised ready preparing \
    threatening through eligible slated waiting awaiting awaits await",
);

/// Verbs that call for what is still to come.
const PROPOSED: Words = Words(
    "called calls urged invited announced proposed voted forecast dismissed demanded \
    threatened promised vowed pledged declared summoned ordered agreed decided",
);

/// The atom that tells that the time at `from` is still to come, where no verb does.
pub(super) fn arranged(line: &Line<'_>, from: usize, to: usize) -> Option<usize> {
    let weekday = line.weekday(from).is_some();
    let progressive = |i: usize| {
        line.is(i, &["is", "are", "'re", "’re"])
            && (i + 1..i + 3).any(|at| line.key(at).len() > 5 && line.key(at).ends_with("ing"))
    };
    let infinitive = |i: usize| {
        line.is(i, &["to"])
            && (line.is(i + 1, &["be", "appear"]) || line.follows(i, &["likely", "about", "ready"]))
    };
    // `the trial starting Monday`, `the survey out on Wednesday`, `the talks are on Friday`; a month
    // that starts something may be long past.
    let near = |i: usize| {
        let on = from - i == 2 && line.is(i + 1, &["on"]);
        line.is(i, &["beginning", "starting", "opening", "playing", "out"]) && (on || i + 1 == from)
            || on && line.is(i, &["is", "are"])
    };
    let ahead = |i: usize| line.is(i, &["ahead"]) && from - i < 5;
    let owner = line.is(to, &["'s", "’s"]);
    (from.saturating_sub(REACH)..from).rev().find(|&i| {
        let said = ARRANGED.has(line.key(i))
            && !line.is_capitalised(i)
            && !line.follows_among(i, "after since on the his her its to");
        ahead(i) || !owner && (said || progressive(i) || infinitive(i) || weekday && near(i))
    })
}

/// The atom of what is prepared, called or waited for, although the verb at `verb` is past: `a squad for
/// the match on Saturday`, `called a strike for Friday`, `waited for Friday’s report`.
pub(super) fn awaited_event(line: &Line<'_>, from: usize, to: usize, verb: usize) -> Option<usize> {
    let owner = line.is(to, &["'s", "’s"]);
    let weekday = line.weekday(from).is_some();
    let proposed = PROPOSED.has(line.key(verb));
    let called = line.follows(from, &["for"]) && verb + 1 < from
        || proposed && line.follows(from, &["from"]) && !line.is(to, &["to", "until"]);
    if weekday && !owner && called {
        return Some(from - 1);
    }
    let event = if owner {
        (to + 1..to + 5).find(|&i| EVENTS.has(line.key(i)))?
    } else {
        (from.saturating_sub(9)..from).rev().find(|&i| EVENTS.has(line.key(i)))?
    };
    let lead = event.min(from);
    let prepositions = ["for", "ahead", "in", "at", "of", "from", "after", "to", "over", "on"];
    let mut before = (lead.saturating_sub(6)..lead).rev();
    let prepared = before.find(|&i| line.is(i, &prepositions))?;
    let fits = line.is(prepared, &["for"])
        || line.is(prepared, &["to"]) && proposed
        || line.is(prepared, &["of"]) && line.before(prepared) == "ahead";
    fits.then_some(event)
}
