//! What a page embedded in another one shows, and the address that says so.

use voced_model::typed::{Bare, read};
use voced_model::{InputId, Lang, Words};
use voced_scenario::{AreaRef, Fault, Layer, Problem, named_input};

use super::{ChartId, Settings, ThemeChoice};

/// A small page inside another one: chosen charts, chosen levers.
#[derive(Clone, Debug, PartialEq)]
pub struct Embedding {
    /// The charts, in the order asked for.
    pub charts: Vec<ChartId>,
    /// The levers, in the order asked for.
    pub levers: Vec<InputId>,
    /// Whether the large numbers are shown.
    pub headline: bool,
    /// Whether charts say how sure they are.
    pub bands: bool,
    /// The area and the layer where the address holds no scenario.
    pub place: Option<(AreaRef, Layer)>,
    /// Levels that inputs are moved to at first.
    pub set: Vec<(InputId, f64)>,
    /// Light, dark or as the system has it.
    pub theme: ThemeChoice,
}

/// The words of the address, in the order in which they are written.
pub mod words {
    /// Says that the page is embedded.
    pub const EMBED: &str = "embed";
    /// The language.
    pub const LANG: &str = "lang";
    /// The area.
    pub const AREA: &str = "area";
    /// Status quo or plan.
    pub const LAYER: &str = "layer";
    /// Ids of inputs with their levels, such as `vocational_share:0.5`, with commas between.
    pub const SET: &str = "set";
    /// Ids of charts, with commas between.
    pub const CHARTS: &str = "charts";
    /// Ids of levers, with commas between.
    pub const LEVERS: &str = "levers";
    /// Whether the large numbers are shown.
    pub const HEADLINE: &str = "headline";
    /// Whether charts say how sure they are.
    pub const BANDS: &str = "bands";
    /// Light, dark or system.
    pub const THEME: &str = "theme";
}

/// How many levers may be shown: more make a page of their own.
pub const MAX_LEVERS: usize = 8;

/// What stands for yes and for no.
const ON: &str = "on";
const OFF: &str = "off";

impl Default for Embedding {
    fn default() -> Self {
        Embedding {
            charts: vec![ChartId::Enrolment],
            levers: Vec::new(),
            headline: true,
            bands: true,
            place: None,
            set: Vec::new(),
            theme: ThemeChoice::System,
        }
    }
}

impl Embedding {
    /// Reads an address: `value` gives what stands behind a word, if it is there. What cannot be
    /// understood is as if it were not there, and said.
    pub fn read(value: impl Fn(&str) -> Option<String>) -> (Embedding, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut read = Embedding::default();
        if let Some(ids) = value(words::CHARTS) {
            let known = || ChartId::ALL.iter().map(|chart| chart.id()).collect();
            read.charts = list(&ids, Settings::MAX_CHARTS, words::CHARTS, &mut faults, |id| {
                ChartId::find(id).ok_or_else(|| none_of(words::CHARTS, id, known()))
            });
        }
        if let Some(ids) = value(words::LEVERS) {
            read.levers = list(&ids, MAX_LEVERS, words::LEVERS, &mut faults, |id| named_input(words::LEVERS, id));
        }
        if let Some(levels) = value(words::SET) {
            read.set = list(&levels, InputId::COUNT, words::SET, &mut faults, level);
        }
        let mut switch = |word: &'static str, present: bool| match value(word).as_deref() {
            None => present,
            Some(ON) => true,
            Some(OFF) => false,
            Some(other) => {
                faults.push(none_of(word, other, vec![ON, OFF]));
                present
            }
        };
        read.headline = switch(words::HEADLINE, read.headline);
        read.bands = switch(words::BANDS, read.bands);
        if let Some(id) = value(words::THEME) {
            read.theme = ThemeChoice::find(&id).unwrap_or_else(|| {
                let known = [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark].map(ThemeChoice::id);
                faults.push(none_of(words::THEME, &id, known.to_vec()));
                read.theme
            });
        }
        let layer = value(words::LAYER).and_then(|id| {
            let found = Layer::ALL.into_iter().find(|layer| layer.id() == id);
            if found.is_none() {
                faults.push(none_of(words::LAYER, &id, Layer::ALL.map(Layer::id).to_vec()));
            }
            found
        });
        if let Some(id) = value(words::AREA) {
            match AreaRef::shipped(&id) {
                Ok(place) => read.place = Some((place, layer.unwrap_or(Layer::Plan))),
                Err(found) => faults.extend(found),
            }
        }
        (read, faults)
    }

    /// The part of an address between `?` and `#` that opens this.
    pub fn query(&self, lang: Lang) -> String {
        let charts: Vec<&str> = self.charts.iter().map(|chart| chart.id()).collect();
        let levers: Vec<&str> = self.levers.iter().map(|input| input.id()).collect();
        let switch = |on: bool| (if on { ON } else { OFF }).to_owned();
        let default = Embedding::default();
        let mut parts = vec![(words::EMBED, "1".to_owned()), (words::LANG, lang.tag().to_owned())];
        if let Some((place, layer)) = &self.place {
            parts.push((words::AREA, place.area().id.clone()));
            parts.push((words::LAYER, layer.id().to_owned()));
        }
        if !self.set.is_empty() {
            let levels: Vec<String> = self.set.iter().map(|(input, level)| format!("{}:{level}", input.id())).collect();
            parts.push((words::SET, levels.join(",")));
        }
        parts.push((words::CHARTS, charts.join(",")));
        parts.push((words::LEVERS, levers.join(",")));
        // What is as always need not be said.
        if self.headline != default.headline {
            parts.push((words::HEADLINE, switch(self.headline)));
        }
        if self.bands != default.bands {
            parts.push((words::BANDS, switch(self.bands)));
        }
        if self.theme != default.theme {
            parts.push((words::THEME, self.theme.id().to_owned()));
        }
        let parts: Vec<String> = parts.into_iter().map(|(word, value)| format!("{word}={value}")).collect();
        parts.join("&")
    }

    /// The reader's settings in an embedded page.
    pub fn settings(&self, lang: Lang) -> Settings {
        let charts = self.charts.clone();
        Settings { charts, theme: self.theme, bands: self.bands, ..Settings::new(lang) }
    }
}

