//! Projects and deliverables as the page lists them, and how what is typed about them is read.

#[cfg(test)]
mod tests;

use voced_analysis::warnings::Lever;
use voced_model::{Allowed, Deliverable, Lang, Project, Schedule, Text, Unit, Words, format};
use voced_scenario::{DeliverablePatch, MAX_NAME, Named, ProjectPatch, ResolvedScenario, bounds};

use crate::app::{Action, ItemKind};
use crate::phrases;

/// A number of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The first year; a number that grows to a target has none.
    First,
    /// The last year, or the one in which a number is reached.
    Last,
    /// The number that there is already.
    Base,
    /// Floor area, the number to reach, or units a year.
    Size,
    /// What a square metre or a unit costs.
    Cost,
}

/// A project or a deliverable of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether the user made it.
    pub is_own: bool,
    /// Whether the user changed it.
    pub is_changed: bool,
    /// Whether it is built; deliverables always are.
    pub is_on: bool,
    /// What marks it where it is no fact of the plan.
    pub mark: Words,
    /// Whether its cost is the user's own, so that there is another one to go back to.
    pub has_own_cost: bool,
    first: i32,
    last: i32,
    base: f64,
    size: f64,
    cost: f64,
}

/// The items of a list, in its order.
pub fn items(resolved: &ResolvedScenario, list: Lever, lang: Lang) -> Vec<Item> {
    match list {
        Lever::Projects => resolved.projects.iter().map(|project| of_project(project, resolved, lang)).collect(),
        _ => resolved.deliverables.iter().map(|deliverable| of_deliverable(deliverable, resolved, lang)).collect(),
    }
}

fn of_project(project: &Named<Project<f64>>, resolved: &ResolvedScenario, lang: Lang) -> Item {
    let patch = resolved.scenario.projects.get(&project.id);
    Item {
        kind: ItemKind::Project,
        id: project.id.clone(),
        name: project.name.get(lang).to_owned(),
        is_own: ItemKind::Project.is_own(resolved.scenario.area(), &project.id),
        is_changed: patch.is_some(),
        is_on: project.item.on,
        mark: project.source.kind.mark(),
        has_own_cost: patch.is_some_and(|patch| patch.cost_per_m2.is_some()),
        first: project.item.start,
        last: project.item.finish,
        base: 0.0,
        size: project.item.area_m2,
        cost: project.item.cost_per_m2.unwrap_or(resolved.model_inputs.inputs.facilities.building_cost_per_m2),
    }
}

fn of_deliverable(deliverable: &Named<Deliverable<f64>>, resolved: &ResolvedScenario, lang: Lang) -> Item {
    let (kind, first, last, base, size) = match deliverable.item.schedule {
        Schedule::Stock { base, target, by } => (ItemKind::Stock, by, by, base, target),
        Schedule::Annual { units_per_year, from, to } => (ItemKind::Annual, from, to, 0.0, units_per_year),
    };
    Item {
        kind,
        id: deliverable.id.clone(),
        name: deliverable.name.get(lang).to_owned(),
        is_own: kind.is_own(resolved.scenario.area(), &deliverable.id),
        is_changed: resolved.scenario.deliverables.contains_key(&deliverable.id),
        is_on: true,
        mark: deliverable.source.kind.mark(),
        has_own_cost: false,
        first,
        last,
        base,
        size,
        cost: deliverable.item.unit_cost,
    }
}

impl Item {
    /// Its years, for its head.
    pub fn years(&self) -> String {
        if self.kind == ItemKind::Stock { self.last.to_string() } else { format!("{}–{}", self.first, self.last) }
    }

