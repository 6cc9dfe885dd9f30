//! What each line of a text looks like.

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Dashes, stars, an end mark.
    Cut,
    /// `By Lena Harrow`.
    Byline,
    /// A date, or when something was published.
    Date,
    /// A time of day, as in a live blog.
    Time,
    /// A paragraph that begins `LARKHAVEN, Oct 4 (Wire) —`.
    Agency,
    /// Short, and no sentence.
    Headline,
    /// Anything else.
    Text,
}

impl Shape {
    /// Whether an article may begin so.
    pub fn opens(self) -> bool {
        matches!(self, Self::Headline | Self::Byline | Self::Agency | Self::Date)
    }
}

/// A line of running text has so many words, even where lines are broken by hand.
const PROSE: usize = 8;

/// A line that is not empty.
pub struct Line<'a> {
    /// Where it begins, in bytes; white space around it is left out.
    pub start: usize,
    /// Its words.
    pub text: &'a str,
    /// What it looks like.
    pub shape: Shape,
    /// How many words it has.
    pub words: usize,
    /// How many of them are running text: menus, lists of links and captions have none.
    pub prose: usize,
    /// Whether the line before it is empty, or ends a sentence: it is not the middle of a paragraph.
    pub is_free: bool,
    /// For a cut: whether it can hardly be a pause within an article.
    pub ends_article: bool,
}

impl Line<'_> {
    /// Where it ends, in bytes.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// All lines of `text` that are not empty.
pub fn read(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let (mut start, mut is_free) = (0, true);
    for whole in text.split_inclusive('\n') {
        let trimmed = whole.trim();
        let at = start + (whole.len() - whole.trim_start().len());
        start += whole.len();
        if trimmed.is_empty() {
            is_free = true;
            continue;
        }
        let ends_article = ends_article(trimmed);
        let shape = shape(trimmed, ends_article);
        let words = trimmed.split_whitespace().count();
        let is_prose = matches!(shape, Shape::Text | Shape::Agency) && words >= PROSE;
        let prose = if is_prose { words } else { 0 };
        lines.push(Line { start: at, text: trimmed, shape, words, prose, is_free, ends_article });
        is_free =
            trimmed.ends_with(['.', '!', '?', '”', '"', '’', '»', ')']) || shape == Shape::Cut;
    }
    lines
}

fn shape(line: &str, ends_article: bool) -> Shape {
    let is_rule =
        line.chars().all(|c| matches!(c, '-' | '–' | '—' | '*' | '_' | '=' | '#' | '~' | ' '));
    if ends_article || (is_rule && line.chars().filter(|c| *c != ' ').count() >= 3) {
        Shape::Cut
    } else if is_time(line) {
        Shape::Time
    } else if is_byline(line) {
        Shape::Byline
    } else if is_date(line) {
        Shape::Date
    } else if is_agency(line) {
        Shape::Agency
    } else if is_headline(line) {
        Shape::Headline
    } else {
        Shape::Text
    }
}

/// End marks of copy, and rules of five strokes or more: `* * *` parts an article within.
fn ends_article(line: &str) -> bool {
    let mark = line.trim_matches(['(', ')', '[', ']', '-', '–', '—', ' ']).to_ascii_uppercase();
    let first = line.chars().next().unwrap_or_default();
    let rule = matches!(first, '-' | '–' | '—' | '*' | '_' | '=' | '#' | '~');
    matches!(&*mark, "###" | "ENDS" | "END")
        || (mark == "30" && mark.len() < line.len())
        || (rule && line.chars().count() >= 5 && line.chars().all(|c| c == first))
}

/// `14:05`, `2.30pm GMT`, `12m ago`, perhaps with a word or two.
fn is_time(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or_default().to_ascii_lowercase();
    let bare = first.trim_end_matches(['m', 'a', 'p', 'h', ':', ',']);
    let parts: Vec<&str> = bare.split([':', '.']).collect();
    let digits =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let clock = parts.len() == 2 && parts.iter().copied().all(digits);
    let ago = parts.iter().copied().all(digits) && line.to_ascii_lowercase().ends_with(" ago");
    (clock || ago) && words.count() <= 3
}

