//! Workbooks that LibreOffice saved anew come back: its spelling of formulas is no change, and what it computes is what
//! the scenario that is read back gives.

mod book;
mod office;

use book::{CASES, OF_ONES_OWN, agrees, is_same, resolved, retyped};
use voced_export::back::{self, Remark, Returned, What};
use voced_export::{Results, workbook};
use voced_model::Lang;
use voced_scenario::ResolvedScenario;

fn blank(resolved: &ResolvedScenario, lang: Lang) -> Vec<u8> {
    workbook(resolved, lang, Results::Zeros).expect("a workbook")
}

fn returned(bytes: &[u8]) -> Returned {
    let book = voced_tables::read_with(bytes, &|_| None).expect("a book");
    back::read(&book).expect("a workbook of ours").expect("a scenario")
}

#[test]
fn a_workbook_of_older_programs_is_read_back_without_its_formulas() {
    let (from, to) = CASES[4];
    let (from, to) = (resolved(from), resolved(to));
    let (book, count) = retyped(&blank(&from, Lang::Zh), &from, &to, Lang::Zh);
    let [typed] = &office::saved_as("xls:MS Excel 97", "back-xls", &[book])[..] else { panic!("one book") };
    let typed = returned(typed);
    let [unread, grey @ ..] = &typed.remarks[..] else { panic!("no remark") };
    assert_eq!(unread.what, What::FormulasUnread);
    assert_eq!(typed.changes.len() + grey.len(), count, "{grey:?}");
    is_same(&typed.scenario.resolve().expect("sound"), &to);
}

#[test]
fn an_opendocument_of_it_is_read_back_too() {
    let (from, to) = CASES[4];
    let (from, to) = (resolved(from), resolved(to));
    let (book, count) = retyped(&blank(&from, Lang::Zh), &from, &to, Lang::Zh);
    let saved = office::saved_as("ods", "back-ods", &[blank(&from, Lang::En), book]);
    let [same, typed] = [0, 1].map(|i| returned(&saved[i]));
    assert_eq!((same.scenario, same.changes, same.remarks), (from.scenario, Vec::new(), Vec::new()));
    assert_eq!(typed.changes.len() + typed.remarks.len(), count, "{:?}", typed.remarks);
    is_same(&typed.scenario.resolve().expect("sound"), &to);
}

#[test]
fn what_libreoffice_saved_is_read_back() {
    let own = include_str!("../../../examples/own_area.json");
    let mut from: Vec<(ResolvedScenario, Lang)> = CASES.iter().map(|(_, to)| (resolved(to), Lang::Zh)).collect();
    from.extend([own, OF_ONES_OWN].map(|json| (resolved(json), Lang::En)));
    let mut books: Vec<Vec<u8>> = from.iter().map(|(resolved, lang)| blank(resolved, *lang)).collect();
    let as_they_are = books.len();
    let mut counts = Vec::new();
    for (from, to) in CASES.map(|(from, to)| (resolved(from), resolved(to))) {
        let (book, count) = retyped(&blank(&from, Lang::En), &from, &to, Lang::En);
        books.push(book);
        counts.push(count);
    }
    for (i, bytes) in office::recalculated("back", &books).iter().enumerate() {
        let returned = returned(bytes);
        let said: Vec<String> = returned.remarks.iter().map(|remark| remark.words(Lang::En)).collect();
        // Some numbers were typed into grey cells, which is said.
        let is_grey = |remark: &Remark| matches!(remark.what, What::Changed { .. });
        assert!(returned.remarks.iter().all(is_grey), "{i}: {said:?}");
        let count = i.checked_sub(as_they_are).and_then(|i| counts.get(i)).copied().unwrap_or(0);
        assert_eq!(returned.changes.len() + said.len(), count, "{i}: {:?}", returned.changes);
        let lang = from.get(i).map_or(Lang::En, |(_, lang)| *lang);
        agrees(&returned.scenario.resolve().expect("sound"), bytes, lang);
    }
}
