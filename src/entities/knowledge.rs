//! What the recognition of names knows beyond its own code: files that are loaded once.

use std::sync::{Arc, LazyLock};

use super::{
    gazetteer::{self, Extra},
    tagger::{self, Model},
};

/// The weights of the tagger and the second part of the gazetteers. Without them names are found by
/// the rules and the first part alone.
#[derive(Default)]
pub struct Knowledge {
    /// The tagger's weights.
    pub model: Option<Model>,
    /// The second part of the gazetteers.
    pub names: Option<Extra>,
}

/// Why some bytes are no [`Knowledge`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadKnowledge(String);

impl std::fmt::Display for BadKnowledge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadKnowledge {}

impl Knowledge {
    /// Reads the two files: `tagger.weights` and `names.more`.
    ///
    /// # Errors
    ///
    /// [`BadKnowledge`] when one of them is not what it should be, or of another version.
    pub fn read(weights: &[u8], names: &[u8]) -> Result<Self, BadKnowledge> {
        let model = Model::read(weights).map_err(|e| BadKnowledge(e.to_string()))?;
        let names = Extra::read(names).map_err(|e| BadKnowledge(e.to_string()))?;
        Ok(Self { model: Some(model), names: Some(names) })
    }

    /// What ships with this version, read when it is first asked for. A program that never calls
    /// this does not carry the files.
    pub fn shipped() -> Arc<Self> {
        static SHIPPED: LazyLock<Arc<Knowledge>> = LazyLock::new(|| {
            // A test reads both; files that are not right leave the rules.
            Arc::new(Knowledge::read(tagger::WEIGHTS, gazetteer::SECOND).unwrap_or_default())
        });
        Arc::clone(&SHIPPED)
    }

    /// The version of all data, as `engine.data` reports it.
    pub fn version(&self) -> &'static str {
        match self.model {
            Some(_) => concat!("2026-11", "+names"),
            None => "2026-11",
        }
    }
}
