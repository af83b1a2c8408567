//! How fast the built page is in the browser.

use anyhow::Result;
use journeys::{Language, View, visit};

/// How often the page is opened; the middle time counts.
const OPENINGS: usize = 5;

/// When the page had started, in milliseconds since it was asked for.
const STARTED: &str = "return performance.getEntriesByName('page-started')[0].startTime";

fn main() -> Result<()> {
    visit(View::desktop(Language::Chinese), async |visit| {
        let page = visit.page();
        let mut starts: Vec<f64> = Vec::new();
        for _ in 0..OPENINGS {
            page.open("").await?;
            starts.push(page.run(STARTED).await?);
        }
        starts.sort_by(f64::total_cmp);
        println!("page started after {:.0} ms", starts[OPENINGS / 2]);

        // Timings of single projections belong here: opened with a word in its address that makes
        // the page run the model many times and put the mean on `document.documentElement.dataset`.
        page.expect_clean_console().await
    })
}
