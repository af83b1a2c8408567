//! The brief: two pages of A4 that say what was asked, what comes of it and how sure that is, for someone
//! who has only the paper.

mod assumed;
mod judged;
mod link;
mod question;
mod room;
mod shown;
mod sure;
#[cfg(test)]
mod tests;

use voced_model::{Lang, MODEL_VERSION};
use voced_scenario::{Layer, Scenario};

pub use assumed::Assumption;
pub use judged::TargetLine;
pub use link::Link;
pub use shown::{BriefChart, CHARTS, ResultLine, is_drawn};

use self::room::{Listed, Wish, clip, share};
use crate::app::{ChartId, Outcome};
use crate::features::explore::answer::view_model::answer;
use crate::features::explore::board::view_model::warning_rows;
use crate::features::explore::pays::view_model as pays;
use crate::features::export::naming;
use crate::features::observed::view_model as observed;
use crate::features::uncertainty::view_model::Sureness;
use crate::phrases;

/// What the brief is made of.
#[derive(Clone, Copy)]
pub struct Making<'a> {
    /// The scenario.
    pub outcome: &'a Outcome,
    /// The layer that differences are held against on the page.
    pub compare: Layer,
    /// How sure the results are, where that is known yet.
    pub sureness: Option<&'a Sureness>,
    /// The year of the main results.
    pub year: i32,
    /// Whether charts show differences from the comparison, as on the page.
    pub difference: bool,
    /// The charts that the reader chose for it, or those on show where none were.
    pub charts: &'a [ChartId],
    /// Whether these were chosen for it.
    pub is_chosen: bool,
    /// The address of the page with the scenario in it.
    pub address: &'a str,
    /// The language.
    pub lang: Lang,
}

impl Making<'_> {
    fn scenario(&self) -> &Scenario {
        &self.outcome.resolved().scenario
    }

    /// What differences are held against; none where that is the scenario itself.
    fn reference(&self) -> Option<Outcome> {
        let own = self.scenario();
        let against = Scenario { seed: own.seed, ..own.untouched(self.compare) };
        Outcome::of(&against).filter(|found| found.resolved().scenario != *own)
    }
}

/// The brief, ready to be set. Every list is as long as its room on the paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// Its title.
    pub title: String,
    /// Scenario, years, document: each under its name.
    pub facts: Vec<(&'static str, String)>,
    /// The question.
    pub question: String,
    /// The answer, in the words of the page.
    pub answer: String,
    /// What it costs more and who pays that, a sentence each, as many as there is room for.
    pub pays: Vec<String>,
    /// What the differences are held against; empty where there are none.
    pub against: &'static str,
    /// The year of the main results.
    pub year: i32,
    /// Whether it is known where nine draws in ten lie.
    pub has_ranges: bool,
    /// The main results.
    pub results: Vec<ResultLine>,
    /// The three charts.
    pub charts: Vec<BriefChart>,
    /// How many targets are met, in a sentence.
    pub targets_said: String,
    /// Targets, the missed ones first.
    pub targets: Listed<TargetLine>,
    /// What the user changed, each from and to.
    pub changes: Listed<String>,
    /// What the results rest on most.
    pub assumptions: Listed<Assumption>,
    /// What was observed, beside the projection.
    pub observed: Listed<String>,
    /// How sure it is, sentence by sentence.
    pub sure: Vec<String>,
    /// What is out of line.
    pub warnings: Listed<String>,
    /// Where the scenario is.
    pub link: Link,
    /// The last line.
    pub foot: String,
}

/// Lines of text on the second page beside its headings, link and foot.
const LINES: usize = 31;

/// Lines that a heading takes with the room above it.
const HEADING: usize = 2;

/// Lines that question, answer and wrapped results may take together. What they leave over the charts have.
const MOST_ASKED: usize = 14;

/// Ems in a line of running text across the page.
const LINE: f64 = 46.0;

