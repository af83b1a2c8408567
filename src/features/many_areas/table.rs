//! The table of areas: sorted, searched, a page at a time.

use voced_analysis::many::Row;
use voced_model::Quantity;
use voced_model::format::Gauge;
use yew::prelude::*;

use super::shown::Shown;
use super::view_model::{Filter, MOST_COLUMNS, PAGE, Sort, View, change as changed, listed, missed, small_lines};
use crate::app::Settings;
use crate::phrases;
use crate::ui::Send;
use crate::ui::result_choice::subject;
use crate::ui::result_search::Finding;

/// The width and height of a small line.
const LINE: [f64; 2] = [72.0, 20.0];

/// The table with what narrows and sorts it.
pub fn table(shown: &Shown<'_>, settings: &Settings, send: &Send) -> Html {
    let Shown { set, about, view, lang, fates, .. } = shown;
    let lang = *lang;
    let places = listed(set, fates, view);
    let pages = places.len().div_ceil(PAGE).max(1);
    let page = view.page.min(pages - 1);
    let on_page = &places[page * PAGE..places.len().min((page + 1) * PAGE)];
    let title = format!("{} · {}", phrases::MANY_SET.get(lang), about.year);
    html! {
        <div>
            <h3 id="many-table-title">{ &title }</h3>
            <div class="ask-bar">
                { search(shown) }
                { filter(shown) }
                { subject(settings, send) }
                { add_column(shown) }
            </div>
            <div class="table-box many-box" tabindex="0" role="region" aria-labelledby="many-table-title">
                <table class="many-table" id="many-table">
                    <caption class="hidden">{ &title }</caption>
                    { head(shown) }
                    <tbody>{ for on_page.iter().map(|place| row(*place, shown)) }</tbody>
                </table>
            </div>
            if places.is_empty() { <p class="empty">{ phrases::MANY_NOBODY.get(lang) }</p> }
            { paging(page, pages, places.len(), shown) }
        </div>
    }
}

fn search(shown: &Shown<'_>) -> Html {
    let Shown { view, change, lang, .. } = shown;
    let lang = *lang;
    let oninput = {
        let view = (*view).clone();
        change.reform(move |event: InputEvent| {
            let search = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
            View { search, page: 0, ..view.clone() }
        })
    };
    html! {
        <label class="labelled">
            <span class="caption">{ phrases::MANY_FIND.get(lang) }</span>
            <input type="search" id="many-search" value={view.search.clone()} {oninput} />
        </label>
    }
}

fn filter(shown: &Shown<'_>) -> Html {
    let Shown { view, change, lang, .. } = shown;
    let lang = *lang;
    let mut choices = vec![
        (Filter::All, phrases::MANY_ALL.get(lang).to_owned()),
        (Filter::LeftOut, phrases::MANY_LEFT.get(lang).to_owned()),
        (Filter::Noted, phrases::MANY_NOTED.get(lang).to_owned()),
    ];
    let missing = |(place, goal): (usize, &voced_analysis::many::Goal)| {
        (Filter::Missing(place), format!("{}{}", phrases::MANY_MISSES.get(lang), goal.text(lang)))
    };
    choices.extend(view.goals.iter().enumerate().map(missing));
    let options = choices.iter().enumerate().map(|(place, (filter, words))| {
        html! { <option value={place.to_string()} selected={*filter == view.filter}>{ words }</option> }
    });
    let onchange = {
        let (view, change) = ((*view).clone(), (*change).clone());
        let filters: Vec<Filter> = choices.iter().map(|(filter, _)| *filter).collect();
        Callback::from(move |event: Event| {
            let place = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value().parse::<usize>().ok();
            if let Some(filter) = place.and_then(|place| filters.get(place)) {
                change.emit(View { filter: *filter, page: 0, ..view.clone() });
            }
        })
    };
    html! {
        <label class="labelled">
            <span class="caption">{ phrases::MANY_SHOW.get(lang) }</span>
            <select id="many-filter" {onchange}>{ for options }</select>
        </label>
    }
}

fn add_column(shown: &Shown<'_>) -> Html {
    let Shown { view, change, lang, .. } = shown;
    let lang = *lang;
    if view.columns.len() >= MOST_COLUMNS {
        return html! {};
    }
    let choose = {
        let view = (*view).clone();
        change.reform(move |quantity: Quantity| {
            let mut next = view.clone();
            if !next.columns.contains(&quantity) {
                next.columns.push(quantity);
            }
            next
        })
    };
    html! {
        <Finding id="many-add-column" caption={phrases::MANY_ADD_COLUMN.get(lang)} first={phrases::MANY_ADD_COLUMN.get(lang)} {lang} {choose} />
    }
}

/// The view sorted by something: by the same again, the other way round.
fn sorted(view: &View, sort: Sort) -> View {
    let falling = if view.sort == sort { !view.falling } else { !matches!(sort, Sort::Name | Sort::Table) };
    View { sort, falling, page: 0, ..view.clone() }
}

/// Which way the table is sorted by something.
fn mark(view: &View, sort: Sort) -> &'static str {
    match (view.sort == sort, view.falling) {
        (false, _) => "",
        (true, true) => " ▼",
        (true, false) => " ▲",
    }
}

