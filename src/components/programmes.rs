//! Building projects and deliverables, each with the numbers that can be changed.

use voced_sim::{
    Deliverable, DeliverablePatch, Lang, Named, Project, ProjectPatch, Schedule, Unit, World, bounds, format,
};
use yew::prelude::*;

use super::Send;
use super::field::NumberField;
use super::plans::to_statement;
use crate::i18n::say;
use crate::state::Action;
use crate::view::financing;
use crate::view::levers::read_within;
use crate::view::plans::{Link, leading_to};

/// Reads a number within bounds.
fn reader(unit: Unit, bounds: (f64, f64), lang: Lang) -> Callback<String, Result<f64, String>> {
    Callback::from(move |text: String| read_within(&text, unit, bounds, lang))
}

/// The statements of the plan that a project or deliverable carries out.
fn statements(world: &World, link: &Link, lang: Lang, send: &Send) -> Html {
    let found = leading_to(world.scenario.region(), link);
    if found.is_empty() {
        return html! {};
    }
    let button = |statement: &voced_sim::statements::Statement| {
        to_statement(&statement.id, statement.label.get(lang), lang, send)
    };
    html! { <p class="programme-source">{ for found.into_iter().map(button) }</p> }
}

/// The building projects.
pub fn projects(world: &World, lang: Lang, send: &Send) -> Html {
    html! {
        <div class="programmes" id="projects" tabindex="-1">
            <h4>{ say::PROJECTS.get(lang) }</h4>
            if world.projects.is_empty() {
                <p class="empty">{ say::NO_PROJECTS.get(lang) }</p>
            }
            { for world.projects.iter().map(|project| project_row(project, world, lang, send)) }
        </div>
    }
}

fn project_row(project: &Named<Project<f64>>, world: &World, lang: Lang, send: &Send) -> Html {
    let name = project.name.get(lang).to_owned();
    let patch = world.scenario.projects.get(&project.id).cloned().unwrap_or_default();
    let set = {
        let id = project.id.clone();
        send.reform(move |patch: ProjectPatch| Action::SetProject(id.clone(), patch))
    };
    let toggle = {
        let (patch, is_on) = (patch.clone(), project.item.on);
        set.reform(move |_: Event| ProjectPatch { on: Some(!is_on), ..patch.clone() })
    };
    let set_area = {
        let patch = patch.clone();
        set.reform(move |area: f64| ProjectPatch { area_m2: Some(area), ..patch.clone() })
    };
    let cost = world.case.inputs.facilities.building_cost_per_m2;
    let set_cost = set.reform(move |cost: f64| ProjectPatch { cost_per_m2: Some(cost), ..patch.clone() });
    let area = format::entry(project.item.area_m2, Unit::M2, lang);
    let price = format::entry(project.item.cost_per_m2.unwrap_or(cost), Unit::YuanPerM2, lang);
    let labelled = |words: voced_sim::Words| format!("{name} {}", words.get(lang));
    html! {
        <div class="programme" key={project.id.clone()}>
            <label class="programme-name">
                <input type="checkbox" checked={project.item.on} onchange={toggle} />
                { &name }{ project.source.standing().mark().get(lang) }
                <span class="years">{ format!("{}–{}", project.item.start, project.item.finish) }</span>
            </label>
            <div class="programme-numbers">
                <span aria-hidden="true">{ say::AREA_M2.get(lang) }</span>
                <NumberField id={format!("project-{}-area", project.id)} label={labelled(say::AREA_M2)} text={area}
                    read={reader(Unit::M2, bounds::AREA_M2, lang)} enter={set_area} />
                <span class="unit">{ Unit::M2.words().get(lang) }</span>
                <span aria-hidden="true">{ say::COST_PER_M2.get(lang) }</span>
                <NumberField id={format!("project-{}-cost", project.id)} label={labelled(say::COST_PER_M2)} text={price}
                    read={reader(Unit::YuanPerM2, bounds::COST_PER_M2, lang)} enter={set_cost} />
                <span class="unit">{ Unit::YuanPerM2.words().get(lang) }</span>
            </div>
            if let Some(text) = financing::told(&world.scenario, &project.id, lang) {
                <p class="programme-money">{ text }</p>
            }
            { statements(world, &Link::Project(project.id.clone()), lang, send) }
        </div>
    }
}

/// The deliverables.
pub fn deliverables(world: &World, lang: Lang, send: &Send) -> Html {
    html! {
        <div class="programmes" id="deliverables" tabindex="-1">
            <h4>{ say::DELIVERABLES.get(lang) }</h4>
            if world.deliverables.is_empty() {
                <p class="empty">{ say::NO_DELIVERABLES.get(lang) }</p>
            }
            { for world.deliverables.iter().map(|deliverable| deliverable_row(deliverable, world, lang, send)) }
        </div>
    }
}

fn deliverable_row(deliverable: &Named<Deliverable<f64>>, world: &World, lang: Lang, send: &Send) -> Html {
    let name = deliverable.name.get(lang).to_owned();
    let patch = world.scenario.deliverables.get(&deliverable.id).cloned().unwrap_or_default();
    let set = {
        let id = deliverable.id.clone();
        send.reform(move |patch: DeliverablePatch| Action::SetDeliverable(id.clone(), patch))
    };
    let (units, words, years) = match deliverable.item.schedule {
        Schedule::Stock { target, by, .. } => (target, say::QUANTITY, by.to_string()),
        Schedule::Annual { units_per_year, from, to } => (units_per_year, say::PER_YEAR, format!("{from}–{to}")),
    };
    let is_annual = matches!(deliverable.item.schedule, Schedule::Annual { .. });
    let set_units = {
        let patch = patch.clone();
        set.reform(move |units: f64| {
            if is_annual {
                DeliverablePatch { units_per_year: Some(units), ..patch.clone() }
            } else {
                DeliverablePatch { target: Some(units), ..patch.clone() }
            }
        })
    };
    let set_cost = set.reform(move |cost: f64| DeliverablePatch { unit_cost: Some(cost), ..patch.clone() });
    let cost = deliverable.item.unit_cost;
    let labelled = |words: voced_sim::Words| format!("{name} {}", words.get(lang));
    html! {
        <div class="programme" key={deliverable.id.clone()}>
            <div class="programme-name">{ &name }<span class="years">{ years }</span></div>
            <div class="programme-numbers">
                <span aria-hidden="true">{ words.get(lang) }</span>
                <NumberField id={format!("deliverable-{}-units", deliverable.id)} label={labelled(words)}
                    text={format::entry(units, Unit::Persons, lang)}
                    read={reader(Unit::Ratio, bounds::UNITS, lang)} enter={set_units} />
                <span class="unit" />
                <span aria-hidden="true">{ say::UNIT_COST.get(lang) }</span>
                <NumberField id={format!("deliverable-{}-cost", deliverable.id)} label={labelled(say::UNIT_COST)}
                    text={format::entry(cost, Unit::Yuan, lang)}
                    read={reader(Unit::Yuan, bounds::UNIT_COST, lang)} enter={set_cost} />
                <span class="unit">
                    { Unit::Yuan.words().get(lang) }
                    if cost == 0.0 {
                        { lang.pick("（", " (") }{ say::NOT_COSTED.get(lang) }{ lang.pick("）", ")") }
                    }
                </span>
            </div>
            { statements(world, &Link::Deliverable(deliverable.id.clone()), lang, send) }
        </div>
    }
}
