//! A report's JSON, read in portions: that of a long article is too long for one task of the page.

use std::ops::Range;

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::value::RawValue;

use crate::report::{DocumentInfo, Engine, Report, Summary, TextInfo, read::Plainly};

/// How many bytes one portion has, or one item more: some hundredths of a second on a slow phone.
const PORTION: usize = 400_000;

/// A report of which the lists may still be incomplete.
pub struct Answer {
    json: String,
    /// What is left of each list, without its brackets.
    lists: [Range<usize>; LISTS],
    report: Report,
}

const LISTS: usize = 9;

/// A report with its lists unread.
#[derive(Deserialize)]
struct Outline<'a> {
    schema: String,
    engine: Plainly<Engine>,
    text: Plainly<TextInfo>,
    document: Plainly<DocumentInfo>,
    summary: Plainly<Summary>,
    #[serde(borrow)]
    blocks: &'a RawValue,
    sentences: &'a RawValue,
    entities: &'a RawValue,
    mentions: &'a RawValue,
    dates: &'a RawValue,
    amounts: &'a RawValue,
    quotes: &'a RawValue,
    timeline: &'a RawValue,
    warnings: &'a RawValue,
}

impl Answer {
    /// Finds the lists in `json`. `O(n)`, without reading them.
    ///
    /// # Errors
    ///
    /// `json` is no report.
    pub fn new(json: String) -> serde_json::Result<Self> {
        let outline: Outline<'_> = serde_json::from_str(&json)?;
        let within = |list: &RawValue| {
            let list = list.get();
            // Both are parts of one string, and a value that is no list fails as its first item.
            let start = list.as_ptr() as usize - json.as_ptr() as usize;
            if list.starts_with('[') {
                start + 1..start + list.len() - 1
            } else {
                start..start + list.len()
            }
        };
        let Outline { schema, .. } = outline;
        let (Plainly(engine), Plainly(text)) = (outline.engine, outline.text);
        let (Plainly(document), Plainly(summary)) = (outline.document, outline.summary);
        let lists = [
            within(outline.blocks),
            within(outline.sentences),
            within(outline.entities),
            within(outline.mentions),
            within(outline.dates),
            within(outline.amounts),
            within(outline.quotes),
            within(outline.timeline),
            within(outline.warnings),
        ];
        let report = Report {
            schema: schema.into(),
            engine,
            text,
            document,
            summary,
            blocks: Vec::new(),
            sentences: Vec::new(),
            entities: Vec::new(),
            mentions: Vec::new(),
            dates: Vec::new(),
            amounts: Vec::new(),
            quotes: Vec::new(),
            timeline: Vec::new(),
            warnings: Vec::new(),
        };
        Ok(Self { json, lists, report })
    }

    /// Whether it has to be indexed and drawn in tasks of its own: that takes longer than to read it, so
    /// that a quarter of a portion is enough.
    pub fn is_long(&self) -> bool {
        self.json.len() > PORTION / 4
    }

    /// Reads the next portion; whether that was the last one.
    ///
    /// # Errors
    ///
    /// An item of a list is not what a report has there.
    pub fn read(&mut self) -> serde_json::Result<bool> {
        let mut portion = Portion { json: &self.json, left: PORTION };
        let [blocks, sentences, entities, mentions, dates, amounts, quotes, timeline, warnings] =
            &mut self.lists;
        let report = &mut self.report;
        portion.list(blocks, &mut report.blocks)?;
        portion.list(sentences, &mut report.sentences)?;
        portion.list(entities, &mut report.entities)?;
        portion.list(mentions, &mut report.mentions)?;
        portion.list(dates, &mut report.dates)?;
        portion.list(amounts, &mut report.amounts)?;
        portion.list(quotes, &mut report.quotes)?;
        portion.list(timeline, &mut report.timeline)?;
        portion.list(warnings, &mut report.warnings)?;
        Ok(self.lists.iter().all(|rest| rest.start >= rest.end))
    }

    /// The report, as far as it has been read.
    pub fn into_report(self) -> Report {
        self.report
    }
}

/// What may be read before the page has other things to do.
struct Portion<'a> {
    json: &'a str,
    left: usize,
}

impl Portion<'_> {
    /// Moves items from the text at `rest` to `items`, while there is something left of the portion.
    fn list<T: DeserializeOwned>(
        &mut self,
        rest: &mut Range<usize>,
        items: &mut Vec<T>,
    ) -> serde_json::Result<()> {
        while self.left > 0 && rest.start < rest.end {
            let text = self.json.get(rest.clone()).unwrap_or_default();
            let mut values = serde_json::Deserializer::from_str(text).into_iter();
            match values.next() {
                Some(item) => items.push(item.map(|Plainly(item)| item)?),
                None => rest.start = rest.end,
            }
            let read = values.byte_offset();
            let comma = usize::from(text.as_bytes().get(read) == Some(&b','));
            rest.start = (rest.start + read + comma).min(rest.end);
            self.left = self.left.saturating_sub(read);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::sample;

    fn read(json: &str) -> serde_json::Result<(Report, usize)> {
        let mut answer = Answer::new(json.to_owned())?;
        let mut portions = 1;
        while !answer.read()? {
            portions += 1;
        }
        Ok((answer.into_report(), portions))
    }

    #[test]
    fn portions_make_the_whole_report() {
        let report = sample::report();
        let json = serde_json::to_string(&report).unwrap();
        assert_eq!(read(&json).unwrap(), (report.clone(), 1));
        let mut long = report;
        let copies = 30 * PORTION / json.len();
        long.mentions =
            long.mentions.iter().cycle().take(copies * long.mentions.len()).cloned().collect();
        let json = serde_json::to_string(&long).unwrap();
        let (read, portions) = read(&json).unwrap();
        assert_eq!(read, long);
        assert!(portions > 1, "{portions}");
    }

    #[test]
    fn what_is_no_report_is_an_error() {
        let json = serde_json::to_string(&sample::report()).unwrap();
        for (from, to) in [
            ("\"blocks\":[", "\"blocks\":[7,"),
            ("\"warnings\":[", "\"warnings\":[{},"),
            ("\"dates\":[", "\"dates\":7,\"_\":["),
            ("\"schema\":", "\"scheme\":"),
        ] {
            assert!(json.contains(from), "{from}");
            assert!(read(&json.replacen(from, to, 1)).is_err(), "{from}");
        }
        assert!(read(&json[..json.len() - 1]).is_err());
        assert!(read("").is_err());
    }
}
