//! Where a value comes from: meaning, source with its references, confidence, range.

use voced_model::inputs::Shape;
use voced_model::{InputId, Lang};
use voced_scenario::references::reference;
use voced_scenario::statements::Statement;
use voced_scenario::{Area, PathValue, Scenario, Sourced, ValueOrigin};
use yew::prelude::*;

use crate::features::explore::levers::view_model::allowed;
use crate::features::plans::to_statement::to_statement;
use crate::features::plans::view_model::{Link, leading_to};
use crate::features::uncertainty::range_fields::range_fields;
use crate::phrases;
use crate::ui::Send;

/// Everything there is to say about an input's value.
pub fn about_input(scenario: &Scenario, input: InputId, lang: Lang, send: &Send) -> Html {
    let spec = input.spec();
    let (level, sourced) = scenario.value(input);
    html! {
        <dl class="about">
            <dt>{ phrases::MEANING.get(lang) }</dt>
            <dd>{ input.prose().meaning.get(lang) }</dd>
            <dt>{ phrases::SOURCE.get(lang) }</dt>
            if let Some(whose) = scenario.whose(input, lang) {
                <dd class="whose">{ whose }</dd>
            }
            <dd>{ source(scenario.area(), level, &sourced, lang, send) }</dd>
            { spoken_of(scenario.area(), input, &sourced, lang, send) }
            if let Some(confidence) = sourced.confidence {
                <dt>{ phrases::CONFIDENCE.get(lang) }</dt>
                <dd class={classes!("confidence", confidence.id())}>{ confidence.words().get(lang) }</dd>
            }
            if spec.shape != Shape::Switch {
                <dt>{ phrases::PLAUSIBLE.get(lang) }</dt>
                <dd>{ range_fields(scenario, input, "about", lang, send) }</dd>
            }
            <dt>{ phrases::ALLOWED.get(lang) }</dt>
            <dd>{ allowed(input, lang) }</dd>
        </dl>
    }
}

/// The statements of the area's plan that speak of an input, beyond those its value is taken from.
fn spoken_of(area: &Area, input: InputId, sourced: &Sourced<PathValue>, lang: Lang, send: &Send) -> Html {
    let mut found = leading_to(area, &Link::Input(input));
    found.retain(|statement| !sourced.source.ids.contains(&statement.id));
    if found.is_empty() {
        return html! {};
    }
    let item = |statement: &Statement| {
        let label = statement.label.get(lang);
        html! { <li>{ to_statement(&statement.id, label, lang, send) }{ " " }{ label }</li> }
    };
    html! {
        <>
            <dt>{ phrases::SPOKEN_OF.get(lang) }</dt>
            <dd><ul class="cited">{ for found.into_iter().map(item) }</ul></dd>
        </>
    }
}

/// The source of a value in words, its statements and references quoted.
pub fn source(area: &Area, level: ValueOrigin, sourced: &Sourced<PathValue>, lang: Lang, send: &Send) -> Html {
    let source = &sourced.source;
    let standing = source.standing();
    let kind = standing.words().get(lang);
    let heading = match level {
        ValueOrigin::Own => kind.to_owned(),
        level => format!("{} · {kind}", level.words().get(lang)),
    };
    html! {
        <>
            <span class={classes!("kind", standing.id())}>{ heading }</span>
            if !source.note().is_empty() {
                <span class="note">{ source.note().get(lang).to_owned() }</span>
            }
            if !source.ids.is_empty() {
                <ul class="cited">{ for source.ids.iter().map(|id| cited(area, id, lang, send)) }</ul>
            }
        </>
    }
}

/// A statement or reference value that is cited.
fn cited(area: &Area, id: &str, lang: Lang, send: &Send) -> Html {
    if let Some(statement) = find_statement(area, id) {
        return html! {
            <li>
                { to_statement(id, statement.label.get(lang), lang, send) }{ " " }{ statement.label.get(lang) }
                <q lang="zh-CN">{ &statement.quote_zh }</q>
            </li>
        };
    }
    let Some(reference) = reference(id) else {
        return html! { <li><span class="id">{ id }</span></li> };
    };
    let year = reference.year.map(|year| format!(" ({year})")).unwrap_or_default();
    let basis = format!("{} · {}", reference.basis.words().get(lang), reference.confidence.words().get(lang));
    html! {
        <li>
            <span class="id">{ id }</span>{ " " }{ reference.name.get(lang) }{ year }
            <span class="document">{ reference.document.get(lang) }</span>
            <span class="basis">{ basis }</span>
        </li>
    }
}

/// The statement of an id in the area's plan, or in any other that ships.
fn find_statement<'a>(area: &'a Area, id: &str) -> Option<&'a Statement> {
    let elsewhere = || Area::all_shipped().find_map(|other| other.statement(id));
    area.statement(id).or_else(elsewhere)
}
