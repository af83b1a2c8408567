//! What this page says of itself.

use voced_model::{Lang, MODEL_VERSION, Words};
use voced_scenario::Region;
use voced_scenario::statements::Document;

use crate::i18n::say;

/// The version of the page.
pub const PAGE_VERSION: &str = env!("CARGO_PKG_VERSION");

/// What is said, each under its heading.
pub const SAID: [(Words, Words); 5] = [
    (say::ABOUT_IS, say::ABOUT_IS_HOW),
    (say::ABOUT_IS_NOT, say::ABOUT_IS_NOT_HOW),
    (say::ABOUT_SOURCES, say::ABOUT_SOURCES_HOW),
    (say::ABOUT_CITE, say::ABOUT_CITE_HOW),
    (say::ABOUT_FAULT, say::ABOUT_FAULT_HOW),
];

/// A document with who issued it and when, as far as its text says so.
pub fn document_line(document: &Document, lang: Lang) -> String {
    let title = document.title.get(lang);
    let mut text = lang.pick(format!("《{title}》"), title.to_owned());
    let mut parts: Vec<&str> = Vec::new();
    if !document.issuer.is_empty() {
        parts.push(document.issuer.get(lang));
    }
    parts.extend(document.issued.as_deref());
    if document.draft {
        parts.push(say::DRAFT.get(lang));
    }
    if !parts.is_empty() {
        text += &lang.pick(format!("（{}）", parts.join("，")), format!(" ({})", parts.join(", ")));
    }
    text
}

/// The documents of the plans that ship, each with its area.
pub fn documents(lang: Lang) -> Vec<(String, String)> {
    let regions = Region::ids().filter_map(|id| Region::shipped(id)?.ok());
    let line = |region: &'static Region| {
        let document = region.document.as_ref()?;
        Some((region.short.get(lang).to_owned(), document_line(document, lang)))
    };
    regions.filter_map(line).collect()
}

/// Page and model with their versions.
pub fn versions(lang: Lang) -> [(&'static str, &'static str); 2] {
    [(say::ABOUT_PAGE_VERSION.get(lang), PAGE_VERSION), (say::MODEL.get(lang), MODEL_VERSION)]
}

/// How to cite it; what only the reader knows is left open.
pub fn citation(lang: Lang) -> String {
    let (title, subtitle) = (say::TITLE.get(lang), say::SUBTITLE.get(lang));
    let [(page, page_version), (model, model_version)] = versions(lang);
    lang.pick(
        format!(
            "{title}（{subtitle}），{page} {page_version}，{model} {model_version}。地区：〔　〕；方案：〔　〕；推演年份：〔　〕。方案链接或文件：〔　〕。查阅日期：〔　〕。"
        ),
        format!(
            "{title} ({subtitle}), {page} {page_version}, {model} {model_version}. Area: [ ]; scenario: [ ]; year: [ ]. Link or file of the scenario: [ ]. Accessed: [ ]."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_it_is_its_versions_and_its_documents() {
        for lang in Lang::ALL {
            assert_eq!(documents(lang).len(), 5, "every area with a plan");
            let cited = citation(lang);
            assert!(cited.contains(MODEL_VERSION) && cited.contains(PAGE_VERSION), "{cited}");
            let all: String = SAID.iter().map(|(_, text)| text.get(lang)).collect();
            for part in
                lang.pick(["不是预测", "示例", "提供本页的单位"], ["no forecast", "examples", "whoever runs this page"])
            {
                assert!(all.contains(part), "{part}");
            }
            assert!(!all.contains("http") && !all.contains('@'), "no addresses are made up");
        }
    }
}