/// Makes the brief.
pub fn brief(making: &Making<'_>) -> Brief {
    let (lang, resolved) = (making.lang, making.outcome.resolved());
    let scenario = &resolved.scenario;
    let area = scenario.area().name.get(lang);
    let reference = making.reference();
    let sure = sure::sentences(making);

    let asked = question::changes(making);
    let changed: Vec<String> = asked.iter().map(|change| change.phrase.clone()).collect();
    let targets = judged::targets(making);
    let assumptions = assumed::assumptions(making.outcome, lang);
    let warnings: Vec<String> = warning_rows(making.outcome, lang).into_iter().map(|row| warning(&row, lang)).collect();
    let observed: Vec<String> =
        observed::lines(making.outcome, lang).iter().map(|line| clip(line, 2.0 * LINE - 8.0)).collect();
    let text_lines = |text: &String| room::lines(text, LINE - 2.0);
    // A heading of its own, where there is something below it.
    let heading = if observed.is_empty() { 0 } else { HEADING };
    let taken = heading + sure.iter().map(|text| room::lines(text, LINE)).sum::<usize>();
    let rooms = share(
        LINES.saturating_sub(taken),
        [
            Wish { lines: targets.iter().map(TargetLine::lines).collect(), least: 8 },
            Wish { lines: changed.iter().map(text_lines).collect(), least: 5 },
            Wish { lines: assumptions.iter().map(Assumption::lines).collect(), least: 6 },
            Wish { lines: warnings.iter().map(text_lines).collect(), least: 5 },
            Wish { lines: observed.iter().map(text_lines).collect(), least: 4 },
        ],
    );
    let said = judged::summary(&targets, lang);
    let question = question::question(making, &asked);
    let results = shown::results(making, reference.as_ref());
    let wrapped: usize = results.iter().map(|line| line.lines() - 1).sum();
    let against = reference.as_ref().unwrap_or(making.outcome);
    let answer = answer(making.outcome, against, making.compare, making.year, lang);
    let answer = answer.map(|answer| answer.text()).unwrap_or_default();
    let mut asked = room::lines(&question, LINE) + HEADING + room::lines(&answer, LINE) + wrapped / 2;
    let said_of_money = reference.as_ref().map(|reference| pays::lines(making.outcome, reference, making.year, lang));
    let said_of_money = said_of_money.unwrap_or_default();
    let costs = !said_of_money.is_empty();
    let mut pays = Vec::new();
    for line in said_of_money {
        let more = room::lines(&line, LINE);
        if asked + more <= MOST_ASKED {
            asked += more;
            pays.push(line);
        }
    }
    let spare = MOST_ASKED.saturating_sub(asked);
    Brief {
        title: lang.pick(format!("{area}职业教育{}", phrases::BRIEF.zh), format!("{area}: {}", phrases::BRIEF.en)),
        facts: facts(making),
        against: reference.as_ref().map_or("", |_| phrases::against(making.compare).get(lang)),
        year: making.year,
        has_ranges: making.sureness.is_some(),
        results,
        question,
        answer,
        pays,
        charts: shown::charts(making, reference.as_ref(), costs, spare),
        targets_said: said,
        targets: Listed::of(targets, rooms[0]),
        changes: Listed::of(changed, rooms[1]),
        assumptions: Listed::of(assumptions, rooms[2]),
        observed: Listed::of(observed, rooms[4]),
        sure,
        warnings: Listed::of(warnings, rooms[3]),
        link: Link::of(making.address, lang),
        foot: format!(
            "{} · {} {MODEL_VERSION} · {}",
            phrases::TITLE.get(lang),
            phrases::MODEL.get(lang),
            phrases::BRIEF_FOOT.get(lang)
        ),
    }
}

fn facts(making: &Making<'_>) -> Vec<(&'static str, String)> {
    let (lang, resolved) = (making.lang, making.outcome.resolved());
    let area = resolved.scenario.area();
    let mut facts = vec![
        (phrases::LAYER.get(lang), clip(&naming::scenario_name(&resolved.scenario, lang), 34.0)),
        (phrases::BRIEF_YEARS.get(lang), naming::span(resolved)),
    ];
    facts.extend(resolved.scenario.whose_numbers(lang).map(|whose| (phrases::WHOSE_NUMBERS.get(lang), whose)));
    if let Some(document) = area.document.as_ref().filter(|document| !document.title.is_empty()) {
        let draft = if document.draft { phrases::BRIEF_OF_PLAN.get(lang) } else { "" };
        let title = clip(document.title.get(lang), 44.0);
        facts.push((
            phrases::BRIEF_DOCUMENT.get(lang),
            lang.pick(format!("《{title}》{draft}"), format!("{title}{draft}")),
        ));
    }
    facts
}

fn warning(row: &crate::features::explore::board::view_model::WarningRow, lang: Lang) -> String {
    let (title, detail, advice) = (&row.title, &row.detail, &row.advice);
    clip(
        &lang.pick(
            format!("{title}：{detail}。可考虑：{advice}。"),
            format!("{title}: {detail}. What would help: {advice}."),
        ),
        2.0 * LINE - 8.0,
    )
}
