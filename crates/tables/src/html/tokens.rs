//! HTML in pieces: tags, text and style sheets. Anything can be read, whatever is left open, and each byte a few times
//! at most: what was looked for once and is not there is not looked for again.

/// A piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// Text, its entities as they are written.
    Text(&'a str),
    /// A tag: its name, and its attributes as they are written.
    Open(&'a str, &'a str),
    /// The end of an element.
    Close(&'a str),
    /// What stands in a `style` element.
    Style(&'a str),
}

/// Goes through HTML piece by piece.
pub(crate) struct Tokens<'a> {
    left: &'a str,
    /// What does not come any more: the ends of comments, of scripts and styles, closing quotes.
    missing: Vec<&'static str>,
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(html: &'a str) -> Tokens<'a> {
        Tokens { left: html, missing: Vec::new() }
    }

    /// What comes before `end` and what comes with it, whatever the case of letters.
    fn split(&mut self, from: &'a str, end: &'static str) -> Option<(&'a str, &'a str)> {
        if self.missing.contains(&end) {
            return None;
        }
        let found = find(from, end).and_then(|at| from.split_at_checked(at));
        if found.is_none() {
            self.missing.push(end);
        }
        found
    }

    /// What is in a tag, up to its bracket, and what comes behind. Brackets in quotes do not count.
    fn tag(&mut self, from: &'a str) -> Option<(&'a str, &'a str)> {
        let bytes = from.as_bytes();
        let mut at = 0;
        let mut is_value = false;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'>' => return Some((from.get(..at)?, from.get(at + 1..)?)),
                b'=' => is_value = true,
                b'"' | b'\'' if is_value => {
                    let quote = if *byte == b'"' { "\"" } else { "'" };
                    let inside = from.get(at + 1..)?;
                    at += self.split(inside, quote).map_or(0, |(value, _)| value.len() + 1);
                    is_value = false;
                }
                byte if !byte.is_ascii_whitespace() => is_value = false,
                _ => {}
            }
            at += 1;
        }
        None
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let html = self.left;
            let Some(rest) = html.strip_prefix('<') else {
                let (text, rest) = html.split_at_checked(html.find('<').unwrap_or(html.len()))?;
                self.left = rest;
                return Some(Token::Text(text)).filter(|_| !text.is_empty());
            };
            if let Some((_, rest)) = rest.strip_prefix("!--").and_then(|inside| self.split(inside, "-->")) {
                self.left = rest.get(3..)?;
            } else if rest.starts_with(['!', '?']) {
                self.left = rest.split_once('>')?.1;
            } else if let Some(rest) = rest.strip_prefix('/') {
                let (inside, rest) = rest.split_once('>')?;
                self.left = rest;
                return Some(Token::Close(name(inside).0));
            } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let (inside, rest) = self.tag(rest)?;
                let (name, attributes) = name(inside);
                self.left = rest;
                if name.eq_ignore_ascii_case("script") {
                    self.left = self.split(rest, "</script").map_or(rest, |(_, rest)| rest);
                } else if name.eq_ignore_ascii_case("style") {
                    let Some((style, rest)) = self.split(rest, "</style") else { continue };
                    self.left = rest;
                    return Some(Token::Style(style));
                } else {
                    return Some(Token::Open(name, attributes));
                }
            } else {
                // Less than.
                let (text, rest) = html.split_at_checked(1)?;
                self.left = rest;
                return Some(Token::Text(text));
            }
        }
    }
}

/// Where `wanted` is first, in letters of either case.
pub(crate) fn find(text: &str, wanted: &str) -> Option<usize> {
    let wanted = wanted.as_bytes();
    text.as_bytes().windows(wanted.len().max(1)).position(|window| window.eq_ignore_ascii_case(wanted))
}

fn name(inside: &str) -> (&str, &str) {
    let end = inside.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(inside.len());
    inside.split_at_checked(end).unwrap_or((inside, ""))
}

/// The value of an attribute, its entities resolved; empty where it has none.
pub(crate) fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut left = attributes;
    loop {
        left = left.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if left.is_empty() {
            return None;
        }
        let end = left.find(|c: char| c.is_ascii_whitespace() || c == '=').unwrap_or(left.len());
        // An equals sign alone is a name of one character.
        let (name, rest) = left.split_at_checked(end.max(1))?;
        let mut value = "";
        left = rest;
        if let Some(rest) = rest.trim_ascii_start().strip_prefix('=') {
            let rest = rest.trim_ascii_start();
            let quoted = rest.strip_prefix('"').and_then(|rest| rest.split_once('"'));
            let quoted = quoted.or_else(|| rest.strip_prefix('\'').and_then(|rest| rest.split_once('\'')));
            let bare = || {
                let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
                rest.split_at_checked(end)
            };
            (value, left) = quoted.or_else(bare)?;
        }
        if name.eq_ignore_ascii_case(wanted) {
            let mut text = String::new();
            resolve(value, |c| text.push(c));
            return Some(text);
        }
    }
}

