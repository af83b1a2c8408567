//! All journeys, one module for each part of the page.

mod answers;
mod areas;
mod asking_bands;
mod asking_matters;
mod asking_questions;
mod asking_ranges;
mod asking_solve;
mod asking_sure;
mod asking_trouble;
mod asking_usable;
mod asking_why;
mod board;
mod charts;
mod desk;
mod fields;
mod keeping;
mod keyboard;
mod links;
mod one_number;
mod opening;
mod privacy;
mod programmes;
mod steps;
mod years;
