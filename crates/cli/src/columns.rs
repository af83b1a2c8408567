//! Tables in aligned columns, where a Chinese character is as wide as two Latin ones.

use unicode_width::UnicodeWidthStr;

/// Where the text of a column stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// Lays rows out under their headings, two spaces between columns.
pub fn aligned<const N: usize>(head: [(&str, Side); N], rows: &[[String; N]]) -> String {
    let mut widths = head.map(|(title, _)| title.width());
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let sides = head.map(|(_, side)| side);
    let rule = widths.map(|width| "-".repeat(width));
    let mut text = line(&head.map(|(title, _)| title.to_owned()), &widths, &sides);
    text += &line(&rule, &widths, &sides);
    for row in rows {
        text += &line(row, &widths, &sides);
    }
    text
}

fn line<const N: usize>(cells: &[String; N], widths: &[usize; N], sides: &[Side; N]) -> String {
    let mut line = String::new();
    for ((cell, width), side) in cells.iter().zip(widths).zip(sides) {
        if !line.is_empty() {
            line += "  ";
        }
        let gap = " ".repeat(width.saturating_sub(cell.width()));
        line += &match side {
            Side::Left => format!("{cell}{gap}"),
            Side::Right => format!("{gap}{cell}"),
        };
    }
    format!("{}\n", line.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{Side, aligned};

    #[test]
    fn chinese_takes_two_columns_a_character() {
        let rows = [["莱芜".to_owned(), "5".to_owned()], ["Laiwu".to_owned(), "2020".to_owned()]];
        let text = aligned([("名称", Side::Left), ("n", Side::Right)], &rows);
        assert_eq!(text, "名称      n\n-----  ----\n莱芜      5\nLaiwu  2020\n");
    }
}
