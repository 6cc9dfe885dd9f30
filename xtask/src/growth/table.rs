//! The page with the numbers.

use std::fmt::Write;

use super::{Cost, Growth, USUAL, judge};
use crate::step::Result;

/// `docs/growth.md`.
pub fn page(growth: &Growth) -> Result<String> {
    let mut out = String::from(
        "# Growth\n\nPrinted by `cargo xtask growth`, which fails where a statement below does not hold. The articles are the \
         golden ones, over and over with other names in each copy; 10 MB are read natively only, with `maxBytes`.\n\n\
         ![Time and memory by the length of the article, with logarithmic scales: all lines are as steep as one that \
         doubles where the length doubles](growth.svg)\n\n",
    );
    out.push_str(&statements(growth)?);
    out.push_str(&whole(growth));
    out.push_str(&keystrokes(growth));
    Ok(out)
}

/// The constants, and what is checked.
fn statements(growth: &Growth) -> Result<String> {
    let counted = growth.counted.last().ok_or("nothing was counted")?;
    let at = |costs: &[Cost]| {
        let long = costs.iter().find(|cost| cost.bytes >= USUAL);
        long.map_or(0, |cost| a_byte(cost.memory, cost.bytes))
    };
    let mut out = format!(
        "**A byte of text takes {} instructions** (natively, at {}), **{} bytes of memory natively and {} in WebAssembly** \
         (at 2 MiB, report included, beside the program, its weights and the text itself).\n\n\
         A byte of 2 MiB may cost at most {} times a byte of a short article:\n\n\
         | what | short article | times |\n|---|---:|---:|\n",
        a_byte(counted.whole, counted.bytes),
        length(counted.bytes),
        at(&growth.native),
        at(&growth.wasm),
        judge::TIMES,
    );
    for compared in judge::times(growth)? {
        let _ = writeln!(
            out,
            "| {} | {} | {:.2} |",
            compared.what,
            length(compared.short),
            compared.factor
        );
    }
    out.push_str(
        "\nIn WebAssembly what loading the weights left free in the module is used first. There the memory is compared that an \
         article needs more than one of half its length; the short one is the first for which the module grows by so much \
         that its pages of 64 kB do not matter.\n\n",
    );
    Ok(out)
}

/// What a byte of the article costs, rounded.
fn a_byte(cost: u64, bytes: u64) -> u64 {
    (cost + bytes / 2) / bytes.max(1)
}

fn whole(growth: &Growth) -> String {
    let mut out = String::from(
        "## The whole article\n\nTimes are of the processor, the best of several runs, as multiples of the time of a byte at \
         16 KiB in the same program; in WebAssembly (Node) the report as an object of JavaScript is included, with what \
         Node's other threads do meanwhile. `-`: the module did not grow.\n\n\
         | article | instructions a byte | time a byte, native | WebAssembly | bytes of memory a byte, native | WebAssembly |\n\
         |---|---:|---:|---:|---:|---:|\n",
    );
    let pace = |costs: &[Cost]| {
        let short = costs.iter().find(|cost| cost.bytes >= 16 << 10);
        short.map_or(1.0, |cost| cost.whole as f64 / cost.bytes as f64)
    };
    let (native, wasm) = (pace(&growth.native), pace(&growth.wasm));
    for cost in &growth.native {
        let counted = growth.counted.iter().find(|counted| counted.bytes == cost.bytes);
        let inside = growth.wasm.iter().find(|inside| inside.bytes == cost.bytes);
        let time = |cost: &Cost| cost.whole as f64 / cost.bytes as f64;
        let memory = |cost: &Cost| match cost.memory {
            0 => "-".to_owned(),
            memory => a_byte(memory, cost.bytes).to_string(),
        };
        let _ = writeln!(
            out,
            "| {} | {} | {:.2} | {} | {} | {} |",
            length(cost.bytes),
            counted.map_or(String::new(), |c| a_byte(c.whole, c.bytes).to_string()),
            time(cost) / native,
            inside.map_or(String::new(), |cost| format!("{:.2}", time(cost) / wasm)),
            memory(cost),
            inside.map_or(String::new(), memory),
        );
    }
    out
}

/// What a letter costs, and how much of that goes with the length.
fn keystrokes(growth: &Growth) -> String {
    let mut out = String::from(
        "\n## A letter typed\n\nThe same article again after a letter was typed in its middle (`Session`, `revise`). Of the other \
         paragraphs the sentences and tokens, times, amounts and names are taken over, and what the words around quotes can be. Shares \
         are of the time for the whole.\n\n\
         | article | instructions | of the whole | time, native | WebAssembly |\n|---|---:|---:|---:|---:|\n",
    );
    let percent =
        |part: u64, whole: u64| format!("{:.0} %", 100.0 * part as f64 / whole.max(1) as f64);
    for cost in &growth.native {
        let counted = growth.counted.iter().find(|counted| counted.bytes == cost.bytes);
        let inside = growth.wasm.iter().find(|inside| inside.bytes == cost.bytes);
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            length(cost.bytes),
            counted.map_or(String::new(), |c| c.keystroke.to_string()),
            counted.map_or(String::new(), |c| percent(c.keystroke, c.whole)),
            percent(cost.keystroke, cost.whole),
            inside.map_or(String::new(), |cost| percent(cost.keystroke, cost.whole)),
        );
    }
    if let (Some(short), Some(long)) = (growth.counted.first(), growth.counted.last())
        && long.bytes > short.bytes
    {
        let slope = long.keystroke.saturating_sub(short.keystroke) / (long.bytes - short.bytes);
        let fixed = long.keystroke.saturating_sub(slope * long.bytes);
        let _ = writeln!(
            out,
            "\nFrom {} to {} a letter takes {slope} instructions for each byte of the article and {fixed} whatever its length: \
             at {} {} of it go with the length. That is what needs the whole article: folding and comparing the text, \
             settling overlaps, values of dates, joining names, who said what, key sentences, and the report itself, which is a new one.",
            length(short.bytes),
            length(long.bytes),
            length(long.bytes),
            percent(slope * long.bytes, long.keystroke),
        );
    }
    out
}

fn length(bytes: u64) -> String {
    match bytes {
        10_000_000 => "10 MB".into(),
        _ if bytes >= 1 << 20 => format!("{} MiB", bytes >> 20),
        _ => format!("{} KiB", bytes >> 10),
    }
}
