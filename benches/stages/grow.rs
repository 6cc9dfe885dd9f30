//! Time and memory for one article.

use std::{error::Error, ffi::OsString, fs, hint::black_box};

use cpu_time::ThreadTime;
use newsmark::{Knowledge, Options, Session};

use crate::measured;

/// Reads the file's article, then the same with letters typed in its middle, and prints one line.
pub fn run(args: &[OsString]) -> Result<(), Box<dyn Error>> {
    let [rounds, file] = args else { return Err("`grow` needs ROUNDS and FILE".into()) };
    let rounds: usize =
        rounds.to_str().and_then(|n| n.parse().ok()).ok_or("no number of rounds")?;
    let mut text = fs::read_to_string(file)?;
    let length = text.len();
    // Longer texts than usual are read as well, which a program must ask for.
    let options = Options { max_bytes: Some(u32::MAX), ..Options::default() };
    black_box(measured::start(&options));

    let before = memory("VmRSS:")?;
    black_box(measured::whole(&text, &options));
    let height = memory("VmHWM:")?.saturating_sub(before);

    let mut whole = u128::MAX;
    for _ in 1..rounds {
        // The time that this thread was given: other work on the machine is not in it.
        let start = ThreadTime::now();
        black_box(measured::whole(&text, &options));
        whole = whole.min(start.elapsed().as_nanos());
    }
    let mut session = Session::new(Knowledge::shipped());
    black_box(session.annotate(&text, &options)?);
    let mut keystroke = u128::MAX;
    for _ in 0..rounds {
        type_letter(&mut text);
        let start = ThreadTime::now();
        black_box(measured::keystroke(&mut session, &text, &options));
        keystroke = keystroke.min(start.elapsed().as_nanos());
    }
    println!("{length} {whole} {keystroke} {height}");
    Ok(())
}

/// Makes the word longer that ends the sentence in the middle.
fn type_letter(text: &mut String) {
    let mut middle = text.len() / 2;
    while !text.is_char_boundary(middle) {
        middle += 1;
    }
    let at = text[middle..].find('.').map_or(text.len(), |at| middle + at);
    text.insert(at, 's');
}

/// Bytes of memory, by a name that Linux has for them.
fn memory(name: &str) -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)).ok_or(name)?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kilobytes * 1024)
}
