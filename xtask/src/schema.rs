//! `cargo xtask schema`: the report's JSON Schema and TypeScript types, from the Rust types.

use std::fs;

use newsmark::schema;

use crate::step::{Result, root};

/// Writes the files that pages, programs and people read.
pub fn write() -> Result {
    for (path, content) in [
        ("www/schema/newsmark-1.json", schema::json_schema()),
        ("src/wasm/types.d.ts", schema::typescript()),
    ] {
        let path = root().join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, content)?;
        println!("wrote {}", path.display());
    }
    Ok(())
}
