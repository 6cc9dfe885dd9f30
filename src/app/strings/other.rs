//! Texts in languages that newsmark does not read.

use super::Word;

/// The name of a language by its code; the code itself for one not in the list.
fn language(code: &str) -> &str {
    let word = match code {
        "de" => Word(&["German", "Deutsch"]),
        "fr" => Word(&["French", "Französisch"]),
        "es" => Word(&["Spanish", "Spanisch"]),
        "it" => Word(&["Italian", "Italienisch"]),
        "pt" => Word(&["Portuguese", "Portugiesisch"]),
        "nl" => Word(&["Dutch", "Niederländisch"]),
        "sv" => Word(&["Swedish", "Schwedisch"]),
        "da" => Word(&["Danish", "Dänisch"]),
        "no" | "nb" | "nn" => Word(&["Norwegian", "Norwegisch"]),
        "fi" => Word(&["Finnish", "Finnisch"]),
        "pl" => Word(&["Polish", "Polnisch"]),
        "cs" => Word(&["Czech", "Tschechisch"]),
        "ro" => Word(&["Romanian", "Rumänisch"]),
        "tr" => Word(&["Turkish", "Türkisch"]),
        "id" => Word(&["Indonesian", "Indonesisch"]),
        "ru" => Word(&["Russian", "Russisch"]),
        "uk" => Word(&["Ukrainian", "Ukrainisch"]),
        "el" => Word(&["Greek", "Griechisch"]),
        "ar" => Word(&["Arabic", "Arabisch"]),
        "he" => Word(&["Hebrew", "Hebräisch"]),
        "hi" => Word(&["Hindi", "Hindi"]),
        "ja" => Word(&["Japanese", "Japanisch"]),
        "ko" => Word(&["Korean", "Koreanisch"]),
        "zh" => Word(&["Chinese", "Chinesisch"]),
        other => return other,
    };
    word.get()
}

/// The banner over a text in another language.
pub fn other_language(code: &str) -> String {
    Word(&[
        "This text seems to be {0}. newsmark reads names and dates in words in English only; here it \
         marks dates in ISO form, amounts and quotation marks.",
        "Dieser Text ist offenbar auf {0} geschrieben. newsmark liest Namen und Zeitangaben in Worten \
         nur auf Englisch; hier markiert es Datumsangaben in ISO-Form, Zahlenangaben und \
         Anführungszeichen.",
    ])
    .with(&[language(code)])
}
