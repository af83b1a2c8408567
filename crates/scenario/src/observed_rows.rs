//! Observed values beside a projection.

use crate::{Observed, ResolvedScenario};
use voced_model::Projection;

/// Where the year of an observed value lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Before the base year: nothing is modelled there.
    History,
    /// From the base year to the horizon.
    Projected,
    /// After the horizon.
    BeyondHorizon,
}

/// An observed value and what a projection has in its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ObservedRow<'a> {
    /// What was observed, with quantity, year, scope and source.
    pub observed: &'a Observed,
    /// Where its year lies.
    pub period: Period,
    /// The projection's value, in the quantity's unit; absent outside the projected years and where the
    /// quantity has none, as flows in the base year.
    pub modelled: Option<f64>,
    /// Modelled less observed, in the quantity's unit.
    pub error: Option<f64>,
    /// The error over the size of the observed value; absent where that is 0.
    pub relative: Option<f64>,
    /// Whether the error is within [`Observed::tolerance`].
    pub within: Option<bool>,
}

/// An observed value that a projection can be held against.
#[derive(Clone, Copy, Debug)]
pub struct ComparableObservation<'a> {
    /// Its place in the area's list.
    pub place: usize,
    /// The index of its year.
    pub t: usize,
    /// What was observed.
    pub observed: &'a Observed,
}

/// Every observed value of the area beside its modelled one, in the order of the area's file.
pub fn observed_rows<'a>(resolved: &'a ResolvedScenario, projection: &Projection<f64>) -> Vec<ObservedRow<'a>> {
    let row = |observed| {
        let period = period(resolved, observed);
        let modelled = modelled(resolved, projection, observed);
        let error = modelled.map(|modelled| modelled - observed.value);
        let relative = error.filter(|_| observed.value != 0.0).map(|error| error / observed.value.abs());
        let within = error.map(|error| error.abs() <= observed.tolerance());
        ObservedRow { observed, period, modelled, error, relative, within }
    };
    resolved.scenario.area().observed.iter().map(row).collect()
}

fn period(resolved: &ResolvedScenario, observed: &Observed) -> Period {
    match observed.year {
        year if year < resolved.base_year() => Period::History,
        year if year > resolved.scenario.horizon => Period::BeyondHorizon,
        _ => Period::Projected,
    }
}

/// What a projection has for an observed value.
fn modelled(resolved: &ResolvedScenario, projection: &Projection<f64>, observed: &Observed) -> Option<f64> {
    projection.value(observed.quantity, observed_index(resolved, observed)?)
}

/// The index of an observed value's year; absent outside the projected years.
fn observed_index(resolved: &ResolvedScenario, observed: &Observed) -> Option<usize> {
    let t = usize::try_from(observed.year - resolved.base_year()).ok()?;
    (t < resolved.model_inputs.years).then_some(t)
}

/// The observed values that the projection has a value for: what draws are weighed by and inputs are
/// fitted to.
pub fn comparable_observations(resolved: &ResolvedScenario) -> Vec<ComparableObservation<'_>> {
    let projection = resolved.project();
    let observed = resolved.scenario.area().observed.iter().enumerate();
    observed
        .filter(|(_, observed)| modelled(resolved, &projection, observed).is_some())
        .filter_map(|(place, observed)| {
            Some(ComparableObservation { place, t: observed_index(resolved, observed)?, observed })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AreaRef, Layer, Scenario};

    #[test]
    fn rows_tell_errors_by_hand() {
        let text = r#"{"schema": 1, "horizon": 2024, "data": {"schema": 1, "id": "mine", "base_year": 2022,
            "base": {"inputs": {"junior_graduates": 1000, "junior_graduate_growth": 0, "progression_rate": 1,
            "vocational_share": 0.4, "in_scope_share": 1}}, "observed": [
            {"quantity": "voc_entrants", "year": 2021, "value": 380, "scope_zh": "甲", "scope_en": "a", "confidence": "high"},
            {"quantity": "voc_entrants", "year": 2022, "value": 390, "scope_zh": "甲", "scope_en": "a", "confidence": "high"},
            {"quantity": "voc_entrants", "year": 2023, "value": 390, "scope_zh": "甲", "scope_en": "a", "confidence": "high"},
            {"quantity": "voc_entrants", "year": 2024, "value": 390, "scope_zh": "甲", "scope_en": "a", "confidence": "medium"},
            {"quantity": "voc_entrants", "year": 2025, "value": 390, "scope_zh": "甲", "scope_en": "a", "confidence": "high"},
            {"quantity": "teachers", "year": 2023, "value": 0, "scope_zh": "甲", "scope_en": "a", "confidence": "high",
             "tolerance": 1}]}}"#;
        let resolved = Scenario::parse(text).and_then(|scenario| scenario.resolve()).expect("sound");
        let rows = observed_rows(&resolved, &resolved.project());
        let periods: Vec<Period> = rows.iter().map(|row| row.period).collect();
        use Period::{BeyondHorizon, History, Projected};
        assert_eq!(periods, [History, Projected, Projected, Projected, BeyondHorizon, Projected]);
        let told: Vec<_> = rows.iter().map(|row| (row.modelled, row.error, row.within)).collect();
        let absent = (None, None, None);
        assert_eq!((told[0], told[1], told[4]), (absent, absent, absent), "a flow has no value in the base year");
        let near = |found: Option<f64>, value: f64| assert!((found.expect("a value") - value).abs() < 1e-9);
        near(told[2].0, 400.0);
        near(told[2].1, 10.0);
        near(rows[2].relative, 10.0 / 390.0);
        assert_eq!((told[2].2, told[3].2), (Some(false), Some(true)), "10 in 7.8, and in 19.5");
        assert_eq!((told[5], rows[5].relative), ((Some(0.0), Some(0.0), Some(true)), None));
        assert_eq!(comparable_observations(&resolved).len(), 3);
    }

    #[test]
    fn laiwu_is_held_against_its_school() {
        let plan = Scenario::new(AreaRef::shipped("laiwu").expect("an area"), Layer::Plan);
        let resolved = plan.resolve().expect("sound");
        let rows = observed_rows(&resolved, &resolved.project());
        assert!(rows.iter().all(|row| row.period == Period::Projected && row.error.is_some()));
        assert!(rows[0].error > Some(0.0), "the plan wanted more students than came: {:?}", rows[0]);
    }
}
