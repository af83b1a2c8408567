//! The charts over years: what they show, their cards and their gallery.

pub mod card;
pub mod choices;
pub mod extra;
pub mod frame;
pub mod gallery;
pub mod sparkline;
pub mod view_model;
