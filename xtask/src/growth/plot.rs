//! The measurements as a drawing: two panels with logarithmic scales, light or dark as the reader has it.
//!
//! By hand, since it needs no more than lines, ticks and words; what plots for Rust writes colours that no style
//! can change, and neither title nor description.

use std::fmt::Write;

use super::{Cost, Growth};

const WIDTH: f64 = 380.0;
const HEIGHT: f64 = 300.0;
const GAP: f64 = 90.0;
const LEFT: f64 = 70.0;
const TOP: f64 = 50.0;

/// A line of a panel: its style, its name, and its points.
type Line = (&'static str, &'static str, Vec<(f64, f64)>);

/// A panel: where it stands, and from which to which power of ten its scales go.
struct Panel {
    left: f64,
    title: &'static str,
    unit: fn(i32) -> String,
    from: (i32, i32),
    to: (i32, i32),
}

/// The whole drawing, as SVG.
pub fn draw(growth: &Growth) -> String {
    let points = |costs: &[Cost], of: fn(&Cost) -> u64| -> Vec<(f64, f64)> {
        let some = costs.iter().filter(|cost| of(cost) > 0);
        some.map(|cost| (cost.bytes as f64, of(cost) as f64)).collect()
    };
    let time = vec![
        ("native", "native, whole", points(&growth.native, |c| c.whole)),
        ("wasm", "WebAssembly, whole", points(&growth.wasm, |c| c.whole)),
        ("native key", "native, a letter typed", points(&growth.native, |c| c.keystroke)),
        ("wasm key", "WebAssembly, a letter typed", points(&growth.wasm, |c| c.keystroke)),
    ];
    let memory = vec![
        ("native", "native", points(&growth.native, |c| c.memory)),
        ("wasm", "WebAssembly", points(&growth.wasm, |c| c.memory)),
    ];
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} 460\" role=\"img\" aria-labelledby=\"title desc\">\n\
         <title id=\"title\">Time and memory by the length of the article</title>\n\
         <desc id=\"desc\">Two panels with logarithmic scales, from 1 kB to 10 MB. All lines are nearly straight and as \
         steep as the dashed grey ones, which double where the length doubles: time and memory grow as the text does.</desc>\n\
         <style>{STYLE}</style>\n",
        width = LEFT + 2.0 * WIDTH + GAP + 30.0,
    );
    let seconds = |power: i32| match power {
        ..6 => format!("{} µs", 10_f64.powi(power - 3)),
        6..9 => format!("{} ms", 10_f64.powi(power - 6)),
        _ => format!("{} s", 10_f64.powi(power - 9)),
    };
    let panel = |left, title, unit, lines: &[Line]| {
        let heights = lines.iter().flat_map(|(_, _, points)| points.iter().map(|p| p.1.log10()));
        let (low, high) =
            heights.fold((9.0_f64, 0.0_f64), |(low, high), y| (low.min(y), high.max(y)));
        let low = low.floor() as i32;
        Panel { left, title, unit, from: (3, low), to: (7, high.ceil() as i32) }
    };
    panel(LEFT, "Time of the processor", seconds, &time).draw(&time, &mut out);
    panel(LEFT + WIDTH + GAP, "Memory at its height", bytes, &memory).draw(&memory, &mut out);
    out.push_str("</svg>\n");
    out
}

const STYLE: &str = "svg{color-scheme:light dark;font:13px system-ui,sans-serif;--ink:#1f2328;--grid:#d0d4d9;\
    --native:#0550ae;--wasm:#a3470b;background:#fff}\
    @media(prefers-color-scheme:dark){svg{--ink:#e6e8ea;--grid:#3c4249;--native:#79b8ff;--wasm:#ffa657;background:#15181c}}\
    text{fill:var(--ink)}.head{font-weight:600;font-size:15px}.grid{stroke:var(--grid)}\
    polyline{fill:none;stroke-width:2.5}.native{stroke:var(--native)}.wasm{stroke:var(--wasm)}\
    .key{stroke-dasharray:2 4}.as{stroke:var(--grid);stroke-dasharray:7 5;stroke-width:1.5}";

