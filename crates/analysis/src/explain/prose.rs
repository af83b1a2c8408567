//! A derivation as text, for the command line and for reading aloud.

use std::collections::{HashSet, VecDeque};
use std::fmt::Write;

use super::{Book, Condition, Derivation, Token};
use voced_model::inputs::Shape;
use voced_model::scalar::Compare;
use voced_model::text::{Lang, Words};
use voced_model::{InputId, Quantity, Unit, format};
use voced_scenario::reader::YEARS;
use voced_scenario::resolved::ResolvedScenario;

/// The name and unit of a number of a project or deliverable.
pub fn field_words(field: &str) -> Words {
    match field {
        "area_m2" => Words { zh: "面积（平方米）", en: "floor area (m²)" },
        "cost_per_m2" => Words { zh: "单方造价（元/平方米）", en: "cost per m² (yuan)" },
        "base" => Words { zh: "基年数量", en: "number in the base year" },
        "target" => Words { zh: "目标数量", en: "number to reach" },
        "units_per_year" => Words { zh: "每年数量", en: "units a year" },
        _ => Words { zh: "单位成本（元）", en: "cost of one (yuan)" },
    }
}

impl Token {
    /// The part with its name, as a formula in words shows it.
    pub fn name(&self, resolved: &ResolvedScenario, lang: Lang) -> String {
        let year = |t: usize| resolved.base_year() + t as i32;
        match self {
            Token::Sign(sign) => (*sign).to_owned(),
            Token::Number(value) => constant(*value, lang),
            Token::Quantity { quantity, t, .. } => format!("{}[{}]", quantity.spec().name.get(lang), year(*t)),
            Token::Part { part, t, .. } => format!("{}[{}]", part.words().get(lang), year(*t)),
            Token::Input { input, t: Some(t), .. } => format!("{}[{}]", input.spec().name.get(lang), year(*t)),
            Token::Input { input, t: None, .. } => input.spec().name.get(lang).to_owned(),
            Token::Project { index, field, .. } => {
                let name = resolved.projects.get(*index).map_or("", |project| project.name.get(lang));
                item_name(name, field, lang)
            }
            Token::Deliverable { index, field, .. } => {
                let name = resolved.deliverables.get(*index).map_or("", |deliverable| deliverable.name.get(lang));
                item_name(name, field, lang)
            }
            Token::Power(exponent) => superscript(*exponent),
        }
    }

    /// The part with its number in place of its name.
    pub fn number(&self, lang: Lang) -> String {
        match self {
            Token::Sign(sign) => (*sign).to_owned(),
            Token::Power(exponent) => superscript(*exponent),
            Token::Number(value) => constant(*value, lang),
            Token::Project { value, .. } | Token::Deliverable { value, .. } => format::exact(*value, None, lang),
            Token::Quantity { quantity, value, .. } => format::exact(*value, Some(quantity.spec().unit), lang),
            Token::Part { part, value, .. } => format::exact(*value, Some(part.unit()), lang),
            Token::Input { input, value, .. } => format::exact(*value, Some(input.spec().unit), lang),
        }
    }
}

/// A number that belongs to an equation. Calendar years are among them and are not grouped.
fn constant(value: f64, lang: Lang) -> String {
    let is_year = value.fract() == 0.0 && YEARS.contains(&(value as i32));
    format::exact(value, is_year.then_some(Unit::Year), lang)
}

fn item_name(name: &str, field: &str, lang: Lang) -> String {
    let field = field_words(field).get(lang);
    match lang {
        Lang::Zh => format!("“{name}”{field}"),
        Lang::En => format!("{field} of “{name}”"),
    }
}

fn superscript(exponent: u32) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    exponent.to_string().chars().filter_map(|digit| DIGITS.get(digit.to_digit(10)? as usize)).collect()
}

impl Condition {
    /// The comparison as a half-sentence with the numbers in it.
    pub fn text(&self, resolved: &ResolvedScenario, lang: Lang) -> String {
        // A switch is said as on or off, not as a number.
        if let ([Token::Input { input, .. }], Compare::Equal) = (&self.left[..], self.compare)
            && input.spec().shape == Shape::Switch
        {
            let state = input.spec().state(self.holds).get(lang);
            let name = input.spec().name.get(lang);
            return lang.pick(format!("“{name}”为“{state}”"), format!("“{name}” is set to “{state}”"));
        }
        let side = |tokens: &[Token]| {
            let names: String = tokens.iter().map(|token| token.name(resolved, lang)).collect();
            let numbers: String = tokens.iter().map(|token| token.number(lang)).collect();
            if names == numbers { names } else { format!("{names} ({numbers})") }
        };
        let sign = match (self.compare, self.holds) {
            (Compare::Below, true) => "<",
            (Compare::Below, false) => "≥",
            (Compare::AtMost, true) => "≤",
            (Compare::AtMost, false) => ">",
            (Compare::Equal, true) => "=",
            (Compare::Equal, false) => "≠",
        };
        format!("{} {sign} {}", side(&self.left), side(&self.right))
    }
}