/// Hands on the characters of a text, those of entities among them.
pub(crate) fn resolve(text: &str, mut hand_on: impl FnMut(char)) {
    let mut left = text;
    while let Some(at) = left.find('&') {
        let (before, rest) = left.split_at_checked(at).unwrap_or((left, ""));
        before.chars().for_each(&mut hand_on);
        let body = rest.get(1..).unwrap_or_default();
        let length = body.bytes().take(32).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
        let (name, behind) = body.split_at_checked(length).unwrap_or(("", body));
        match entity(name) {
            Some(c) => {
                hand_on(c);
                left = behind.strip_prefix(';').unwrap_or(behind);
            }
            None => {
                hand_on('&');
                left = body;
            }
        }
    }
    left.chars().for_each(hand_on);
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(number).filter(|c| *c != '\0');
    }
    Some(match name {
        "nbsp" | "NBSP" => '\u{a0}',
        "amp" | "AMP" => '&',
        "lt" | "LT" => '<',
        "gt" | "GT" => '>',
        "quot" | "QUOT" => '"',
        "apos" => '\'',
        "yen" => '¥',
        "middot" => '·',
        "times" => '×',
        "divide" => '÷',
        "plusmn" => '±',
        "permil" => '‰',
        "le" => '≤',
        "ge" => '≥',
        "ne" => '≠',
        "ndash" => '–',
        "mdash" => '—',
        "minus" => '−',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "ensp" | "emsp" | "thinsp" => ' ',
        "deg" => '°',
        "sup2" => '²',
        "sup3" => '³',
        "copy" => '©',
        "reg" => '®',
        "euro" => '€',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Token, Tokens, attribute, resolve};

    #[test]
    fn pieces_are_told_apart() {
        let html = "<!DOCTYPE html><!-- <td> --><TD title='a>b' x:num>1 < 2<br/></TD ><script>'<td>'</SCRIPT><style>.a{}</style>";
        let tokens: Vec<_> = Tokens::new(html).collect();
        assert_eq!(
            tokens,
            [
                Token::Open("TD", " title='a>b' x:num"),
                Token::Text("1 "),
                Token::Text("<"),
                Token::Text(" 2"),
                Token::Open("br", "/"),
                Token::Close("TD"),
                Token::Close("script"),
                Token::Style(".a{}"),
                Token::Close("style"),
            ]
            .map(|token| if token == Token::Close("script") { Token::Close("SCRIPT") } else { token })
        );
    }

    #[test]
    fn what_is_left_open_ends_somewhere() {
        for html in ["<", "<td", "<td a=\"", "<!--", "<!-- <td>", "</", "<script>", "<td a='>x", "&#", "<a =\"=>"] {
            assert!(Tokens::new(html).count() < 4, "{html}");
        }
        // Each of these would be looked through to the end for every tag.
        let many = ["<td a=\"'>", "<!-- a>", "<script>", "<style>"].map(|piece| piece.repeat(50_000)).concat();
        assert!(Tokens::new(&many).count() > 0);
    }

    #[test]
    fn attributes_are_quoted_or_not() {
        let attributes = " colspan=2 x:num=\"0.3\" Style='mso-number-format:\"0%\"' x:str nowrap/";
        assert_eq!(attribute(attributes, "colspan").as_deref(), Some("2"));
        assert_eq!(attribute(attributes, "x:num").as_deref(), Some("0.3"));
        assert_eq!(attribute(attributes, "style").as_deref(), Some("mso-number-format:\"0%\""));
        assert_eq!(attribute(attributes, "x:str").as_deref(), Some(""));
        assert_eq!(attribute(attributes, "rowspan"), None);
        assert_eq!(attribute("= = '\"", "a"), None);
    }

    #[test]
    fn entities_are_characters() {
        let mut text = String::new();
        resolve("a&amp;b&nbsp;&#32844;&#x6559;&unknown;&lt&", |c| text.push(c));
        assert_eq!(text, "a&b\u{a0}职教&unknown;<&");
    }
}
