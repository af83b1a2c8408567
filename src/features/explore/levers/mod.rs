//! The levers: rows in sections, and the editor of values over the years.

pub mod row;
pub mod sections;
pub mod view_model;
pub mod year_editor;
pub mod year_line;
