//! The harness of the journeys: what people do in the page, done in a real browser.
//!
//! `cargo xtask test --journeys` builds the page, serves it, starts ChromeDriver and runs them;
//! `cargo xtask test --journeys -- NAME` runs those whose name contains NAME.
//!
//! A journey is a test that says who is looking ([`View`]) and what they do ([`Page`]):
//!
//! ```ignore
//! #[test]
//! fn a_lever_moves_the_number() -> anyhow::Result<()> {
//!     journey("a_lever_moves_the_number", View::desktop(Language::Chinese), async |page| {
//!         page.type_into("#intake-share", "48").await?;
//!         page.wait_for_text("#share-of-intake", "48").await?;
//!         page.expect_no_barriers().await
//!     })
//! }
//! ```
//!
//! [`journey`] opens the page, waits until it has started, and at the end ends the browser whatever
//! happened. Errors in the browser's console fail a journey. Of a failed journey a picture of the
//! page remains in `target/screenshots/failed`.
//!
//! Nothing here sleeps for a fixed time: [`Page::wait_until`] and its kin look again and again
//! until what is awaited is so, and fail with a sentence that names it after twenty seconds.

mod barriers;
mod evidence;
mod page;
mod screens;
mod session;
mod setting;
mod view;
mod wire;

pub use page::Page;
pub use screens::{ready, way};
pub use session::{Visit, journey, visit};
pub use setting::{Others, Setting};
pub use thirtyfour::{Key, WebElement};
pub use view::{Language, View};
pub use wire::Wire;
