//! Words that say that something was said: their forms, classes and uses.

use std::sync::LazyLock;

use crate::{report::CueClass, text::FastMap};

/// A verb of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "the uses of a verb are independent of each other"
)]
pub(crate) struct Verb {
    /// Dictionary form, with its particle: `point out`.
    pub(crate) lemma: &'static str,
    /// The word that must follow, for a phrasal verb.
    pub(crate) particle: Option<&'static str>,
    /// What kind of saying.
    pub(crate) class: CueClass,
    /// Whether it introduces speech in marks: `said`, not `believed`.
    pub(crate) speech: bool,
    /// Whether it gives things a name: `called`.
    pub(crate) naming: bool,
    /// Whether its object is what was said: `called for a vote`.
    pub(crate) reports: bool,
    /// Whether a clause may follow: `said that`.
    pub(crate) clause: bool,
    /// Whether an infinitive may follow: `vowed to stay`.
    pub(crate) infinitive: bool,
    /// Whether the hearer follows at once: `told reporters`.
    pub(crate) hearer: bool,
}

/// How a verb is inflected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Inflection {
    /// `say`
    Base,
    /// `says`
    Third,
    /// `said`; also the participle where the two are alike.
    Past,
    /// `written`, where it differs from the past.
    Participle,
    /// `saying`
    Gerund,
}

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CueForm {
    /// The verb.
    pub(crate) verb: Verb,
    /// The form.
    pub(crate) inflection: Inflection,
}

/// The forms that `word` (in lower case) can be: phrasal verbs first.
pub(crate) fn forms(word: &str) -> &'static [CueForm] {
    FORMS.get(word).map_or(&[], Vec::as_slice)
}

static FORMS: LazyLock<FastMap<String, Vec<CueForm>>> = LazyLock::new(|| {
    let mut forms: FastMap<String, Vec<CueForm>> = FastMap::default();
    for line in include_str!("../data/cues.tsv").lines().filter(|l| !l.starts_with('#')) {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (lemma, class, uses, past, participle) = (cell(), cell(), cell(), cell(), cell());
        let (stem, particle) = lemma.split_once(' ').map_or((lemma, None), |(s, p)| (s, Some(p)));
        let verb = Verb {
            lemma,
            particle,
            class: class_of(class),
            speech: uses.contains(['s', 'm']),
            naming: uses.contains('n'),
            reports: uses.contains('r'),
            clause: uses.contains(['s', 'c']),
            infinitive: uses.contains('i'),
            hearer: uses.contains('t'),
        };
        for (form, inflection) in inflect(stem, uses.contains('2'), first(past), first(participle))
        {
            let entry = forms.entry(form).or_default();
            let place = if particle.is_some() { 0 } else { entry.len() };
            entry.insert(place, CueForm { verb, inflection });
        }
    }
    forms
});

fn first(words: &'static str) -> &'static str {
    words.split(' ').next().unwrap_or_default()
}

fn class_of(name: &str) -> CueClass {
    match name {
        "say" => CueClass::Say,
        "claim" => CueClass::Claim,
        "deny" => CueClass::Deny,
        "ask" => CueClass::Ask,
        "write" => CueClass::Write,
        _ => CueClass::Other,
    }
}

fn inflect(stem: &str, doubles: bool, past: &str, participle: &str) -> Vec<(String, Inflection)> {
    let vowel = |c: char| "aeiou".contains(c);
    let last = stem.chars().next_back().unwrap_or_default();
    let before = stem.chars().rev().nth(1).unwrap_or_default();
    let consonant_y = last == 'y' && !vowel(before);
    let stretched = if doubles { format!("{stem}{last}") } else { stem.to_owned() };
    let mute = stem.strip_suffix('e').filter(|_| !matches!(before, 'e' | 'o' | 'y'));
    let third = match last {
        _ if consonant_y => format!("{}ies", &stem[..stem.len() - 1]),
        's' | 'x' | 'z' | 'o' => format!("{stretched}es"),
        'h' if matches!(before, 's' | 'c') => format!("{stem}es"),
        _ => format!("{stem}s"),
    };
    let regular = match last {
        'e' => format!("{stem}d"),
        _ if consonant_y => format!("{}ied", &stem[..stem.len() - 1]),
        _ => format!("{stretched}ed"),
    };
    let gerund = format!("{}ing", mute.unwrap_or(&stretched));
    let mut forms = vec![
        (third, Inflection::Third),
        (if past.is_empty() { regular } else { past.to_owned() }, Inflection::Past),
        (gerund, Inflection::Gerund),
    ];
    if past != stem {
        forms.push((stem.to_owned(), Inflection::Base));
    }
    // British writers double the l of every such verb.
    let vowels = stem.chars().rev().skip(1).take_while(|&c| vowel(c)).count();
    if last == 'l' && vowels == 1 && !doubles && past.is_empty() {
        forms.push((format!("{stem}led"), Inflection::Past));
        forms.push((format!("{stem}ling"), Inflection::Gerund));
    }
    if !participle.is_empty() && participle != past {
        forms.push((participle.to_owned(), Inflection::Participle));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_vowels_or_a_doubled_letter_keep_the_l_single() {
        for word in ["revealled", "emailled", "feelled", "signallled"] {
            assert_eq!(forms(word), [], "{word}");
        }
    }

    #[test]
    fn verbs_are_found_in_all_their_forms() {
        for (word, lemma, inflection) in [
            ("said", "say", Inflection::Past),
            ("says", "say", Inflection::Third),
            ("denied", "deny", Inflection::Past),
            ("denies", "deny", Inflection::Third),
            ("noting", "note", Inflection::Gerund),
            ("admitted", "admit", Inflection::Past),
            ("written", "write", Inflection::Participle),
            ("wishes", "", Inflection::Third),
            ("pointed", "point out", Inflection::Past),
            ("agreeing", "agree", Inflection::Gerund),
            ("stresses", "stress", Inflection::Third),
            ("quipping", "quip", Inflection::Gerund),
            ("signaled", "signal", Inflection::Past),
            ("signalled", "signal", Inflection::Past),
            ("marvelling", "marvel", Inflection::Gerund),
        ] {
            let found = forms(word).iter().find(|f| f.verb.lemma == lemma);
            assert_eq!(
                found.map(|f| f.inflection),
                (!lemma.is_empty()).then_some(inflection),
                "{word}"
            );
        }
    }
}
