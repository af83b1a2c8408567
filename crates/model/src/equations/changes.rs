//! What changed from one version of the equations to the next, in words: whoever opens an older file and
//! sees other numbers is told why.

use crate::text::Words;

/// A version of the equations and what it changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The version, as [`MODEL_VERSION`](super::MODEL_VERSION) was then.
    pub version: &'static str,
    /// What it changed against the version before it, in one sentence.
    pub what: Words,
}

/// Every version there has been, the present one last. Whoever changes
/// [`MODEL_VERSION`](super::MODEL_VERSION) adds a row.
pub const CHANGES: &[Change] = &[
    Change { version: "1.0.0", what: Words { zh: "首个版本。", en: "The first version." } },
    Change {
        version: "1.0.1",
        what: Words {
            zh: "无人升学的年份，中职招生占比为无数值，不再记为0；债务还清后余额恰为0。",
            en: "The vocational share of a year without entrants has no value, where it was 0; debt that is paid off is exactly 0.",
        },
    },
    Change {
        version: "2.0.0",
        what: Words {
            zh: "附加资金默认只有一半算作净增；普高学生减少时固定成本不随之减少；新增分流学生可能不就读，也可能不按原比例进入测算范围内学校；编制可为核定数，编外人员单列；基建可有上级补助和专项债券；可有两年毕业的学生；普高流失率、设备标准和教育支出增长率的默认值有变；各地区的基年数据按新公布的数字更新；假定按期完成的建设任务不再算作已达到的目标。",
            en: "By default half of the surcharge money counts as additional; fixed cost of general schools stays when their students leave; newly directed students may not come, and may go to the in-scope schools in another proportion; posts may be an approved number, and staff outside them are shown apart; construction may be granted by higher levels or borrowed; students may finish after two years; the defaults of the general exit rate, the equipment standard and the growth of education spending changed; base data of the areas follow newly published figures; deliverables that are assumed done on time no longer count as targets met.",
        },
    },
];

/// What lies between a version that is named in a file and the present one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Since {
    /// Nothing: it is the present version.
    Present,
    /// These changes, the oldest first.
    Changes(Vec<Change>),
    /// The list does not know the version: a newer program may have made the file.
    Unknown,
}

/// What a list of versions says came after `version`.
pub fn since(changes: &[Change], version: &str) -> Since {
    let Some(place) = changes.iter().position(|change| change.version == version) else {
        return Since::Unknown;
    };
    match &changes[place + 1..] {
        [] => Since::Present,
        later => Since::Changes(later.to_vec()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const THREE: &[Change] = &[
        Change { version: "1.0.0", what: Words { zh: "首个版本。", en: "The first version." } },
        Change { version: "1.1.0", what: Words { zh: "甲。", en: "A." } },
        Change { version: "2.0.0", what: Words { zh: "乙。", en: "B." } },
    ];

    #[test]
    fn later_changes_are_listed_and_no_others() {
        assert_eq!(since(THREE, "1.0.0"), Since::Changes(THREE[1..].to_vec()));
        assert_eq!(since(THREE, "1.1.0"), Since::Changes(THREE[2..].to_vec()));
        assert_eq!(since(THREE, "2.0.0"), Since::Present);
        assert_eq!(since(THREE, "1.0"), Since::Unknown);
        assert_eq!(since(&[], "1.0.0"), Since::Unknown);
    }

    #[test]
    fn the_list_ends_with_the_present_version_and_names_each_once() {
        assert_eq!(CHANGES.last().map(|change| change.version), Some(super::super::MODEL_VERSION));
        for (i, change) in CHANGES.iter().enumerate() {
            assert!(CHANGES[i + 1..].iter().all(|later| later.version != change.version), "{}", change.version);
            assert!(!change.what.zh.is_empty() && !change.what.en.is_empty(), "{}", change.version);
        }
    }
}
