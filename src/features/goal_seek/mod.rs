//! What it would take: the levels of levers that meet goals within limits.

pub mod answer;
pub mod component;
pub mod phrases;
pub mod question;
pub mod view_model;
