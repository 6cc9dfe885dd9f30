//! Which lines are not part of the article, and why.

use super::{
    cues::Cue,
    lines::{Line, plain},
    parts,
    region::{self, Region},
    rules,
};
use crate::{
    rules::Rule,
    text::{FastMap, FastSet},
};

/// A page shows at least so many lines that only pages have, and so much running text.
const PAGE_CUES: usize = 3;
const PAGE_LINES: usize = 6;
const PAGE_WORDS: usize = 30;
/// Or it shows its title twice and so many lines of so few words.
const MENU_LINES: usize = 20;
const MENU_WORDS: usize = 4;

/// A line with so many words is running text.
const RUNNING: usize = 12;

/// A long line that stands in a page so often is not the article's, unless it has so many words: no
/// caption is that long.
const COPIES: usize = 3;
const CAPTION: usize = 60;

/// So many lines in a row that are no sentences, each of at most so many words, are headlines of
/// other articles.
const TEASERS: usize = 4;
const TEASER_WORDS: usize = 25;
const SENTENCE_ENDS: &[char] = &['.', '!', '?', '…', ':', ';', ',', '。', '！', '？'];

/// The longest line, in words, that a cue alone makes boilerplate outside pages.
const CUE_WORDS: usize = 14;

/// How far above the running text a headline is looked for, and how far around it the names of
/// writer and agency.
const REACH: usize = 6;

