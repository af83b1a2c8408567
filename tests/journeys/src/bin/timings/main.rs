//! How fast the built page and the model are in the browser: `cargo xtask bench` runs this and sets
//! what it reads. Everything is printed and nothing is judged, because machines differ. With the word `page` it times
//! the page alone, with `many` only its screen of many areas.

mod dragging;
mod draws;
mod laden;
mod many;
mod model;

use anyhow::{Result, bail};
use journeys::{Language, View, visit};

/// How often the page is opened; the middle time counts.
const OPENINGS: usize = 9;

/// When the page had started, in milliseconds since it was asked for.
const STARTED: &str = "return performance.getEntriesByName('page-started')[0].startTime";

fn main() -> Result<()> {
    let desktop = View::desktop(Language::Chinese);
    let only = std::env::args().nth(1);
    if only.as_deref() == Some("many") {
        return visit(desktop, async |visit| many::measure(visit.page()).await);
    }
    if only.as_deref() != Some("page") {
        visit(desktop, async |visit| {
            model::compare(visit.page()).await?;
            println!();
            draws::compare(visit.page()).await
        })?;
        println!();
    }
    visit(desktop, async |visit| {
        let page = visit.page();
        let mut starts: Vec<f64> = Vec::new();
        for _ in 0..OPENINGS {
            page.open("").await?;
            starts.push(page.run(STARTED).await?);
        }
        println!("page started after {:.0} ms", Spread::of(starts)?.median);
        page.expect_clean_console().await
    })?;
    println!();
    dragging::head();
    visit(View::phone(Language::Chinese), async |visit| {
        let page = visit.page();
        let seen = dragging::drag(page).await?;
        dragging::print(page, "390", "fresh", &seen).await
    })?;
    visit(desktop, async |visit| laden::compare(visit.page(), "1440").await)?;
    println!();
    visit(desktop, async |visit| many::measure(visit.page()).await)
}

/// How measured times lie.
#[derive(Clone, Copy, Debug)]
struct Spread {
    min: f64,
    median: f64,
    /// One in twenty is above it.
    high: f64,
    max: f64,
}

impl Spread {
    fn of(mut times: Vec<f64>) -> Result<Self> {
        times.sort_by(f64::total_cmp);
        let [min, .., max] = times[..] else { bail!("too little was measured") };
        let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
        Ok(Self { min, median: at(0.5), high: at(0.95), max })
    }
}
