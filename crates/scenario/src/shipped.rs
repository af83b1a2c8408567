//! The areas that ship: their files, and the notes that the build takes out of them.

use std::sync::OnceLock;

use crate::data_file::NamedText;
use voced_model::text::Text;

/// An area that ships: its id, its file, and the statements of its plan.
pub(crate) struct Shipped {
    pub id: &'static str,
    pub file: NamedText<'static>,
    pub statements: Option<NamedText<'static>>,
}

macro_rules! shipped {
    ($($id:literal $($plan:ident)?),* $(,)?) => {
        /// How many there are.
        pub(crate) const COUNT: usize = [$($id),*].len();

        pub(crate) static SHIPPED: [Shipped; COUNT] = [$(Shipped {
            id: $id,
            file: (concat!("regions/", $id, ".json"), include_str!(concat!(env!("OUT_DIR"), "/regions/", $id, ".json"))),
            statements: shipped!(@ "statements/" $id $($plan)?),
        }),*];

        /// Those of each plan's statements that no projection needs: read when they are first asked for. They stand in a
        /// table of their own, so that a page can begin without it.
        pub(crate) static FURTHER: [Option<NamedText<'static>>; COUNT] =
            [$(shipped!(@ "statements/further/" $id $($plan)?)),*];

        /// The notes of each area's sources, which the build takes out of its file: read when first asked for.
        static NOTES: [&str; COUNT] = [$(include_str!(concat!(env!("OUT_DIR"), "/notes/", $id, ".json"))),*];
    };
    (@ $folder:literal $id:literal) => { None };
    (@ $folder:literal $id:literal plan) => {
        Some((concat!($folder, $id, ".json"), include_str!(concat!("../data/", $folder, $id, ".json"))))
    };
}

// The areas that ship, in the order of the page. To add one, add its files and its name here.
shipped! {
    "laiwu" plan,
    "dezhou" plan,
    "hengyang" plan,
    "hangzhou" plan,
    "linping" plan,
    "national",
}

/// A note on a source of an area that ships, by its place; read once, when the first is asked for.
pub(crate) fn note(area: &str, place: usize) -> Option<&'static Text> {
    static CELLS: [OnceLock<Vec<Text>>; COUNT] = [const { OnceLock::new() }; COUNT];
    let position = SHIPPED.iter().position(|shipped| shipped.id == area)?;
    let notes = CELLS[position].get_or_init(|| {
        let pairs: Vec<(String, String)> = serde_json::from_str(NOTES[position]).unwrap_or_default();
        pairs.into_iter().map(|(zh, en)| Text { zh, en }).collect()
    });
    notes.get(place)
}
