//! What a person does on the page, one folder each: view models, components, phrases and tests together.

pub mod about;
pub mod attribution;
pub mod brief;
pub mod comparison;
pub mod embed;
pub mod explanation;
pub mod explore;
pub mod export;
pub mod goal_seek;
pub mod library;
pub mod many_areas;
pub mod observed;
pub mod offline;
pub mod own_area;
pub mod plans;
pub mod plot;
pub mod sensitivity;
pub mod sharing;
pub mod uncertainty;
