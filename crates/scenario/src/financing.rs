//! Money of a plan that is there for a building project: it goes where the project goes.

use crate::error::Problem;
use crate::json::Json;
use crate::path::{PathValue, YEARS};
use crate::programme_file::Named;
use crate::reader::{Reader, inside};
use crate::region::find_input;
use crate::scenario::{Layer, Scenario};
use voced_model::inputs::{InputId, Shape};
use voced_model::programme::Project;
use voced_model::text::Words;

/// What part of an input's value in a plan is there for one of the plan's projects.
#[derive(Clone, Debug, PartialEq)]
pub struct Financing {
    /// The project's id.
    pub project: String,
    /// The input that holds the money.
    pub input: InputId,
    /// How much of it in which year, the years rising.
    pub money: Vec<(i32, f64)>,
}

impl Financing {
    /// The money of a year.
    pub fn in_year(&self, year: i32) -> f64 {
        self.money.iter().filter(|(known, _)| *known == year).map(|(_, money)| money).sum()
    }

    /// Reads what finances a project of an area file.
    pub(crate) fn read(
        reader: &mut Reader,
        at: &str,
        id: &str,
        json: &Json,
        projects: &[Named<Project<f64>>],
    ) -> Option<Financing> {
        let fields = reader.fields(at, json, &["input", "money"])?;
        if !projects.iter().any(|project| project.id == id) {
            let known = projects.iter().map(|project| project.id.as_str());
            reader.unknown_id(at, Words { zh: "建设项目", en: "project" }, id, known);
            return None;
        }
        let input = reader.required(at, &fields, "input", |reader, at, json| {
            let id = reader.text(at, json, 40)?;
            let input = find_input(reader, at, &id)?;
            if input.spec().shape != Shape::Path {
                reader.fault(at, Problem::PathForScalar { allowed: input.spec().allowed() });
                return None;
            }
            Some(input)
        });
        let money = reader.required(at, &fields, "money", |reader, at, json| {
            let mut money = Vec::new();
            for (key, json) in reader.entries(at, json)? {
                let Some(year) = key.parse::<i32>().ok().filter(|year| YEARS.contains(year)) else {
                    reader.fault(at, Problem::NotAYear { text: key.to_owned() });
                    return None;
                };
                money.push((year, reader.number(&inside(at, key), json)?));
            }
            money.sort_by_key(|(year, _)| *year);
            Some(money)
        });
        Some(Financing { project: id.to_owned(), input: input?, money: money? })
    }
}

impl Scenario {
    /// Whether a project of the plan is built.
    fn builds(&self, id: &str) -> bool {
        let planned = self.region().plan.projects.iter().find(|project| project.id == id);
        let is_planned = self.layer == Layer::Plan && planned.is_some_and(|project| project.item.on);
        self.projects.get(id).and_then(|patch| patch.on).unwrap_or(is_planned)
    }

    /// The plan's value of an input without the money of projects that are not built here.
    fn financed(&self, input: InputId) -> PathValue {
        let given = self.region().value(input, self.layer).1.value.clone();
        let idle: Vec<&Financing> = self
            .region()
            .plan
            .financing
            .iter()
            .filter(|one| one.input == input && !self.builds(&one.project))
            .collect();
        let years = || idle.iter().flat_map(|one| one.money.iter().map(|(year, _)| *year));
        let Some((first, last)) = years().min().zip(years().max()) else { return given };
        let base_year = self.base_year();
        // Beyond these years the plan's own value goes on, so its turns are kept too.
        let mut turns: Vec<i32> = match &given {
            PathValue::Constant(_) => Vec::new(),
            PathValue::Ramp { start_year, end_year, .. } => (start_year.unwrap_or(base_year)..=*end_year).collect(),
            PathValue::Points(points) => points.iter().map(|(year, _)| *year).collect(),
        };
        turns.extend(first..=last + 1);
        turns.extend((first - 1 > base_year).then_some(first - 1));
        turns.sort_unstable();
        turns.dedup();
        let left = |year: i32| {
            let taken: f64 = idle.iter().map(|one| one.in_year(year)).sum();
            (given.at(base_year, year) - taken).max(input.spec().min)
        };
        PathValue::Points(turns.into_iter().map(|year| (year, left(year))).collect())
    }

    /// Lets the money of the plan's projects go with them, from how they stood in `before`. A value of the
    /// user's own is left alone: nobody but the user knows what is in it.
    pub fn move_money(&mut self, before: &Scenario) {
        if self.layer != Layer::Plan || before.layer != Layer::Plan || self.place != before.place {
            return;
        }
        let mut inputs: Vec<InputId> = self.region().plan.financing.iter().map(|one| one.input).collect();
        inputs.dedup();
        for input in inputs {
            let (old, new) = (before.financed(input), self.financed(input));
            if old == new || self.value(input).1.value != old {
                continue;
            }
            if new == self.region().value(input, self.layer).1.value {
                self.inputs.remove(&input);
                self.ranges.remove(&input);
            } else {
                self.inputs.insert(input, new);
            }
        }
    }

    /// What finances a project of the plan in this scenario, and whether its money is still there: it is not
    /// where it went with the project. `None` where nothing is known of it, or the plan is not in force.
    pub fn money_of(&self, project: &str) -> Option<(&Financing, bool)> {
        let found = self.region().plan.financing.iter().find(|one| one.project == project)?;
        let is_gone = !self.builds(project) && self.value(found.input).1.value == self.financed(found.input);
        (self.layer == Layer::Plan).then_some((found, !is_gone))
    }
}
