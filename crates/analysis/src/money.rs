//! Who pays for what a scenario spends more than another one, and on what it is spent.
//!
//! What is spent more is paid by the payers ([`voced_model::equations::PAYERS`]) and, for the rest, out of the balance
//! ([`uncovered`]): both together are the extra spending, in every year.

use voced_model::{Projection, Quantity};
use voced_scenario::ResolvedScenario;

/// In which money amounts of later years are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prices {
    /// Yuan of each year, as budgets hold them.
    #[default]
    Nominal,
    /// Yuan of the base year: each year's amount over the price level of its own scenario.
    BaseYear,
}

impl Prices {
    /// Both, in the order of the page.
    pub const ALL: [Prices; 2] = [Prices::Nominal, Prices::BaseYear];
}

/// A scenario and its projection.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The scenario.
    pub resolved: &'a ResolvedScenario,
    /// Its projection.
    pub projection: &'a Projection<f64>,
}

impl Side<'_> {
    /// A quantity in money, in a calendar year; `None` where there is no value or no such year.
    fn amount(&self, quantity: Quantity, year: i32, prices: Prices) -> Option<f64> {
        let t = usize::try_from(year - self.resolved.base_year()).ok().filter(|t| *t < self.projection.years())?;
        let value = self.projection.value(quantity, t)?;
        Some(match prices {
            Prices::Nominal => value,
            Prices::BaseYear => value / self.resolved.model_inputs.price_level(t),
        })
    }
}

/// By how much a quantity in money is more than in the other scenario, one value a year of the first, in yuan; `None`
/// where one of the two has no value.
pub fn extra(own: Side<'_>, other: Side<'_>, quantity: Quantity, prices: Prices) -> Vec<Option<f64>> {
    let years = own.resolved.years();
    years.map(|year| Some(own.amount(quantity, year, prices)? - other.amount(quantity, year, prices)?)).collect()
}

/// What of the extra spending no payer pays: it comes out of the balance, in yuan; negative where the payers pay more
/// than is spent, and the balance gains.
pub fn uncovered(own: Side<'_>, other: Side<'_>, prices: Prices) -> Vec<Option<f64>> {
    // Zero has no sign.
    extra(own, other, Quantity::Balance, prices).into_iter().map(|gain| gain.map(|gain| 0.0 - gain)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_model::InputId;
    use voced_model::equations::{PAYERS, USES};
    use voced_scenario::{Area, AreaRef, Layer, PathValue, Scenario};

    fn sum(columns: &[Vec<Option<f64>>], t: usize) -> Option<f64> {
        columns.iter().map(|column| column[t]).sum()
    }

    #[test]
    fn payers_with_the_balance_and_uses_add_up_to_what_is_spent_more() {
        for id in Area::ids() {
            let of = |layer| Scenario::new(AreaRef::shipped(id).expect("ships"), layer).resolve().expect("sound");
            let (plan, base) = (of(Layer::Plan), of(Layer::Base));
            let (plan_run, base_run) = (plan.project(), base.project());
            let own = Side { resolved: &plan, projection: &plan_run };
            let other = Side { resolved: &base, projection: &base_run };
            for prices in Prices::ALL {
                let total = extra(own, other, Quantity::UsesTotal, prices);
                let mut paid: Vec<_> = PAYERS.iter().map(|payer| extra(own, other, *payer, prices)).collect();
                paid.push(uncovered(own, other, prices));
                let used: Vec<_> = USES.iter().map(|part| extra(own, other, *part, prices)).collect();
                assert_eq!(total.len(), plan.model_inputs.years);
                for (t, total) in total.iter().enumerate() {
                    for parts in [&paid, &used] {
                        let parts = sum(parts, t);
                        assert_eq!(parts.is_some(), total.is_some(), "{id} {t}");
                        let (parts, total) = (parts.unwrap_or(0.0), total.unwrap_or(0.0));
                        assert!((parts - total).abs() <= 1e-6, "{id} {t}: {parts} and {total}");
                    }
                }
            }
        }
    }

    #[test]
    fn each_scenario_has_the_price_level_of_its_own() {
        let mut dear = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Base);
        let base = dear.resolve().expect("sound");
        dear.inputs.insert(InputId::find("price_growth").expect("an input"), PathValue::Constant(0.1));
        let dear = dear.resolve().expect("sound");
        let (dear_run, base_run) = (dear.project(), base.project());
        let own = Side { resolved: &dear, projection: &dear_run };
        let other = Side { resolved: &base, projection: &base_run };
        let [nominal, real] = Prices::ALL.map(|prices| extra(own, other, Quantity::CostOperating, prices)[5]);
        assert!(nominal.expect("a value") > 1e5);
        // As many students at the same price of the base year.
        assert!(real.expect("a value").abs() < 1e-6, "{real:?}");
        let years = extra(own, own, Quantity::UsesTotal, Prices::BaseYear);
        assert!(years.iter().flatten().all(|change| *change == 0.0));
    }
}
