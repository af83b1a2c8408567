//! All journeys, one module for each part of the page.

mod areas;
mod board;
mod charts;
mod desk;
mod fields;
mod one_number;
mod opening;
mod programmes;
mod steps;
mod years;