/// "By" and a name or two, and nothing else.
fn is_byline(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let by = words.next().is_some_and(|word| matches!(word, "By" | "BY" | "by" | "By:"));
    let rest: Vec<&str> = words.collect();
    let named = |word: &&&str| word.chars().next().is_some_and(char::is_uppercase);
    by && (1..=10).contains(&rest.len())
        && rest.first().is_some_and(|word| named(&word))
        && !line.ends_with(['.', ':', '?', '!'])
        && rest.iter().filter(named).count() * 2 >= rest.len()
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A line with a month and a year, or an ISO date, and few other words.
fn is_date(line: &str) -> bool {
    let words: Vec<String> = line
        .split([' ', ',', '|', '·', '/', '\u{a0}'])
        .map(|word| word.trim_matches(['.', ':', '(', ')']).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let year =
        |word: &str| word.len() == 4 && number(word) && matches!(word.get(..2), Some("19" | "20"));
    let month = |word: &String| {
        MONTHS.iter().any(|month| word.starts_with(month)) && word.chars().all(char::is_alphabetic)
    };
    let iso = |word: &String| {
        let parts: Vec<&str> = word.split(['-', 't']).collect();
        parts.len() >= 3 && year(parts[0]) && parts[1..3].iter().all(|p| p.len() == 2 && number(p))
    };
    let day = |word: &String| {
        number(word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h'])) && word.len() <= 4
    };
    let whole = words.iter().any(month)
        && words.iter().any(|word| year(word))
        && words.iter().any(|word| day(word) && !year(word));
    // Comments stand under the minute at which they were written.
    let published = ["publish", "posted", "updated", "date"];
    let comment = words
        .iter()
        .any(|word| word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit()))
        && !words.iter().any(|word| published.iter().any(|start| word.starts_with(start)));
    words.len() <= 12 && !comment && !line.ends_with(['!', '?']) && (whole || words.iter().any(iso))
}

/// A place in capitals, perhaps with region, day and agency, and a dash; then text.
fn is_agency(line: &str) -> bool {
    const HEAD: usize = 70;
    let dash =
        [" — ", " – ", " -- ", " - ", "— ", "– "].iter().filter_map(|dash| line.find(dash)).min();
    let Some((head, rest)) = dash.and_then(|at| Some((line.get(..at)?, line.get(at..)?))) else {
        return false;
    };
    let place = head.split([',', '(']).next().unwrap_or_default().trim();
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    let capitals =
        place.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\'' | '’'));
    letters >= 3 && capitals && head.chars().count() <= HEAD && rest.split_whitespace().count() > 6
}

/// Short, begun like a title, and not ended like a sentence.
fn is_headline(line: &str) -> bool {
    let count = line.split_whitespace().count();
    let begins = line
        .trim_start_matches(['“', '"', '‘', '\'', '«'])
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    // A question in an interview is one of many; a headline of two words is rather a section's name.
    let label = line.starts_with("Q:") || line.starts_with("A:") || line.starts_with("Q.");
    (3..=20).contains(&count)
        && begins
        && !label
        && line.chars().count() <= 150
        && !line.contains(" | ")
        && !line.ends_with(['.', ',', ';', ':', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_by_their_looks() {
        for (line, expected) in [
            ("* * *", Shape::Cut),
            ("-----", Shape::Cut),
            ("###", Shape::Cut),
            ("-30-", Shape::Cut),
            ("(END)", Shape::Cut),
            ("30", Shape::Text),
            ("By Lena Harrow", Shape::Byline),
            ("By LENA HARROW and Tom Ashby in Larkhaven", Shape::Byline),
            ("By noon the water had fallen", Shape::Headline),
            ("By Monday the ferry sailed again.", Shape::Text),
            ("4 October 2021", Shape::Date),
            ("Published: Monday, October 4, 2021 at 14:05", Shape::Date),
            ("2021-10-04", Shape::Date),
            ("Tom Ashby, 5 October 2021 at 10:31 am", Shape::Headline),
            ("Ferry sails again | The Gazette", Shape::Text),
            ("The mayor of Larkhaven said in May 2021 that 4 piers would be built.", Shape::Text),
            ("14:05", Shape::Time),
            ("2.30pm GMT", Shape::Time),
            ("12m ago", Shape::Time),
            (
                "LARKHAVEN, Oct 4 (Wire) — The ferry to Osmund Island sailed again on Sunday.",
                Shape::Agency,
            ),
            ("PORT SALLOW – A storm tore the pier from its piles on Friday night.", Shape::Agency),
            ("NEW — The ferry", Shape::Headline),
            ("Ferry to Osmund Island sails again", Shape::Headline),
            ("“We wept”: the mill that shut", Shape::Headline),
            ("Q: What did you see?", Shape::Text),
            ("The ferry sailed again on Sunday.", Shape::Text),
            ("and the rest of the line", Shape::Text),
        ] {
            assert_eq!(read(line)[0].shape, expected, "{line}");
        }
    }

    #[test]
    fn lines_know_where_they_stand() {
        let text = " One two three \n\n\u{a0}The end.\nof it";
        let found: Vec<_> = read(text)
            .iter()
            .map(|line| (&text[line.start..line.end()], line.is_free, line.words))
            .collect();
        assert_eq!(found, [("One two three", true, 3), ("The end.", true, 2), ("of it", true, 2)]);
    }
}
