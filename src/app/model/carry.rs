//! The marks of the last reading on a text that has been edited since: what an edit touches is left
//! out until the next answer, the rest moves along.

use super::{Kind, KindSet, Reading};
pub use crate::span::Change;
use crate::{report::Certainty, segments::segments, span::Span};

/// A mark behind the text field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wash {
    /// Where, in the edited text.
    pub span: Span,
    /// The mark's index in the reading.
    pub mark: usize,
    /// Its kind.
    pub kind: Kind,
    /// Whether it is to be looked at twice.
    pub check: bool,
    /// Whether its quotation marks were repaired.
    pub repaired: bool,
}

/// The marks of `reading` on `draft`, of the kinds `shown`, in reading order. None stands where
/// someone types (`caret`, a byte offset): it would come and go with every letter.
pub fn washes(reading: &Reading, draft: &str, shown: KindSet, caret: Option<usize>) -> Vec<Wash> {
    let change = Change::between(&reading.text, draft);
    let mut washes = Vec::new();
    for (at, mark) in reading.marks.iter().enumerate().filter(|(_, m)| shown.has(m.kind)) {
        for span in mark.spans.iter().filter_map(|&span| change.carry(span)) {
            let typed = caret.is_some_and(|c| span.start() <= c && c <= span.end());
            // Long marks do not flash: a sentence in marks stays while its words change.
            if typed && mark.kind != Kind::Quote {
                continue;
            }
            washes.push(Wash {
                span,
                mark: at,
                kind: mark.kind,
                check: mark.certainty == Certainty::Check,
                repaired: mark.repaired,
            });
        }
    }
    washes.sort_by_key(|wash| wash.span.reading_order());
    washes
}

/// A run of a line: its text, and the washes behind it, outermost first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where, in the line.
    pub span: Span,
    /// The washes, without the place that they have in the text.
    pub washes: Vec<(usize, Kind, bool, bool)>,
}

/// More lines have no marks behind them: each is an element, and so many hold a browser up for seconds.
/// The longest article that is read has a third of them.
const MOST_LINES: usize = 50_000;

/// The lines of `draft` with their runs: equal for every line that an edit leaves alone, wherever it
/// moves to. Too many are one, without runs.
pub fn lines<'t>(draft: &'t str, washes: &[Wash]) -> Vec<(&'t str, Vec<Run>)> {
    if draft.bytes().filter(|&byte| byte == b'\n').count() >= MOST_LINES {
        return vec![(draft, Vec::new())];
    }
    let mut lines = Vec::new();
    let mut start = 0;
    let mut coming = washes.iter().peekable();
    // Those that began in this line or run on from one before.
    let mut open: Vec<&Wash> = Vec::new();
    for line in draft.split('\n') {
        let within = Span::raw(start as u32, (start + line.len()) as u32);
        open.retain(|wash| wash.span.end() > start);
        while let Some(wash) = coming.next_if(|wash| wash.span.start() < within.end()) {
            open.push(wash);
        }
        let here: Vec<&Wash> =
            open.iter().copied().filter(|wash| wash.span.overlaps(within)).collect();
        let spans: Vec<Span> = here.iter().map(|w| w.span).collect();
        let local =
            |span: Span| Span::raw((span.start() - start) as u32, (span.end() - start) as u32);
        let runs = if here.is_empty() { Vec::new() } else { segments(within, &spans) };
        let runs = runs.into_iter().map(|segment| Run {
            span: local(segment.span),
            washes: (segment.open.iter())
                .map(|&i| (here[i].mark, here[i].kind, here[i].check, here[i].repaired))
                .collect(),
        });
        lines.push((line, runs.collect()));
        start += line.len() + 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{super::sample, *};

    fn shown(draft: &str, caret: Option<usize>) -> Vec<String> {
        washes(&sample::reading(), draft, KindSet::default(), caret)
            .iter()
            .map(|w| w.span.of(draft).to_owned())
            .collect()
    }

    #[test]
    fn marks_move_with_the_text_and_those_that_are_edited_wait() {
        let all = ["“It holds,”", "“for now,”", "Ada Quill", "on Monday", "Quill"];
        assert_eq!(shown(sample::TEXT, None).len(), all.len());
        let longer = sample::TEXT.replace("said Ada", "said Mayor Ada");
        for words in all {
            assert!(shown(&longer, None).contains(&words.to_owned()), "{words}");
        }
        let edited = sample::TEXT.replace("Ada Quill", "Ada Qill");
        assert!(!shown(&edited, None).contains(&"Ada Qill".to_owned()));
        assert!(shown(&edited, None).contains(&"on Monday".to_owned()));
    }

    #[test]
    fn nothing_flashes_where_someone_types() {
        let at = sample::span("Monday", 0).end();
        assert!(!shown(sample::TEXT, Some(at)).contains(&"on Monday".to_owned()));
        assert!(shown(sample::TEXT, Some(at)).contains(&"Ada Quill".to_owned()));
    }

    #[test]
    fn a_line_knows_its_runs_by_its_own_words() {
        let reading = sample::reading();
        let washed = washes(&reading, sample::TEXT, KindSet::default(), None);
        let lines = lines(sample::TEXT, &washed);
        assert_eq!(lines.len(), 5);
        let (line, runs) = &lines[2];
        let told: Vec<_> = (runs.iter())
            .filter(|run| !run.washes.is_empty())
            .map(|run| run.span.of(line))
            .collect();
        assert_eq!(told, ["“It holds,”", "Ada Quill", "on Monday", "“for now,”"]);
        assert!(lines[0].1.is_empty());
    }

    #[test]
    fn too_many_lines_are_one_without_marks() {
        let few = format!("{}{}", sample::TEXT, "\n".repeat(MOST_LINES - 10));
        let washed = washes(&sample::reading(), &few, KindSet::default(), None);
        assert!(
            lines(&few, &washed).len() > MOST_LINES - 10 && !lines(&few, &washed)[2].1.is_empty()
        );
        let many = format!("{few}{}", "\n".repeat(10));
        assert_eq!(lines(&many, &washed), [(many.as_str(), Vec::new())]);
    }
}
