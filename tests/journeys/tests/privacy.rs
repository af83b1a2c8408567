//! Nothing leaves the machine.

use anyhow::{Result, ensure};
use journeys::{Language, View, journey};
use voced_model::Lang;
use voced_scenario::Layer;
use voced_whatif::app::Screen;

use crate::{answers, desk};

#[test]
fn nothing_is_asked_of_any_other_machine() -> Result<()> {
    journey("nothing_is_asked_of_any_other_machine", View::desktop(Language::Chinese), async |page| {
        // A visit that touches everything.
        desk::open_all_levers(page).await?;
        for place in 1..=6 {
            desk::press(page, &format!("nav.areas button:nth-of-type({place})")).await?;
        }
        desk::press(page, "nav.areas button:nth-of-type(1)").await?;
        desk::drag_slider(page, "vocational_share", 0.5).await?;
        for chart in ["uses", "sources", "per_student", "progress"] {
            desk::press(page, &format!("#show-{chart}")).await?;
        }
        desk::press(page, ".tile .number").await?;
        page.element("#derivation-title").await?;
        page.click("#derivation-close").await?;
        // Questions are answered by a worker, on this machine.
        for (screen, shown) in [
            (Screen::Sure, "#histogram-voc_enrolment"),
            (Screen::Matters, "#tornado"),
            (Screen::Why, "#waterfall"),
            (Screen::Solve, "#solution .verdict-line"),
        ] {
            answers::show(page, screen, Lang::Zh).await?;
            if screen == Screen::Solve {
                desk::press(page, "#preset-ratio").await?;
            }
            page.element(shown).await?;
        }

        let asked: Vec<String> =
            page.run("return performance.getEntriesByType('resource').map((entry) => entry.name)").await?;
        ensure!(asked.len() >= 3, "the page's own files are missing from {asked:?}");
        let origin: String = page.run("return location.origin").await?;
        let elsewhere: Vec<&String> =
            asked.iter().filter(|name| !name.starts_with(&origin) && !name.starts_with("data:")).collect();
        ensure!(elsewhere.is_empty(), "asked of other machines: {elsewhere:?}");
        let kept: (String, Vec<String>) = page.run("return [document.cookie, Object.keys(localStorage)]").await?;
        ensure!(kept.0.is_empty(), "a cookie is set: {}", kept.0);
        ensure!(kept.1.iter().all(|key| key.starts_with("voced.")), "other things are kept: {:?}", kept.1);
        Ok(())
    })
}

#[test]
fn the_policy_of_the_page_stops_what_should_not_be() -> Result<()> {
    journey("the_policy_of_the_page", View::desktop(Language::Chinese), async |page| {
        let policy: Option<String> = page
            .run("return document.querySelector('meta[http-equiv=Content-Security-Policy]')?.content ?? null")
            .await?;
        let policy = policy.unwrap_or_default();
        for rule in ["default-src 'none'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"] {
            ensure!(policy.contains(rule), "the policy \"{policy}\" lacks {rule}");
        }
        ensure!(
            !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"),
            "the policy allows too much: {policy}"
        );
        // It holds: what does not belong is stopped, and told.
        let stopped: Vec<String> = page
            .run(
                "const stopped = [];
                 addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));
                 const image = new Image();
                 image.src = 'https://elsewhere.invalid/picture.png';
                 const tried = fetch('https://elsewhere.invalid/').catch(() => {});
                 return tried.then(() => new Promise((done) => setTimeout(() => done(stopped.sort()), 0)))",
            )
            .await?;
        ensure!(stopped == ["connect-src", "img-src"], "the policy stopped only {stopped:?}");
        // The console tells both; they are what was asked for.
        let told = page.console_errors().await?;
        ensure!(told.iter().all(|line| line.contains("elsewhere.invalid")), "the console tells more: {told:?}");
        let scenario = desk::scenario(page).await?;
        desk::expect_headline(page, &scenario, Layer::Base, 2025, Lang::Zh).await
    })
}
