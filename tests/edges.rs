//! The page's edges in a real browser: storage and address.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use voced_model::{InputId, Lang, Quantity};
use voced_scenario::{AreaRef, Layer, PathValue, Scenario};
use voced_whatif::app::{Action, App, ChartId, Gesture, Screen, Settings, ThemeChoice};
use voced_whatif::browser::opening::opening;
use voced_whatif::browser::storage::{self, Stored};
use voced_whatif::browser::writer::Writer;
use voced_whatif::browser::{address, link};
use voced_whatif::phrases;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn store() -> web_sys::Storage {
    let window = web_sys::window().expect("tests run in a browser");
    window.local_storage().ok().flatten().expect("the browser keeps things")
}

fn own(share: f64) -> Scenario {
    let mut scenario = Scenario::new(AreaRef::shipped("laiwu").expect("Laiwu ships"), Layer::Plan);
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

/// The state that the page begins with.
fn opened() -> App {
    App::new(opening().expect("the data are sound"))
}

/// What is one step back.
fn before(app: &App) -> Option<Scenario> {
    app.session.history.can_undo().then(|| app.clone().apply(Action::Undo).scenario().clone())
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
    assert_eq!(opening.notices[0].title, phrases::STORE_FAULTY);
    assert_eq!(opening.notices[0].text.as_deref(), Some("{\"schema\":"));
    assert!(storage::write_document(&(&opening.resolved.scenario).into()));
    assert_eq!(store().get_item("voced.scenario.unreadable").ok().flatten().as_deref(), Some("{\"schema\":"));
}

#[wasm_bindgen_test]
fn settings_come_back_and_broken_ones_are_as_if_never_chosen() {
    forget();
    let chosen = Settings {
        lang: Lang::En,
        theme: ThemeChoice::Dark,
        charts: vec![ChartId::Uses, ChartId::Progress],
        brief_charts: vec![ChartId::Payers],
        bands: false,
        conditioned: true,
        difference: true,
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
        "{\"lang\":1,\"theme\":\"neon\",\"charts\":[\"no\"],\"screen\":\"no\",\"subject\":\"no\",\"bands\":1,\"conditioned\":\"yes\",\"difference\":2}",
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
    assert_eq!(*opened().scenario(), own(0.4));
}

#[wasm_bindgen_test]
fn an_address_of_elsewhere_goes_before_the_storage_and_an_own_one_does_not() {
    forget();
    assert!(storage::write_document(&own(0.5).into()));
    let sent = link::pack(own(0.4));
    set_fragment(&sent);
    let linked = opened();
    assert_eq!((linked.scenario().clone(), before(&linked)), (own(0.4), Some(own(0.5))));

    // The page wrote the address, then was loaded again while a lever was dragged on.
    assert!(storage::write_address(&sent));
    let own_address = opened();
    assert_eq!((own_address.scenario().clone(), before(&own_address)), (own(0.5), None));

    // Of what is kept nothing can be read: then the own address is all there is.
    for store in [store(), tab()] {
        store.remove_item("voced.scenario").expect("the storage forgets");
    }
    assert_eq!(*opened().scenario(), own(0.4));
    forget();
}

/// The share in the storage, and the one in the address.
fn written() -> [Option<f64>; 2] {
    let share = |document: voced_scenario::Document| {
        let input = InputId::find("vocational_share").expect("there is a share");
        document.scenario.value(input).1.value.level()
    };
    let stored = match storage::read_document() {
        Stored::Document(document) => share(*document),
        _ => None,
    };
    [stored, link::unpack(&address::fragment()).and_then(Result::ok).and_then(share)]
}

#[wasm_bindgen_test]
async fn a_movement_is_written_once_it_rests_and_before_the_page_goes_away() {
    forget();
    let input = InputId::find("vocational_share").expect("there is a share");
    let set = |value: f64| Action::SetInput(input, PathValue::Constant(value), Gesture::Moving);
    let writer = Rc::new(RefCell::new(Writer::default()));
    let follow = |app: &App| Writer::follow(&writer, &app.session, |_| {}).expect("the storage takes it");
    let rest = || gloo::timers::future::sleep(Duration::from_millis(600));

    let mut app = opened().apply(set(0.41)).apply(Action::EndGesture);
    follow(&app);
    assert_eq!(written(), [Some(0.41); 2], "after a rest a change is written at once");
    for value in [0.42, 0.43, 0.44] {
        app = app.apply(set(value));
        follow(&app);
        assert_eq!(written(), [Some(0.41); 2], "an event of a drag was written");
    }
    rest().await;
    assert_eq!(written(), [Some(0.44), Some(0.41)], "the address waits for the end of the movement");
    app = app.apply(set(0.44)).apply(Action::EndGesture);
    follow(&app);
    assert_eq!(written(), [Some(0.44); 2], "the end of a movement is written at once");

    app = app.apply(set(0.45));
    follow(&app);
    writer.borrow_mut().write().expect("the storage takes it");
    assert_eq!(written(), [Some(0.45), Some(0.44)], "as the page goes away nothing waits");

    // One change after the other, as of a key that is held down.
    app = app.apply(Action::EndGesture);
    for value in [0.46, 0.47] {
        app = app.apply(set(value)).apply(Action::EndGesture);
        follow(&app);
    }
    assert_eq!(written()[0], Some(0.45));
    rest().await;
    assert_eq!(written(), [Some(0.47); 2]);
    forget();
}
