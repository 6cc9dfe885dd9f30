//! The annotation files of `tests/gold`, and the texts that they are made for.

use std::{collections::BTreeMap, error::Error, fs, path::Path};

use newsmark::report::EntityType;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::article::{Amount, Article, Name, Piece, Role};
use crate::eval::{
    gold::{self, GoldTimex},
    place::Place,
    system::{self, Timex},
};

/// Texts by the id of their page.
pub type Bodies = BTreeMap<String, String>;

/// One article's gold.
#[derive(Debug)]
pub struct Annotated {
    pub id: String,
    pub published: Option<String>,
    pub body: String,
    pub gold: Article,
}

/// A file as `tests/gold/README.md` describes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub id: String,
    pub published: Option<String>,
    sha256: String,
    pub characters: usize,
    pub entities: Vec<Named>,
    pub roles: Vec<Held>,
    pub amounts: Vec<Counted>,
    pub timexes: Vec<GoldTimex>,
    pub quotes: Vec<Said>,
}

#[derive(Debug, Deserialize)]
pub struct Named {
    #[serde(flatten)]
    pub place: Place,
    pub label: EntityType,
    pub entity: String,
}

#[derive(Debug, Deserialize)]
pub struct Held {
    #[serde(flatten)]
    pub place: Place,
    pub holder: String,
    pub when: String,
}

#[derive(Debug, Deserialize)]
pub struct Counted {
    #[serde(flatten)]
    pub place: Place,
    pub kind: String,
    low: f64,
    high: Option<f64>,
    unit: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Said {
    #[serde(flatten)]
    pub place: Place,
    pub kind: String,
    /// Nobody with a name, or whom the text leaves open, is nobody.
    pub speaker: Option<String>,
}

/// The article proper of each page.
pub fn bodies(data: &Path) -> Result<Bodies, Box<dyn Error>> {
    let pages = gold::read(&data.join("raw/pages.jsonl"))?;
    Ok(pages.into_iter().filter_map(|page| Some((page.id, page.body?))).collect())
}

/// The annotations of a folder, in the order of their file names.
pub fn read(folder: &Path, bodies: &Bodies) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let files = files(folder)?;
    files.into_iter().map(|(name, file)| Ok(with_body(&name, file, bodies)?)).collect()
}

/// The files of a folder with their names.
pub fn files(folder: &Path) -> Result<Vec<(String, File)>, Box<dyn Error>> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths =
        entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    paths.retain(|path| path.extension().is_some_and(|e| e == "json"));
    paths.sort();
    let file = |path: &Path| -> Result<_, Box<dyn Error>> {
        let file = serde_json::from_str(&fs::read_to_string(path)?)
            .map_err(|e| format!("{}: {e}", path.display()))?;
        Ok((path.display().to_string(), file))
    };
    paths.iter().map(|path| file(path)).collect()
}

/// The annotations of `file` on the text that they are made for.
fn with_body(name: &str, file: File, bodies: &Bodies) -> Result<Annotated, String> {
    let id = &file.id;
    let body = bodies.get(id).ok_or_else(|| format!("{name}: raw/pages.jsonl has no page {id}"))?;
    let text: Vec<char> = body.chars().collect();
    let digest = Sha256::digest(body.as_bytes());
    let sum = digest.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    if (text.len(), &sum) != (file.characters, &file.sha256) {
        return Err(format!(
            "{name} is made for a text of {} characters (SHA-256 {}), but the body of page {id} in \
             raw/pages.jsonl has {} ({sum}): its offsets would be wrong",
            file.characters,
            file.sha256,
            text.len()
        ));
    }
    let (id, published, body) = (file.id.clone(), file.published.clone(), body.clone());
    Ok(Annotated { id, published, body, gold: article(file, text) })
}

fn article(file: File, text: Vec<char>) -> Article {
    let name = |e: Named| Name {
        place: e.place,
        label: system::label(e.label),
        entity: e.entity,
        certainty: None,
    };
    let role = |r: Held| Role { place: r.place, holder: r.holder, when: r.when };
    let amount = |a: Counted| Amount {
        place: a.place,
        kind: a.kind,
        low: Some(a.low),
        high: a.high,
        unit: a.unit,
        certainty: None,
    };
    let date = |t: GoldTimex| Timex {
        place: t.place,
        timex_type: t.timex_type,
        value: t.value,
        earliest: None,
        latest: None,
        alternatives: Vec::new(),
        certainty: None,
    };
    let quotes = file.quotes.into_iter().map(|q| Piece {
        place: q.place,
        kind: q.kind,
        marked: text.get(q.place.start).is_some_and(|c| "\"“„«'‘`".contains(*c)),
        speaker: q.speaker,
        certainty: None,
        speaker_certainty: None,
    });
    Article {
        quotes: quotes.collect(),
        names: file.entities.into_iter().map(name).collect(),
        roles: file.roles.into_iter().map(role).collect(),
        amounts: file.amounts.into_iter().map(amount).collect(),
        dates: file.timexes.into_iter().map(date).collect(),
        text,
        dropped: Vec::new(),
    }
}
