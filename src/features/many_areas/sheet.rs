//! The table of areas as it is taken away.

use std::rc::Rc;

use voced_analysis::many::{Answer, Question};
use voced_model::Lang;
use yew::prelude::*;

use super::shown::Shown;
use super::view_model::{Fate, View, fates};
use crate::app::AreaSet;
use crate::features::export::saving::deliver_as;
use crate::features::export::{ExportTable, Format, TableCell, heading, unit_words};
use crate::ui::Send;
use crate::worker::use_later::LaterReply;
use crate::worker::{LaterAnswer, LaterQuestion};
use crate::{lazy, phrases};

/// The buttons that save the whole table, whatever is shown of it. They share the answer: it may be large, and comes anew
/// at every step of a drag.
pub fn save_buttons(shown: &Shown<'_>, reply: &LaterReply, send: &Send) -> Html {
    let (set, year, lang) = (shown.set, shown.about.year, shown.lang);
    let sheet = Rc::new((set.clone(), reply.answer.clone(), reply.to.clone(), shown.view.clone()));
    let button = |id: &'static str, words: voced_model::Words, format: Format| {
        let (sheet, send) = (sheet.clone(), send.clone());
        let name = file_name(&set.name, year, lang);
        let onclick = Callback::from(move |_: MouseEvent| {
            let sheet = sheet.clone();
            let make = move || {
                let (set, answer, to, view) = &*sheet;
                let (Some(LaterAnswer::Many(answer)), Some(LaterQuestion::Many { about, .. })) =
                    (answer.as_deref(), to.as_deref())
                else {
                    return None;
                };
                let table = table(set, answer, about, view, lang);
                match format {
                    Format::Csv => lazy::csv(&table),
                    _ => lazy::table_workbook(&table),
                }
            };
            deliver_as(&name.each_ref().map(String::as_str), format, make, &send);
        });
        html! { <button type="button" {id} {onclick}>{ words.get(lang) }</button> }
    };
    html! {
        <div class="ask-bar many-save">
            { button("many-csv", phrases::MANY_CSV, Format::Csv) }
            { button("many-xlsx", phrases::MANY_XLSX, Format::Xlsx) }
        </div>
    }
}

/// What the file is called: the set, what it is a table of, and the year.
pub fn file_name(set: &str, year: i32, lang: Lang) -> [String; 3] {
    let stem = set.rsplit_once('.').map_or(set, |(stem, _)| stem);
    [stem.to_owned(), phrases::MANY_TITLE.get(lang).to_owned(), year.to_string()]
}

/// Every area with its numbers with and without the changes, its goals and what is to be known of it; all areas first.
pub fn table(set: &AreaSet, answer: &Answer, about: &Question, view: &View, lang: Lang) -> ExportTable {
    let without = phrases::MANY_WITHOUT.get(lang);
    let mut head = vec![phrases::MANY_AREA.get(lang).to_owned(), phrases::AREA_BASE_YEAR.get(lang).to_owned()];
    for quantity in &view.columns {
        let spec = quantity.spec();
        let named = |name: String| heading(&name, &unit_words(Some(spec.unit), lang), lang);
        head.push(named(format!("{} {}", spec.name.get(lang), about.year)));
        head.push(named(format!("{} {} {without}", spec.name.get(lang), about.year)));
    }
    head.extend(view.goals.iter().map(|goal| goal.text(lang)));
    head.extend([phrases::MANY_REASON, phrases::MANY_PLACE].map(|words| words.get(lang).to_owned()));
    let width = head.len();
    let number = |value: Option<f64>, place: usize| TableCell::of(value, Some(view.columns[place].spec().unit));
    let mut all = vec![TableCell::text(phrases::MANY_TOTALS.get(lang)), TableCell::Empty];
    for (place, quantity) in view.columns.iter().enumerate() {
        all.push(number(answer.after.total(*quantity, about.year).value, place));
        all.push(number(answer.before.total(*quantity, about.year).value, place));
    }
    all.resize(width, TableCell::Empty);
    let mut rows = vec![all];
    for (member, fate) in set.members.iter().zip(fates(set, answer)) {
        let mut cells = vec![TableCell::text(member.name.clone())];
        let said: Vec<String> = match fate {
            Fate::Follows(row) => {
                cells.push(TableCell::Number(f64::from(row.base_year)));
                for (place, (after, before)) in row.after.iter().zip(&row.before).enumerate() {
                    cells.push(number(*after, place));
                    cells.push(number(*before, place));
                }
                let met = |met: bool| if met { phrases::YES } else { phrases::NO }.get(lang);
                cells.extend(row.goals.iter().map(|goal| goal.map_or(TableCell::Empty, |is| TableCell::text(met(is)))));
                row.notes.iter().map(|note| note.text(lang)).collect()
            }
            _ => {
                let left = phrases::MANY_LEFT.get(lang).to_owned();
                std::iter::once(left).chain(fate.reasons(lang).iter().cloned()).collect()
            }
        };
        cells.resize(width - 2, TableCell::Empty);
        cells.push(TableCell::text(said.join(lang.pick("；", "; "))));
        cells.push(TableCell::text(member.place.clone()));
        rows.push(cells);
    }
    ExportTable { title: phrases::MANY_SET.get(lang).to_owned(), head, rows }
}
