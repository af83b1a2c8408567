//! The screen "Why?": what moved a result, in words, as bars, and opened.

use anyhow::{Context, Result, ensure};
use journeys::{Key, Language, Page, View, journey};
use voced_analysis::attribution;
use voced_analysis::attribution::{Attribution, Factor, PAIRS};
use voced_model::format::Gauge;
use voced_model::{Lang, Quantity};
use voced_scenario::Scenario;
use voced_whatif::app::{Outcome, Screen};
use voced_whatif::features::attribution::view_model::{Pair, levels, readers, telling, waterfall};
use voced_whatif::features::plot::plotted::Plotted;
use voced_whatif::phrases;

use crate::{answers, desk};

const YEAR: i32 = 2025;
const T: usize = 5;

/// What moved a result between the two scenarios of a pair, as the model has it.
struct Account {
    pair: Pair,
    quantity: Quantity,
    ends: [Outcome; 2],
    found: Attribution,
}

impl Account {
    fn of(own: &Scenario, pair: Pair, quantity: Quantity) -> Result<Account> {
        let [from, to] = pair.scenarios(own);
        let ends = [desk::outcome(&from)?, desk::outcome(&to)?];
        let found = attribution::attribute(ends[0].resolved(), ends[1].resolved(), quantity, YEAR, PAIRS);
        let found = found.map_err(|problem| anyhow::anyhow!("the model can not tell: {problem:?}"))?;
        Ok(Account { pair, quantity, ends, found })
    }

    fn words(&self, lang: Lang) -> String {
        let [from, to] = self.ends.each_ref().map(Outcome::resolved);
        self.found.account(from, to, self.quantity, YEAR, lang).text(lang)
    }

    /// Waits until the screen says the same, in words, as a picture and as a table, which stays open.
    async fn expect_shown(&self, page: &Page, lang: Lang) -> Result<()> {
        page.wait_for_text(".in-words p", &self.words(lang)).await?;
        let plotted = Plotted::Waterfall(waterfall(&self.found, self.pair.names(lang), self.quantity, lang));
        answers::expect_plot(page, "#waterfall", &plotted, lang).await?;
        let place = Pair::ALL.iter().position(|pair| *pair == self.pair).context("an unknown pair")? + 1;
        let button = desk::option(phrases::BETWEEN, lang, place);
        ensure!(desk::is_pressed(page, &button).await?, "{:?} is shown but not marked", self.pair);
        Ok(())
    }
}

/// The number at the start of a text: `+520人`; none where nothing changes.
fn leading_number(text: &str) -> Result<f64> {
    if text == phrases::CHANGE_NONE.zh {
        return Ok(0.0);
    }
    let end = text.find(|c: char| !"+-−,.0123456789".contains(c)).unwrap_or(text.len());
    desk::read_number(text[..end].trim_start_matches('+'))
}

#[test]
fn from_the_status_quo_to_the_plan_every_bar_is_told_and_they_add_up() -> Result<()> {
    journey("why_status_quo_to_plan", View::desktop(Language::Chinese), async |page| {
        let plan = desk::scenario(page).await?;
        answers::show(page, Screen::Why, Lang::Zh).await?;
        let students = Account::of(&plan, Pair::BaseToPlan, Quantity::VocEnrolment)?;
        students.expect_shown(page, Lang::Zh).await?;
        // Whole persons are shown: each bar may be half a person off.
        let rows = desk::rows(page, "#waterfall").await?;
        let numbers = rows.iter().map(|row| leading_number(&row[1])).collect::<Result<Vec<f64>>>()?;
        let [first, steps @ .., last] = &numbers[..] else { anyhow::bail!("the table shows {rows:?}") };
        ensure!(!steps.is_empty(), "nothing moved the students from the status quo to the plan");
        let (sum, whole): (f64, f64) = (steps.iter().sum(), last - first);
        let most = 0.5 * (steps.len() as f64 + 2.0);
        ensure!((sum - whole).abs() <= most, "the bars {steps:?} add up to {sum}, the students change by {whole}");

        for quantity in [Quantity::Balance, Quantity::VocShareOfIntake] {
            answers::choose(page, "#subject", quantity.id()).await?;
            Account::of(&plan, Pair::BaseToPlan, quantity)?.expect_shown(page, Lang::Zh).await?;
        }
        Ok(())
    })
}

