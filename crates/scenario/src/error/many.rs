//! More faults than anybody reads.

use super::{Fault, Problem};

/// The most faults of one file that are told one by one.
pub const MOST_TOLD: usize = 50;

impl Fault {
    /// How many faults it stands for.
    pub fn count(&self) -> usize {
        if let Problem::More { count } = self.problem { count } else { 1 }
    }
}

/// The first fifty faults, and the number of the others in place of them. Lists that were summed up before, one
/// file after the other, count with all they stand for.
pub fn summed_up(faults: Vec<Fault>) -> Vec<Fault> {
    let all: usize = faults.iter().map(Fault::count).sum();
    let mut told: Vec<Fault> =
        faults.into_iter().filter(|fault| !matches!(fault.problem, Problem::More { .. })).collect();
    told.truncate(MOST_TOLD);
    let count = all - told.len();
    if count > 0 {
        told.push(Fault::new("", Problem::More { count }));
    }
    told
}
