//! One line of a batch, and its answer.

use std::io::{self, BufRead, Read};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::{Knowledge, Options, cli::json, options::Unit, wire};

/// The longest line read, in bytes: a text of the greatest length, every character of it escaped,
/// and other fields. What is longer is answered by an error and not kept.
const LONGEST: u64 = 16 << 20;

/// Lines, numbered.
pub(super) struct Source<R> {
    input: R,
    /// Lines read so far, blank ones too.
    number: usize,
    /// Lines handed out so far.
    place: usize,
}

impl<R: BufRead> Source<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input, number: 0, place: 0 }
    }

    /// The next line that is not blank, with its place among those; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<(usize, Line)>> {
        loop {
            let mut bytes = Vec::new();
            if (&mut self.input).take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
                return Ok(None);
            }
            self.number += 1;
            let too_long = bytes.len() as u64 == LONGEST && bytes.last() != Some(&b'\n');
            if too_long {
                bytes = Vec::new();
                self.input.skip_until(b'\n')?;
            } else if bytes.trim_ascii().is_empty() {
                continue;
            }
            self.place += 1;
            return Ok(Some((self.place - 1, Line { number: self.number, bytes, too_long })));
        }
    }
}

/// A line as it was read.
pub(super) struct Line {
    /// Counted from one, as editors do.
    number: usize,
    bytes: Vec<u8>,
    too_long: bool,
}

/// A line to write.
pub(super) struct Answer {
    /// With its line end.
    pub(super) line: String,
    /// Whether it is an error.
    pub(super) failed: bool,
}

/// What a line asks for; other fields are ignored.
#[derive(Deserialize)]
struct Article<'a> {
    #[serde(borrow)]
    id: &'a RawValue,
    text: String,
    published: Option<String>,
}

/// As much as an error needs of a line that is no article.
#[derive(Deserialize)]
struct Named<'a> {
    #[serde(borrow)]
    id: &'a RawValue,
}

#[derive(Serialize)]
struct Reported<'a> {
    id: &'a RawValue,
    report: wire::WireReport,
}

#[derive(Serialize)]
struct Failed<'a> {
    /// Null when the line has none that could be read.
    id: Option<&'a RawValue>,
    error: Problem,
}

#[derive(Serialize)]
struct Problem {
    code: &'static str,
    message: String,
}

impl Line {
    /// The report on the article in this line, or what is wrong with it.
    pub(super) fn answer(&self, unit: Unit) -> Answer {
        let article = match self.article() {
            Ok(article) => article,
            Err(message) => {
                let id = str::from_utf8(&self.bytes)
                    .ok()
                    .and_then(|line| serde_json::from_str::<Named<'_>>(line).ok())
                    .map(|named| named.id);
                return Answer::failure(id, "bad-line", message);
            }
        };
        let options =
            Options { published: article.published, unit: Some(unit), ..Options::default() };
        match wire::annotate(&article.text, &options, &Knowledge::shipped()) {
            Ok(report) => Answer::of(&Reported { id: article.id, report }, false),
            Err(error) => Answer::failure(Some(article.id), error.code(), error.to_string()),
        }
    }

    fn article(&self) -> Result<Article<'_>, String> {
        let number = self.number;
        if self.too_long {
            return Err(format!("line {number} is longer than {LONGEST} bytes"));
        }
        let line = str::from_utf8(&self.bytes)
            .map_err(|error| format!("line {number}, byte {}: not UTF-8", error.valid_up_to()))?;
        let line = line.strip_prefix('\u{feff}').unwrap_or(line);
        if !line.trim_start().starts_with('{') {
            return Err(format!("line {number}: not a JSON object"));
        }
        serde_json::from_str(line).map_err(|error| {
            let place = format!(" at line {} column {}", error.line(), error.column());
            let reason = error.to_string();
            let reason = reason.strip_suffix(&place).unwrap_or(&reason);
            format!("line {number}, column {}: {reason}", error.column())
        })
    }
}

impl Answer {
    fn of(content: &impl Serialize, failed: bool) -> Self {
        Self { line: json::to_string(content) + "\n", failed }
    }

    fn failure(id: Option<&RawValue>, code: &'static str, message: String) -> Self {
        Self::of(&Failed { id, error: Problem { code, message } }, true)
    }
}
