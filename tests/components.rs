//! Components on their own, in a real browser: what they show, and which actions they send.
#![cfg(target_arch = "wasm32")]

mod browser;

use std::cell::RefCell;
use std::rc::Rc;

use browser::{Mounted, click, element, key, soon, typed};
use voced_charts::{HeatAxis, HeatMap, plain};
use voced_model::{InputId, Lang, Quantity};
use voced_scenario::{AreaRef, Layer, PathValue, Scenario};
use voced_whatif::app::{Action, ChartId, Gesture, Outcome};
use voced_whatif::features::explanation::derivation::{DerivationDialog, DerivationDialogProps};
use voced_whatif::features::explore::charts::card::{ChartCard, ChartCardProps};
use voced_whatif::features::explore::charts::view_model::{Drawing, Frame, drawing};
use voced_whatif::features::explore::levers::row::{LeverRow, LeverRowProps};
use voced_whatif::features::explore::levers::view_model::lever;
use voced_whatif::features::plot::component::{Plot, PlotProps};
use voced_whatif::features::plot::plotted::Plotted;
use voced_whatif::ui::field::{NumberField, NumberFieldProps};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlCanvasElement, HtmlDialogElement, HtmlInputElement};
use yew::{Callback, Classes};

wasm_bindgen_test_configure!(run_in_browser);

fn laiwu(layer: Layer) -> Scenario {
    Scenario::new(AreaRef::shipped("laiwu").expect("Laiwu ships"), layer)
}

fn hires() -> InputId {
    InputId::find("hires").expect("there is an input hires")
}

/// A list, and a callback that adds to it.
fn recorder<T: 'static>() -> (Rc<RefCell<Vec<T>>>, Callback<T>) {
    let list = Rc::new(RefCell::new(Vec::new()));
    let into = list.clone();
    (list, Callback::from(move |one| into.borrow_mut().push(one)))
}

fn field(text: &str, enter: &Callback<f64>) -> NumberFieldProps {
    NumberFieldProps {
        id: "number".to_owned(),
        label: "Hires".to_owned(),
        text: text.to_owned(),
        allowed: hires().spec().allowed(),
        lang: Lang::En,
        enter: enter.clone(),
        beyond: None,
    }
}

fn fault() -> Option<String> {
    browser::find("#number-fault").and_then(|fault| fault.text_content())
}

#[wasm_bindgen_test]
async fn a_field_keeps_what_is_typed_until_it_is_finished() {
    let (entered, enter) = recorder();
    let mut mounted = Mounted::<NumberField>::new(field("10", &enter));
    let number: HtmlInputElement = element("#number").await;
    typed(&number, "1");
    typed(&number, "12");
    soon("the draft is shown", || number.value() == "12").await;
    assert!(entered.borrow().is_empty(), "a draft was entered before it was finished: {entered:?}");
    browser::change(&number);
    soon("the number is entered once finished", || *entered.borrow() == [12.0]).await;
    mounted.update(NumberFieldProps { label: "Hires now".to_owned(), ..field("12", &enter) });
    soon("the field has the new value", || number.get_attribute("aria-label").as_deref() == Some("Hires now")).await;
    assert_eq!(number.value(), "12");

    // The same text again is no change.
    browser::change(&number);
    typed(&number, "13");
    browser::drawn().await;
    key(&number, "Escape");
    soon("Escape gives the draft up", || number.value() == "12").await;
    assert_eq!(*entered.borrow(), [12.0], "nothing more was finished");
    drop(mounted);
}

