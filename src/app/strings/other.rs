//! Texts in languages that newsmark does not read.

use super::word;

/// The name of a language by its code; the code itself for one not in the list.
fn language(code: &str) -> &str {
    let word = match code {
        "de" => word!("German", "Deutsch"),
        "fr" => word!("French", "Französisch"),
        "es" => word!("Spanish", "Spanisch"),
        "it" => word!("Italian", "Italienisch"),
        "pt" => word!("Portuguese", "Portugiesisch"),
        "nl" => word!("Dutch", "Niederländisch"),
        "sv" => word!("Swedish", "Schwedisch"),
        "da" => word!("Danish", "Dänisch"),
        "no" | "nb" | "nn" => word!("Norwegian", "Norwegisch"),
        "fi" => word!("Finnish", "Finnisch"),
        "pl" => word!("Polish", "Polnisch"),
        "cs" => word!("Czech", "Tschechisch"),
        "ro" => word!("Romanian", "Rumänisch"),
        "tr" => word!("Turkish", "Türkisch"),
        "id" => word!("Indonesian", "Indonesisch"),
        "ru" => word!("Russian", "Russisch"),
        "uk" => word!("Ukrainian", "Ukrainisch"),
        "el" => word!("Greek", "Griechisch"),
        "ar" => word!("Arabic", "Arabisch"),
        "he" => word!("Hebrew", "Hebräisch"),
        "hi" => word!("Hindi", "Hindi"),
        "ja" => word!("Japanese", "Japanisch"),
        "ko" => word!("Korean", "Koreanisch"),
        "zh" => word!("Chinese", "Chinesisch"),
        other => return other,
    };
    word.get()
}

/// The banner over a text in another language.
pub fn other_language(code: &str) -> String {
    word!(
        "This text seems to be {0}. newsmark reads names and dates in words in English only; here it \
         marks dates in ISO form, amounts and quotation marks.",
        "Dieser Text ist offenbar auf {0} geschrieben. newsmark liest Namen und Zeitangaben in Worten \
         nur auf Englisch; hier markiert es Datumsangaben in ISO-Form, Zahlenangaben und \
         Anführungszeichen.",
    )
    .with(&[language(code)])
}
