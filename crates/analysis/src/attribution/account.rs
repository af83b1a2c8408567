//! What moved a number, as an official would report it: the same bars as sentences.

use serde::{Deserialize, Serialize};

use super::change::phrase;
use super::{Attribution, Bar, EXACT, Factor};
use voced_model::Quantity;
use voced_model::format::Gauge;
use voced_model::text::Lang;
use voced_model::units::Unit;
use voced_scenario::ResolvedScenario;

/// The most causes that are named on either side.
const MOST: usize = 3;

/// What adds less than this part of the largest bar is told with the rest.
const SMALL: f64 = 0.05;

/// Errors below this part of the largest bar go without saying.
const SURE: f64 = 0.01;

/// One difference and what it adds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cause {
    /// The difference.
    pub factor: Factor,
    /// It in words: `中职招生占比由30%调整为40%`.
    pub phrase: String,
    /// What it adds, with sign and unit: `+520人`.
    pub effect: String,
    /// What it adds, in the quantity's unit.
    pub value: f64,
}

/// What a sentence tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tells {
    /// What the number was and is, and the difference.
    Change,
    /// The main causes, and those that pull the other way.
    Causes,
    /// What all further causes add together.
    Rest,
    /// That nothing differs, or how many differences do not touch the number.
    Idle,
    /// How sure the parts are.
    Error,
}

/// A sentence with its full stop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// What it tells.
    pub tells: Tells,
    /// The words.
    pub text: String,
}

/// What moved a number, in words and in the pieces they are made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// The causes that go the way the number went, the largest first; those that add to it where the
    /// number did not change.
    pub causes: Vec<Cause>,
    /// The causes that go the other way, the largest first.
    pub against: Vec<Cause>,
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
}

impl Account {
    /// All sentences in one paragraph.
    pub fn text(&self, lang: Lang) -> String {
        let sentences: Vec<&str> = self.sentences.iter().map(|sentence| sentence.text.as_str()).collect();
        sentences.join(lang.pick("", " "))
    }
}

impl Attribution {
    /// The attribution in words. `from`, `to`, `quantity` and `year` are those it was made of: they say
    /// what the differences were.
    pub fn account(
        &self,
        from: &ResolvedScenario,
        to: &ResolvedScenario,
        quantity: Quantity,
        year: i32,
        lang: Lang,
    ) -> Account {
        let unit = quantity.spec().unit;
        let teller = Teller { unit, gauge: Gauge::of(&[self.from, self.to], &[], unit, lang), lang };
        let t = usize::try_from(year - from.base_year()).unwrap_or_default();
        let difference = self.to - self.from;
        let (seen, idle): (Vec<&Bar>, Vec<&Bar>) = self.bars.iter().partition(|bar| !teller.is_nothing(bar.value));
        let fell = difference < 0.0 && !teller.is_nothing(difference);
        let (along, against): (Vec<&Bar>, Vec<&Bar>) = seen.into_iter().partition(|bar| (bar.value < 0.0) == fell);

        let least = SMALL * self.largest();
        let named = |bars: &[&Bar]| bars.iter().take(MOST).take_while(|bar| bar.value.abs() >= least).count();
        let (mut first, mut second) = (named(&along).max(along.len().min(1)), named(&against));
        // One alone is named rather than counted.
        if along.len() + against.len() == first + second + 1 {
            (first, second) = (along.len(), against.len());
        }
        let rest: Vec<&Bar> = along[first..].iter().chain(&against[second..]).copied().collect();
        let cause = |bar: &&Bar| Cause {
            factor: bar.factor.clone(),
            phrase: phrase(&bar.factor, [from, to], t, lang),
            effect: teller.difference(bar.value),
            value: bar.value,
        };
        let causes: Vec<Cause> = along[..first].iter().map(cause).collect();
        let against: Vec<Cause> = against[..second].iter().map(cause).collect();

        let mut sentences = Vec::new();
        let mut tell = |tells: Tells, text: Option<String>| {
            sentences.extend(text.map(|text| Sentence { tells, text }));
        };
        tell(Tells::Change, Some(teller.change(quantity.spec().name.get(lang), year, self)));
        tell(Tells::Causes, teller.causes(&causes, &against, teller.is_nothing(difference)));
        tell(Tells::Rest, teller.rest(&rest));
        tell(Tells::Idle, teller.idle(year, self.bars.len(), idle.len()));
        tell(Tells::Error, teller.error(self));
        Account { causes, against, sentences }
    }

    fn largest(&self) -> f64 {
        self.bars.iter().fold(0.0, |largest, bar| bar.value.abs().max(largest))
    }
}

/// The unit of all that is told, how its numbers are written, and the language.
#[derive(Clone, Copy)]
struct Teller {
    unit: Unit,
    gauge: Gauge,
    lang: Lang,
}

impl Teller {
    fn difference(self, value: f64) -> String {
        self.gauge.difference(value).text(self.lang)
    }