fn none_of(at: &str, found: &str, allowed: Vec<&'static str>) -> Fault {
    Fault::new(at, Problem::NotOneOf { found: found.to_owned(), allowed })
}

/// Reads `id:level`; a level of a share is a share, or a percentage with its sign.
fn level(text: &str) -> Result<(InputId, f64), Fault> {
    let (id, number) = text.split_once(':').unwrap_or((text, ""));
    let input = named_input(words::SET, id.trim())?;
    let level = read(number, input.spec().unit, Bare::Fraction).map_err(|_| {
        let expected = Words { zh: "数字", en: "a number" };
        Fault::new(id, Problem::WrongType { expected, found: text.to_owned(), allowed: Some(input.spec().allowed()) })
    })?;
    Ok((input, level))
}

/// What the ids of a list stand for, each once; those beyond `most` are left out and said.
fn list<T: PartialEq>(
    ids: &str,
    most: usize,
    at: &str,
    faults: &mut Vec<Fault>,
    find: impl Fn(&str) -> Result<T, Fault>,
) -> Vec<T> {
    let mut found = Vec::new();
    for id in ids.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        match find(id) {
            Ok(one) if found.contains(&one) => {}
            Ok(one) => found.push(one),
            Err(fault) => faults.push(fault),
        }
    }
    if found.len() > most {
        faults.push(Fault::new(at, Problem::TooMany { count: found.len(), max: most }));
        found.truncate(most);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> (Embedding, Vec<Fault>) {
        let value = |word: &str| {
            query
                .split('&')
                .filter_map(|part| part.split_once('='))
                .find(|(key, _)| *key == word)
                .map(|(_, v)| v.to_owned())
        };
        Embedding::read(value)
    }

    #[test]
    fn what_is_written_is_read_again() {
        let share = InputId::find("vocational_share").expect("known");
        let embedding = Embedding {
            charts: vec![ChartId::Balance, ChartId::Intake],
            levers: vec![share],
            headline: false,
            bands: false,
            place: Some((AreaRef::shipped("dezhou").expect("ships"), Layer::Base)),
            set: vec![(share, 0.45)],
            theme: ThemeChoice::Dark,
        };
        let query = embedding.query(Lang::En);
        assert_eq!(read(&query), (embedding, Vec::new()), "{query}");
        assert_eq!(read(""), (Embedding::default(), Vec::new()));
    }

    #[test]
    fn what_cannot_be_understood_is_said_and_left_out() {
        let (embedding, faults) =
            read("charts=intake,<b>,intake&levers=vocational_shar&headline=yes&theme=pink&area=x&layer=y");
        assert_eq!(embedding, Embedding { charts: vec![ChartId::Intake], ..Embedding::default() });
        assert_eq!(faults.len(), 6, "{faults:?}");
        assert!(faults.iter().any(|fault| fault.message(Lang::En).contains("vocational_share")), "{faults:?}");
    }

    #[test]
    fn levels_are_numbers_or_percentages() {
        let share = InputId::find("vocational_share").expect("known");
        assert_eq!(read("set=vocational_share:45%").0.set, [(share, 0.45)]);
        assert_eq!(read("set=vocational_share:0.45").0.set, [(share, 0.45)]);
        for faulty in [
            "vocational_share:45",
            "hires:3.5.1",
            "vocational_share",
            "vocational_share:much",
            "vocational_share:NaN",
            "nothing:1",
        ] {
            let (embedding, faults) = read(&format!("set={faulty}"));
            assert_eq!((embedding.set.len(), faults.len()), (0, 1), "{faulty}");
        }
    }

    #[test]
    fn a_list_has_an_end() {
        let all: Vec<&str> = InputId::all().map(InputId::id).collect();
        let (embedding, faults) = read(&format!("levers={}", all.join(",")));
        assert_eq!((embedding.levers.len(), faults.len()), (MAX_LEVERS, 1));
    }
}