#[test]
fn a_bar_opens_and_its_formula_too() -> Result<()> {
    journey("why_a_bar_opens", View::desktop(Language::Chinese), async |page| {
        let plan = desk::scenario(page).await?;
        answers::show(page, Screen::Why, Lang::Zh).await?;
        let account = Account::of(&plan, Pair::BaseToPlan, Quantity::VocEnrolment)?;
        account.expect_shown(page, Lang::Zh).await?;
        for (place, bar) in telling(&account.found).enumerate() {
            // The first row is where the way begins.
            desk::press(page, &format!("#waterfall tbody tr:nth-of-type({}) button", place + 2)).await?;
            page.wait_for_text("#opened-bar h4", bar.factor.name(Lang::Zh)).await?;
            let unit = Quantity::VocEnrolment.spec().unit;
            let gauge = Gauge::of(&[account.found.from, account.found.to], &[bar.value], unit, Lang::Zh);
            let adds = gauge.difference(bar.value).text(Lang::Zh);
            page.wait_for_text("#opened-bar", &format!("{} {adds}", phrases::ADDS.zh)).await?;
            let [before, after] = &account.ends;
            for level in levels(&bar.factor, [before, after], Lang::Zh).into_iter().flatten() {
                page.wait_for_text("#opened-bar", &level).await?;
            }
        }
        // Of the largest: the formulas it enters, and the lever.
        desk::press(page, "#waterfall tbody tr:nth-of-type(2) button").await?;
        let Factor::Input(input) = account.found.bars[0].factor else { anyhow::bail!("the largest is no input") };
        let read_by = readers(desk::outcome(&plan)?.resolved(), input, T);
        ensure!(!read_by.is_empty(), "no formula reads {}", input.id());
        let named: Vec<String> = page
            .run("return [...document.querySelectorAll('#opened-bar .number')].map((one) => one.textContent)")
            .await?;
        ensure!(named.iter().eq(read_by.iter().map(|quantity| quantity.spec().name.zh)), "it names {named:?}");
        desk::press(page, "#opened-bar .number").await?;
        page.wait_for_text("#derivation-title", &format!("{} · {YEAR}", read_by[0].spec().name.zh)).await?;
        page.wait_for_text("dialog .inputs-used", input.spec().name.zh).await?;
        page.press(Key::Escape + "").await?;
        page.wait_for_none("dialog.derivation").await?;
        page.click_named(phrases::GO_TO_LEVER.zh).await?;
        page.wait_for_script(&format!(
            "return document.activeElement.closest('.lever')?.dataset.input === '{}'",
            input.id()
        ))
        .await?;
        // The same bar chosen again closes.
        desk::press(page, "#waterfall tbody tr:nth-of-type(2) button").await?;
        page.wait_for_none("#opened-bar").await
    })
}

#[test]
fn what_was_moved_is_named_and_follows_the_lever() -> Result<()> {
    journey("why_what_was_moved", View::desktop(Language::English), async |page| {
        let plan = desk::scenario(page).await?;
        answers::show(page, Screen::Why, Lang::En).await?;
        // Asked between plan and own scenario before anything was moved, it is said that nothing was.
        desk::press(page, &desk::option(phrases::BETWEEN, Lang::En, 2)).await?;
        page.wait_for_text("section.why", phrases::NOT_CHANGED_YET.en).await?;
        Account::of(&plan, Pair::PlanToOwn, Quantity::VocEnrolment)?.expect_shown(page, Lang::En).await?;
        desk::drag_slider(page, "vocational_share", 0.6).await?;
        let moved = desk::wait_for_scenario(page, "the share is 60 %", |scenario| !scenario.is_untouched()).await?;
        let account = Account::of(&moved, Pair::PlanToOwn, Quantity::VocEnrolment)?;
        let share = desk::input("vocational_share")?;
        ensure!(
            account.found.bars.iter().map(|bar| &bar.factor).eq([&Factor::Input(share)]),
            "other bars: {account:?}",
            account = account.found.bars
        );
        account.expect_shown(page, Lang::En).await?;
        desk::centre(page, "#field-hires").await?;
        page.type_into("#field-hires", "60").await?;
        let both = desk::wait_for_scenario(page, "the hires are 60", |scenario| *scenario != moved).await?;
        answers::choose(page, "#subject", "students_per_teacher").await?;
        let account = Account::of(&both, Pair::PlanToOwn, Quantity::StudentsPerTeacher)?;
        ensure!(account.found.bars.len() == 2, "two levers were moved: {:?}", account.found.bars);
        account.expect_shown(page, Lang::En).await?;
        desk::press(page, &desk::option(phrases::BETWEEN, Lang::En, 3)).await?;
        Account::of(&both, Pair::BaseToOwn, Quantity::StudentsPerTeacher)?.expect_shown(page, Lang::En).await
    })
}

#[test]
fn a_scenario_of_ones_own_is_explained_first() -> Result<()> {
    journey("why_own_scenario_first", View::desktop(Language::Chinese), async |page| {
        desk::drag_slider(page, "vocational_share", 0.55).await?;
        let own = desk::wait_for_scenario(page, "the share is 55 %", |scenario| !scenario.is_untouched()).await?;
        answers::show(page, Screen::Why, Lang::Zh).await?;
        Account::of(&own, Pair::PlanToOwn, Quantity::VocEnrolment)?.expect_shown(page, Lang::Zh).await?;
        // By keys: the bar is read, opened, and closed.
        desk::press(page, "#waterfall .table-toggle").await?;
        page.element("#waterfall canvas").await?.focus().await?;
        page.press(Key::Home + "").await?;
        page.press(Key::Right + "").await?;
        let name = desk::input("vocational_share")?.spec().name.zh;
        page.wait_for_text("#waterfall .readout", name).await?;
        page.press(Key::Enter + "").await?;
        page.wait_for_text("#opened-bar h4", name).await?;
        page.press(Key::Enter + "").await?;
        page.wait_for_none("#opened-bar").await
    })
}
