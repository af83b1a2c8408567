//! What was read of every area of a sheet.

use std::collections::BTreeMap;

use voced_import::{Made, SetRow, SetRun};
use voced_model::{InputId, Lang};
use voced_scenario::describing;
use yew::prelude::*;

use crate::features::own_area::bring::Decided;
use crate::features::own_area::bring::faults::faults;
use crate::features::own_area::view_model::is_of_size;
use crate::phrases;

/// Areas with faults whose faults can be corrected here; the others follow once these are done.
const MOST: usize = 30;

/// Rows of the list of areas.
const LISTED: usize = 200;

/// The areas that were read: what has to be decided first, then all of them in short.
pub(super) fn set_rows(
    run: &SetRun,
    areas: &[Made],
    decided: &Decided,
    change: &Callback<Decided>,
    lang: Lang,
) -> Html {
    let faulty: Vec<_> = run.rows.iter().zip(areas).filter(|(_, area)| area.is_err()).collect();
    let to_mend = faulty.iter().take(MOST).map(|(row, area)| {
        let name = format!("{} · {}", row.name, row.at.text(lang));
        let own = &row.run.faults;
        // What is wrong with the row as a whole is said where no cell can be corrected.
        let lines: Vec<String> = match area {
            Err(faults) if own.is_empty() => faults.iter().map(|fault| fault.message(lang)).collect(),
            _ => Vec::new(),
        };
        html! {
            <details key={row.id.clone()} class="faulty-area" open={faulty.len() < 4}>
                <summary><bdi>{ name }</bdi>{ lang.bracketed(&own.len().max(lines.len()).to_string()) }</summary>
                { faults(own, decided, change, lang) }
                <ul class="faults">{ for lines.iter().map(|line| html! { <li><bdi>{ line }</bdi></li> }) }</ul>
            </details>
        }
    });
    let row = |(row, area): (&SetRow, &Made)| {
        let year = row.run.base_year.as_ref().map(|found| found.value.to_string()).unwrap_or_default();
        let parent = row.parent.clone().unwrap_or_default();
        let odd = row.run.values.iter().filter(|value| !value.remarks.is_empty()).count();
        let remarks = row.run.values.iter().flat_map(|value| {
            value
                .remarks
                .iter()
                .map(move |remark| format!("{}: {}", value.input.spec().name.get(lang), remark.words(lang)))
        });
        html! {
            <tr key={row.id.clone()} data-area={row.name.clone()} class={classes!(area.is_err().then_some("left-out"), (odd > 0).then_some("odd"))}>
                <th scope="row"><bdi>{ &row.name }</bdi><small>{ row.at.text(lang) }</small></th>
                <td>{ year }</td>
                <td><bdi>{ parent }</bdi></td>
                <td>{ row.run.values.len() }</td>
                <td>
                    if area.is_err() { <strong>{ phrases::MANY_LEFT.get(lang) }</strong> }
                    if odd > 0 {
                        <details><summary>{ phrases::REMARKS.get(lang) }{ lang.bracketed(&odd.to_string()) }</summary>
                            <ul>{ for remarks.map(|line| html! { <li><small class="remark"><bdi>{ line }</bdi></small></li> }) }</ul>
                        </details>
                    }
                </td>
            </tr>
        }
    };
    let title = phrases::MANY_READ.get(lang);
    let more = run.rows.len().saturating_sub(LISTED);
    html! {
        <>
            if !faulty.is_empty() {
                <section class="to-mend" id="to-mend">{ for to_mend }</section>
            }
            if faulty.len() > MOST {
                <p class="caption">{ lang.pick(format!("另有{}个地区有问题", faulty.len() - MOST), format!("and {} other areas with faults", faulty.len() - MOST)) }</p>
            }
            { lacking(run, lang) }
            <h5>{ title }{ lang.bracketed(&run.rows.len().to_string()) }</h5>
            <div class="table-box many-set-rows" tabindex="0" role="region" aria-label={title}>
                <table class="read-values">
                    <thead><tr>
                        <th scope="col">{ phrases::MANY_AREA.get(lang) }</th>
                        <th scope="col">{ phrases::AREA_BASE_YEAR.get(lang) }</th>
                        <th scope="col">{ phrases::MANY_MISSING.get(lang) }</th>
                        <th scope="col">{ phrases::READ_VALUES.get(lang) }</th>
                        <th scope="col">{ phrases::REMARKS.get(lang) }</th>
                    </tr></thead>
                    <tbody>{ for run.rows.iter().zip(areas).take(LISTED).map(row) }</tbody>
                </table>
            </div>
            if more > 0 { <p class="caption">{ lang.pick(format!("另有{more}个地区"), format!("and {more} other areas")) }</p> }
        </>
    }
}

/// What grows with the size of an area and is not in the sheet: another area's would be of that area's size.
fn lacking(run: &SetRun, lang: Lang) -> Html {
    let mut lacking: BTreeMap<InputId, usize> = BTreeMap::new();
    for row in &run.rows {
        for input in row.run.missing.iter().filter(|input| is_of_size(**input)) {
            *lacking.entry(*input).or_default() += 1;
        }
    }
    let described: Vec<(InputId, usize)> =
        describing().filter_map(|input| Some((input, *lacking.get(&input)?))).collect();
    if described.is_empty() {
        return html! {};
    }
    let all = run.rows.len();
    let line = |(input, count): &(InputId, usize)| {
        let name = input.spec().name.get(lang);
        html! { <li>{ if *count == all { name.to_owned() } else { lang.pick(format!("{name}（{count}个地区）"), format!("{name} ({count} areas)")) } }</li> }
    };
    html! {
        <section class="still-missing sized" aria-labelledby="set-missing">
            <h5 id="set-missing">{ phrases::MISSING_SIZED.get(lang) }{ lang.bracketed(&described.len().to_string()) }</h5>
            <p class="how">{ phrases::MANY_SIZED_HOW.get(lang) }</p>
            <ul class="columns">{ for described.iter().map(line) }</ul>
        </section>
    }
}