#[wasm_bindgen_test]
async fn a_field_says_what_is_wrong_and_keeps_the_text() {
    let (entered, enter) = recorder();
    let mut mounted = Mounted::<NumberField>::new(field("10", &enter));
    let number: HtmlInputElement = element("#number").await;
    for (text, reason) in
        [("abc", "Please type a number"), ("-1", "Outside the allowed range"), ("", "Please type a number")]
    {
        typed(&number, text);
        browser::change(&number);
        soon(&format!("\"{text}\" is refused with \"{reason}\""), || fault().is_some_and(|said| said.contains(reason)))
            .await;
        assert_eq!(number.value(), text, "the refused text stays");
        assert_eq!(number.get_attribute("aria-invalid").as_deref(), Some("true"));
        assert_eq!(number.get_attribute("aria-describedby").as_deref(), Some("number-fault"));
    }
    key(&number, "Escape");
    soon("Escape takes the fault away", || fault().is_none() && number.value() == "10").await;
    assert!(number.get_attribute("aria-invalid").is_none(), "the field is still marked as wrong");

    // A value from elsewhere takes the place of what is wrong.
    typed(&number, "abc");
    browser::change(&number);
    soon("it is refused again", || fault().is_some()).await;
    mounted.update(field("20", &enter));
    soon("a new value clears the fault", || fault().is_none() && number.value() == "20").await;
    assert!(entered.borrow().is_empty(), "something refused was entered: {entered:?}");
    drop(mounted);
}

#[wasm_bindgen_test]
async fn what_could_mean_two_things_is_entered_with_one_click() {
    let (entered, enter) = recorder();
    let mounted = Mounted::<NumberField>::new(field("10", &enter));
    let number: HtmlInputElement = element("#number").await;
    typed(&number, "3,5");
    browser::change(&number);
    soon("both readings are named", || fault().is_some_and(|said| said.contains("3.5 or 35?"))).await;
    assert!(entered.borrow().is_empty(), "a number was guessed: {entered:?}");
    for (place, name) in [(1, "Hires: 3.5"), (2, "Hires: 35")] {
        let button = browser::find(&format!(".offers button:nth-child({place})")).expect("an offer");
        assert_eq!(button.get_attribute("aria-label").as_deref(), Some(name));
    }
    click(".offers button:nth-child(2)");
    soon("the one that was clicked is entered", || *entered.borrow() == [35.0]).await;
    soon("the fault is gone", || fault().is_none() && browser::find(".offers").is_none()).await;
    let focused = number.owner_document().and_then(|document| document.active_element());
    assert_eq!(focused.map(|element| element.id()).as_deref(), Some("number"), "the focus stays at the field");

    // What the field shows is no entry, however many digits stand behind it.
    browser::change(&number);
    browser::drawn().await;
    assert_eq!(*entered.borrow(), [35.0]);
    drop(mounted);
}

#[wasm_bindgen_test]
async fn cells_of_a_column_are_not_run_together() {
    let (entered, enter) = recorder();
    let mounted = Mounted::<NumberField>::new(field("10", &enter));
    let number: HtmlInputElement = element("#number").await;
    browser::paste(&number, "350\r\n400\r\n");
    soon("two numbers are seen", || fault().is_some_and(|said| said.contains("350 or 400?"))).await;
    assert!(entered.borrow().is_empty(), "a number was guessed: {entered:?}");
    drop(mounted);
}

fn row(scenario: &Scenario, send: &Callback<Action>) -> LeverRowProps {
    LeverRowProps { lever: lever(scenario, hires(), Lang::En), lang: Lang::En, send: send.clone() }
}

