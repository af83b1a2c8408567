//! The areas that a table of many areas becomes, with missing values from their parents.

use std::collections::HashMap;
use std::sync::Arc;

use voced_model::text::Lang;
use voced_scenario::{Area, Fault};

use crate::area_file::{Fill, Missing};
use crate::fault::CellFault;
use crate::key::key;
use crate::set::SetRun;

/// Why a row becomes no area.
#[derive(Clone, Debug, PartialEq)]
pub enum RowFault {
    /// A cell of it cannot be read, or could mean two things.
    Cell(CellFault),
    /// It has no value at all.
    Empty,
    /// The area that its missing values should come from is nowhere.
    UnknownParent(String),
    /// The area that its missing values should come from is faulty itself.
    FaultyParent(String),
    /// Its missing values would come from itself in the end.
    OwnParent(String),
    /// It can be no area file.
    File(Fault),
}

impl RowFault {
    /// The fault in one line.
    pub fn message(&self, lang: Lang) -> String {
        match (self, lang) {
            (RowFault::Cell(fault), _) => fault.message(lang),
            (RowFault::File(fault), _) => fault.message(lang),
            (RowFault::Empty, Lang::Zh) => "这一行没有任何数".to_owned(),
            (RowFault::Empty, Lang::En) => "the row has no value at all".to_owned(),
            (RowFault::UnknownParent(name), Lang::Zh) => format!("没有参照地区“{name}”"),
            (RowFault::UnknownParent(name), Lang::En) => {
                format!("there is no area “{name}” to take missing values from")
            }
            (RowFault::FaultyParent(name), Lang::Zh) => format!("参照地区“{name}”自身有问题"),
            (RowFault::FaultyParent(name), Lang::En) => {
                format!("the area “{name}”, which missing values come from, is faulty itself")
            }
            (RowFault::OwnParent(name), Lang::Zh) => format!("以“{name}”为参照，最终又参照到自己"),
            (RowFault::OwnParent(name), Lang::En) => {
                format!("missing values come from “{name}”, and in the end from the area itself")
            }
        }
    }
}

/// An area, or why there is none.
pub type Made = Result<Arc<Area>, Vec<RowFault>>;

impl SetRun {
    /// The area of each row. A value that is missing comes from the parent that the row names: a row of the table, by
    /// name or id, or else one of `others`; where the row names none, as `missing` says. Copied values are marked as
    /// copies of the area they come from.
    pub fn areas(&self, others: impl Fn(&str) -> Option<Arc<Area>>, missing: Missing<'_>) -> Vec<Made> {
        let mut by_name: HashMap<String, usize> = HashMap::new();
        for (place, row) in self.rows.iter().enumerate().rev() {
            by_name.insert(key(&row.name), place);
        }
        for (place, row) in self.rows.iter().enumerate().rev() {
            by_name.insert(key(&row.id), place);
        }
        let parent = |place: usize| self.rows[place].parent.as_deref().filter(|name| !name.trim().is_empty());
        let mut made: Vec<Option<Made>> = vec![None; self.rows.len()];
        for first in 0..self.rows.len() {
            // From the row up to a parent that is made, is no row, or was on the way already.
            let mut way: Vec<usize> = Vec::new();
            let mut next = Some(first);
            while let Some(place) = next.filter(|place| made[*place].is_none()) {
                if let Some(start) = way.iter().position(|known| *known == place) {
                    for place in way.drain(start..) {
                        let name = parent(place).unwrap_or_default().to_owned();
                        made[place] = Some(Err(vec![RowFault::OwnParent(name)]));
                    }
                    break;
                }
                way.push(place);
                next = parent(place).and_then(|name| by_name.get(&key(name)).copied());
            }
            while let Some(place) = way.pop() {
                let lender = match parent(place).map(|name| (name, by_name.get(&key(name)))) {
                    None => Ok(None),
                    Some((name, Some(row))) => match &made[*row] {
                        Some(Ok(area)) => Ok(Some(area.clone())),
                        _ => Err(RowFault::FaultyParent(name.to_owned())),
                    },
                    Some((name, None)) => {
                        others(name).map(Some).ok_or_else(|| RowFault::UnknownParent(name.to_owned()))
                    }
                };
                made[place] = Some(self.area(place, lender, missing));
            }
        }
        made.into_iter().map(|made| made.unwrap_or_else(|| Err(vec![RowFault::Empty]))).collect()
    }

    fn area(&self, place: usize, lender: Result<Option<Arc<Area>>, RowFault>, missing: Missing<'_>) -> Made {
        let row = &self.rows[place];
        let mut faults: Vec<RowFault> = row.run.faults.iter().cloned().map(RowFault::Cell).collect();
        if row.run.values.is_empty() && row.run.observed.is_empty() && faults.is_empty() {
            faults.push(RowFault::Empty);
        }
        let lender = lender.unwrap_or_else(|fault| {
            faults.push(fault);
            None
        });
        if !faults.is_empty() {
            return Err(faults);
        }
        let fill = lender.as_deref().map_or(missing, Missing::CopyOf);
        let made = row.run.made(&row.id, &Fill::all(fill));
        made.map(Arc::new).map_err(|faults| faults.into_iter().map(RowFault::File).collect())
    }
}
