//! What the small words around a quote are, and every token looked up once.

use std::sync::LazyLock;

use super::cues::{self, CueForm};
use crate::{
    span::Span,
    text::{Document, FastMap, Kept, Token, TokenKind, tokens_of},
};

/// What a word can be, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal: $words:literal;)*) => {
        impl Class {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)*
        }
        const LISTS: &[(Class, &str)] = &[$((Class::$name, $words)),*];
    };
}

classes! {
    /// Articles and the like: a noun follows.
    DETERMINER = 0: "the a an this that these those some any every each no another both several many most few two three four five six other all";
    /// Possessives: a noun follows.
    POSSESSIVE = 1: "his her its their my our your whose";
    /// Pronouns that can speak.
    PRONOUN = 2: "he she they i we you it who which one someone everyone somebody nobody anyone others neither him them";
    /// Auxiliaries and copulas.
    AUXILIARY = 3: "is are was were be been being am has have had having do does did will would can could may might must should shall ought gets got 's 're 've 'd 'll 'm ’s ’re ’ve ’d ’ll ’m";
    /// Adverbs that stand between subject and verb.
    ADVERB = 4: "also later then still again once even just now ever never always often soon already further first finally instead though however meanwhile too earlier recently simply only yet thus so there here away back aloud today yesterday tomorrow famously reportedly allegedly apparently perhaps maybe as well not n't n’t next previously afterwards afterward twice repeatedly";
    /// Prepositions.
    PREPOSITION = 5: "in on at by for from of with to into about after before during over under against among between through without within during since until near despite amid upon outside inside behind across like per via around toward towards beyond following";
    /// Words that open a clause of their own.
    SUBORDINATOR = 6: "that when while as after because if although though since before where whether how what why than unless until whereas once who which whom whose";
    /// and, or, but.
    COORDINATOR = 7: "and or but nor yet";
    /// Not.
    NEGATION = 8: "not n't n’t never no nobody neither none nothing refused declined failed";
    /// Days and months.
    CALENDAR = 9: "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. today yesterday morning afternoon evening night week month year";
    /// Speakers without a name.
    UNNAMED = 10: "source sources official officials critic critics some others people many observers insiders analyst analysts aides aide voters witnesses experts supporters opponents";
    /// Papers that speak.
    DOCUMENT = 11: "statement report letter poll polls survey study book article headline memo document documents email post tweet message sign editorial paper transcript complaint lawsuit filing ruling note caption banner slogan motto song reports release advert ad video";
    /// Media in which or to which something is said.
    MEDIUM = 12: "twitter x facebook instagram youtube medium reddit snapchat telegram tiktok threads weibo";
    /// Words for what is said: a term in marks follows.
    TERM = 13: "so-called called dubbed nicknamed termed labelled labeled known word words term terms phrase phrases named titled entitled expression tag hashtag moniker nickname";
    /// Words for works: a title in marks follows.
    WORK = 14: "film movie book novel song album show series play essay article poem documentary magazine single episode musical painting program programme column podcast memoir titled entitled game segment";
    /// Titles, offices and other words for persons.
    PERSON_NOUN = 15: "spokesman spokeswoman spokesperson minister president leader chief chairman chairwoman chair director head secretary senator governor mayor professor official officer analyst expert lawyer attorney judge general commander ambassador envoy candidate nominee strategist adviser advisor aide manager owner founder executive ceo mother father man woman king queen prince princess chancellor premier congressman congresswoman representative lawmaker reporter author editor columnist doctor teacher student businessman billionaire mogul host anchor pollster republican democrat coach player captain";
    /// Past forms of frequent verbs that are no verbs of saying: no noun.
    VERB = 16: "took made went came gave got met saw kept held led put ran sat stood won lost sent spent began brought built bought fell grew became left paid rose struck threw broke chose drove flew hid knew rode shook spoke stole swore tore wore caught fought sought taught thought";
    /// Bodies that speak as one.
    BODY = 17: "government ministry administration company police council court agency department party bank university firm group association commission committee union club embassy army military office board campaign institute navy parliament senate cabinet regime authority bureau foundation federation network coalition church hospital watchdog regulator airline";
}

impl Class {
    /// Whether the word can be one of `other`.
    pub(crate) fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Either.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

static CLASSES: LazyLock<FastMap<&'static str, Class>> = LazyLock::new(|| {
    let mut map: FastMap<&'static str, Class> = FastMap::default();
    for (class, words) in LISTS {
        for word in words.split(' ') {
            let entry = map.entry(word).or_default();
            *entry = entry.or(*class);
        }
    }
    map
});

/// A token with what it can be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Where.
    pub(crate) span: Span,
    /// Word, number, mark.
    pub(crate) kind: TokenKind,
    /// What it can be.
    pub(crate) class: Class,
    /// The forms of verbs of saying that it can be.
    pub(crate) cues: &'static [CueForm],
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
}

impl Word {
    /// The same in a text that begins elsewhere.
    fn moved(self, from: usize, to: usize) -> Self {
        Self { span: self.span.moved(from, to), ..self }
    }

    /// Whether it is a word that can stand in a name or description.
    pub(crate) fn is_nominal(&self) -> bool {
        let small =
            Class::AUXILIARY.or(Class::SUBORDINATOR).or(Class::COORDINATOR).or(Class::PREPOSITION);
        let small = small.or(Class::PRONOUN).or(Class::ADVERB);
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
            && (self.capital || !self.class.is(small))
    }
}

/// The words of each block, in bytes of it; nothing before they are looked up.
pub(crate) type Memory = Kept<Vec<Word>>;

/// Every token of the document, looked up but for those of blocks that `kept` knows.
pub(crate) fn read(document: &Document, kept: &mut Memory) -> Vec<Word> {
    let (mut words, mut lower) = (Vec::with_capacity(document.tokens().len()), String::new());
    for (i, own) in kept.of(document).iter_mut().enumerate() {
        let start = document.blocks()[i].span.start();
        let (from, end) = tokens_of(document.sentences_of(i));
        if own.is_empty() {
            own.extend(
                document.tokens()[from..end]
                    .iter()
                    .map(|token| look_up(document.word(token), token, &mut lower).moved(start, 0)),
            );
        }
        words.extend(own.iter().map(|word| word.moved(0, start)));
    }
    words
}

fn look_up(text: &str, token: &Token, lower: &mut String) -> Word {
    let (mut class, mut cues): (Class, &'static [CueForm]) = (Class::default(), &[]);
    if matches!(token.kind, TokenKind::Word | TokenKind::Clitic) && text.len() <= 20 {
        lower.clear();
        lower.extend(text.chars().map(|c| c.to_ascii_lowercase()));
        class = CLASSES.get(lower.as_str()).copied().unwrap_or_default();
        cues = cues::forms(lower);
        if class == Class::default() && lower.len() > 4 && lower.ends_with("ly") && cues.is_empty()
        {
            class = Class::ADVERB;
        }
    }
    Word { span: token.span, kind: token.kind, class, cues, capital: token.case.is_capitalised() }
}
