//! All journeys, one module for each part of the page.

mod opening;
