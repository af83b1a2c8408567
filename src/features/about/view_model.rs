//! What this page says of itself.

use voced_model::{Lang, MODEL_VERSION, Words};
use voced_scenario::Area;
use voced_scenario::statements::Document;

use crate::phrases;

/// The version of the page.
pub const PAGE_VERSION: &str = env!("CARGO_PKG_VERSION");

/// What is said, each under its heading.
pub const SAID: [(Words, Words); 5] = [
    (phrases::ABOUT_IS, phrases::ABOUT_IS_HOW),
    (phrases::ABOUT_IS_NOT, phrases::ABOUT_IS_NOT_HOW),
    (phrases::ABOUT_SOURCES, phrases::ABOUT_SOURCES_HOW),
    (phrases::ABOUT_CITE, phrases::ABOUT_CITE_HOW),
    (phrases::ABOUT_FAULT, phrases::ABOUT_FAULT_HOW),
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
        parts.push(phrases::DRAFT.get(lang));
    }
    if !parts.is_empty() {
        text += &lang.pick(format!("（{}）", parts.join("，")), format!(" ({})", parts.join(", ")));
    }
    text
}

/// The documents of the plans that ship, each with its area.
pub fn documents(lang: Lang) -> Vec<(String, String)> {
    let areas = Area::all_shipped();
    let line = |area: &'static Area| {
        let document = area.document.as_ref()?;
        Some((area.short.get(lang).to_owned(), document_line(document, lang)))
    };
    areas.filter_map(line).collect()
}

/// Page and model with their versions.
pub fn versions(lang: Lang) -> [(&'static str, &'static str); 2] {
    [(phrases::ABOUT_PAGE_VERSION.get(lang), PAGE_VERSION), (phrases::MODEL.get(lang), MODEL_VERSION)]
}

/// How to cite it; what only the reader knows is left open.
pub fn citation(lang: Lang) -> String {
    let (title, subtitle) = (phrases::TITLE.get(lang), phrases::SUBTITLE.get(lang));
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
