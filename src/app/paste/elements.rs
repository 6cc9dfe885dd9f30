//! What HTML's elements mean for plain text.

/// What an element does to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Its words run on.
    Inline,
    /// It starts and ends a block.
    Block,
    /// A block with a bullet.
    Item,
    /// A new line inside a block.
    Break,
    /// A cell of a table: set apart from the cell before.
    Cell,
    /// Words in quotation marks that the browser adds.
    Quote,
    /// A time, perhaps with its machine form.
    Time,
    /// White space counts.
    Preformatted,
    /// It and what is in it is not text: code, pictures, controls.
    Nothing,
    /// It is text, but of the page, not of the article: menus and forms.
    Noise,
}

/// The effect of the element `name`, which is in lower case.
pub fn effect(name: &[u8]) -> Effect {
    match name {
        b"script" | b"style" | b"template" | b"svg" | b"math" | b"iframe" | b"object" | b"head"
        | b"title" | b"noscript" | b"textarea" | b"select" | b"audio" | b"video" | b"canvas"
        | b"noframes" | b"noembed" | b"map" => Effect::Nothing,
        b"nav" | b"form" | b"button" | b"menu" | b"dialog" => Effect::Noise,
        b"p" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"div" | b"section" | b"article"
        | b"header" | b"footer" | b"main" | b"aside" | b"figure" | b"figcaption"
        | b"blockquote" | b"ul" | b"ol" | b"dl" | b"dt" | b"dd" | b"table" | b"tr" | b"caption"
        | b"hr" | b"address" | b"details" | b"summary" | b"hgroup" | b"fieldset" | b"body"
        | b"html" | b"center" | b"search" => Effect::Block,
        b"li" => Effect::Item,
        b"br" => Effect::Break,
        b"td" | b"th" => Effect::Cell,
        b"q" => Effect::Quote,
        b"time" => Effect::Time,
        b"pre" => Effect::Preformatted,
        _ => Effect::Inline,
    }
}

/// Whether the element never has an end tag, so that nothing can be in it.
pub fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}