/// A power of ten of bytes.
fn bytes(power: i32) -> String {
    let (unit, less) = match power {
        ..3 => ("B", 0),
        3..6 => ("kB", 3),
        6..9 => ("MB", 6),
        _ => ("GB", 9),
    };
    format!("{} {unit}", 10_f64.powi(power - less))
}

impl Panel {
    fn at(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let part = |value: f64, from: i32, to: i32| {
            (value.log10() - f64::from(from)) / f64::from((to - from).max(1))
        };
        let (right, up) = (part(x, self.from.0, self.to.0), part(y, self.from.1, self.to.1));
        (self.left + WIDTH * right, TOP + HEIGHT * (1.0 - up))
    }

    fn draw(&self, lines: &[Line], out: &mut String) {
        let _ = writeln!(
            out,
            "<text class=\"head\" x=\"{}\" y=\"30\">{}</text>",
            self.left, self.title
        );
        for power in self.from.0..=self.to.0 {
            let (x, _) = self.at((10_f64.powi(power), 1.0));
            let bottom = TOP + HEIGHT;
            let _ = writeln!(
                out,
                "<path class=\"grid\" d=\"M{x:.1} {TOP}V{bottom}\"/><text x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                bottom + 20.0,
                bytes(power)
            );
        }
        for power in self.from.1..=self.to.1 {
            let (_, y) = self.at((1.0, 10_f64.powi(power)));
            let _ = writeln!(
                out,
                "<path class=\"grid\" d=\"M{} {y:.1}h{WIDTH}\"/><text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>",
                self.left,
                self.left - 6.0,
                y + 4.0,
                (self.unit)(power)
            );
        }
        let reference =
            lines.iter().find_map(|(_, _, points)| Some((*points.first()?, *points.last()?)));
        if let Some(((x, _), (end, y))) = reference {
            polyline("as", &[self.at((x, y * x / end)), self.at((end, y))], out);
        }
        for (i, (style, name, points)) in lines.iter().enumerate() {
            let places: Vec<(f64, f64)> = points.iter().map(|&point| self.at(point)).collect();
            polyline(style, &places, out);
            let (x, y) =
                (self.left + (i % 2) as f64 * 190.0, TOP + HEIGHT + 48.0 + (i / 2) as f64 * 24.0);
            polyline(style, &[(x, y - 4.0), (x + 28.0, y - 4.0)], out);
            let _ = writeln!(out, "<text x=\"{}\" y=\"{y}\">{name}</text>", x + 34.0);
        }
    }
}

fn polyline(style: &str, points: &[(f64, f64)], out: &mut String) {
    let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let _ = writeln!(out, "<polyline class=\"{style}\" points=\"{}\"/>", points.join(" "));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_times_as_much_is_as_far_everywhere_and_greater_is_higher() {
        let panel = Panel { left: 0.0, title: "", unit: bytes, from: (3, 3), to: (7, 7) };
        assert_eq!(panel.at((1e3, 1e3)), (0.0, TOP + HEIGHT));
        assert_eq!(panel.at((1e7, 1e7)), (WIDTH, TOP));
        assert!((panel.at((1e4, 1e3)).0 - WIDTH / 4.0).abs() < 1e-9);
        assert_eq!([bytes(3), bytes(5), bytes(7)], ["1 kB", "100 kB", "10 MB"]);
    }

    #[test]
    fn the_drawing_says_in_words_what_it_shows_and_has_every_line() {
        let cost =
            |bytes| Cost { bytes, whole: 500 * bytes, keystroke: 90 * bytes, memory: 100 * bytes };
        let costs: Vec<Cost> = [1024, 2 << 20].map(cost).to_vec();
        let svg = draw(&Growth { native: costs.clone(), wasm: costs, counted: Vec::new() });
        assert!(svg.contains("<title id=\"title\">") && svg.contains("<desc id=\"desc\">"));
        // Six lines, each with its sample, and a reference in each panel.
        assert_eq!(svg.matches("<polyline").count(), 14);
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }
}
