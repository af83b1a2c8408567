//! Draws, and what must hold of every dry run.

use voced_import::{DryRun, Fill, Missing, SetRun};
use voced_model::Lang;
use voced_scenario::Area;

/// Draws of their own, the same everywhere.
pub struct Draws(pub u64);

impl Draws {
    pub fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % count.max(1) as u64) as usize
    }

    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Every number is allowed, everything can be told, and what is sound becomes an area.
pub fn judge(run: &DryRun) {
    for value in &run.values {
        let allowed = value.input.spec().allowed();
        assert!(value.value.numbers().iter().all(|number| allowed.refuses(*number).is_none()), "{value:?}");
        assert!(!value.cells.is_empty());
        Lang::ALL.into_iter().for_each(|lang| assert!(value.understood(lang).contains('→')));
    }
    for fault in &run.faults {
        Lang::ALL.into_iter().for_each(|lang| assert!(!fault.message(lang).contains('\n')));
    }
    if run.is_sound() {
        let json = run.area("own", &Fill::default()).expect("an area");
        assert!(Area::from_json(&json).is_ok());
    }
}

/// Of many areas the same holds for each; ids differ, and every row becomes an area or says why not.
pub fn judge_set(run: &SetRun) {
    run.rows.iter().for_each(|row| judge(&row.run));
    let mut ids: Vec<&str> = run.rows.iter().map(|row| row.id.as_str()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
    for made in run.areas(|_| None, Missing::National) {
        let faults = made.err().unwrap_or_default();
        faults.iter().for_each(|fault| assert!(Lang::ALL.into_iter().all(|lang| !fault.message(lang).is_empty())));
    }
}
