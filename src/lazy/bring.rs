//! Gates of the part `bring`.

use yew::prelude::*;

use crate::features::many_areas::bring::BringSectionProps;
use crate::features::many_areas::bring::component::AreaSheet;
use crate::features::own_area::bring::FromTableProps;
use crate::features::own_area::bring::component::FromTable;

#[inline(never)]
pub fn from_table(props: &FromTableProps) -> Html {
    html! { <FromTable ..props.clone() /> }
}

#[inline(never)]
pub fn area_sheet(props: &BringSectionProps) -> Html {
    html! { <AreaSheet ..props.clone() /> }
}
