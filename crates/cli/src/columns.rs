//! Tables in aligned columns, where a Chinese character is as wide as two Latin ones.

use unicode_width::UnicodeWidthStr;

/// Where the text of a column stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Lays rows out under their headings, two spaces between columns.
pub fn aligned<'a>(head: impl AsRef<[(&'a str, Alignment)]>, rows: &[impl AsRef<[String]>]) -> String {
    let head = head.as_ref();
    let mut widths: Vec<usize> = head.iter().map(|(title, _)| title.width()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row.as_ref()) {
            *width = (*width).max(cell.width());
        }
    }
    let sides: Vec<Alignment> = head.iter().map(|(_, side)| *side).collect();
    let titles: Vec<String> = head.iter().map(|(title, _)| (*title).to_owned()).collect();
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let mut text = line(&titles, &widths, &sides) + &line(&rule, &widths, &sides);
    for row in rows {
        text += &line(row.as_ref(), &widths, &sides);
    }
    text
}

fn line(cells: &[String], widths: &[usize], sides: &[Alignment]) -> String {
    let mut line = String::new();
    for ((cell, width), side) in cells.iter().zip(widths).zip(sides) {
        if !line.is_empty() {
            line += "  ";
        }
        let gap = " ".repeat(width.saturating_sub(cell.width()));
        line += &match side {
            Alignment::Left => format!("{cell}{gap}"),
            Alignment::Right => format!("{gap}{cell}"),
        };
    }
    format!("{}\n", line.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{Alignment, aligned};

    #[test]
    fn chinese_takes_two_columns_a_character() {
        let rows = [["莱芜".to_owned(), "5".to_owned()], ["Laiwu".to_owned(), "2020".to_owned()]];
        let text = aligned([("名称", Alignment::Left), ("n", Alignment::Right)], &rows);
        assert_eq!(text, "名称      n\n-----  ----\n莱芜      5\nLaiwu  2020\n");
    }
}
