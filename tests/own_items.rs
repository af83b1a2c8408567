//! The lists of an own area in a real browser: typed, refused, told, deleted and brought back.
#![cfg(target_arch = "wasm32")]

#[allow(dead_code)]
mod browser;

use std::sync::Arc;

use browser::{Mounted, click, element, find, key, soon, typed};
use voced_model::Lang;
use voced_scenario::{Area, Json};
use voced_whatif::features::own_area::items::ItemSections;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

fn county() -> Area {
    let text =
        r#"{ "schema": 1, "id": "own", "name_zh": "某县", "name_en": "A county", "base_year": 2024, "base": {} }"#;
    Area::from_json(&Json::parse(text).expect("JSON")).expect("sound")
}

/// Keeps the area as the page around the lists does.
#[component]
fn Keeper() -> Html {
    let area = use_state(|| Arc::new(county()));
    let save = {
        let area = area.clone();
        Callback::from(move |next: Area| area.set(Arc::new(next)))
    };
    html! { <ItemSections area={(*area).clone()} {save} lang={Lang::En} /> }
}

fn text(css: &str) -> String {
    find(css).and_then(|element| element.text_content()).unwrap_or_default()
}

fn focused() -> String {
    let active = find("body").and_then(|body| body.owner_document()).and_then(|document| document.active_element());
    active.map(|element| element.id()).unwrap_or_default()
}

async fn into(id: &str, value: &str) {
    typed(&element::<HtmlInputElement>(&format!("#{id}")).await, value);
    browser::drawn().await;
}

fn choose(list: &HtmlSelectElement, value: &str) {
    list.set_value(value);
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    list.dispatch_event(&web_sys::Event::new_with_event_init_dict("change", &init).expect("an event")).expect("taken");
}

#[wasm_bindgen_test]
async fn an_item_is_typed_refused_put_right_deleted_and_brought_back() {
    let mounted = Mounted::<Keeper>::new(());
    element::<HtmlElement>("#own-targets").await.set_attribute("open", "").expect("it opens");
    click("#own-targets-add");
    soon("typing begins at the first field", || focused() == "own-targets-metric_kind").await;
    click("#own-targets-done");
    soon("what is missing is told", || find("#own-targets-value-fault").is_some()).await;
    soon("the first of it has the focus", || focused() == "own-targets-result").await;

    into("find-own-targets-result", "double-qualified").await;
    let find_result: HtmlInputElement = element("#find-own-targets-result").await;
    key(&find_result, "Enter");
    soon("the result is chosen and no longer missed", || find("#own-targets-result-fault").is_none()).await;
    assert!(find("#own-targets-done").is_some(), "Enter in the search does not finish the target");

    let result: HtmlSelectElement = element("#own-targets-result").await;
    soon("the list is closed again", || !result.value().is_empty()).await;
    choose(&result, "double_qualified_share");
    into("own-targets-value", "0.3").await;
    let value: HtmlInputElement = element("#own-targets-value").await;
    browser::change(&value);
    soon("both readings are offered", || text("#own-targets .offers").contains("0.3%")).await;
    assert_eq!(value.get_attribute("aria-describedby").as_deref(), Some("own-targets-value-fault"));
    click("#own-targets .offers button");
    soon("the one that was clicked stands in the field", || value.value() == "30%").await;
    assert_eq!(focused(), "own-targets-value");

    into("own-targets-year", "2027").await;
    let year: HtmlInputElement = element("#own-targets-year").await;
    key(&year, "Enter");
    soon("Enter is done", || find("#own-targets-done").is_none()).await;
    soon("the row has the focus", || focused() == "own-targets-edit-0").await;
    let said = text("#own-targets .own-item");
    assert!(said.contains("≥ 30") && said.contains("in 2027"), "{said}");
    assert_eq!(text("#own-targets summary .badge"), "1");

    click("#own-targets li .own-item-tools button:nth-child(2)");
    soon("it is gone, and that is said", || text("#own-targets .own-item-gone").contains("Deleted")).await;
    soon("what adds has the focus", || focused() == "own-targets-add").await;
    click("#own-targets .own-item-gone button");
    soon("it is back", || find("#own-targets-edit-0").is_some()).await;
    drop(mounted);
}

#[wasm_bindgen_test]
async fn an_item_over_the_years_has_a_row_a_year() {
    let mounted = Mounted::<Keeper>::new(());
    element::<HtmlElement>("#own-levers").await.set_attribute("open", "").expect("it opens");
    click("#own-levers-add");
    let lever: HtmlSelectElement = element("#own-levers-input").await;
    choose(&lever, "hires");
    let shape: HtmlSelectElement = element("#own-levers-shape").await;
    choose(&shape, "points");
    into("own-levers-points-0-year", "2027").await;
    into("own-levers-points-0-value", "12").await;
    click("#own-levers-points-add");
    soon("the new year has the focus", || focused() == "own-levers-points-1-year").await;
    into("own-levers-points-1-year", "2025").await;
    into("own-levers-points-1-value", "30").await;
    click("#own-levers-done");
    soon("it is told by year", || text("#own-levers .own-item").contains("in 2025")).await;
    assert!(text("#own-levers .own-item").contains("in 2027"));

    // A draft given up changes nothing.
    click("#own-levers-edit-0");
    into("own-levers-points-0-value", "99").await;
    click("#own-levers-cancel");
    soon("the row is back with the focus", || focused() == "own-levers-edit-0").await;
    assert!(!text("#own-levers .own-item").contains("99"));
    drop(mounted);
}