    /// Whether a difference is written as none.
    fn is_nothing(self, value: f64) -> bool {
        self.gauge.is_nothing(value)
    }

    /// A difference without its sign.
    fn unsigned(self, value: f64) -> String {
        self.gauge.gap(value)
    }

    fn change(self, name: &str, year: i32, found: &Attribution) -> String {
        let [was, is] = [found.from, found.to].map(|value| self.gauge.text(value));
        let difference = found.to - found.from;
        if self.is_nothing(difference) {
            return self
                .lang
                .pick(format!("{year}年{name}仍为{is}，没有变化。"), format!("{name} in {year}: unchanged at {is}."));
        }
        let by = self.unsigned(difference);
        match self.lang {
            Lang::Zh => {
                // Numbers of persons and sums of money grow and shrink; shares and ratios rise and fall.
                let verb = match (self.unit.is_extensive(), difference > 0.0) {
                    (true, true) => "增加",
                    (true, false) => "减少",
                    (false, true) => "提高",
                    (false, false) => "下降",
                };
                format!("{year}年{name}由{was}{verb}到{is}，{verb}{by}。")
            }
            Lang::En => {
                // Without a verb: some names are of many, others of one.
                let way = if difference > 0.0 { "up" } else { "down" };
                format!("{name} in {year}: from {was} to {is}, {way} {by}.")
            }
        }
    }

    fn causes(self, along: &[Cause], against: &[Cause], unchanged: bool) -> Option<String> {
        let listed = |causes: &[Cause]| {
            let parts: Vec<String> = causes
                .iter()
                .map(|Cause { phrase, effect, .. }| {
                    self.lang.pick(format!("{phrase}（{effect}）"), format!("{phrase} ({effect})"))
                })
                .collect();
            parts.join(self.lang.pick("、", "; "))
        };
        let [along, against] = [along, against].map(listed);
        let (zh, en) = match (along.is_empty(), against.is_empty(), unchanged) {
            (true, true, _) => return None,
            (false, false, true) => (
                format!("各项影响相互抵消：{along}；而{against}。"),
                format!("Effects cancel out: {along}. Against them: {against}."),
            ),
            (false, false, false) => {
                (format!("主要因为：{along}；而{against}。"), format!("Main causes: {along}. Against them: {against}."))
            }
            (false, true, _) => (format!("主要因为：{along}。"), format!("Main causes: {along}.")),
            (true, false, _) => (format!("主要因为：{against}。"), format!("Main causes: {against}.")),
        };
        Some(self.lang.pick(zh, en))
    }

    fn rest(self, bars: &[&Bar]) -> Option<String> {
        let sum: f64 = bars.iter().map(|bar| bar.value).sum();
        let count = bars.len();
        let together = self.difference(sum);
        (count > 0).then(|| {
            if self.is_nothing(sum) {
                self.lang
                    .pick(format!("其余{count}项大体相互抵消。"), format!("The other {count} differences cancel out."))
            } else {
                self.lang.pick(
                    format!("其余{count}项合计{together}。"),
                    format!("The other {count} differences together: {together}."),
                )
            }
        })
    }

    fn idle(self, year: i32, all: usize, idle: usize) -> Option<String> {
        let (zh, en) = match (all, idle) {
            (0, _) => {
                (format!("截至{year}年，两个方案没有差别。"), format!("Up to {year} the two scenarios do not differ."))
            }
            (_, 0) => return None,
            (1, 1) => (
                "两个方案有1项不同，但不影响这一数值。".to_owned(),
                "The two scenarios differ in one thing, which does not touch this number.".to_owned(),
            ),
            (all, idle) if all == idle => (
                format!("两个方案有{all}项不同，但都不影响这一数值。"),
                format!("The two scenarios differ in {all} things, none of which touches this number."),
            ),
            (_, 1) => (
                "另有1项不同，对这一数值没有明显影响。".to_owned(),
                "One further difference has no visible effect on it.".to_owned(),
            ),
            (_, idle) => (
                format!("另有{idle}项不同，对这一数值没有明显影响。"),
                format!("{idle} further differences have no visible effect on it."),
            ),
        };
        Some(self.lang.pick(zh, en))
    }

    fn error(self, found: &Attribution) -> Option<String> {
        let error = found.bars.iter().fold(0.0_f64, |error, bar| error.max(bar.error));
        let orders = found.orders;
        let matters = orders > 0 && error > SURE * found.largest() && !self.is_nothing(error);
        matters.then(|| {
            let error = self.unsigned(error);
            self.lang.pick(
                format!("不同之处超过{EXACT}项，各项影响按{orders}种先后次序抽样估算，标准误最大为{error}。"),
                format!(
                    "With more than {EXACT} differences, the parts are estimated from {orders} orders; their standard errors reach {error}."
                ),
            )
        })
    }
}
