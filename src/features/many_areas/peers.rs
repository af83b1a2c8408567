//! One area beside the others.

use voced_analysis::many::{Answer, Row};
use voced_model::Quantity;
use yew::prelude::*;

use super::distribution::quarters;
use super::shown::Shown;
use super::view_model::{Fate, View};
use crate::app::{Action, Outcome, Screen, SettingsChange};
use crate::phrases;
use crate::ui::Send;

/// How many areas of about its size are shown.
const LIKE: usize = 5;

/// The area that is looked at closer: its rank in every column, the areas like it in size, and the way into it.
pub fn peers(shown: &Shown<'_>, outcome: &Outcome, send: &Send) -> Html {
    let Shown { set, answer, about, view, lang, fates, gauges, .. } = shown;
    let lang = *lang;
    let Some((place, row)) = view.chosen.and_then(|place| Some((place, fates.get(place)?.row()?))) else {
        return html! { <div id="many-closer" /> };
    };
    let member = &set.members[place];
    let close = shown.to(View { chosen: None, ..(*view).clone() });
    let open = member.area.as_ref().ok().map(|area| {
        let carried = outcome.resolved().scenario.over(area.clone(), view.changes).scenario;
        let send = send.clone();
        Callback::from(move |_: MouseEvent| {
            send.emit(Action::TakeOver(Box::new(carried.clone())));
            send.emit(Action::Settings(SettingsChange::Screen(Screen::Explore)));
        })
    });
    let columns = view.columns.iter().enumerate().filter_map(|(column, quantity)| {
        let standing = standing(answer, row, column)?;
        let gauge = gauges.get(column)?;
        let [low, median, high] = standing.quarters.map(|value| gauge.short(value));
        let rank = lang.pick(
            format!("第{}位，共{}个", standing.rank, standing.of),
            format!("{} of {}", standing.rank, standing.of),
        );
        Some(html! {
            <tr data-rank={quantity.id()}>
                <th scope="row">{ quantity.spec().name.get(lang) }</th>
                <td class="number">{ gauge.text(standing.value) }</td>
                <td class="number">{ rank }</td>
                <td class="number">{ median }</td>
                <td class="number">{ format!("{low} – {high}") }</td>
            </tr>
        })
    });
    let targets = (row.targets.met + row.targets.missed > 0).then(|| {
        let (met, all) = (row.targets.met, row.targets.met + row.targets.missed);
        let words = phrases::MANY_PLAN_TARGETS.get(lang);
        lang.pick(format!("{words}：{met}/{all} 达成"), format!("{words}: {met} of {all} met"))
    });
    html! {
        <div id="many-closer" class="many-closer">
            <h3 id="many-closer-title"><bdi>{ &member.name }</bdi>{ format!(" · {} · {}", phrases::MANY_CLOSER.get(lang), about.year) }</h3>
            <p>
                <span class="caption">{ format!("{} {}", phrases::AREA_BASE_YEAR.get(lang), row.base_year) }</span>
                if let Ok(area) = &member.area { <span class="caption">{ format!(" · {}", area.area().ownership_count().text(lang)) }</span> }
                if let Some(targets) = targets { <span class="caption">{ format!(" · {targets}") }</span> }
            </p>
            <ul class="notes">{ for row.notes.iter().map(|note| html! { <li>{ note.text(lang) }</li> }) }</ul>
            <div class="table-box" tabindex="0" role="region" aria-labelledby="many-closer-title">
                <table>
                    <thead><tr>
                        <th scope="col">{ phrases::RESULT.get(lang) }</th>
                        <th scope="col" class="number">{ phrases::VALUE.get(lang) }</th>
                        <th scope="col" class="number">{ phrases::MANY_RANK.get(lang) }</th>
                        <th scope="col" class="number">{ phrases::MANY_MEDIAN.get(lang) }</th>
                        <th scope="col" class="number">{ phrases::MANY_QUARTILES.get(lang) }</th>
                    </tr></thead>
                    <tbody>{ for columns }</tbody>
                </table>
            </div>
            { like_it(shown, place) }
            <div class="ask-bar">
                if let Some(open) = open {
                    <button type="button" class="primary" id="many-open" onclick={open}>{ phrases::MANY_OPEN.get(lang) }</button>
                }
                <button type="button" id="many-close" onclick={close}>{ phrases::MANY_CLOSE.get(lang) }</button>
            </div>
        </div>
    }
}

/// Where an area stands among all in a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Its value.
    pub value: f64,
    /// Its place, the largest first; areas with the same value share one.
    pub rank: usize,
    /// Of how many.
    pub of: usize,
    /// A quarter, half and three quarters of the areas lie below these.
    pub quarters: [f64; 3],
}

/// Where a row stands in a column; `None` where it has no value there.
pub fn standing(answer: &Answer, row: &Row, column: usize) -> Option<Standing> {
    let value = row.after.get(column).copied().flatten()?;
    let values: Vec<f64> =
        answer.rows.iter().flatten().filter_map(|row| row.after.get(column).copied().flatten()).collect();
    let above = values.iter().filter(|other| **other > value).count();
    Some(Standing { value, rank: above + 1, of: values.len(), quarters: quarters(&values)? })
}

/// The areas nearest in size, by the students of vocational schools without changes.
fn like_it(shown: &Shown<'_>, place: usize) -> Html {
    let Shown { set, view, lang, fates, .. } = shown;
    let lang = *lang;
    let Some(column) = view.columns.iter().position(|quantity| *quantity == Quantity::VocEnrolment) else {
        return html! {};
    };
    let size = |fate: &Fate<'_>| {
        fate.row().and_then(|row| row.before.get(column).copied().flatten()).filter(|size| *size > 0.0)
    };
    let Some(own) = fates.get(place).and_then(size) else { return html! {} };
    let mut others: Vec<(f64, usize)> = fates
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != place)
        .filter_map(|(other, fate)| Some(((size(fate)? / own).ln().abs(), other)))
        .collect();
    others.sort_by(|one, other| one.0.total_cmp(&other.0));
    let others = others.into_iter().take(LIKE).map(|(_, other)| {
        let onclick = shown.to(View { chosen: Some(other), ..(*view).clone() });
        html! { <li><button type="button" class="link" {onclick}><bdi>{ &set.members[other].name }</bdi></button></li> }
    });
    html! { <div class="like-it"><span>{ phrases::MANY_LIKE.get(lang) }{ lang.pick("：", ": ") }</span><ul>{ for others }</ul></div> }
}
