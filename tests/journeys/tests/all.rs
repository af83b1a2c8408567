//! All journeys, one module for each part of the page.

mod desk;
mod one_number;
mod opening;