/// For each line why it is boilerplate, if it is.
pub(super) fn reasons(lines: &[Line<'_>]) -> Vec<Option<&'static Rule>> {
    let mut reasons = vec![None; lines.len()];
    // A text of one line is a paragraph whatever it says.
    if lines.len() < 2 {
        return reasons;
    }
    let region = region::find(lines);
    if is_page(lines, &region) {
        let start = headline_above(lines, &region).unwrap_or(region.start);
        for (at, reason) in reasons.iter_mut().enumerate() {
            *reason = in_page(lines, &region, start, at);
        }
        drop_teasers(lines, &region, &mut reasons);
        drop_repeated(lines, &mut reasons);
    } else if lines.iter().any(|l| l.words >= RUNNING && l.cue.is_none()) {
        for (at, (line, reason)) in lines.iter().zip(&mut reasons).enumerate() {
            // The call that ends a page is longer than a button.
            let limit = if at + 1 == lines.len() { 2 * CUE_WORDS } else { CUE_WORDS };
            let cue = line
                .cue
                .filter(|&cue| line.words <= limit && !matches!(cue, Cue::Menu | Cue::Notice));
            *reason = cue.map(rules::of_cue);
        }
    }
    for (at, reason) in reasons.iter_mut().enumerate() {
        let rule =
            repeats_headline(lines, at).or_else(|| address(lines, at)).or_else(|| trail(lines, at));
        if let Some(rule) = rule {
            *reason = Some(rule);
        }
    }
    // When in doubt, keep.
    if reasons.iter().all(Option::is_some) {
        reasons.fill(None);
    }
    reasons
}

fn is_page(lines: &[Line<'_>], region: &Region) -> bool {
    let cues = lines.iter().filter(|l| l.cue.is_some()).count();
    let short = lines.iter().filter(|l| l.words <= MENU_WORDS).count();
    let article = lines.get(region.start..region.end).unwrap_or_default();
    let words: usize = article.iter().map(|l| l.words).sum();
    let menus = short >= MENU_LINES && lines.iter().any(|l| l.head);
    (cues >= PAGE_CUES || menus) && lines.len() >= PAGE_LINES && words >= PAGE_WORDS
}

/// Takes out long lines that stand in the page again and again, as captions of a gallery do, and
/// second copies of others: an article says nothing long twice.
fn drop_repeated(lines: &[Line<'_>], reasons: &mut [Option<&'static Rule>]) {
    let is_long = |line: &Line<'_>| line.words >= RUNNING && !line.head;
    let mut counts = FastMap::<&str, usize>::default();
    for line in lines.iter().filter(|l| is_long(l)) {
        *counts.entry(line.text).or_default() += 1;
    }
    let mut kept = FastSet::default();
    for (line, reason) in lines.iter().zip(reasons) {
        if reason.is_some() || !is_long(line) {
            continue;
        }
        let gallery = line.words < CAPTION && counts.get(line.text).is_some_and(|&n| n >= COPIES);
        if gallery || !kept.insert(line.text) {
            *reason = Some(&rules::OUTSIDE);
        }
    }
}

fn in_page(lines: &[Line<'_>], region: &Region, start: usize, at: usize) -> Option<&'static Rule> {
    let line = &lines[at];
    let above = (start.saturating_sub(1)..region.end).contains(&at);
    let below = (region.end..region.end + REACH).contains(&at);
    let credit = above && parts::is_byline(line.text) || below && parts::is_credit(line.text);
    if credit && line.cue.is_none() {
        return None;
    }
    if at > start && line.head && lines.get(start).is_some_and(|l| l.head) {
        return Some(&rules::REPEATED);
    }
    if at == start || region.keeps(lines, at) {
        return None;
    }
    if let Some(cue) = line.cue {
        return Some(rules::of_cue(cue));
    }
    let above = (start..region.start).contains(&at);
    if above && (line.stamp || line.words >= 8) {
        return None;
    }
    let inside = (region.start..region.end).contains(&at);
    let stands = line.words <= 10 && between_paragraphs(lines, at) || is_entry(lines, at);
    if inside && !line.stamp && stands {
        return None;
    }
    Some(&rules::OUTSIDE)
}

/// Takes out runs of lines that are no sentences, as lists of other headlines are, behind the first
/// paragraph.
fn drop_teasers(lines: &[Line<'_>], region: &Region, reasons: &mut [Option<&'static Rule>]) {
    let closes = |line: &Line<'_>| parts::closes(line.text, SENTENCE_ENDS);
    let body = region.start..region.end;
    let Some(first) = body.clone().find(|&i| lines[i].words >= RUNNING && closes(&lines[i])) else {
        return;
    };
    let mut run = Vec::new();
    for at in first..=region.end {
        if at < region.end && reasons[at].is_some() {
            continue;
        }
        if at < region.end
            && !closes(&lines[at])
            && lines[at].words <= TEASER_WORDS
            && !is_series(lines, at)
            && !parts::is_item(lines[at].text)
        {
            run.push(at);
            continue;
        }
        if run.len() >= TEASERS || at == region.end && run.len() >= 2 {
            for &i in &run {
                reasons[i] = Some(&rules::OUTSIDE);
            }
        }
        run.clear();
    }
}

/// Whether the line is one of several that begin alike, or follows a colon.
fn is_series(lines: &[Line<'_>], at: usize) -> bool {
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|i| lines.get(i));
    near(-1).is_some_and(|l| l.text.ends_with(':'))
        || [-1, 1].into_iter().filter_map(near).any(|l| l.opening == lines[at].opening)
}

/// Whether the line is an entry of a list beside another: with a bullet, or a name, a colon and more.
fn is_entry(lines: &[Line<'_>], at: usize) -> bool {
    let entry = |l: &Line<'_>| {
        l.cue.is_none() && !l.stamp && (parts::is_item(l.text) || l.text.contains(": "))
    };
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|i| lines.get(i));
    entry(&lines[at]) && [-1, 1].into_iter().filter_map(near).any(entry)
}

/// Whether a short line stands where a sub-heading does.
fn between_paragraphs(lines: &[Line<'_>], at: usize) -> bool {
    let text = |i: Option<usize>| {
        i.and_then(|i| lines.get(i)).is_some_and(|l| l.words >= RUNNING && l.cue.is_none())
    };
    text(at.checked_sub(1)) && text(at.checked_add(1))
}

/// The line a little above the running text that looks like its headline.
fn headline_above(lines: &[Line<'_>], region: &Region) -> Option<usize> {
    if lines.get(region.start)?.head {
        return None;
    }
    let above = lines.get(region.start.saturating_sub(REACH)..region.start)?;
    let fits = |l: &&Line<'_>| {
        (4..=30).contains(&l.words)
            && l.cue.is_none()
            && !l.stamp
            && !l.text.ends_with(['.', ':', ','])
            && !parts::is_byline(l.text)
    };
    let offset = above.iter().rposition(|l| fits(&l))?;
    Some(region.start - above.len() + offset)
}

/// Whether the line is a copy of the headline a little below: whole, cut short, or with the site's
/// name or a path of links glued to it.
fn repeats_headline(lines: &[Line<'_>], at: usize) -> Option<&'static Rule> {
    const BELOW: usize = 4;
    // Enough of a headline to know it by.
    const KNOWN: usize = 16;
    let line = &lines[at];
    if at >= BELOW || !(4..=40).contains(&line.words) {
        return None;
    }
    let copy = plain(line.text);
    let cut = line.text.ends_with(['…', '.'])
        && line.text.trim_end_matches(['…', '.']).len() + 2 < line.text.len();
    let path = line.text.contains(['|', '»', '>', '›', '/']);
    let site = path || [" - ", " – ", " — "].iter().any(|dash| line.text.contains(dash));
    lines.iter().skip(at + 1).take(BELOW).find_map(|below| {
        if !(4..=40).contains(&below.words) {
            return None;
        }
        let head = plain(below.text);
        if copy == head || site && copy.starts_with(&head) || cut && head.starts_with(&copy) {
            return Some(&rules::REPEATED);
        }
        let known = head.get(..KNOWN).filter(|_| cut || path)?;
        let glued = copy.find(known).filter(|&from| from > 0)?;
        let tail = copy.get(glued..)?;
        (head.starts_with(tail) || tail == head).then_some(&rules::BREADCRUMB)
    })
}

/// A line that holds nothing but the address of a page, above or below the text.
/// `Home › News › Town` or `Log in | Subscribe | Search` above the headline: short names parted by
/// arrows, or in the first two lines by bars.
fn trail(lines: &[Line<'_>], at: usize) -> Option<&'static Rule> {
    let bars = lines[at].text.contains('|') && at < 2;
    let by: &[char] = if bars { &['|'] } else { &['›', '»', '>'] };
    let parts: Vec<&str> = lines[at].text.split(by).map(str::trim).collect();
    let short = |part: &&str| {
        let words = part.split_whitespace().count();
        (1..=4).contains(&words) && part.starts_with(char::is_uppercase)
    };
    let fits = at < REACH && lines.len() > 2 && parts.len() > 2 && parts.iter().all(short);
    fits.then_some(if bars { &rules::MENU } else { &rules::BREADCRUMB })
}

fn address(lines: &[Line<'_>], at: usize) -> Option<&'static Rule> {
    let edge = at == 0 || at + 1 == lines.len();
    let text = lines[at].text;
    let web =
        text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
    (edge && web && !text.contains(' ')).then_some(&rules::ADDRESS)
}
