//! How many tests ran, as the test runners say.

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use crate::step::Result;

/// Tests that ran.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u32,
    pub failed: u32,
}

impl Count {
    /// Runs a test runner, shows what it prints, and adds what it counts.
    pub fn run(&mut self, command: &mut Command) -> Result {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let before = self.passed;
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).lines() {
                let line = line?;
                println!("{line}");
                self.read(&line);
            }
        }
        let status = child.wait()?;
        if !status.success() {
            return Err(format!("the tests ended with {status}").into());
        }
        if self.passed == before { Err("no test ran".into()) } else { Ok(()) }
    }

    /// Adds the numbers of a closing line of `cargo test` (`test result: ok. 3 passed; 0 failed; …`)
    /// or of Node's runner (`ℹ pass 3`).
    fn read(&mut self, line: &str) {
        if let Some(result) = line.strip_prefix("test result: ") {
            let words: Vec<&str> =
                result.split([' ', ';']).filter(|word| !word.is_empty()).collect();
            for pair in words.windows(2) {
                match (pair[0].parse::<u32>(), pair[1]) {
                    (Ok(number), "passed") => self.passed += number,
                    (Ok(number), "failed") => self.failed += number,
                    _ => {}
                }
            }
        } else if let Some(summary) = line.strip_prefix("ℹ ") {
            match summary.split_once(' ').map(|(name, number)| (name, number.parse::<u32>())) {
                Some(("pass", Ok(number))) => self.passed += number,
                Some(("fail", Ok(number))) => self.failed += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_both_runners_are_counted() {
        let mut count = Count::default();
        for line in [
            "test result: FAILED. 3 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out",
            "test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out",
            "ℹ tests 7",
            "ℹ pass 5",
            "ℹ fail 2",
            "3 passed, said nobody",
        ] {
            count.read(line);
        }
        assert_eq!(count, Count { passed: 12, failed: 3 });
    }
}
