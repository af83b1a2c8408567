//! What other areas have for an input.

use voced_model::InputId;
use voced_model::text::Text;
use voced_scenario::Area;

/// The value of an area that ships.
#[derive(Clone, Debug, PartialEq)]
pub struct Peer {
    /// The area's id.
    pub id: &'static str,
    /// Its short name.
    pub area: Text,
    /// The value in its base year, in the input's unit.
    pub value: f64,
}

/// The values of the areas that ship which have one of their own, in the order of the page.
pub fn peers(input: InputId) -> Vec<Peer> {
    let values = Area::all_shipped().filter_map(|area| {
        let base_year = area.base_year.value;
        let value = area.base.inputs.get(&input)?.value.at(base_year, base_year);
        value.is_finite().then(|| Peer { id: &area.id, area: area.short.clone(), value })
    });
    values.collect()
}
