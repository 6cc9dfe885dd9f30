//! Where exports go: standard output, or a folder.

use std::{collections::BTreeSet, fs, path::Path};

use super::{Failure, args::Format, is_stdin, shown};
use crate::{
    Options, Report,
    export::{self, ExportOptions, Exported, File},
};

/// The articles that were read, and what is to be written for each.
pub(super) type Articles<'a> = [(&'a Path, Exported)];

/// Refuses what has no form on standard output.
pub(super) fn check(format: Format, files: usize, folder: Option<&Path>) -> Result<(), Failure> {
    let Format::Export(format) = format else { return Ok(()) };
    if folder.is_some() {
        return Ok(());
    }
    let name = format.name();
    if format == export::Format::Brat {
        let reason = "has two files for each article: name a folder for them with `--out`";
        return Err(Failure::Usage(format!("--format `{name}` {reason}")));
    }
    if files > 1 && !(format == export::Format::Json || format.is_appendable()) {
        let reason = "has one article a file: name a folder for them with `--out`";
        return Err(Failure::Usage(format!("--format `{name}` {reason}")));
    }
    Ok(())
}

/// The files of one article; what is left out is said on standard error.
pub(super) fn export(
    file: &Path,
    text: &str,
    report: &Report,
    format: export::Format,
    options: &Options,
) -> Exported {
    let title = stem(file);
    let options = ExportOptions {
        unit: options.unit.unwrap_or_default(),
        title: (!is_stdin(file)).then_some(&*title),
        ..ExportOptions::default()
    };
    let exported = export::export(text, report, format, &options);
    let left_out: Vec<String> =
        exported.left_out.iter().map(|out| format!("{} ({})", out.id, out.reason)).collect();
    if !left_out.is_empty() {
        let name = format.name();
        eprintln!("newsmark: {}: not in {name}: {}", shown(file), left_out.join(", "));
    }
    exported
}

/// A text of our own.
pub(super) fn plain(text: String) -> Exported {
    let file = File { ending: "marks.txt", media_type: "text/plain", text };
    Exported { files: vec![file], left_out: Vec::new() }
}

/// All articles as one text.
pub(super) fn joined(format: Format, articles: &Articles<'_>) -> String {
    let texts = articles.iter().flat_map(|(_, exported)| &exported.files).map(|file| &*file.text);
    match format {
        Format::Export(export::Format::Json) if articles.len() > 1 => {
            let reports: Vec<&str> = texts.map(str::trim_end).collect();
            format!("[{}]\n", reports.join(",\n"))
        }
        Format::Export(format) => export::joined(format, texts),
        Format::Marks => texts.collect(),
    }
}

/// Writes the files of each article into `folder`, which is made if it is not there.
pub(super) fn save(folder: &Path, articles: &Articles<'_>) -> Result<(), Failure> {
    let mut names = BTreeSet::new();
    for (file, _) in articles {
        if !names.insert(stem(file)) {
            let reason = "another file of this name was read, and one would replace the other";
            return Err(Failure::input(file, reason));
        }
    }
    let failure = |path: &Path, error: std::io::Error| Failure::Output {
        name: path.display().to_string(),
        reason: error.to_string(),
    };
    fs::create_dir_all(folder).map_err(|error| failure(folder, error))?;
    for (file, exported) in articles {
        for File { ending, text, .. } in &exported.files {
            let path = folder.join(format!("{}.{ending}", stem(file)));
            fs::write(&path, text).map_err(|error| failure(&path, error))?;
        }
    }
    Ok(())
}

/// The name of what was read, without folder and ending.
fn stem(file: &Path) -> String {
    let stem = file.file_stem().filter(|_| !is_stdin(file));
    stem.map_or_else(|| "article".into(), |stem| stem.to_string_lossy().into_owned())
}
