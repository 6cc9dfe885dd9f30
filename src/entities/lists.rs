//! Small word lists of our own that say what kind of thing a name stands for. Sorted, for halving.

/// Whether `list`, which is sorted, holds `word`.
pub fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// Words of address before a person's name.
#[rustfmt::skip]
pub const HONORIFICS: &[&str] = &[
    "abbot", "archbishop", "ayatollah", "baron", "baroness", "bishop", "brother", "capt",
    "cardinal", "cmdr", "col", "count", "countess", "cpl", "dame", "deacon", "dr", "duchess",
    "emperor", "empress", "father", "fr", "gen", "gov", "hon", "imam", "lady", "lieut", "lord",
    "lt", "maj", "maulana", "messrs", "miss", "monsignor", "mr", "mrs", "ms", "mufti", "mullah",
    "mx", "pastor", "pope", "prince", "princess", "prof", "professor", "rabbi", "rep", "reps",
    "rev", "reverend", "sen", "sens", "sgt", "sheik", "sheikh", "shri", "sir", "sister", "sri",
];

/// Nouns for offices and occupations: the last word of a role.
#[rustfmt::skip]
pub const ROLES: &[&str] = &[
    "activist", "actor", "actress", "adviser", "advisor", "aide", "ambassador", "analyst",
    "anchor", "architect", "artist", "astronaut", "athlete", "attorney", "author", "banker",
    "billionaire", "biologist", "boss", "boxer", "brigadier", "businessman", "businesswoman",
    "candidate", "captain", "caretaker", "ceo", "cfo", "chair", "chairman", "chairperson",
    "chairwoman", "champion", "chancellor", "chief", "cleric", "clinician", "co-founder",
    "coach", "colonel", "columnist", "comedian", "commander", "commissioner", "composer",
    "conductor", "congressman", "congresswoman", "constable", "coordinator", "coroner",
    "correspondent", "councillor", "councilman", "councilwoman", "counsel", "counselor", "cto",
    "curator", "dean", "defender", "delegate", "deputy", "designer", "detective", "dictator",
    "diplomat", "director", "dissident", "doctor", "driver", "economist", "editor", "engineer",
    "entrepreneur", "envoy", "executive", "expert", "filmmaker", "fisherman", "forward",
    "founder", "general", "goalkeeper", "governor", "guitarist", "head", "historian",
    "inspector", "investigator", "investor", "journalist", "judge", "justice", "king",
    "lawmaker", "lawyer", "leader", "lecturer", "lieutenant", "major", "manager", "marshal",
    "mayor", "midfielder", "militant", "minister", "mogul", "monarch", "mp", "musician",
    "negotiator", "novelist", "nurse", "officer", "official", "ombudsman", "organiser",
    "organizer", "owner", "painter", "philosopher", "photographer", "physician", "physicist",
    "pilot", "player", "playwright", "pm", "poet", "politician", "premier", "presenter",
    "president", "priest", "principal", "producer", "prosecutor", "psychologist", "queen",
    "rapper", "rector", "reporter", "representative", "researcher", "ruler", "scholar",
    "scientist", "secretary", "secretary-general", "senator", "sergeant", "sheriff", "singer",
    "skipper", "sociologist", "soldier", "solicitor", "speaker", "specialist", "spokesman",
    "spokesperson", "spokeswoman", "spy", "star", "strategist", "striker", "student", "sultan",
    "superintendent", "surgeon", "swimmer", "teacher", "trainer", "treasurer", "tycoon",
    "undersecretary", "veteran", "virologist", "whistleblower", "winger", "winner", "writer",
];

/// Words that stand before the last word of a role: `Prime` Minister, `Industry and Trade` Minister.
#[rustfmt::skip]
pub const ROLE_MODIFIERS: &[&str] = &[
    "acting", "affairs", "agriculture", "assistant", "associate", "attorney", "aviation",
    "brigade", "brigadier", "business", "cabinet", "chief", "climate", "commerce",
    "communications", "crown", "culture", "defence", "defense", "deputy", "development",
    "digital", "district", "economic", "economics", "economy", "editor", "education",
    "emergencies", "emergency", "employment", "energy", "environment", "equality", "executive",
    "families", "farm", "federal", "finance", "first", "fisheries", "food", "foreign", "former",
    "general", "government", "head", "health", "home", "house", "housing", "immigration",
    "industry", "information", "infrastructure", "innovation", "intelligence", "interim",
    "interior", "international", "investment", "joint", "justice", "labor", "labour", "land",
    "lead", "lieutenant", "lord", "major", "majority", "managing", "maritime", "media",
    "migration", "military", "minority", "national", "news", "oil", "opposition", "party",
    "petroleum", "planning", "police", "political", "press", "prime", "public", "railways",
    "rear", "regional", "research", "rural", "science", "second", "security", "senior", "shadow",
    "social", "special", "sport", "sports", "staff", "state", "supreme", "technology", "then",
    "tourism", "trade", "transport", "transportation", "treasury", "under", "vice", "water",
    "welfare", "women", "works", "youth",
];

