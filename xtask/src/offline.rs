//! The whole site as one file, `dist/newsmark.zip`: for who wants to read without whoever hosts the site seeing that
//! it was opened. It works from any server, of one's own machine too.

use std::{
    fs::{self, File},
    io::{Seek, Write},
    path::{Path, PathBuf},
};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{
    book,
    step::{Result, step},
    web,
};

/// Its name on the site.
pub const NAME: &str = "newsmark.zip";
/// The folder that it unpacks to.
const INSIDE: &str = "newsmark";

/// Packs everything that was built.
pub fn write() -> Result {
    step("offline copy", || {
        let whole = web::dist().join(NAME);
        if whole.exists() {
            fs::remove_file(&whole)?;
        }
        let files = book::files(&web::dist())?;
        pack(&web::dist(), &files, File::create(whole)?)
    })
}

/// Packs `files` of `folder`. The same files give the same bytes, whenever and wherever: the build is reproducible.
fn pack(folder: &Path, files: &[PathBuf], to: impl Write + Seek) -> Result {
    let mut zip = ZipWriter::new(to);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for file in files {
        let parts = file.strip_prefix(folder)?.iter().map(|part| part.to_string_lossy());
        let path = parts.fold(INSIDE.to_owned(), |path, part| path + "/" + &part);
        zip.start_file(path, options)?;
        zip.write_all(&fs::read(file)?)?;
    }
    zip.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;

    fn packed(folder: &Path) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        pack(folder, &book::files(folder).expect("a folder"), &mut bytes).expect("packed");
        bytes.into_inner()
    }

    #[test]
    fn what_was_packed_is_unpacked_again_and_the_same_files_give_the_same_bytes() {
        let folder = std::env::temp_dir().join(format!("newsmark-offline-{}", std::process::id()));
        fs::create_dir_all(folder.join("docs")).expect("a folder");
        fs::write(folder.join("index.html"), "<p>ferry".repeat(99)).expect("written");
        fs::write(folder.join("docs/a.html"), "pier").expect("written");
        let first = packed(&folder);
        fs::write(folder.join("docs/a.html"), "pier").expect("written later");
        assert_eq!(packed(&folder), first);

        let mut zip = zip::ZipArchive::new(Cursor::new(&first)).expect("a zip");
        let names: Vec<_> =
            zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
        assert_eq!(names, ["newsmark/docs/a.html", "newsmark/index.html"]);
        let mut text = String::new();
        let file = zip.by_name("newsmark/index.html");
        file.expect("is there").read_to_string(&mut text).expect("read");
        assert_eq!(text, "<p>ferry".repeat(99));

        fs::write(folder.join("docs/a.html"), "mill").expect("changed");
        assert_ne!(packed(&folder), first);
        fs::remove_dir_all(folder).expect("removed");
    }
}
