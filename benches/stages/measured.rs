//! What is counted: each of these is a function of its own in the program, by whose name callgrind tells what
//! was done in it and in all that it calls. None becomes a part of its caller.

use std::{ffi::OsString, hint::black_box, process::ExitCode, sync::Arc};

use newsmark::{
    Knowledge, Options, Report, Session, amounts, annotate, cli,
    dates::{self, Expression},
    entities::{self, Name, Reading},
    language, quotes,
    report::{Amount, Entity, Mention, Quote, Summary},
    span::Span,
    summary::{self, Findings},
    text::Document,
};

/// What a program does once: the weights and all word lists, for one sentence.
#[inline(never)]
pub fn start(options: &Options) -> Arc<Knowledge> {
    let knowledge = Knowledge::shipped();
    black_box(annotate("The mill in Oslo shut on Monday, said Anna Marsh.", options).is_ok());
    knowledge
}

#[inline(never)]
pub fn document(text: &str) -> Document {
    Document::read(text, &[])
}

#[inline(never)]
pub fn language(document: &Document) -> &'static str {
    language::detect(document)
}

/// Expressions of time, found in each block alone.
#[inline(never)]
pub fn dates(document: &Document, parts: &[Document], options: &Options) -> Vec<Expression> {
    let order = dates::order(document, options);
    let mut found = Vec::new();
    for (part, block) in parts.iter().zip(document.blocks()) {
        let own = dates::find(part, part.sentences(), order);
        found.extend(own.iter().map(|time| time.moved(0, block.span.start())));
    }
    found
}

/// Their values, and the timeline. Returns how many there are.
#[inline(never)]
pub fn values(document: &Document, found: &[Expression], options: &Options) -> usize {
    let published = dates::published(document, found, options);
    let (dates, warnings) = dates::resolve(document, found, &published, options);
    let sentences: Vec<Span> = document.sentences().iter().map(|s| s.span).collect();
    dates::timeline(&sentences, &dates).len() + warnings.len()
}

#[inline(never)]
pub fn amounts(parts: &[Document]) -> Vec<Amount> {
    parts.iter().flat_map(|part| amounts::find(part, part.sentences())).collect()
}

/// Names by gazetteers, rules and tagger.
#[inline(never)]
pub fn names<'a>(
    document: &'a Document,
    knowledge: &'a Knowledge,
    options: &Options,
) -> (Reading<'a>, Vec<Name>) {
    let reading = Reading::with(document, knowledge.names.as_ref());
    let names = entities::find(&reading, knowledge.model.as_ref(), options);
    (reading, names)
}

/// Names joined to entities, and their roles.
#[inline(never)]
pub fn entities(
    reading: &Reading<'_>,
    names: Vec<Name>,
    options: &Options,
) -> (Vec<Entity>, Vec<Mention>) {
    entities::resolve(reading, names, options)
}

#[inline(never)]
pub fn quotes(document: &Document, entities: &[Entity], mentions: &[Mention]) -> Vec<Quote> {
    quotes::find(document, entities, mentions).0
}

#[inline(never)]
pub fn summary(document: &Document, found: &Findings<'_>) -> Summary {
    summary::summarise(document, found)
}

#[inline(never)]
pub fn whole(text: &str, options: &Options) -> Report {
    annotate(text, options).expect("a text that is not too long")
}

/// A text again of which the session knows all but a letter.
#[inline(never)]
pub fn keystroke(session: &mut Session, text: &str, options: &Options) -> Report {
    session.annotate(text, options).expect("a text that is not too long")
}

/// The command `newsmark`, whose arguments these are.
#[inline(never)]
pub fn command(args: Vec<OsString>) -> ExitCode {
    cli::main(args)
}
