//! Results to choose from: found by what was typed, listed by topic.

use voced_model::{Lang, Quantity, Topic};
use yew::prelude::*;

/// The results whose name, topic or id holds what was typed, in either language; all where nothing was.
pub fn matching(typed: &str) -> Vec<Quantity> {
    let plain =
        |text: &str| text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect::<String>();
    // Words apart may stand anywhere.
    let words: Vec<String> = typed.split_whitespace().map(plain).collect();
    let holds = |quantity: &Quantity| {
        let spec = quantity.spec();
        let texts =
            [quantity.id(), spec.name.zh, spec.name.en, spec.topic.words().zh, spec.topic.words().en].map(plain);
        words.iter().all(|word| texts.iter().any(|text| text.contains(word.as_str())))
    };
    Quantity::ALL.iter().copied().filter(holds).collect()
}

/// The options of a list of some results, by topic.
pub fn quantity_options(among: &[Quantity], chosen: Option<Quantity>, lang: Lang) -> Html {
    let option = |quantity: Quantity| {
        let selected = Some(quantity) == chosen;
        html! { <option key={quantity.id()} value={quantity.id()} {selected}>{ quantity.spec().name.get(lang) }</option> }
    };
    let group = |topic: Topic| {
        let members: Vec<Quantity> = among.iter().copied().filter(|quantity| quantity.spec().topic == topic).collect();
        if members.is_empty() {
            return html! {};
        }
        html! { <optgroup label={topic.words().get(lang)}>{ for members.into_iter().map(option) }</optgroup> }
    };
    html! { <>{ for Topic::ALL.into_iter().map(group) }</> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_found_by_parts_of_their_names_in_either_language() {
        assert_eq!(matching("").len(), Quantity::COUNT);
        assert_eq!(matching("  ").len(), Quantity::COUNT);
        for typed in ["生师比", "students per teacher", "TEACHER per", "students_per_teacher"] {
            assert!(matching(typed).contains(&Quantity::StudentsPerTeacher), "{typed}");
        }
        assert!(matching("生师比").len() < 5);
        assert!(matching("no such result").is_empty());
        // A topic finds all of its results.
        for topic in Topic::ALL {
            let of_topic = |quantity: &&Quantity| quantity.spec().topic == topic;
            let found = matching(topic.words().zh);
            assert!(Quantity::ALL.iter().filter(of_topic).all(|quantity| found.contains(quantity)), "{topic:?}");
        }
    }
}
