//! What the JSON reader says, in plain words.

use voced_model::text::{Lang, Words};

/// Beginnings of the JSON reader's messages, and how people are told.
const KNOWN: [(&str, Words); 12] = [
    (
        "EOF",
        Words {
            zh: "内容不完整，可能缺少结尾的引号或括号",
            en: "the text ends too early; a closing quote or bracket may be missing",
        },
    ),
    ("expected `:`", Words { zh: "此处应为冒号", en: "a colon is expected here" }),
    ("expected `,` or `}`", Words { zh: "此处应为逗号或右花括号", en: "a comma or } is expected here" }),
    ("expected `,` or `]`", Words { zh: "此处应为逗号或右方括号", en: "a comma or ] is expected here" }),
    ("trailing comma", Words { zh: "最后一项之后多了逗号", en: "a comma too many after the last item" }),
    ("trailing characters", Words { zh: "结尾之后还有多余内容", en: "there is more text after the end" }),
    ("key must be a string", Words { zh: "名称须加英文双引号", en: "the key must stand in double quotes" }),
    (
        "expected value",
        Words {
            zh: "此处应为数、带双引号的文字、列表或对象",
            en: "a number, \"text\", a list or an object is expected here",
        },
    ),
    ("number out of range", Words { zh: "数过大", en: "the number is too large" }),
    ("invalid number", Words { zh: "数的写法不对", en: "the number is not written as one" }),
    ("recursion limit exceeded", Words { zh: "括号层数过多", en: "brackets are nested too deep" }),
    (
        "control character",
        Words { zh: "引号内有换行或控制字符", en: "a line break or control character within quotes" },
    ),
];

/// The plain words for `detail`; the reader's own where they are rare.
pub(super) fn words(detail: &str, lang: Lang) -> &str {
    KNOWN.iter().find(|(said, _)| detail.starts_with(said)).map_or(detail, |(_, words)| words.get(lang))
}
