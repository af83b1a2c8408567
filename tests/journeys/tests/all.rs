//! All journeys, one module for each part of the page.

mod areas;
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