#[wasm_bindgen_test]
async fn a_lever_sends_what_its_slider_field_and_resets_do() {
    let (sent, send) = recorder();
    let mounted = Mounted::<LeverRow>::new(row(&laiwu(Layer::Plan), &send));
    let slider: HtmlInputElement = element("#slider-hires").await;
    let points = |last: f64| PathValue::Points(vec![(2021, 26.0), (2022, 26.0), (2023, last)]);

    typed(&slider, "17");
    browser::change(&slider);
    soon("the slider sends its move and its end", || sent.borrow().len() == 2).await;
    // The way of the plan stays, the level it arrives at moves.
    assert_eq!(sent.borrow()[0], Action::SetInput(hires(), points(17.0), Gesture::Moving));
    assert_eq!(sent.borrow()[1], Action::EndGesture);
    sent.borrow_mut().clear();

    let number: HtmlInputElement = element("#field-hires").await;
    typed(&number, "31");
    browser::change(&number);
    soon("the field sends its value", || !sent.borrow().is_empty()).await;
    assert_eq!(*sent.borrow(), [Action::SetInput(hires(), points(31.0), Gesture::Done)]);
    sent.borrow_mut().clear();

    click(".reset.base");
    click(".reset.plan");
    soon("both resets are sent", || sent.borrow().len() == 2).await;
    assert_eq!(*sent.borrow(), [Action::TakeFrom(hires(), Layer::Base), Action::TakeFrom(hires(), Layer::Plan)]);
    drop(mounted);
}

#[wasm_bindgen_test]
async fn an_opened_number_opens_and_closes_the_dialog() {
    let (sent, send) = recorder();
    let outcome = Outcome::of(&laiwu(Layer::Plan)).expect("the plan is sound");
    let props = |opened: &[(Quantity, usize)]| DerivationDialogProps {
        outcome: outcome.clone(),
        opened: opened.to_vec(),
        lang: Lang::En,
        send: send.clone(),
    };
    let mut mounted = Mounted::<DerivationDialog>::new(props(&[]));
    let dialog: HtmlDialogElement = element("dialog").await;
    assert!(!dialog.open(), "the dialog is open with no number opened");

    mounted.update(props(&[(Quantity::VocEnrolment, 5)]));
    soon("the dialog opens", || dialog.open()).await;
    let text = dialog.text_content().unwrap_or_default();
    assert!(text.contains("2,843 persons"), "the students of 2025 are not in: {text}");
    assert!(browser::find("#derivation-back").is_none(), "there is a way back from the first number");

    click(".used .number");
    soon("the first number used is asked for", || matches!(sent.borrow().last(), Some(Action::Explain(_, 5)))).await;
    mounted.update(props(&[(Quantity::VocEnrolment, 5), (Quantity::VocGrade1, 5)]));
    soon("there is a way back", || browser::find("#derivation-back").is_some()).await;
    click("#derivation-back");
    soon("the way back is sent", || sent.borrow().last() == Some(&Action::ExplainBack)).await;

    // As Escape does: the dialog closes itself, and the state is told.
    dialog.close();
    soon("the state is told", || sent.borrow().last() == Some(&Action::CloseExplanation)).await;
    mounted.update(props(&[]));
    soon("it stays closed", || !dialog.open()).await;
    mounted.update(props(&[(Quantity::Teachers, 1)]));
    soon("it opens anew", || dialog.open()).await;
    click("#derivation-close");
    soon("the button is sent", || {
        sent.borrow().iter().filter(|action| **action == Action::CloseExplanation).count() == 2
    })
    .await;
    drop(mounted);
}

/// How many different colours a canvas shows.
fn colours(canvas: &HtmlCanvasElement) -> usize {
    let pixels = browser::pixels(canvas);
    let mut colours: Vec<&[u8]> = pixels.chunks_exact(4).collect();
    colours.sort_unstable();
    colours.dedup();
    colours.len()
}

