//! Gates of the part `bring`.

use yew::prelude::*;

use crate::features::own_area::bring::FromTableProps;
use crate::features::own_area::bring::component::FromTable;

#[inline(never)]
pub fn from_table(props: &FromTableProps) -> Html {
    html! { <FromTable ..props.clone() /> }
}
