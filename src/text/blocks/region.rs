//! Where in a pasted page the article stands.

use super::{
    cues::Cue,
    lines::{Line, real},
};

/// How much each feature of a line speaks for running text. Chosen on all of the development pages:
/// their score says how well the features can fit, not how other pages would do.
mod weight {
    pub const BIAS: f32 = -1.33;
    /// Times the words of the line, at most [`LONG`], in tens.
    pub const LENGTH: f32 = 2.1;
    pub const LONG: usize = 40;
    /// Times the words of the two lines before and the two behind.
    pub const AROUND: f32 = 0.08;
    pub const FUNCTION: f32 = 4.85;
    pub const TITLE: f32 = -1.3;
    /// Three words or fewer.
    pub const SHORT: f32 = -1.22;
    /// Between blank lines.
    pub const ALONE: f32 = 0.54;
    /// One of several lines that begin alike.
    pub const SERIES: f32 = 0.84;
    /// Behind a line that ends in a colon.
    pub const COLON: f32 = 1.58;
    pub const STAMP: f32 = -11.0;
    pub const HEAD: f32 = 0.0;
    pub const CUE: f32 = -2.5;
    /// The least for a line right behind the headline, where bylines, dates and buttons stand.
    pub const HEADER: f32 = -0.8;
    /// A cue behind which there is rarely more of the article.
    pub const END: f32 = -14.0;
    /// What running text counts for behind the heading of the comments.
    pub const COMMENT: f32 = 0.42;
}

/// A repeated headline begins the article if what follows it weighs this share of the best.
const HEAD_SHARE: f32 = 0.2;
/// Of several repeated headlines the last one whose text weighs this share of the best counts.
const LAST_HEAD_SHARE: f32 = 0.7;
/// An article that weighs less than this has not begun.
const BEGUN: f32 = 0.1;
/// An article goes on behind what may end it only if so many paragraphs of so many words follow.
const PARAGRAPHS: usize = 1;
const RUNNING: usize = 20;
/// Lines behind a headline in which cues and dates do not end the article yet.
const HEADER: usize = 10;
/// More repetitions of a headline than this are not looked at.
const HEADS: usize = 12;
/// Lines inside the article that weigh less are not part of it.
const STRAY: f32 = -0.8;

/// The article's lines, and how much each line speaks for running text.
pub(super) struct Region {
    pub start: usize,
    pub end: usize,
    pub scores: Vec<f32>,
}