#[wasm_bindgen_test]
async fn a_chart_is_painted_at_any_pixel_ratio_and_its_table_says_the_same() {
    let plan = Outcome::of(&laiwu(Layer::Plan)).expect("the plan is sound");
    let base = Outcome::of(&laiwu(Layer::Base)).expect("the status quo is sound");
    let frame =
        Frame { outcome: &plan, reference: Some(&base), sureness: None, year: 2025, difference: false, lang: Lang::En };
    for ratio in [1.0, 2.5] {
        browser::set_pixel_ratio(ratio);
        for chart in ChartId::ALL {
            let shown = drawing(*chart, frame);
            let (_, send) = recorder();
            let props = ChartCardProps {
                chart: *chart,
                drawing: shown.clone(),
                is_dark: ratio > 2.0,
                year: 2025,
                lang: Lang::En,
                send,
            };
            let mounted = Mounted::<ChartCard>::new(props);
            let canvas: HtmlCanvasElement = element("canvas").await;
            soon(&format!("{chart:?} is painted at ratio {ratio}"), || canvas.width() > 300 && colours(&canvas) > 3)
                .await;
            let css = canvas.get_bounding_client_rect().width();
            let drawn = f64::from(canvas.width()) / css;
            assert!((drawn - ratio).abs() < 0.01, "{chart:?} has {drawn} pixels to one at ratio {ratio}");

            click(".table-toggle");
            soon("the table is shown", || browser::find("tbody tr").is_some()).await;
            let Drawing::Figure(figure) = shown else { continue };
            let columns = figure.columns();
            let wanted: Vec<Vec<String>> = figure
                .rows()
                .iter()
                .map(|row| {
                    let values = row.values.iter().zip(&columns);
                    let text = values.map(|(value, column)| value.map(|value| plain(value, column.decimals)));
                    let text = text.map(Option::unwrap_or_default);
                    std::iter::once(row.year.to_string()).chain(text).collect()
                })
                .collect();
            assert_eq!(browser::cells("tbody"), wanted, "the table of {chart:?} says something else");
            drop(mounted);
        }
    }
}

#[wasm_bindgen_test]
async fn a_plot_is_read_by_keys_and_its_cells_open() {
    let ticks = |count: i32| (0..count).map(|n| (f64::from(n), format!("level {n}"))).collect();
    let axis = |name: &str, count| HeatAxis { name: name.to_owned(), ticks: ticks(count) };
    let map = HeatMap {
        x: axis("hires", 3),
        y: axis("intake", 2),
        cells: (0..6).map(|n| (n != 4).then_some(f64::from(n))).collect(),
        name: "students".to_owned(),
        ..HeatMap::default()
    };
    let (opened, on_row) = recorder();
    let (_, send) = recorder();
    let mounted = Mounted::<Plot>::new(PlotProps {
        id: "map".into(),
        class: Classes::new(),
        title: "A map".into(),
        plotted: Rc::new(Plotted::HeatMap(map)),
        focus: None,
        is_dark: false,
        lang: Lang::En,
        on_row: Some(on_row),
        send,
    });
    let canvas: HtmlCanvasElement = element("#map canvas").await;
    soon("the map is painted", || canvas.width() > 300 && colours(&canvas) > 5).await;
    let said = canvas.get_attribute("aria-label").unwrap_or_default();
    assert!(said.starts_with("A map. students over hires and intake: lowest 0"), "{said}");
    let read = || browser::find("#map .readout").and_then(|line| line.text_content()).unwrap_or_default();
    // The first key begins at the first cell; up is a level of the second axis.
    for (pressed, wanted) in [
        ("ArrowRight", "hires level 0, intake level 0: students 0"),
        ("ArrowRight", "hires level 1, intake level 0: students 1"),
        ("ArrowUp", "hires level 1, intake level 1: no value"),
        ("End", "hires level 2, intake level 1: students 5"),
    ] {
        key(&canvas, pressed);
        soon(&format!("{pressed} reads {wanted}"), || read() == wanted).await;
    }
    assert!(browser::find("#map .cursor rect").is_some(), "what is read is not framed");
    key(&canvas, "Enter");
    soon("Enter opens what is read", || *opened.borrow() == [5]).await;
    key(&canvas, "t");
    soon("T shows the table", || browser::find("#map tbody tr").is_some()).await;
    assert_eq!(browser::cells("tbody"), [["level 1", "3", "", "5"], ["level 0", "0", "1", "2"]]);
    click("#map tbody tr:last-child td:nth-child(3) button");
    soon("a cell of the table opens", || *opened.borrow() == [5, 1]).await;
    drop(mounted);
}
