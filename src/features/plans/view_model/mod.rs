//! The statements of the plans as the page shows them, and what each became.

pub mod coverage;
pub mod filter;
pub mod search;
pub mod side;
pub mod subjects;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use voced_analysis::warnings::Lever;
use voced_model::{InputId, Lang};
use voced_scenario::statements::{Became, Fate, Goal, Statement};
use voced_scenario::{Area, Metric, Target};

use crate::app::{Action, RevealTarget};
use crate::phrases;
use crate::ui::signs::sign;

/// The areas that have a plan, in the order of the page.
pub fn planned() -> impl Iterator<Item = &'static Area> {
    Area::all_shipped().filter(|area| !area.statements().is_empty())
}

/// The area whose plan holds a statement.
pub fn region_of(statement: &str) -> Option<&'static Area> {
    planned().find(|area| area.statement(statement).is_some())
}

/// Where a thing that a statement became is found on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// A target on the board, by its id.
    Target(String),
    /// A lever.
    Input(InputId),
    /// A building project, by its id.
    Project(String),
    /// A deliverable, by its id.
    Deliverable(String),
    /// The choice of the last projected year.
    Horizon,
}

impl Link {
    /// What leads there.
    pub fn action(&self) -> Action {
        match self {
            Link::Target(id) => Action::Reveal(RevealTarget::Target(id.clone())),
            Link::Input(input) => Action::Reveal(RevealTarget::Lever(Lever::Input(*input))),
            Link::Project(id) => Action::Reveal(RevealTarget::Item(Lever::Projects, id.clone())),
            Link::Deliverable(id) => Action::Reveal(RevealTarget::Item(Lever::Deliverables, id.clone())),
            Link::Horizon => Action::Reveal(RevealTarget::Horizon),
        }
    }
}

/// One thing that a statement became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its kind.
    pub fate: Fate,
    /// Its name, or why nothing is computed.
    pub name: String,
    /// Where it is; absent where there is nothing to go to.
    pub link: Option<Link>,
}

/// A statement as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its permanent id.
    pub id: String,
    /// The area whose plan it is from.
    pub area: &'static str,
    /// That area's name.
    pub area_name: String,
    /// Its short name.
    pub label: String,
    /// The plan's own words.
    pub quote: String,
    /// What is asked for, in words.
    pub asked: String,
    /// By when, in words.
    pub due: String,
    /// The kind of statement: its id and its words.
    pub role: (String, String),
    /// What a reader should know.
    pub note: String,
    /// What it became here.
    pub things: Vec<Thing>,
    /// The most telling of that.
    pub fate: Fate,
    /// Ids of the targets it became.
    pub targets: Vec<String>,
    /// The subject it can be compared on with other plans: its id and name; absent where no other speaks of it.
    pub subject: Option<(String, String)>,
    /// All that is searched in, folded.
    pub haystack: String,
}

/// Every statement of every plan, in the order of the plans.
pub fn entries(lang: Lang) -> Vec<Rc<Entry>> {
    let subjects = subjects::subjects(lang);
    planned()
        .flat_map(|area| area.statements().iter().map(move |statement| (area, statement)))
        .map(|(area, statement)| Rc::new(entry(area, statement, &subjects, lang)))
        .collect()
}

fn entry(area: &'static Area, statement: &Statement, subjects: &[subjects::Subject], lang: Lang) -> Entry {
    let things = things(area, statement, lang);
    let targets = things.iter().filter_map(|thing| match &thing.link {
        Some(Link::Target(id)) => Some(id.clone()),
        _ => None,
    });
    let targets = targets.collect();
    let subject = subjects.iter().find(|subject| subject.holds(statement));
    let role = statement.role_words().map_or_else(String::new, |words| words.get(lang).to_owned());
    let due = match statement.year {
        Some(year) => lang.pick(format!("{year} 年"), year.to_string()),
        None => phrases::NO_DUE.get(lang).to_owned(),
    };
    let asked = statement.asked(lang);
    let note = statement.note();
    let mut searched: Vec<&str> = vec![
        &statement.id,
        &statement.label.zh,
        &statement.label.en,
        &statement.quote_zh,
        &note.zh,
        &note.en,
        &asked,
        &due,
        &role,
        area.short.get(lang),
    ];
    searched.extend(subject.map(|subject| subject.name.as_str()));
    searched.extend(things.iter().map(|thing| thing.name.as_str()));
    let haystack = search::fold(&searched.join("\n"));
    Entry {
        id: statement.id.clone(),
        area: &area.id,
        area_name: area.short.get(lang).to_owned(),
        label: statement.label.get(lang).to_owned(),
        quote: statement.quote_zh.clone(),
        asked,
        due,
        role: (statement.role.clone(), role),
        note: note.get(lang).to_owned(),
        things,
        fate: statement.fate(),
        targets,
        subject: subject.filter(|subject| subject.plans > 1).map(|subject| (subject.id.clone(), subject.name.clone())),
        haystack,
    }
}

