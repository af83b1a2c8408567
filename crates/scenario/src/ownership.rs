//! Whose the numbers of an area are: its own, copied from another area, or general values.

use crate::area::Area;
use crate::resolved::ValueOrigin;
use crate::scenario::{AreaRef, Layer, Scenario};
use voced_model::InputId;
use voced_model::inputs::Shape;
use voced_model::text::{Lang, Words};

/// Whose number a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ownership {
    /// The area's own.
    Own,
    /// Another area's, copied.
    Copied,
    /// The general value of the input table, mostly national.
    General,
}

impl Ownership {
    /// The word beside a value.
    pub const fn words(self) -> Words {
        match self {
            Ownership::Own => Words { zh: "本地数据", en: "our own" },
            Ownership::Copied => Words { zh: "借用他地", en: "copied" },
            Ownership::General => Words { zh: "全国通用值", en: "national" },
        }
    }
}

/// How many of an area's values are whose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnershipCount {
    /// Its own.
    pub own: usize,
    /// Copied from another area.
    pub copied: usize,
    /// General values.
    pub general: usize,
}

impl OwnershipCount {
    /// All values.
    pub const fn total(self) -> usize {
        self.own + self.copied + self.general
    }
}

/// The inputs that describe an area: all but rules that are on or off.
pub fn describing() -> impl Iterator<Item = InputId> + Clone {
    InputId::all().filter(|input| input.spec().shape != Shape::Switch)
}

impl Area {
    /// Whose the value of an input is, before the plan.
    pub fn ownership(&self, input: InputId) -> Ownership {
        match self.base.inputs.get(&input) {
            None => Ownership::General,
            Some(value) if value.copied_from.is_some() => Ownership::Copied,
            Some(_) => Ownership::Own,
        }
    }

    /// How many of the values that describe it are whose.
    pub fn ownership_count(&self) -> OwnershipCount {
        let mut count = OwnershipCount::default();
        for input in describing() {
            match self.ownership(input) {
                Ownership::Own => count.own += 1,
                Ownership::Copied => count.copied += 1,
                Ownership::General => count.general += 1,
            }
        }
        count
    }

    /// The area a value of a layer was copied from.
    pub fn copied_from(&self, layer: Layer, input: InputId) -> Option<&str> {
        self.overlay(layer).inputs.get(&input)?.copied_from.as_deref()
    }

    /// Whose the value of an input is, before the plan, in words; a copied one names the area.
    pub fn whose(&self, input: InputId, lang: Lang) -> String {
        match self.copied_from(Layer::Base, input) {
            Some(from) => {
                lang.pick(format!("借自{}", short_name(from, lang)), format!("copied from {}", short_name(from, lang)))
            }
            None => self.ownership(input).words().get(lang).to_owned(),
        }
    }
}

/// The short name of an area that ships; its id where there is none such.
fn short_name(id: &str, lang: Lang) -> String {
    Area::find_shipped(id).map_or(id, |area| area.short.get(lang)).to_owned()
}

impl Scenario {
    /// Whose the value of an input is, in words; nothing for areas that ship, and where the plan or the user set it.
    pub fn whose(&self, input: InputId, lang: Lang) -> Option<String> {
        // Asked of every lever at every movement: what is the same for all comes first.
        let is_own = matches!(self.area_ref, AreaRef::Own(_)) && input.spec().shape != Shape::Switch;
        let is_of_area = || matches!(self.value(input).0, ValueOrigin::Base | ValueOrigin::Default);
        (is_own && is_of_area()).then(|| self.area().whose(input, lang))
    }

    /// How many of its area's values are whose, in words; nothing for areas that ship.
    pub fn whose_numbers(&self, lang: Lang) -> Option<String> {
        matches!(self.area_ref, AreaRef::Own(_)).then(|| self.area().ownership_count().text(lang))
    }
}

impl OwnershipCount {
    /// How many of the values are whose, in one line: of the area's own, copied and general values.
    pub fn text(self, lang: Lang) -> String {
        let OwnershipCount { own, copied, general } = self;
        let total = self.total();
        match (lang, copied) {
            (Lang::Zh, 0) => format!("{total}项数据中，本地{own}项，全国通用值{general}项"),
            (Lang::Zh, _) => format!("{total}项数据中，本地{own}项，借用他地{copied}项，全国通用值{general}项"),
            (Lang::En, 0) => format!("Of {total} values {own} are your own, {general} are national"),
            (Lang::En, _) => {
                format!(
                    "Of {total} values {own} are your own, {copied} are copied from elsewhere, {general} are national"
                )
            }
        }
    }
}