impl Book {
    /// The derivation of a cell as text: its formula with names and with numbers, then the
    /// quantities in it, `depth` steps down, then every input used with its source.
    pub fn text(&self, resolved: &ResolvedScenario, quantity: Quantity, t: usize, lang: Lang, depth: usize) -> String {
        let mut out = String::new();
        let mut inputs: Vec<(InputId, Option<usize>, f64)> = Vec::new();
        let mut seen = HashSet::from([(quantity, t)]);
        let mut waiting = VecDeque::from([(quantity, t, 0)]);
        while let Some((quantity, t, level)) = waiting.pop_front() {
            let derivation = self.derive(quantity, t);
            write_derivation(&mut out, resolved, &derivation, lang);
            for token in derivation.all_tokens() {
                match token {
                    Token::Quantity { quantity, t, .. } if level < depth && seen.insert((*quantity, *t)) => {
                        waiting.push_back((*quantity, *t, level + 1));
                    }
                    Token::Input { input, t, value } if !inputs.contains(&(*input, *t, *value)) => {
                        inputs.push((*input, *t, *value));
                    }
                    _ => {}
                }
            }
        }
        if !inputs.is_empty() {
            let _ = writeln!(out, "{}", lang.pick("所用可调项", "Levers used"));
        }
        for (input, t, value) in inputs {
            write_input(&mut out, resolved, input, t, value, lang);
        }
        out
    }
}

fn write_derivation(out: &mut String, resolved: &ResolvedScenario, derivation: &Derivation, lang: Lang) {
    let spec = derivation.quantity.spec();
    let year = resolved.base_year() + derivation.t as i32;
    let heading = format!("{} {} [{year}]", spec.name.get(lang), spec.id);
    let Some(value) = derivation.value else {
        let _ = writeln!(out, "{heading}: {}", lang.pick("无数值", "no value"));
        let _ = writeln!(out);
        return;
    };
    let _ = writeln!(out, "{heading} = {}", with_unit(value, spec.unit, lang));
    write_formula(out, resolved, &derivation.formula, "  ", lang);
    for part in &derivation.parts {
        let name = Token::Part { part: part.part, t: part.t, value: part.value }.name(resolved, lang);
        let value = with_unit(part.value, part.part.unit(), lang);
        let _ = writeln!(out, "  {} {name} = {value}", lang.pick("其中", "where"));
        write_formula(out, resolved, &part.formula, "    ", lang);
    }
    for condition in &derivation.because {
        let _ = writeln!(out, "  {}{}", lang.pick("因为", "because "), condition.text(resolved, lang));
    }
    let _ = writeln!(out);
}

/// A formula with names and, where that is another line, with numbers.
fn write_formula(out: &mut String, resolved: &ResolvedScenario, formula: &[Token], indent: &str, lang: Lang) {
    let names: String = formula.iter().map(|token| token.name(resolved, lang)).collect();
    let numbers: String = formula.iter().map(|token| token.number(lang)).collect();
    let _ = writeln!(out, "{indent}= {names}");
    if numbers != names {
        let _ = writeln!(out, "{indent}= {numbers}");
    }
}

fn write_input(
    out: &mut String,
    resolved: &ResolvedScenario,
    input: InputId,
    t: Option<usize>,
    value: f64,
    lang: Lang,
) {
    let spec = input.spec();
    let (level, sourced) = resolved.scenario.value(input);
    let year = t.map_or(String::new(), |t| format!(" [{}]", resolved.base_year() + t as i32));
    let told = match spec.shape {
        Shape::Switch => spec.text(value, lang),
        _ => with_unit(value, spec.unit, lang),
    };
    let mut line = format!("  {} {}{year} = {told}", spec.name.get(lang), spec.id);
    let _ = write!(line, " | {} | {}", level.words().get(lang), sourced.source.text(lang));
    if let Some(confidence) = sourced.confidence {
        let _ = write!(line, " | {}", confidence.words().get(lang));
    }
    let _ = writeln!(out, "{line}");
}

fn with_unit(value: f64, unit: Unit, lang: Lang) -> String {
    let words = unit.words().get(lang);
    let space = if words.is_empty() || words.starts_with('/') { "" } else { " " };
    format!("{}{space}{words}", format::exact(value, Some(unit), lang))
}
