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
        Screen::About => "#about-page",
    }
}
