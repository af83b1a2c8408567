//! What tells that a screen has something to show.

use voced_whatif::app::Screen;

/// What stands on a screen once it is ready.
pub fn ready(screen: Screen) -> &'static str {
    match screen {
        Screen::Explore => "#chart-intake canvas",
        Screen::Sure => "#histogram-voc_enrolment canvas",
        Screen::Matters => "#heat-map canvas",
        Screen::Why => "#waterfall canvas",
        Screen::Solve => "#preset-ratio",
        Screen::Compare => "#compare canvas",
        Screen::Keep => "#keep button",
        Screen::Plans => "#plans blockquote",
        Screen::Happened => "#happened-title",
        Screen::Take => "#embed-iframe",
        Screen::Areas => "#copy-area",
        Screen::Many => "#many-bring",
        Screen::About => "#about-page",
    }
}

/// For a screen that is not in the row of screens: the menu of the header that leads to it, and the button there.
pub fn way(screen: Screen) -> Option<(&'static str, &'static str)> {
    match screen {
        Screen::Areas => Some(("#area", "#manage-areas")),
        Screen::Many => Some(("#area", "#many-areas")),
        Screen::About => Some(("#more", "#about")),
        _ => None,
    }
}