    /// The fields that stand behind "name and years".
    pub fn further(&self) -> &'static [Field] {
        match self.kind {
            ItemKind::Stock => &[Field::Base, Field::Last],
            ItemKind::Project | ItemKind::Annual => &[Field::First, Field::Last],
        }
    }

    /// Whether what is spent on it is left out.
    pub fn is_uncosted(&self) -> bool {
        self.kind != ItemKind::Project && self.cost == 0.0
    }

    /// The id of an element about it.
    pub fn element(&self, what: &str) -> String {
        let list = if self.kind == ItemKind::Project { "project" } else { "deliverable" };
        format!("{list}-{}-{what}", self.id)
    }

    /// The id of a field.
    pub fn field_element(&self, field: Field) -> String {
        self.element(match (field, self.kind) {
            (Field::First, ItemKind::Annual) => "from",
            (Field::First, _) => "start",
            (Field::Last, ItemKind::Project) => "finish",
            (Field::Last, ItemKind::Stock) => "by",
            (Field::Last, ItemKind::Annual) => "to",
            (Field::Base, _) => "base",
            (Field::Size, ItemKind::Project) => "area",
            (Field::Size, _) => "units",
            (Field::Cost, _) => "cost",
        })
    }

    /// What a field is called.
    pub fn words(&self, field: Field) -> Words {
        match (field, self.kind) {
            (Field::First, ItemKind::Project) => phrases::START_YEAR,
            (Field::First, _) => phrases::FROM_YEAR,
            (Field::Last, ItemKind::Project) => phrases::FINISH_YEAR,
            (Field::Last, ItemKind::Stock) => phrases::BY_WHEN,
            (Field::Last, ItemKind::Annual) => phrases::TO_YEAR,
            (Field::Base, _) => phrases::BASE_NUMBER,
            (Field::Size, ItemKind::Project) => phrases::AREA_M2,
            (Field::Size, ItemKind::Stock) => phrases::QUANTITY,
            (Field::Size, ItemKind::Annual) => phrases::PER_YEAR,
            (Field::Cost, ItemKind::Project) => phrases::COST_PER_M2,
            (Field::Cost, _) => phrases::UNIT_COST,
        }
    }

    /// What stands after a field.
    pub fn unit(&self, field: Field) -> Option<Unit> {
        match (field, self.kind) {
            (Field::Size, ItemKind::Project) => Some(Unit::M2),
            (Field::Cost, ItemKind::Project) => Some(Unit::YuanPerM2),
            (Field::Cost, _) => Some(Unit::Yuan),
            _ => None,
        }
    }

    /// What stands in a field.
    pub fn text(&self, field: Field, lang: Lang) -> String {
        let value = match field {
            Field::First => return self.first.to_string(),
            Field::Last => return self.last.to_string(),
            Field::Base => self.base,
            Field::Size => self.size,
            Field::Cost => self.cost,
        };
        format::entry(value, self.unit(field).unwrap_or(Unit::Persons), lang)
    }

    /// The numbers that a field takes as things are.
    pub fn allowed(&self, field: Field) -> Allowed {
        let (least, most) = self.bounds(field);
        match self.other_end(field) {
            Some((end, true)) => self.within(field, (end, most)),
            Some((end, false)) => self.within(field, (least, end)),
            None => self.within(field, (least, most)),
        }
    }

    /// The numbers on the wrong side of the other end (a last year before the first, a target below what there is),
    /// and why they are not taken.
    pub fn beyond(&self, field: Field, lang: Lang) -> Option<(Allowed, String)> {
        let (least, most) = self.bounds(field);
        let (end, is_lower) = self.other_end(field)?;
        let is_year = matches!(field, Field::First | Field::Last);
        let words = if is_year { phrases::YEARS_TURNED } else { phrases::TARGET_BELOW_BASE };
        let unit = is_year.then_some(Unit::Year);
        let range = if is_lower { (least, end) } else { (end, most) };
        Some((self.within(field, range), with(words, &format::exact(end, unit, lang), lang)))
    }

    fn within(&self, field: Field, bounds: (f64, f64)) -> Allowed {
        match field {
            Field::First | Field::Last => Allowed { whole: true, ..Allowed::of(bounds, Some(Unit::Year)) },
            _ => Allowed::of(bounds, self.unit(field)),
        }
    }

    fn bounds(&self, field: Field) -> (f64, f64) {
        match (field, self.kind) {
            (Field::First | Field::Last, _) => bounds::YEAR,
            (Field::Size, ItemKind::Project) => bounds::AREA_M2,
            (Field::Cost, ItemKind::Project) => bounds::COST_PER_M2,
            (Field::Cost, _) => bounds::UNIT_COST,
            _ => bounds::UNITS,
        }
    }

    /// The value of the field that bounds this one, and whether it does so from below.
    fn other_end(&self, field: Field) -> Option<(f64, bool)> {
        match (field, self.kind) {
            (Field::First, ItemKind::Project | ItemKind::Annual) => Some((f64::from(self.last), false)),
            (Field::Last, ItemKind::Project | ItemKind::Annual) => Some((f64::from(self.first), true)),
            (Field::Base, ItemKind::Stock) => Some((self.size, false)),
            (Field::Size, ItemKind::Stock) => Some((self.base, true)),
            _ => None,
        }
    }

    /// The change of a field together with the one that bounds it.
    pub fn set_both(&self, field: Field, value: f64) -> Action {
        let (year, number) = (Some(value as i32), Some(value));
        let (project, deliverable) = (ProjectPatch::default(), DeliverablePatch::default());
        match self.kind {
            ItemKind::Project => self.project(ProjectPatch { start: year, finish: year, ..project }),
            ItemKind::Annual => self.deliverable(DeliverablePatch { from: year, to: year, ..deliverable }),
            ItemKind::Stock if field == Field::Last => self.set(field, value),
            ItemKind::Stock => self.deliverable(DeliverablePatch { base: number, target: number, ..deliverable }),
        }
    }

    /// The change of one field.
    pub fn set(&self, field: Field, value: f64) -> Action {
        let year = Some(value as i32);
        let value = Some(value);
        let project = ProjectPatch::default();
        let deliverable = DeliverablePatch::default();
        match (self.kind, field) {
            (ItemKind::Project, Field::First) => self.project(ProjectPatch { start: year, ..project }),
            (ItemKind::Project, Field::Last) => self.project(ProjectPatch { finish: year, ..project }),
            (ItemKind::Project, Field::Cost) => self.project(ProjectPatch { cost_per_m2: value, ..project }),
            (ItemKind::Project, _) => self.project(ProjectPatch { area_m2: value, ..project }),
            (_, Field::Cost) => self.deliverable(DeliverablePatch { unit_cost: value, ..deliverable }),
            (ItemKind::Stock, Field::Size) => self.deliverable(DeliverablePatch { target: value, ..deliverable }),
            (ItemKind::Stock, Field::Base) => self.deliverable(DeliverablePatch { base: value, ..deliverable }),
            (ItemKind::Stock, _) => self.deliverable(DeliverablePatch { by: year, ..deliverable }),
            (ItemKind::Annual, Field::First) => self.deliverable(DeliverablePatch { from: year, ..deliverable }),
            (ItemKind::Annual, Field::Last) => self.deliverable(DeliverablePatch { to: year, ..deliverable }),
            (ItemKind::Annual, _) => self.deliverable(DeliverablePatch { units_per_year: value, ..deliverable }),
        }
    }

    /// Whether it is built.
    pub fn set_on(&self, is_on: bool) -> Action {
        self.project(ProjectPatch { on: Some(is_on), ..Default::default() })
    }

    /// Another name, in the language of the page.
    pub fn rename(&self, name: &str, lang: Lang) -> Action {
        let mut text = Text::default();
        *lang.pick(&mut text.zh, &mut text.en) = name.to_owned();
        match self.kind {
            ItemKind::Project => self.project(ProjectPatch { name: text, ..Default::default() }),
            _ => self.deliverable(DeliverablePatch { name: text, ..Default::default() }),
        }
    }

    /// The user's changes given up.
    pub fn drop(&self) -> Action {
        Action::DropItem(self.kind, self.id.clone())
    }

    fn project(&self, change: ProjectPatch) -> Action {
        Action::SetProject(self.id.clone(), change)
    }

    fn deliverable(&self, change: DeliverablePatch) -> Action {
        Action::SetDeliverable(self.id.clone(), change)
    }
}

/// Reads a name: on one line, neither empty nor too long.
pub fn read_name(text: &str, lang: Lang) -> Result<String, String> {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let name = plain.trim();
    match name.chars().count() {
        0 => Err(phrases::NAME_EMPTY.get(lang).to_owned()),
        1..=MAX_NAME => Ok(name.to_owned()),
        _ => Err(with(phrases::NAME_TOO_LONG, &MAX_NAME.to_string(), lang)),
    }
}

/// A reason and the number that it is about.
fn with(words: Words, number: &str, lang: Lang) -> String {
    format!("{}{}{number}", words.get(lang), lang.pick("：", ": "))
}

/// Where the focus goes when the item at `place` of a list goes away: to the next one, the one before, or what adds.
pub fn after_removal(items: &[Item], place: usize) -> String {
    let neighbour = items.get(place + 1).or_else(|| items.get(place.checked_sub(1)?));
    match neighbour {
        Some(item) => format!("[id='{}']", item.element("edit")),
        None => format!("#{}", adder(items.first().map_or(ItemKind::Project, |item| item.kind))),
    }
}

/// The id of the button that adds an item.
pub const fn adder(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Project => "add-project",
        ItemKind::Stock => "add-stock",
        ItemKind::Annual => "add-annual",
    }
}