fn head(shown: &Shown<'_>) -> Html {
    let Shown { about, view, lang, gauges, .. } = shown;
    let lang = *lang;
    let cell = |sort: Sort, class: &'static str, words: Html, also: Html| {
        let onclick = shown.to(sorted(view, sort));
        let order = (view.sort == sort).then_some(if view.falling { "descending" } else { "ascending" });
        html! {
            <th scope="col" {class} aria-sort={order}>
                <button type="button" class="sort" {onclick}>{ words }<span aria-hidden="true">{ mark(view, sort) }</span></button>
                { also }
            </th>
        }
    };
    let column = |(place, quantity): (usize, &Quantity)| {
        let spec = quantity.spec();
        let name = spec.name.get(lang);
        let unit = gauges.get(place).map(|gauge| gauge.amount(0.0).unit).unwrap_or_default();
        let remove = {
            let mut next = (*view).clone();
            next.columns.remove(place);
            // Orders go by places.
            (next.sort, next.falling) = (Sort::Missed, true);
            shown.to(next)
        };
        let also = html! {
            <span class="column-tools">
                <button type="button" class="sort" aria-pressed={(view.sort == Sort::Change(place)).to_string()}
                    aria-label={format!("{name}{}{}", lang.pick("，", ", "), phrases::MANY_BY_CHANGE.get(lang))}
                    onclick={shown.to(sorted(view, Sort::Change(place)))}
                >{ "±" }<span aria-hidden="true">{ mark(view, Sort::Change(place)) }</span></button>
                if view.columns.len() > 1 {
                    <button type="button" class="sort" aria-label={format!("{} {name}", phrases::REMOVE.get(lang))} onclick={remove}>{ "×" }</button>
                }
            </span>
        };
        cell(Sort::Column(place), "number", html! { <>{ name }<small>{ unit }</small></> }, also)
    };
    html! {
        <thead><tr>
            { cell(Sort::Name, "", html! { phrases::MANY_AREA.get(lang) }, html! {}) }
            { cell(Sort::Missed, "number", html! { phrases::MANY_MISSED.get(lang) }, html! {}) }
            <th scope="col">{ phrases::MANY_COURSE.get(lang) }<small>{ about.line.spec().name.get(lang) }</small></th>
            { for view.columns.iter().enumerate().map(column) }
        </tr></thead>
    }
}

fn row(place: usize, shown: &Shown<'_>) -> Html {
    let Shown { set, view, lang, fates, gauges, .. } = shown;
    let (fate, lang) = (fates[place], *lang);
    let member = &set.members[place];
    let Some(row) = fate.row() else {
        let span = (2 + view.columns.len()).to_string();
        return html! {
            <tr key={place} class="left-out" data-area={member.name.clone()}>
                <th scope="row"><bdi>{ &member.name }</bdi><small>{ &member.place }</small></th>
                <td colspan={span}><strong>{ phrases::MANY_LEFT.get(lang) }</strong>
                    <ul>{ for fate.reasons(lang).iter().map(|line| html! { <li><bdi>{ line }</bdi></li> }) }</ul>
                </td>
            </tr>
        };
    };
    let is_chosen = view.chosen == Some(place);
    let choose = shown.to(View { chosen: (!is_chosen).then_some(place), ..(*view).clone() });
    html! {
        <tr key={place} class={classes!(is_chosen.then_some("chosen"))} data-area={member.name.clone()}>
            <th scope="row">
                <button type="button" class="link" aria-expanded={is_chosen.to_string()} onclick={choose}><bdi>{ &member.name }</bdi></button>
            </th>
            <td class="number">{ missed(row) }{ goal_marks(row) }</td>
            <td>{ small(row) }</td>
            { for view.columns.iter().enumerate().map(|(column, _)| cells(row, column, gauges.get(column))) }
        </tr>
    }
}

/// A mark for each goal: met or missed.
fn goal_marks(row: &Row) -> Html {
    let mark = |met: &Option<bool>| match met {
        Some(true) => html! { <i class="met" /> },
        Some(false) => html! { <i class="missed" /> },
        None => html! { <i /> },
    };
    html! { <span class="goal-marks" aria-hidden="true">{ for row.goals.iter().map(mark) }</span> }
}

fn small(row: &Row) -> Html {
    let [width, height] = LINE;
    let [after, before] = small_lines(row, width, height);
    html! {
        <svg class="small-line" width={width.to_string()} height={height.to_string()} viewBox={format!("-1 -1 {} {}", width + 2.0, height + 2.0)} aria-hidden="true">
            <path class="before" d={before} /><path class="after" d={after} />
        </svg>
    }
}

/// The value of a column, and what it has changed.
fn cells(row: &Row, column: usize, gauge: Option<&Gauge>) -> Html {
    let value = row.after.get(column).copied().flatten().zip(gauge);
    let text = value.map_or_else(|| "–".to_owned(), |(value, gauge)| gauge.amount(value).number);
    let difference = changed(row, column).zip(gauge).filter(|(change, gauge)| !gauge.is_nothing(*change));
    html! {
        <td class="number">
            { text }
            if let Some((change, gauge)) = difference { <small class="change">{ gauge.difference(change).number }</small> }
        </td>
    }
}

fn paging(page: usize, pages: usize, all: usize, shown: &Shown<'_>) -> Html {
    if pages < 2 {
        return html! {};
    }
    let to = |page: usize| shown.to(View { page, ..shown.view.clone() });
    let lang = shown.lang;
    let (first, last) = (page * PAGE + 1, all.min((page + 1) * PAGE));
    html! {
        <div class="ask-bar paging">
            <button type="button" id="many-before" disabled={page == 0} onclick={to(page.saturating_sub(1))}>{ phrases::MANY_PAGE_BEFORE.get(lang) }</button>
            <span class="caption" role="status">{ lang.pick(format!("第{first}–{last}个，共{all}个"), format!("{first}–{last} of {all}")) }</span>
            <button type="button" id="many-after" disabled={page + 1 == pages} onclick={to(page + 1)}>{ phrases::MANY_PAGE_AFTER.get(lang) }</button>
        </div>
    }
}
