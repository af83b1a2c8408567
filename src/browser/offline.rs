//! The page without a network: whether the browser keeps its files.
//!
//! The start module knows the files and does the keeping (`xtask/src/bundle/hosted.js`). Where it offers nothing
//! of the kind, the page is the single file, or a test.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = globalThis, js_name = vocedOffline)]
    fn ask_start_module(wish: &str) -> Result<Promise, JsValue>;
}

/// The page in one file, beside the hosted page.
pub const SINGLE_FILE: &str = "voced-whatif.html";

/// How it stands with the files of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    /// This browser can not keep them, or not from this address.
    Impossible,
    /// They are not kept.
    No,
    /// They are being fetched.
    Coming,
    /// They are kept: the page opens without a network. Where room runs short, the browser may give them up.
    Kept,
    /// They are kept, and the browser has promised not to give them up.
    Lasting,
    /// They are kept, and those of a newer page beside them.
    Newer,
}

impl Offline {
    const WORDS: [(&'static str, Offline); 5] = [
        ("none", Offline::No),
        ("coming", Offline::Coming),
        ("kept", Offline::Kept),
        ("lasting", Offline::Lasting),
        ("newer", Offline::Newer),
    ];

    fn read(word: Option<String>) -> Offline {
        let found = Offline::WORDS.into_iter().find(|(known, _)| word.as_deref() == Some(known));
        found.map_or(Offline::Impossible, |(_, state)| state)
    }
}

/// What the page may want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To know how it stands.
    Ask,
    /// That the files are kept.
    Keep,
    /// That they are kept no longer.
    Forget,
    /// That the newer page takes over; this one is then loaded anew.
    Renew,
    /// To know as soon as the browser has said whether it may give up what it keeps.
    Settle,
    /// To know as soon as there is a newer page.
    Wait,
}

impl Wish {
    fn word(self) -> &'static str {
        match self {
            Wish::Ask => "ask",
            Wish::Keep => "keep",
            Wish::Forget => "forget",
            Wish::Renew => "renew",
            Wish::Settle => "settle",
            Wish::Wait => "wait",
        }
    }
}

/// Not all files arrived, or the browser refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// Says a wish, and how it stands afterwards.
///
/// # Errors
/// Where it did not come true. Nothing is changed by that, and it can be said again.
pub async fn wish(wish: Wish) -> Result<Offline, Refused> {
    let Ok(answer) = ask_start_module(wish.word()) else { return Ok(Offline::Impossible) };
    let word = JsFuture::from(answer).await.map_err(|_| Refused)?;
    Ok(Offline::read(word.as_string()))
}
