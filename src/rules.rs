//! The rule catalogue: what every annotation's `why.rule` refers to.

/// What a recogniser goes by, with the evidence that it works. The recogniser's code names the row
/// when it annotates; tests, the documentation page and the settings list are made from the rows.
#[derive(Debug)]
pub struct Rule {
    /// Stable, dotted, never reused: it is reported with every annotation that the rule makes.
    pub id: &'static str,
    /// The short reason that readers see.
    pub note: &'static str,
    /// Texts, read as whole articles published on Monday 2021-10-04, in which this rule annotates
    /// exactly what stands between ⟦ and ⟧; `⟦words|value⟧` also states the value.
    pub hits: &'static [&'static str],
    /// Texts in which this rule annotates nothing.
    pub misses: &'static [&'static str],
}

impl Rule {
    /// The row as it is shipped: what readers load has no use for the examples.
    #[must_use]
    pub(crate) const fn lean(self) -> Self {
        if cfg!(target_arch = "wasm32") { Self { hits: &[], misses: &[], ..self } } else { self }
    }
}

/// Every rule, in the order of the layers.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [
        crate::text::RULES,
        crate::amounts::RULES,
        crate::dates::RULES,
        crate::entities::RULES,
        crate::quotes::RULES,
        crate::summary::RULES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The rules that have no examples, because a text alone does not show them at work.
pub fn without_examples() -> impl Iterator<Item = &'static Rule> {
    crate::entities::WITHOUT_EXAMPLES.iter().chain(crate::corrections::RULES).copied()
}