impl Region {
    /// Whether the line `at` is part of the article.
    pub fn keeps(&self, lines: &[Line<'_>], at: usize) -> bool {
        (self.start..self.end).contains(&at)
            && (lines[at].head || lines[at].cue.is_none() && self.scores[at] > STRAY)
    }
}

/// Finds the stretch of lines that looks most like running text; one that begins with the page's
/// headline is preferred.
pub(super) fn find(lines: &[Line<'_>]) -> Region {
    let scores = scores(lines);
    let (mut best, mut sum, mut from) = ((0.0, 0, 0), 0.0, 0);
    for (i, score) in scores.iter().enumerate() {
        if sum <= 0.0 {
            (sum, from) = (0.0, i);
        }
        sum += score;
        if sum > best.0 {
            best = (sum, from, i + 1);
        }
    }
    let heads = lines.iter().enumerate().filter(|(_, line)| line.head).take(HEADS);
    let begun: Vec<_> = heads.map(|(at, _)| behind_head(lines, &scores, at)).collect();
    let top = begun.iter().map(|r| r.0).fold(0.0, f32::max);
    if top >= HEAD_SHARE * best.0
        && let Some(last) = begun.iter().rfind(|r| r.0 >= LAST_HEAD_SHARE * top && r.0 > 0.0)
    {
        best = *last;
    }
    let end = cut(lines, best.1, best.2);
    Region { start: best.1, end, scores }
}

/// The weight, start and end of the best stretch that begins with the headline at `head`.
fn behind_head(lines: &[Line<'_>], scores: &[f32], head: usize) -> (f32, usize, usize) {
    let (mut sum, mut best) = (0.0, (0.0, head, head + 1));
    for (i, line) in lines.iter().enumerate().skip(head + 1) {
        if line.cue == Some(Cue::Comments) && sum > BEGUN || sum < -25.0 {
            break;
        }
        sum += if i <= head + HEADER { scores[i].max(weight::HEADER) } else { scores[i] };
        if sum > best.0 {
            best = (sum, head, i + 1);
        }
    }
    best
}

/// Where the article in `start..end` ends: at the first cue for an end behind running text that
/// little running text follows.
fn cut(lines: &[Line<'_>], start: usize, end: usize) -> usize {
    let mut left = paragraphs(lines.get(start..end).unwrap_or_default());
    let all = left;
    for (i, line) in lines.iter().enumerate().take(end).skip(start) {
        left -= usize::from(is_paragraph(line));
        if line.cue.is_some_and(Cue::is_end) && left < PARAGRAPHS && left < all {
            return i;
        }
    }
    end
}

fn paragraphs(lines: &[Line<'_>]) -> usize {
    lines.iter().filter(|line| is_paragraph(line)).count()
}

fn is_paragraph(line: &Line<'_>) -> bool {
    line.cue.is_none() && line.words >= RUNNING
}

fn scores(lines: &[Line<'_>]) -> Vec<f32> {
    let (mut headed, mut comments) = (false, false);
    let mut scores = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        headed |= line.head;
        let score = score(lines, i);
        scores.push(if comments && score > 0.0 { score * weight::COMMENT } else { score });
        comments |= headed && line.cue == Some(Cue::Comments) && line.words <= 5;
    }
    scores
}

fn score(lines: &[Line<'_>], at: usize) -> f32 {
    let line = &lines[at];
    let words = line.words;
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|i| lines.get(i));
    let beside: Vec<_> =
        [-2, -1, 1, 2].into_iter().filter_map(near).map(|l| l.words.min(30)).collect();
    let around = real(beside.iter().sum()) / real(beside.len().max(1)) / 10.0;
    let series = words >= 4
        && [-1, 1].into_iter().filter_map(near).any(|l| l.words >= 4 && l.opening == line.opening);
    let colon = near(-1).is_some_and(|l| l.words >= 3 && l.text.ends_with(':'));
    let when = |given: bool, weight: f32| if given { weight } else { 0.0 };
    weight::BIAS
        + weight::LENGTH * real(words.min(weight::LONG)) / 10.0
        + weight::AROUND * (around - 0.8)
        + when(words >= 4, weight::FUNCTION * line.function.min(0.45))
        + when(words >= 3, weight::TITLE * line.title)
        + when(words <= 3, weight::SHORT)
        + when(line.alone && words >= 6, weight::ALONE)
        + when(series, weight::SERIES)
        + when(colon, weight::COLON)
        + when(line.stamp, weight::STAMP)
        + when(line.head, weight::HEAD)
        + line.cue.map_or(0.0, |cue| if cue.is_end() { weight::END } else { weight::CUE })
}

#[cfg(test)]
mod tests {
    use super::{super::lines::lines, *};

    #[test]
    fn a_line_is_weighed_with_two_lines_before_and_two_behind() {
        let text = ["The mill shut", "Nobody wept", "Weavers left", "Trains stop", "Boats wait"]
            .map(str::to_owned);
        let score_of_third = |texts: &[String]| score(&lines(&texts.join("\n"), ("", &[])), 2);
        let mut longer = text.to_vec();
        longer.push("Rain".into());
        let before = score_of_third(&longer);
        for at in 0..6 {
            let mut longer = longer.clone();
            longer[at].push_str(" and so did all of them");
            let rises = score_of_third(&longer) > before;
            assert_eq!(rises, at < 5, "line {at}");
        }
    }

    #[test]
    fn an_article_ends_at_a_cue_behind_which_little_runs() {
        let paragraph = "The council of the town voted late on Tuesday to close the old mill by the river, \
                         and nobody but the weavers was sorry for it.";
        let short = "The weavers were sorry for the mill.";
        for (behind, end) in [
            (vec![paragraph, "Related stories", short, short], 1),
            (vec![paragraph, paragraph, "Related stories"], 2),
            // More of the article follows.
            (vec![paragraph, "Related stories", short, paragraph], 4),
            // Nothing of it came before.
            (vec![short, "Related stories", short], 3),
            // No cue.
            (vec![paragraph, short, short], 3),
        ] {
            let text = behind.join("\n");
            let lines = lines(&text, ("", &[]));
            assert_eq!(cut(&lines, 0, lines.len()), end, "{text}");
        }
    }
}
