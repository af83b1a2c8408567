//! Money of a plan that is there for a building project: it goes where the project goes.

use crate::error::Problem;
use crate::json::Json;
use crate::programmes::Named;
use crate::reader::{Reader, YEARS, find_input, inside};
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
            let mut money: Vec<(i32, f64)> = Vec::new();
            for (key, json) in reader.entries(at, json)? {
                let Some(year) = key.parse::<i32>().ok().filter(|year| YEARS.contains(year)) else {
                    reader.fault(at, Problem::NotAYear { text: key.to_owned() });
                    return None;
                };
                let amount = reader.number(&inside(at, key), json)?;
                let place = money.partition_point(|(earlier, _)| *earlier <= year);
                money.insert(place, (year, amount));
            }
            Some(money)
        });
        Some(Financing { project: id.to_owned(), input: input?, money: money? })
    }
}
