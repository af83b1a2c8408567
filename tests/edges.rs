//! The page's edges in a real browser: storage and address.
#![cfg(target_arch = "wasm32")]

use voced_sim::{InputId, Lang, Layer, PathValue, Place, Quantity, Scenario};
use voced_whatif::edges::opening::opening;
use voced_whatif::edges::storage::{self, Stored};
use voced_whatif::edges::{address, link};
use voced_whatif::i18n::say;
use voced_whatif::state::{ChartId, Screen, Settings, ThemeChoice};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn store() -> web_sys::Storage {
    let window = web_sys::window().expect("tests run in a browser");
    window.local_storage().ok().flatten().expect("the browser keeps things")
}

fn own(share: f64) -> Scenario {
    let mut scenario = Scenario::new(Place::shipped("laiwu").expect("Laiwu ships"), Layer::Plan);
    scenario.name = "四成 “40 %”".to_owned();
    let input = InputId::find("vocational_share").expect("there is a share");
    scenario.inputs.insert(input, PathValue::Constant(share));
    scenario
}

/// Puts a fragment into the address, without anyone being told.
fn set_fragment(fragment: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok()).expect("there is a history");
    let url = format!("#{fragment}");
    history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&url)).expect("the address can be set");
}

/// What this tab has for itself.
fn tab() -> web_sys::Storage {
    let window = web_sys::window().expect("tests run in a browser");
    window.session_storage().ok().flatten().expect("the browser keeps things")
}

fn forget() {
    store().clear().expect("the storage can be emptied");
    tab().clear().expect("the storage can be emptied");
    set_fragment("");
}

#[wasm_bindgen_test]
fn a_scenario_comes_back_from_the_storage() {
    forget();
    assert_eq!(storage::read_document(), Stored::Nothing);
    assert!(storage::write_document(&own(0.4).into()));
    assert_eq!(storage::read_document(), Stored::Document(Box::new(own(0.4).into())));
    let text = store().get_item("voced.scenario").ok().flatten().expect("something is kept");
    assert_eq!(Scenario::parse(&text), Ok(own(0.4)), "what is kept is no scenario file");
}

#[wasm_bindgen_test]
fn what_cannot_be_read_is_put_aside_before_it_is_overwritten() {
    forget();
    store().set_item("voced.scenario", "{\"schema\":").expect("the storage takes it");
    let opening = opening().expect("the data are sound");
    assert_eq!(opening.notices.len(), 1);
    assert_eq!(opening.notices[0].title, say::STORE_FAULTY);
    assert_eq!(opening.notices[0].kept.as_deref(), Some("{\"schema\":"));
    assert!(storage::write_document(&(&opening.world.scenario).into()));
    assert_eq!(store().get_item("voced.scenario.unreadable").ok().flatten().as_deref(), Some("{\"schema\":"));
}

#[wasm_bindgen_test]
fn settings_come_back_and_broken_ones_are_as_if_never_chosen() {
    forget();
    let chosen = Settings {
        lang: Lang::En,
        theme: ThemeChoice::Dark,
        charts: vec![ChartId::Uses, ChartId::Progress],
        bands: false,
        screen: Screen::Why,
        subject: Quantity::Balance,
        compare: Layer::Plan,
    };
    assert!(storage::write_settings(&chosen));
    assert_eq!(storage::read_settings(Lang::Zh), chosen);
    for broken in [
        "",
        "{",
        "7",
        "{\"lang\":1,\"theme\":\"neon\",\"charts\":[\"no\"],\"screen\":\"no\",\"subject\":\"no\",\"bands\":1}",
    ] {
        store().set_item("voced.settings", broken).expect("the storage takes it");
        assert_eq!(storage::read_settings(Lang::Zh), Settings::new(Lang::Zh), "{broken}");
    }
}

#[wasm_bindgen_test]
fn the_address_holds_the_scenario_and_brings_it_back() {
    forget();
    let written = address::write(own(0.4).into()).expect("the address takes it");
    assert_eq!(address::fragment(), written);
    assert_eq!(link::unpack(&address::fragment()), Some(Ok(own(0.4).into())));
    assert_eq!(opening().expect("the data are sound").world.scenario, own(0.4));
}

#[wasm_bindgen_test]
fn an_address_of_elsewhere_goes_before_the_storage_and_an_own_one_does_not() {
    forget();
    assert!(storage::write_document(&own(0.5).into()));
    let sent = link::pack(own(0.4));
    set_fragment(&sent);
    let linked = opening().expect("the data are sound");
    assert_eq!((linked.world.scenario.clone(), linked.before), (own(0.4), Some(own(0.5))));

    // The page wrote the address, then was loaded again while a lever was dragged on.
    assert!(storage::write_address(&sent));
    let own_address = opening().expect("the data are sound");
    assert_eq!((own_address.world.scenario.clone(), own_address.before), (own(0.5), None));

    // Of what is kept nothing can be read: then the own address is all there is.
    for store in [store(), tab()] {
        store.remove_item("voced.scenario").expect("the storage forgets");
    }
    assert_eq!(opening().expect("the data are sound").world.scenario, own(0.4));
    forget();
}
