//! Texts and edits as structured inputs.

use arbitrary::{Arbitrary, Result, Unstructured};

use crate::{articles::GOLDEN, pieces::PIECES};

/// A stretch of text.
#[derive(Clone, Debug)]
pub struct Words(pub String);

impl<'a> Arbitrary<'a> for Words {
    fn arbitrary(input: &mut Unstructured<'a>) -> Result<Self> {
        let mut text = String::new();
        for _ in 0..input.int_in_range(0..=24)? {
            match input.int_in_range(0..=9)? {
                0 => text.push_str(input.arbitrary()?),
                1 => text.push(input.arbitrary()?),
                2 => text.push_str(stretch(input)?),
                _ => {
                    text.push_str(input.choose(PIECES)?);
                    if input.ratio(2, 3)? {
                        text.push(' ');
                    }
                }
            }
        }
        Ok(Self(text))
    }
}

/// Some of a golden article.
fn stretch<'a>(input: &mut Unstructured<'_>) -> Result<&'a str> {
    let article = *input.choose(&GOLDEN)?;
    let from = place(article, input.arbitrary()?);
    let length = usize::from(input.arbitrary::<u8>()?);
    let end = article[from..].char_indices().nth(length).map_or(article.len(), |(at, _)| from + at);
    Ok(&article[from..end])
}

/// The boundary of `text` at a share of it.
pub fn place(text: &str, share: u16) -> usize {
    let at = text.len() * usize::from(share) / usize::from(u16::MAX);
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// What a writer does to a text.
#[derive(Arbitrary, Clone, Debug)]
pub enum Edit {
    /// Writes over so many characters.
    Write { at: u16, over: u8, with: Words },
    /// Takes out a line break.
    Join { at: u16 },
    /// Puts a stretch in once more elsewhere.
    Copy { from: u16, characters: u8, to: u16 },
    /// Takes it back from there on.
    Cut { at: u16 },
}

/// A text that has grown so long grows no more.
const LONGEST: usize = 6_000;

impl Edit {
    /// Does it.
    pub fn apply(&self, text: &mut String) {
        let behind = |text: &str, from: usize, characters: u8| {
            let mut rest = text[from..].char_indices();
            rest.nth(usize::from(characters)).map_or(text.len(), |(at, _)| from + at)
        };
        match self {
            Self::Write { at, over, with } => {
                let from = place(text, *at);
                let with = if text.len() > LONGEST { "" } else { &with.0 };
                text.replace_range(from..behind(text, from, *over), with);
            }
            Self::Join { at } => {
                let from = place(text, *at);
                if let Some(found) = text[from..].find('\n') {
                    text.remove(from + found);
                }
            }
            Self::Copy { from, characters, to } => {
                let from = place(text, *from);
                let copied = text[from..behind(text, from, *characters)].to_owned();
                if text.len() <= LONGEST {
                    text.insert_str(place(text, *to), &copied);
                }
            }
            Self::Cut { at } => text.truncate(place(text, *at)),
        }
    }
}
