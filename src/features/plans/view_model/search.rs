//! Searching in texts of both languages: width and case make no difference.

/// A character as it is compared: narrow, small, plain quotation marks. One character stays one, so that what
/// was found can be marked in the text as it stands.
fn folded(character: char) -> char {
    let narrow = match character {
        '\u{3000}' => ' ',
        '“' | '”' | '「' | '」' => '"',
        '‘' | '’' => '\'',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
        other => other,
    };
    let mut small = narrow.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) => one,
        _ => narrow,
    }
}

/// A text as it is compared.
pub fn fold(text: &str) -> String {
    text.chars().map(folded).collect()
}

/// What is looked for: words, all of which must be there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms(Vec<Vec<char>>);

impl Terms {
    /// The words of what was typed.
    pub fn of(typed: &str) -> Terms {
        Terms(fold(typed).split_whitespace().map(|word| word.chars().collect()).collect())
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a folded text holds every word.
    pub fn are_in(&self, folded: &str) -> bool {
        self.0.iter().all(|word| folded.contains(&word.iter().collect::<String>()))
    }

    /// A text cut into pieces, each with whether it is one of the words.
    pub fn marked(&self, text: &str) -> Vec<(bool, String)> {
        let original: Vec<char> = text.chars().collect();
        let compared: Vec<char> = original.iter().copied().map(folded).collect();
        let mut hit = vec![false; original.len()];
        for word in &self.0 {
            for (start, window) in compared.windows(word.len()).enumerate() {
                if window == word.as_slice() {
                    hit[start..start + word.len()].fill(true);
                }
            }
        }
        let mut pieces: Vec<(bool, String)> = Vec::new();
        for (character, is_hit) in original.into_iter().zip(hit) {
            match pieces.last_mut() {
                Some((same, piece)) if *same == is_hit => piece.push(character),
                _ => pieces.push((is_hit, character.to_string())),
            }
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_and_case_make_no_difference() {
        let terms = Terms::of("ＬＷ-００6");
        assert!(terms.are_in(&fold("编号 lw-006")));
        assert_eq!(terms.marked("LW-006。"), [(true, "LW-006".to_owned()), (false, "。".to_owned())]);
        assert!(Terms::of("３０００ 学生").are_in(&fold("学生达到3000人")));
        assert!(!Terms::of("3000 教师").are_in(&fold("学生达到3000人")));
    }

    #[test]
    fn markup_is_text_like_any_other() {
        let pieces = Terms::of("<b>").marked("a <b>x</b>");
        assert_eq!(pieces[1], (true, "<b>".to_owned()));
        assert!(Terms::of("   ").is_empty());
        assert_eq!(Terms::default().marked("ab"), [(false, "ab".to_owned())]);
    }
}