/// What a statement became, with where it is found.
fn things(area: &Area, statement: &Statement, lang: Lang) -> Vec<Thing> {
    let mut goals = 0;
    let mut things = Vec::new();
    for became in &statement.became {
        let fate = became.fate();
        match became {
            Became::Target(goal) | Became::Constraint(goal) => {
                goals += 1;
                let id = target_id(&statement.id, goals);
                let known = area.targets.iter().find(|target| target.id == id);
                let name = goal_in_words(area, goal, lang);
                things.push(Thing { fate, name, link: known.map(|target| Link::Target(target.id.clone())) });
            }
            Became::Lever(ids) | Became::Default(ids) => {
                things.extend(ids.iter().map(|id| named(area, fate, id, lang)));
            }
            Became::Deliverable { id, .. } => things.push(deliverable(area, fate, id, lang)),
            Became::Note(why) => things.push(Thing { fate, name: why.get(lang).to_owned(), link: None }),
        }
    }
    things
}

/// The id of the nth target of a statement, as the area has it.
fn target_id(statement: &str, nth: usize) -> String {
    if nth == 1 { statement.to_owned() } else { format!("{statement}.{nth}") }
}

/// The statement that a target is from, where its area has one.
pub fn statement_of_target<'a>(area: &'a Area, target: &Target) -> Option<&'a Statement> {
    let id = target.id.split_once('.').map_or(target.id.as_str(), |(statement, _)| statement);
    area.needed_statement(id)
}

fn goal_in_words(area: &Area, goal: &Goal, lang: Lang) -> String {
    let name = match &goal.metric {
        Metric::Quantity(quantity) => quantity.spec().name.get(lang).to_owned(),
        Metric::Input(input) => input.spec().name.get(lang).to_owned(),
        Metric::Deliverable(id) => deliverable_name(area, id, lang),
    };
    let amount = goal.metric.text(goal.value, lang);
    let year = goal.year.map_or_else(String::new, |year| lang.pick(format!("，{year} 年"), format!(", {year}")));
    format!("{name} {}{amount}{year}", sign(goal.op))
}

fn deliverable_name(area: &Area, id: &str, lang: Lang) -> String {
    let all = area.plan.deliverables.iter().chain(&area.base.deliverables);
    let found = all.into_iter().find(|deliverable| deliverable.id == id);
    found.map_or_else(String::new, |deliverable| deliverable.name.get(lang).to_owned())
}

fn deliverable(area: &Area, fate: Fate, id: &str, lang: Lang) -> Thing {
    let name = deliverable_name(area, id, lang);
    let link = (!name.is_empty()).then(|| Link::Deliverable(id.to_owned()));
    Thing { fate, name, link }
}

/// A thing by the id that the data names it with: an input, a project, a deliverable, a year.
fn named(area: &Area, fate: Fate, id: &str, lang: Lang) -> Thing {
    if let Some(id) = id.strip_prefix("deliverable:") {
        return deliverable(area, fate, id, lang);
    }
    if let Some(id) = id.strip_prefix("project:") {
        let mut all = area.plan.projects.iter().chain(&area.base.projects);
        let project = all.find(|project| project.id == id);
        let name = project.map_or_else(String::new, |project| project.name.get(lang).to_owned());
        return Thing { fate, link: (!name.is_empty()).then(|| Link::Project(id.to_owned())), name };
    }
    if id == "horizon" {
        return Thing { fate, name: phrases::LAST_YEAR.get(lang).to_owned(), link: Some(Link::Horizon) };
    }
    match InputId::find(id) {
        Some(input) => Thing { fate, name: input.spec().name.get(lang).to_owned(), link: Some(Link::Input(input)) },
        None => {
            let year = area.base_year.value;
            Thing { fate, name: lang.pick(format!("基年 {year}"), format!("base year {year}")), link: None }
        }
    }
}

/// The statements of an area that lead to a thing, for the way back.
pub fn leading_to<'a>(area: &'a Area, link: &Link) -> Vec<&'a Statement> {
    area.statements().iter().filter(|statement| leads(area, statement, link)).collect()
}

fn leads(area: &Area, statement: &Statement, link: &Link) -> bool {
    let named = |id: &str, prefix: &str, wanted: &str| id.strip_prefix(prefix) == Some(wanted);
    statement.became.iter().any(|became| match (became, link) {
        (_, Link::Target(id)) => {
            let target = area.targets.iter().find(|target| target.id == *id);
            target.and_then(|target| statement_of_target(area, target)).is_some_and(|found| found.id == statement.id)
        }
        (Became::Lever(ids) | Became::Default(ids), Link::Input(input)) => ids.iter().any(|id| id == input.id()),
        (Became::Lever(ids) | Became::Default(ids), Link::Project(project)) => {
            ids.iter().any(|id| named(id, "project:", project))
        }
        (Became::Lever(ids) | Became::Default(ids), Link::Deliverable(wanted)) => {
            ids.iter().any(|id| named(id, "deliverable:", wanted))
        }
        (Became::Lever(ids) | Became::Default(ids), Link::Horizon) => ids.iter().any(|id| id == "horizon"),
        (Became::Deliverable { id, .. }, Link::Deliverable(wanted)) => id == wanted,
        _ => false,
    })
}
