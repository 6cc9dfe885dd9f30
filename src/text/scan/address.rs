//! Addresses of the web and of mail, and handles.

use super::Scanner;

impl Scanner<'_> {
    /// The length of the web or mail address that `rest` begins with.
    pub(super) fn address(&mut self, rest: &str) -> Option<usize> {
        web(rest).or_else(|| self.mail(rest))
    }

    /// The length of an `@name`.
    pub(super) fn handle(&self, rest: &str) -> Option<usize> {
        if self.before().is_some_and(char::is_alphanumeric) {
            return None;
        }
        let name = rest.get(1..)?;
        let len =
            name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(name.len());
        name.get(..len)?.contains(|c: char| c.is_ascii_alphabetic()).then_some(len + 1)
    }

    fn mail(&mut self, rest: &str) -> Option<usize> {
        if self.at < self.no_mail_before {
            return None;
        }
        let local = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
        let at = rest.find(|c| !local(c)).unwrap_or(rest.len());
        self.no_mail_before = self.at + at;
        let domain = rest.get(at..)?.strip_prefix('@')?;
        let host = |c: char| c.is_ascii_alphanumeric() || ".-".contains(c);
        let len = domain.find(|c| !host(c)).unwrap_or(domain.len());
        let domain = domain.get(..len)?.trim_end_matches(['.', '-']);
        domain.contains('.').then_some(at + 1 + domain.len())
    }
}

fn web(rest: &str) -> Option<usize> {
    let begins =
        |with: &str| rest.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    if !["http://", "https://", "www."].into_iter().any(begins) {
        return None;
    }
    let end = |c: char| c.is_whitespace() || "<>\"“”«»|".contains(c);
    let len = rest.find(end).unwrap_or(rest.len());
    Some(trimmed(rest.get(..len)?)).filter(|&len| len > "www.".len())
}

/// The length of `url` without the marks that belong to the sentence around it.
fn trimmed(url: &str) -> usize {
    url.trim_end_matches(|c: char| ".,;:!?'’)]}…".contains(c)).len()
}

/// The length of what a word begins that is a bare domain (`example.com/page`), from the full stop
/// at `len` on; 0 when it is none.
pub(super) fn domain(rest: &str, len: usize) -> usize {
    const TOPS: &[&str] = &["com", "org", "net", "gov", "edu", "co", "io", "tv", "uk"];
    let mut end = len;
    while let Some(tail) = rest.get(end..).and_then(|tail| tail.strip_prefix('.')) {
        let name = tail.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tail.len());
        if !tail.get(..name).is_some_and(|top| TOPS.contains(&top)) {
            break;
        }
        end += 1 + name;
    }
    let path =
        rest.get(end..).filter(|path| end > len && path.starts_with('/')).map_or(0, |path| {
            let path = path.get(..path.find(char::is_whitespace).unwrap_or(path.len()));
            trimmed(path.unwrap_or_default())
        });
    end - len + path
}
