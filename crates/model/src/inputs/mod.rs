//! The inputs of the model: one row each, in one file a topic.
//!
//! A row yields the typed field the equations read, the id in files and links, bounds, unit,
//! default, names, meaning and source. To add an input, add a row.

mod cohort;
mod facilities;
mod flow;
mod funding;
mod general;
mod intake;
mod kinds;
mod operating;
mod pay;
mod staffing;
mod table;

pub use cohort::Cohort;
pub use facilities::Facilities;
pub use flow::Flow;
pub use funding::Funding;
pub use general::General;
pub use intake::Intake;
pub use kinds::{Confidence, Group, Role, Section, Shape, SourceKind};
pub use operating::Operating;
pub use pay::Pay;
pub use staffing::Staffing;
pub use table::{DefaultSource, InputId, InputSpec, MAX_HORIZON, MAX_YEARS, Path, Prose, SWITCHED};

use crate::Scalar;

/// Puts the topics together: one struct of structs, and one flat table.
macro_rules! inputs {
    ($($field:ident: $struct:ident,)*) => {
        /// Every input of a projection, by topic.
        #[derive(Clone, Debug)]
        pub struct Inputs<S> {
            $(#[doc = concat!("Topic `", stringify!($field), "`.")] pub $field: $struct<S>,)*
        }

        const TOPICS: &[&[InputSpec]] = &[$($struct::<f64>::SPECS,)*];
        static PROSE: &[&[Prose]] = &[$($struct::<f64>::PROSE,)*];

        impl<S: Scalar> Inputs<S> {
            /// Fills every field by asking for its value in each of `years` years (year index 0
            /// only, for scalars and switches). Years beyond stay zero and are never read.
            #[allow(unused_assignments)]
            pub fn build(years: usize, mut value: impl FnMut(InputId, usize) -> S) -> Self {
                let mut next = 0;
                Self { $($field: {
                    let first = next;
                    next = first + $struct::<f64>::SPECS.len();
                    $struct::fill(first, years, &mut value)
                },)* }
            }

            /// The values of one input: a year each for a path, one for a scalar or a switch.
            pub fn slots(&self, id: InputId) -> &[S] {
                let mut position = usize::from(id.0);
                $(
                    if let Some(slots) = self.$field.slots(position) { return slots; }
                    position -= $struct::<f64>::SPECS.len();
                )*
                let _ = position;
                &[]
            }

            /// As [`Inputs::slots`], to change them.
            pub fn slots_mut(&mut self, id: InputId) -> &mut [S] {
                let mut position = usize::from(id.0);
                $(
                    if position < $struct::<f64>::SPECS.len() {
                        return self.$field.slots_mut(position).unwrap_or_default();
                    }
                    position -= $struct::<f64>::SPECS.len();
                )*
                let _ = position;
                &mut []
            }
        }
    };
}

inputs! {
    cohort: Cohort,
    intake: Intake,
    flow: Flow,
    staffing: Staffing,
    pay: Pay,
    operating: Operating,
    facilities: Facilities,
    funding: Funding,
    general: General,
}

const COUNT: usize = {
    let (mut count, mut topic) = (0, 0);
    while topic < TOPICS.len() {
        count += TOPICS[topic].len();
        topic += 1;
    }
    count
};

static TABLE: [InputSpec; COUNT] = {
    let mut table = [TOPICS[0][0]; COUNT];
    let (mut next, mut topic) = (0, 0);
    while topic < TOPICS.len() {
        let mut row = 0;
        while row < TOPICS[topic].len() {
            table[next] = TOPICS[topic][row];
            next += 1;
            row += 1;
        }
        topic += 1;
    }
    table
};

impl InputId {
    /// How many inputs there are.
    pub const COUNT: usize = COUNT;

    /// Every input, in the order of the table.
    pub fn all() -> impl DoubleEndedIterator<Item = InputId> + ExactSizeIterator + Clone {
        (0..COUNT as u8).map(InputId)
    }

    /// The input of an id.
    pub fn find(id: &str) -> Option<InputId> {
        InputId::all().find(|input| input.spec().id == id)
    }

    /// The row of the table.
    pub fn spec(self) -> &'static InputSpec {
        &TABLE[usize::from(self.0)]
    }

    /// What its row says for people beside its name.
    pub fn prose(self) -> &'static Prose {
        let mut position = usize::from(self.0);
        for topic in PROSE {
            match topic.get(position) {
                Some(prose) => return prose,
                None => position -= topic.len(),
            }
        }
        &Prose::NONE
    }

    /// The permanent id.
    pub fn id(self) -> &'static str {
        self.spec().id
    }

    /// Position in the table, below [`InputId::COUNT`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl<S: Scalar> Inputs<S> {
    /// The value of an input in the year with index `t` (the one value of a scalar).
    pub fn at(&self, id: InputId, t: usize) -> S {
        let slots = self.slots(id);
        match slots.get(t).or(slots.first()) {
            Some(value) => *value,
            None => S::ABSENT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn switches_say_what_they_do() {
        let text = |id: &str, value: f64, lang| InputId::find(id).expect("known").spec().text(value, lang);
        assert_eq!(text("funding_rule", 0.0, Lang::Zh), "分项核拨");
        assert_eq!(text("funding_rule", 1.0, Lang::En), "Per student");
        assert_eq!(text("seat_limit", 0.0, Lang::Zh), "不启用");
        assert_eq!(crate::format::amount(1.0, crate::Unit::Flag, Lang::Zh).text(Lang::Zh), "启用");
    }
}
