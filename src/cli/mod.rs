//! The command `newsmark`.
