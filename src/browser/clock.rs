//! The clock: ids that carry the time, and times as people write them.

use crate::app::saved::Stamp;
use voced_model::Lang;

/// The time, and an id that nothing has: the time again with chance behind it, for two tabs.
pub fn stamp() -> Stamp {
    let now = js_sys::Date::now();
    Stamp { id: format!("{now:.0}-{:06.0}", js_sys::Math::random() * 1e6), now }
}

/// A time as the reader's own clock and calendar have it.
pub fn local_time(milliseconds: f64, lang: Lang) -> String {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(milliseconds));
    let options = js_sys::Object::new();
    for (key, value) in [("dateStyle", lang.pick("long", "medium")), ("timeStyle", "short")] {
        // A plain object takes any key.
        let _ = js_sys::Reflect::set(&options, &key.into(), &value.into());
    }
    date.to_locale_string(lang.pick("zh-CN", "en-GB"), &options).into()
}