/// Last words of organisations' names.
#[rustfmt::skip]
pub const ORGANISATIONS: &[&str] = &[
    "academy", "administration", "agency", "airlines", "airways", "alliance", "archives", "army",
    "assembly", "associates", "association", "athletic", "authority", "bancorp", "bank",
    "battalion", "board", "braves", "brewery", "brigade", "brotherhood", "bulletin", "bureau",
    "cabinet", "cardinals", "caucus", "chamber", "charity", "chronicle", "church", "circuit",
    "club", "coalition", "college", "command", "commission", "committee", "commons",
    "communications", "community", "company", "confederation", "conference", "congregation",
    "congress", "consortium", "constabulary", "corporation", "corps", "council", "court", "cubs",
    "customs", "daily", "department", "deputies", "desk", "diocese", "directorate", "division",
    "embassy", "enterprise", "enterprises", "exchange", "express", "faculty", "federation",
    "fleet", "force", "forces", "forum", "foundation", "front", "fund", "gazette", "giants",
    "government", "group", "guard", "guards", "headquarters", "herald", "holding", "holdings",
    "hospital", "indians", "industries", "inquirer", "inspectorate", "institute", "institution",
    "insurance", "international", "journal", "laboratories", "laboratory", "labs", "league",
    "legion", "library", "lions", "magazine", "media", "militia", "ministry", "mission",
    "motors", "movement", "museum", "navy", "network", "networks", "news", "newspaper",
    "newspapers", "observatory", "office", "orchestra", "organisation", "organization",
    "parliament", "partners", "partnership", "party", "pharmaceuticals", "police", "post",
    "press", "programme", "project", "radio", "railway", "railways", "rangers", "record",
    "regiment", "register", "representatives", "research", "reserve", "review", "rovers",
    "school", "seminary", "senate", "service", "services", "society", "sox", "squadron", "store",
    "studio", "studios", "systems", "task force", "team", "technologies", "telegraph",
    "television", "theatre", "tigers", "times", "treasury", "tribunal", "tribune", "trust",
    "union", "united", "university", "ventures", "watch", "weekly", "workers", "yankees",
];

/// Company forms, and the like, that end an organisation's name.
#[rustfmt::skip]
pub const COMPANY_FORMS: &[&str] = &[
    "ab", "ag", "asa", "bhd", "bv", "co", "corp", "fc", "gmbh", "inc", "jsc", "kg", "limited",
    "llc", "llp", "lp", "ltd", "nv", "oao", "ooo", "oy", "oyj", "plc", "pty", "sa", "sarl",
    "sas", "sc", "se", "spa", "srl",
];

/// Last words of facilities' and places' names.
#[rustfmt::skip]
pub const PLACES: &[&str] = &[
    "airport", "archipelago", "area", "arena", "avenue", "base", "basin", "bay", "beach", "bend",
    "border", "boulevard", "bridge", "building", "camp", "canal", "canyon", "cape", "castle",
    "cathedral", "cave", "cemetery", "centre", "channel", "city", "coast", "corridor", "county",
    "creek", "crossing", "dam", "desert", "district", "drive", "estate", "falls", "farm",
    "field", "forest", "gardens", "glacier", "governorate", "gulf", "hall", "harbor", "harbour",
    "heights", "highway", "hill", "hills", "hotel", "island", "islands", "junction", "lake",
    "land", "lane", "line", "mall", "market", "mine", "monument", "mosque", "mount", "mountain",
    "mountains", "municipality", "oblast", "ocean", "palace", "park", "peak", "peninsula",
    "pier", "pipeline", "plain", "plains", "plant", "plateau", "plaza", "port", "prefecture",
    "prison", "province", "ranch", "reef", "refinery", "region", "republic", "reserve",
    "reservoir", "resort", "restaurant", "ridge", "river", "road", "roundabout", "sea", "shore",
    "springs", "square", "stadium", "state", "station", "strait", "street", "strip", "swamp",
    "synagogue", "temple", "territory", "tower", "towers", "town", "township", "tunnel",
    "valley", "velodrome", "village", "volcano", "ward", "waterfall", "wetlands", "woods",
    "zone", "zoo",
];

/// Words that follow a place's name in lower case: Khabarovsk `region`.
#[rustfmt::skip]
pub const REGION_NOUNS: &[&str] = &[
    "airport", "area", "canton", "city", "county", "desert", "district", "governorate", "island",
    "islands", "mountains", "municipality", "oblast", "peninsula", "prefecture", "province",
    "region", "state", "suburb", "town", "valley", "village",
];

