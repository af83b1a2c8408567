//! One spelling for names and words of sheets.

use voced_model::typed::plain;

/// What is compared: letters and digits in half width and lower case, without spaces, brackets and punctuation.
pub(crate) fn key(text: &str) -> String {
    plain(text).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Half width, lower case, without spaces: for what punctuation tells apart.
pub(crate) fn tight(text: &str) -> String {
    plain(text).chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{key, tight};

    #[test]
    fn width_spaces_and_punctuation_do_not_count() {
        assert_eq!(key(" “双师型” 教师（名） "), "双师型教师名");
        assert_eq!(key("Full-time　ＴＥＡＣＨＥＲＳ"), "fulltimeteachers");
        assert_eq!(tight("２０２１ / ２２ 学年"), "2021/22学年");
    }
}
