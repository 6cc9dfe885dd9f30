//! Which language a text seems to be in.

mod scripts;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use crate::text::{Document, FastMap, TokenKind, function_words, lower};

/// Enough words to tell a language by: a longer text says no more.
const WORDS: usize = 5_000;

/// Another language than English needs so many of its function words …
const OTHER_WORDS: f32 = 3.0;
/// … so many of them different ones, …
const OTHER_KINDS: usize = 4;
/// … and this share of all words, …
const OTHER_SHARE: f32 = 0.12;
/// … and so many times as many as English has.
const OTHER_LEAD: f32 = 2.0;

/// ISO 639-1 code of the language that `document` seems to be in; `und` when there is too little to
/// tell. Another language than English needs clear evidence: names and a few foreign words are none.
pub fn detect(document: &Document) -> &'static str {
    if let Some(language) = scripts::detect(document) {
        return language;
    }
    let tokens = || document.tokens().iter().filter(|t| t.kind == TokenKind::Word).take(WORDS);
    let words = tokens().count();
    let (mut english, mut most) = (0.0_f32, 0.0_f32);
    let mut others = BTreeMap::<&str, (f32, BTreeSet<&str>)>::new();
    for (before, token) in tokens().enumerate() {
        let word = lower(document.word(token));
        let Some((&entry, languages)) = LANGUAGES.get_key_value(&*word) else { continue };
        if languages.is_empty() {
            english += 1.0;
            // No other can come up with it any more, if every word were its own: by one, for what rounding takes.
            if english >= 2.0 && OTHER_LEAD * english > most + real(words - before) + 1.0 {
                return "en";
            }
            continue;
        }
        // In names and tables: "La", "DE".
        if document.word(token).starts_with(char::is_uppercase) {
            continue;
        }
        // A word that several languages share says less of each.
        let weight = 0.5 + 0.5 / real(languages.len());
        for language in languages {
            let (hits, kinds) = others.entry(language).or_default();
            *hits += weight;
            most = most.max(*hits);
            kinds.insert(entry);
        }
    }
    // Of equal ones the first by code, whatever the order of the words.
    let mut best = None;
    for (code, (hits, kinds)) in others {
        if kinds.len() >= OTHER_KINDS && best.is_none_or(|(_, most)| hits > most) {
            best = known(code).map(|code| (code, hits));
        }
    }
    if let Some((code, hits)) = best
        && hits >= OTHER_WORDS
        && hits >= OTHER_SHARE * real(words)
        && hits >= OTHER_LEAD * english
    {
        return code;
    }
    if english >= 2.0 { "en" } else { "und" }
}

/// No count here comes near the limit.
fn real(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

/// The languages that have a function word, by word; none for those of English, whoever else has them.
static LANGUAGES: LazyLock<FastMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut languages = FastMap::<_, Vec<_>>::default();
    for (language, words) in function_words() {
        for word in words {
            languages.entry(word).or_default().push(language);
        }
    }
    for shared in languages.values_mut().filter(|shared| shared.contains(&"en")) {
        shared.clear();
    }
    languages
});

/// `code` as it stands in the list.
fn known(code: &str) -> Option<&'static str> {
    function_words().map(|(language, _)| language).find(|language| *language == code)
}

#[cfg(test)]
mod tests {
    use super::detect;
    use crate::text::Document;

    #[test]
    fn languages_are_told_apart_and_english_gets_the_benefit_of_the_doubt() {
        for (wanted, text) in [
            ("en", "The council of the town voted late on Tuesday to close the old mill."),
            (
                "en",
                "Marsh de la Cruz wins Tour de Quill in Las Palmas, and the crowd cheers him on.",
            ),
            ("und", "Quill mill shuts"),
            ("und", ""),
            ("und", "12.5 %"),
            ("und", "La Quilla\nDe Marsh\nEl Molino\nDel Valle\nY Griega\nLos Altos"),
            ("und", "RT @quill que que que jajaja"),
            ("en", "So good! marsh y quill en la casa, see you at the mill on Friday"),
            (
                "de",
                "Der Rat der Stadt hat am Dienstag beschlossen, die alte Mühle zu schließen und sie nicht mehr zu öffnen.",
            ),
            // A long quotation at the end outweighs a beginning in English, and a short one does not.
            (
                "de",
                "The mayor of the town wrote: Der Rat der Stadt hat am Dienstag beschlossen, die alte Mühle zu schließen \
                 und sie nicht mehr zu öffnen, weil der Weg zu ihr nicht mehr sicher ist und niemand ihn noch geht.",
            ),
            (
                "en",
                "The mayor of the town wrote to the owner of the mill that it is not to be open to the public: Der Rat \
                 der Stadt hat am Dienstag beschlossen.",
            ),
            (
                "fr",
                "Le conseil de la ville a voté mardi pour fermer le vieux moulin, qui est une ruine depuis des années.",
            ),
            (
                "es",
                "El consejo de la ciudad votó el martes por cerrar el viejo molino, que es una ruina desde hace años.",
            ),
            (
                "pt",
                "O conselho da cidade votou na terça-feira para fechar o velho moinho, que não é usado há muito.",
            ),
            (
                "it",
                "Il consiglio della città ha votato martedì per chiudere il vecchio mulino, che non è più in uso.",
            ),
            (
                "nl",
                "De raad van de stad heeft dinsdag besloten om de oude molen te sluiten, die niet meer wordt gebruikt.",
            ),
            (
                "sv",
                "Rådet i staden röstade på tisdagen för att stänga den gamla kvarnen som inte används.",
            ),
            (
                "pl",
                "Rada miasta zdecydowała we wtorek, że nie będzie już młyna, który jest w ruinie od lat.",
            ),
            (
                "tr",
                "Belediye meclisi salı günü eski değirmen için bir karar aldı ve bu karar çok önemli.",
            ),
            ("ru", "Городской совет решил закрыть старую мельницу."),
            ("uk", "Міська рада вирішила закрити старий млин, який є руїною."),
            ("el", "Το συμβούλιο της πόλης αποφάσισε να κλείσει τον μύλο."),
            ("ar", "قرر مجلس المدينة إغلاق الطاحونة القديمة."),
            ("he", "מועצת העיר החליטה לסגור את הטחנה."),
            ("zh", "市议会决定关闭旧磨坊。"),
            ("ja", "市議会は古い水車小屋を閉鎖することを決めた。"),
            ("ko", "시의회는 오래된 방앗간을 폐쇄하기로 결정했다."),
            ("hi", "नगर परिषद ने पुरानी चक्की बंद करने का फैसला किया।"),
            ("th", "สภาเมืองตัดสินใจปิดโรงสีเก่า"),
        ] {
            assert_eq!(detect(&Document::read(text, &[])), wanted, "{text}");
        }
    }
}
