//! The code that puts charts and levers into another page.

use voced_model::Lang;
use voced_scenario::Scenario;

use crate::app::Embedding;
use crate::phrases;

/// Where the script of the custom element and the example lie beside the page.
const SCRIPT: &str = "embed/voced-whatif.js";
const EXAMPLE: &str = "embed/";

/// The height of an iframe until it is known; an iframe does not find its own.
const HEIGHT: u32 = 720;

/// Code to be copied into another page.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    /// With an iframe.
    pub iframe: String,
    /// With the custom element and its script.
    pub element: String,
    /// Where the example is.
    pub example: String,
}

/// Whether an address can be embedded: a file on somebody's disk cannot.
pub fn has_address(address: &str) -> bool {
    address.starts_with("http://") || address.starts_with("https://")
}

impl Code {
    /// The code for what is chosen. `address` is that of the page, `packed` holds the scenario.
    pub fn of(embedding: &Embedding, address: &str, packed: &str, scenario: &Scenario, lang: Lang) -> Code {
        let query = embedding.query(lang);
        let folder = address.rfind('/').map_or("", |end| &address[..=end]);
        let title = escaped(&format!("{} · {}", phrases::TITLE.get(lang), scenario.area().short.get(lang)));
        let source = escaped(&format!("{address}?{query}#{packed}"));
        // The element has the words of the address for attributes; that it is embedded goes without saying.
        let attributes: Vec<String> = query
            .split('&')
            .skip(1)
            .filter_map(|part| part.split_once('='))
            .map(|(word, value)| format!("{word}=\"{}\"", escaped(value)))
            .collect();
        Code {
            iframe: format!(
                "<iframe src=\"{source}\" title=\"{title}\" width=\"100%\" height=\"{HEIGHT}\" loading=\"lazy\"></iframe>"
            ),
            element: format!(
                "<script src=\"{}{SCRIPT}\"></script>\n<voced-whatif {} link=\"#{packed}\" title=\"{title}\"></voced-whatif>",
                escaped(folder),
                attributes.join(" "),
            ),
            example: format!("{folder}{EXAMPLE}"),
        }
    }
}

/// Text as it stands in an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use voced_scenario::{AreaRef, Layer};

    #[test]
    fn the_code_opens_what_was_chosen() {
        let scenario = Scenario::new(AreaRef::shipped("laiwu").expect("ships"), Layer::Plan);
        let address = "https://example.org/tools/index.html";
        let code = Code::of(&Embedding::default(), address, "1.abc", &scenario, Lang::En);
        assert!(code.iframe.contains("index.html?embed=1&amp;lang=en&amp;charts=enrolment"), "{}", code.iframe);
        assert!(code.iframe.contains("#1.abc\""), "{}", code.iframe);
        assert!(code.element.contains("src=\"https://example.org/tools/embed/voced-whatif.js\""), "{}", code.element);
        assert!(code.element.contains("lang=\"en\" charts=\"enrolment\""), "{}", code.element);
        assert!(!code.element.contains("embed=\""), "{}", code.element);
        assert_eq!(code.example, "https://example.org/tools/embed/");
    }

    #[test]
    fn nothing_breaks_out_of_an_attribute() {
        assert_eq!(escaped("\"><script>&"), "&quot;&gt;&lt;script&gt;&amp;");
        assert!(!has_address("file:///home/page.html") && has_address("http://10.0.0.1/"));
    }
}
