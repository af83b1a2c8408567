//! The whole page in one HTML file, which opens from a disk by a double click: no server, no request.

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use sha2::{Digest, Sha256};

use super::page::{self, Oldest, PLACE, START, Style, THREAD};
use super::{Built, Files, Variant};

/// The file in `dist`.
pub const NAME: &str = "voced-whatif.html";

/// What it may weigh, for it to be sent by mail and by messengers.
const LIMIT: usize = 2_500_000;

const SOURCES: &str = include_str!("single.js");

/// How hard it is packed; 10 is the most.
const PACKING: u8 = 9;

/// The oldest browsers that can unpack the parts.
const OLDEST: Oldest =
    Oldest { zh: "Chromium 80、Firefox 114、Safari 16.4", en: "Chromium 80, Firefox 114, Safari 16.4" };

/// Adds the file, for the variant given. The style sheets are among the files already.
///
/// # Errors
/// When it would be too large, or something can not stand in a page.
pub fn add(files: &mut Files, variant: Variant, built: &Built, styles: &[Style]) -> Result<()> {
    if !built.snippets.is_empty() {
        bail!("a crate brings a script of its own, which one file can not hold yet");
    }
    let mut style = Vec::new();
    for Style { path, .. } in styles {
        style.extend(files.get(path).context("a style sheet is missing")?);
    }
    let style = String::from_utf8(style).context("a style sheet is no text")?;
    let icon = files.get(Path::new(page::ICON)).context("the icon is missing")?;
    let shell = page::shell()?.replace(
        &page::address(Path::new(page::ICON)),
        &format!("data:image/svg+xml;base64,{}", STANDARD.encode(icon)),
    );
    if shell.contains("\"./") {
        bail!("index.html needs a further file of its own");
    }
    let script = script(variant, built)?;
    // It sets the policy, and has run by then.
    let older = page::older(&policy(&script, &style), &OLDEST);
    let mut head = vec![element("script", "", &older)?, element("style", "", &style)?];
    let parts = built.later.iter().map(|(name, wasm)| (*name, wasm));
    for (name, wasm) in std::iter::once((FIRST, &built.wasm)).chain(parts) {
        head.push(element("script", &format!(" type=\"text/plain\" id=\"{}\"", id(name)), &packed(wasm))?);
    }
    head.push(element("script", " type=\"module\"", &script)?);
    let file = shell.replace(PLACE, &head.join("\n"));
    if file.len() > LIMIT {
        bail!("{NAME} is {} bytes; the limit is {LIMIT}", file.len());
    }
    files.insert(NAME.into(), file.into_bytes());
    Ok(())
}

/// What the first part is called among the parts.
const FIRST: &str = "first";

/// The element that holds a part.
fn id(part: &str) -> String {
    format!("packed-{part}")
}

/// The start module, with all that it runs.
fn script(variant: Variant, built: &Built) -> Result<String> {
    let mut variants = format!("{{ {}: {{ wasm: \"{}\", later: [", variant.name(), id(FIRST));
    for (name, _) in &built.later {
        write!(variants, "{{ name: \"{name}\", wasm: \"{}\", styles: [] }}, ", id(name))?;
    }
    variants += "] } }";
    let sources = SOURCES.replace("{variants}", &variants).replace("{thread}", THREAD);
    Ok(page::bare(&(sources.replace("{bindings}", &as_function(&built.script)?) + START)))
}

/// The bindings as the body of a function instead of a module.
fn as_function(bindings: &str) -> Result<String> {
    let mut body = String::new();
    let mut given = Vec::new();
    for line in bindings.lines() {
        if let Some(list) = line.strip_prefix("export { ").and_then(|rest| rest.strip_suffix(" };")) {
            given.extend(list.split(", ").map(|name| match name.split_once(" as ") {
                Some((name, other)) => format!("{other}: {name}"),
                None => name.to_owned(),
            }));
        } else if let Some(function) = line.strip_prefix("export function ") {
            let name = function.split('(').next().unwrap_or_default();
            given.push(name.to_owned());
            writeln!(body, "function {function}")?;
        } else if line.starts_with("export ") || line.starts_with("import ") {
            bail!("the bindings have a line that can not stand in a function: {line}");
        } else {
            writeln!(body, "{line}")?;
        }
    }
    writeln!(body, "return {{ {} }};", given.join(", "))?;
    Ok(body)
}

/// Bytes as text.
fn packed(bytes: &[u8]) -> String {
    STANDARD.encode(compress_to_vec_zlib(bytes, PACKING))
}

/// An element whose content stands as it is.
fn element(tag: &str, attributes: &str, content: &str) -> Result<String> {
    // Browsers read other line ends as this one, and the hash would not fit.
    if content.contains(&format!("</{tag}")) || content.contains("<!--") || content.contains('\r') {
        bail!("what is to stand in <{tag}> would end it, or be read otherwise");
    }
    Ok(format!("<{tag}{attributes}>{content}</{tag}>"))
}

/// This script and this style and nothing else; a worker of the page's own making; no connection.
fn policy(script: &str, style: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; \
         worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'",
        hash(script),
        hash(style)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bindings_become_a_function_that_gives_what_the_module_gave() {
        let bindings =
            "let wasm;\nexport function serve(a, b) {\n  return wasm;\n}\nexport { sync, start as default };";
        let body = as_function(bindings).expect("there is nothing else in it");
        assert_eq!(
            body,
            "let wasm;\nfunction serve(a, b) {\n  return wasm;\n}\nreturn { serve, sync, default: start };\n"
        );
        assert!(as_function("import { a } from './a.js';").is_err());
    }

    #[test]
    fn every_place_is_there_once() {
        for place in ["{variants}", "{bindings}", "{thread}"] {
            assert_eq!(SOURCES.matches(place).count(), 1, "{place}");
        }
    }

    #[test]
    fn the_policy_allows_only_what_is_in_the_file() {
        let policy = policy("let a;", "b {}");
        assert_eq!(policy.matches("'sha256-").count(), 2);
        assert!(policy.contains("connect-src 'none'") && policy.contains("default-src 'none'"));
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains("'self'"));
    }

    #[test]
    fn nothing_can_leave_its_element() {
        assert!(element("script", "", "let a = '</script>';").is_err());
        assert!(element("style", "", "a {}\r\n").is_err());
        assert!(element("style", "", "a {}\n").is_ok_and(|style| style == "<style>a {}\n</style>"));
    }
}