/// Last words of events' names.
#[rustfmt::skip]
pub const EVENTS: &[&str] = &[
    "awards", "battle", "biennale", "carnival", "championship", "championships", "classic",
    "cup", "cups", "derby", "festival", "games", "grand prix", "marathon", "massacre", "masters",
    "olympics", "open", "prix", "rally", "revolution", "riots", "slam", "summit", "tournament",
    "trophy", "uprising", "war", "wars",
];

/// Last words of works' and laws' names.
#[rustfmt::skip]
pub const WORKS: &[&str] = &[
    "accord", "accords", "act", "agreement", "amendment", "award", "bill", "constitution",
    "convention", "covenant", "declaration", "directive", "doctrine", "medal", "memorandum",
    "ordinance", "pact", "prize", "protocol", "statute", "treaty",
];

/// First words of organisations' names before `of`, `for` or `on`.
#[rustfmt::skip]
pub const ORGANISATION_OF: &[&str] = &[
    "academy", "agency", "army", "assembly", "association", "authority", "bank", "board",
    "brotherhood", "bureau", "center", "centre", "chamber", "church", "coalition", "college",
    "commission", "committee", "confederation", "congress", "corps", "council", "court",
    "department", "directorate", "federation", "foundation", "friends", "front", "fund",
    "government", "house", "institute", "institution", "knights", "league", "library",
    "ministry", "missionaries", "movement", "museum", "network", "office", "order",
    "organisation", "organization", "parliament", "party", "people", "school", "society", "sons",
    "trust", "union", "university", "voice",
];

/// First words of places' names before `of`.
#[rustfmt::skip]
pub const PLACE_OF: &[&str] = &[
    "bay", "cape", "city", "gulf", "island", "isle", "kingdom", "lake", "port", "province",
    "republic", "sea", "state", "states", "strait", "straits", "town", "valley", "village",
];

/// First words of events' and works' names before `of`.
#[rustfmt::skip]
pub const EVENT_OF: &[&str] = &[
    "battle", "cup", "siege", "tour",
];
/// The same for works.
#[rustfmt::skip]
pub const WORK_OF: &[&str] = &[
    "act", "law", "treaty",
];

/// First words of the names of places.
#[rustfmt::skip]
pub const PLACE_FIRST: &[&str] = &[
    "camp", "cape", "fort", "isle", "lake", "mount", "mt", "port", "rio", "river", "saint",
    "san", "santa", "st",
];

/// Small words inside people's names.
#[rustfmt::skip]
pub const PARTICLES: &[&str] = &[
    "ab", "abu", "af", "al", "bin", "bint", "da", "dal", "de", "del", "della", "den", "der",
    "di", "do", "dos", "du", "e", "el", "ibn", "la", "le", "lo", "ter", "ul", "und", "van",
    "von", "y", "zu", "zur",
];

/// Verbs of saying: who stands beside one is a speaker.
#[rustfmt::skip]
pub const SAYING: &[&str] = &[
    "added", "adds", "admitted", "alleged", "announced", "argued", "asked", "believes",
    "claimed", "complained", "concluded", "confirmed", "continued", "denied", "emphasised",
    "emphasises", "emphasized", "emphasizes", "explained", "explains", "insisted", "insists",
    "joked", "noted", "notes", "observed", "pledged", "promised", "recalled", "replied", "said",
    "says", "stated", "stressed", "tells", "thinks", "told", "tweeted", "vowed", "warned",
    "warns", "wrote",
];

/// Prepositions before places.
#[rustfmt::skip]
pub const PLACE_PREPOSITIONS: &[&str] = &[
    "across", "around", "at", "from", "in", "inside", "near", "outside", "throughout", "to",
    "toward", "towards",
];

/// Capitalised words that are no names: days, months, pronouns and the like.
#[rustfmt::skip]
pub const NEVER: &[&str] = &[
    "ad", "april", "aug", "august", "bc", "bst", "cet", "dec", "december", "edt", "est", "feb",
    "february", "fri", "friday", "gmt", "i", "jan", "january", "july", "june", "mon", "monday",
    "nov", "november", "oct", "october", "ok", "pst", "sat", "saturday", "sep", "sept",
    "september", "sun", "sunday", "thu", "thursday", "tue", "tuesday", "tv", "utc", "wed",
    "wednesday",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_halving() {
        for list in [
            HONORIFICS,
            ROLES,
            ROLE_MODIFIERS,
            ORGANISATIONS,
            COMPANY_FORMS,
            PLACES,
            REGION_NOUNS,
            EVENTS,
            WORKS,
            ORGANISATION_OF,
            PLACE_OF,
            EVENT_OF,
            WORK_OF,
            PLACE_FIRST,
            PARTICLES,
            SAYING,
            PLACE_PREPOSITIONS,
            NEVER,
        ] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", list.first());
        }
    }
}
