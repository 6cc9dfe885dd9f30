//! What the tagger goes by, written out for other families of models to learn from: whole numbers
//! of 32 bits, little end first.
//!
//! An article is the number of its tokens, of its sentences and of the names that the rules alone
//! settle; then (from, end) of each sentence, (from, end, class) of each such name; then a row of
//! [`COLUMNS`] numbers for each token.

use std::{error::Error, fs, path::Path};

use newsmark::{
    entities::{
        Reading,
        gazetteer::Extra,
        tagger::{self, context::Context, features},
    },
    span::Span,
    text::Document,
};

use crate::{
    Dev,
    article::{self, ANY, Line, offsets},
    sets::{SETS, Set},
};

/// Start and end in code points of the source; hashes of the word in lower case, of the word, its
/// shape, its first three and last three letters; what the gazetteers know and hint; the label of
/// the rules and by which row; flags; what stands elsewhere (how often, the longest name with it,
/// the last word of that); the kinds the gazetteers give the word; its lists of words (low, high);
/// the labels that the annotation allows (low, high); the bits of the article's
/// weight.
const COLUMNS: usize = 21;

/// The rules whose names stand where the tagger sees none.
const STAND: [&str; 2] = ["organisation.defined", "work.quoted"];

/// Writes every set of articles into files of their own.
pub fn all(
    folder: &Path,
    sources: &[(Line, &'static Set)],
    dev: &Dev,
    names: Option<&Extra>,
) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for set in SETS {
        let of = sources.iter().filter(|(_, s)| s.name == set.name);
        let lines: Vec<&Line> = of.map(|(line, _)| line).collect();
        write(&folder.join(format!("train-{}.bin", set.name)), &lines, Some(set), names)?;
    }
    for (name, _, lines) in dev {
        let lines: Vec<&Line> = lines.iter().collect();
        write(&folder.join(format!("dev-{name}.bin")), &lines, None, names)?;
    }
    Ok(())
}

/// Writes some articles, read as for training (`set`) or as for a score.
fn write(
    path: &Path,
    lines: &[&Line],
    set: Option<&Set>,
    names: Option<&Extra>,
) -> Result<(), Box<dyn Error>> {
    let mut out = Vec::new();
    for line in lines {
        let whole = if set.is_some() { Span::whole(&line.text) } else { None };
        let document = Document::read(&line.text, whole.as_slice());
        let reading = Reading::with(&document, names);
        let rules = newsmark::entities::propose(&reading);
        let context = Context::new(&reading, &rules);
        let read = set.and_then(|set| article::read(line, set, names, &|_| false));
        let offsets = offsets(&line.text);
        let point = |byte: usize| offsets.partition_point(|&o| o < byte) as u32;
        let settled: Vec<_> = rules.iter().filter(|c| STAND.contains(&c.rule.id)).collect();
        out.extend([reading.words.len(), reading.sentences.len(), settled.len()].map(|n| n as u32));
        for &(from, end) in &reading.sentences {
            out.extend([from as u32, end as u32]);
        }
        for c in settled {
            let class = tagger::class(c.entity_type, c.subtype);
            out.extend([c.from as u32, c.end as u32, class as u32]);
        }
        let first = |at: usize| reading.sentences.binary_search_by_key(&at, |s| s.0).is_ok();
        for at in 0..reading.words.len() {
            let span = reading.span(at, at + 1).map(|span| document.to_source(span));
            let (start, end) = span.map_or((0, 0), |s| (point(s.start()), point(s.end())));
            let allowed = read.as_ref().map_or(ANY, |read| read.allowed[at]);
            out.extend([start, end]);
            out.extend(seen(&context, at, first(at)));
            out.extend([allowed as u32, (allowed >> 32) as u32]);
            out.push(set.map_or(1.0, |set| set.weight).to_bits());
        }
    }
    let bytes: Vec<u8> = out.into_iter().flat_map(u32::to_le_bytes).collect();
    Ok(fs::write(path, bytes)?)
}

/// What is seen of a token; `first` in its sentence or not.
fn seen(context: &Context<'_, '_>, at: usize, first: bool) -> [u32; COLUMNS - 5] {
    let (word, token) = (&context.reading.words[at], &context.tokens[at]);
    let mut elsewhere = [0; 3];
    context.elsewhere(at, |template, value| match template {
        5 => elsewhere[0] = value + 1,
        9 => elsewhere[1] = value + 1,
        7 => elsewhere[2] = value,
        _ => {}
    });
    let run = context
        .run(at)
        .map_or(0, |run| 1 + u32::from(at == run.from) + 2 * u32::from(at + 1 == run.end));
    let lists = word.lists.bits();
    [
        token.lower,
        token.word,
        token.shape,
        token.prefixes[2],
        token.suffixes[2],
        token.known,
        token.hint,
        token.rule.into(),
        token.why,
        features::flags(word) | u32::from(first) << 8 | context.block(at) << 9 | run << 12,
        elsewhere[0],
        elsewhere[1],
        elsewhere[2],
        word.entry().kinds.0,
        lists as u32,
        (lists >> 32) as u32,
    ]
}
