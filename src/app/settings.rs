//! What the reader chose about the page itself, apart from any scenario.

use voced_model::{Lang, Quantity, Words};
use voced_scenario::Layer;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Dark text on white.
    Light,
    /// Light text on near black.
    Dark,
}

impl ThemeChoice {
    /// All choices, in the order of the page.
    pub const ALL: [ThemeChoice; 3] = [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark];

    /// The word in storage and in the page's attribute.
    pub const fn id(self) -> &'static str {
        match self {
            ThemeChoice::System => "system",
            ThemeChoice::Light => "light",
            ThemeChoice::Dark => "dark",
        }
    }

    /// The choice of a stored word.
    pub fn find(id: &str) -> Option<ThemeChoice> {
        ThemeChoice::ALL.into_iter().find(|choice| choice.id() == id)
    }
}

macro_rules! charts {
    ($($name:ident = $id:literal, $zh:literal, $en:literal;)*) => {
        /// A chart of the gallery.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ChartId { $(#[doc = $en] $name,)* }

        impl ChartId {
            /// Every chart, in the order of the gallery.
            pub const ALL: &'static [ChartId] = &[$(ChartId::$name,)*];

            /// The word in storage and in element ids.
            pub const fn id(self) -> &'static str {
                match self { $(ChartId::$name => $id,)* }
            }

            /// The title.
            pub const fn words(self) -> Words {
                match self { $(ChartId::$name => Words { zh: $zh, en: $en },)* }
            }
        }
    };
}

charts! {
    Intake = "intake", "高中阶段招生：中职与普高", "Upper-secondary intake by track";
    Enrolment = "enrolment", "中职在校生（按年级）", "Vocational enrolment by grade";
    Teachers = "teachers", "专任教师与需要量", "Teachers against need";
    Balance = "balance", "年度与累计收支差额", "Balance and cumulative balance";
    Uses = "uses", "经费支出构成", "Uses of money";
    Sources = "sources", "经费来源构成", "Sources of money";
    Payers = "payers", "资金由谁承担", "Who pays";
    Debt = "debt", "债务与债券余额", "Debt and bonds outstanding";
    PerStudent = "per_student", "生均支出：中职与普高", "Spending per student: vocational and general";
    General = "general", "普高在校生与固定成本", "General students and what is paid for";
    Progress = "progress", "规划目标进度", "Progress towards the plan's targets";
}

impl ChartId {
    /// The chart of a stored word.
    pub fn find(id: &str) -> Option<ChartId> {
        ChartId::ALL.iter().copied().find(|chart| chart.id() == id)
    }
}

/// What the page shows beside the levers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Screen {
    /// Charts, warnings, targets.
    #[default]
    Explore,
    /// How sure the results are.
    Sure,
    /// Which assumption matters.
    Matters,
    /// What moved the result.
    Why,
    /// What it would take.
    Solve,
    /// Scenarios beside each other.
    Compare,
    /// Kept scenarios, stages, files.
    Keep,
    /// What the plans say.
    Plans,
    /// What was observed, beside the projection.
    Happened,
    /// What can be taken away.
    Take,
    /// Areas of the user's own; reached from the list of areas.
    Areas,
    /// Many areas under one lever; reached from the list of areas.
    Many,
    /// What this page is; reached from the header.
    About,
}

impl Screen {
    /// Every screen, in the order of the page.
    pub const ALL: [Screen; 13] = [
        Screen::Explore,
        Screen::Sure,
        Screen::Matters,
        Screen::Why,
        Screen::Solve,
        Screen::Compare,
        Screen::Keep,
        Screen::Plans,
        Screen::Happened,
        Screen::Take,
        Screen::Areas,
        Screen::Many,
        Screen::About,
    ];

    /// Whether it is chosen in the row of screens; the others have a way of their own.
    pub fn is_listed(self) -> bool {
        !matches!(self, Screen::Areas | Screen::Many | Screen::About)
    }

    /// The word in storage and in element ids.
    pub const fn id(self) -> &'static str {
        match self {
            Screen::Explore => "explore",
            Screen::Sure => "sure",
            Screen::Matters => "matters",
            Screen::Why => "why",
            Screen::Solve => "solve",
            Screen::Compare => "compare",
            Screen::Keep => "keep",
            Screen::Plans => "plans",
            Screen::Happened => "happened",
            Screen::Take => "take",
            Screen::Areas => "areas",
            Screen::Many => "many",
            Screen::About => "about",
        }
    }

    /// The name.
    pub const fn words(self) -> Words {
        match self {
            Screen::Explore => Words { zh: "图表与目标", en: "Charts" },
            Screen::Sure => Words { zh: "有多大把握", en: "How sure?" },
            Screen::Matters => Words { zh: "什么最要紧", en: "What matters?" },
            Screen::Why => Words { zh: "为什么变了", en: "Why?" },
            Screen::Solve => Words { zh: "怎样才能达到", en: "What it takes" },
            Screen::Compare => Words { zh: "方案比较", en: "Compare" },
            Screen::Keep => Words { zh: "我的方案", en: "My scenarios" },
            Screen::Plans => Words { zh: "规划原文", en: "Plans" },
            Screen::Happened => Words { zh: "计划与实际", en: "What happened?" },
            Screen::Take => Words { zh: "简报与导出", en: "Take away" },
            Screen::Areas => Words { zh: "我的地区", en: "My areas" },
            Screen::Many => Words { zh: "多地区推演", en: "Many areas" },
            Screen::About => Words { zh: "关于", en: "About" },
        }
    }

    /// What specialists call what it does, beside the plain name; `None` where the name says it.
    pub const fn term(self) -> Option<Words> {
        Some(match self {
            Screen::Sure => Words { zh: "不确定性分析", en: "uncertainty analysis" },
            Screen::Matters => Words { zh: "敏感性分析", en: "sensitivity analysis" },
            Screen::Why => Words { zh: "归因分析", en: "attribution" },
            Screen::Solve => Words { zh: "目标求解", en: "goal seek" },
            Screen::Happened => Words { zh: "回溯检验与校准", en: "backtest and calibration" },
            _ => return None,
        })
    }

    /// A heading of it with the specialists' term behind it.
    pub fn heading(self, words: Words, lang: Lang) -> String {
        let term = self.term().map_or("", |term| term.get(lang));
        format!("{}{}", words.get(lang), lang.bracketed(term))
    }

    /// The screen of a stored word.
    pub fn find(id: &str) -> Option<Screen> {
        Screen::ALL.into_iter().find(|screen| screen.id() == id)
    }
}

/// What the reader chose about the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The language.
    pub lang: Lang,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// The charts on show, in the order of the gallery.
    pub charts: Vec<ChartId>,
    /// The charts chosen for the brief; empty where those on show stand in it.
    pub brief_charts: Vec<ChartId>,
    /// Whether charts and targets say how sure they are.
    pub bands: bool,
    /// Whether the draws are weighed by what was observed, where an area has observed values.
    pub conditioned: bool,
    /// Whether charts and numbers are differences from the comparison, not levels.
    pub difference: bool,
    /// What is shown beside the levers.
    pub screen: Screen,
    /// The quantity that is asked about.
    pub subject: Quantity,
    /// What differences are held against: the area's status quo or its plan.
    pub compare: Layer,
}

impl Settings {
    /// How many charts may be on show.
    pub const MAX_CHARTS: usize = 4;

    /// The settings of a first visit.
    pub fn new(lang: Lang) -> Settings {
        Settings {
            lang,
            theme: ThemeChoice::System,
            charts: vec![ChartId::Enrolment, ChartId::Payers, ChartId::Intake, ChartId::Teachers],
            brief_charts: Vec::new(),
            bands: true,
            conditioned: false,
            difference: false,
            screen: Screen::Explore,
            subject: Quantity::VocEnrolment,
            compare: Layer::Base,
        }
    }

    /// The chart that goes when one more is chosen; `None` while there is room.
    pub fn next_to_go(&self) -> Option<ChartId> {
        self.charts.first().copied().filter(|_| self.charts.len() == Self::MAX_CHARTS)
    }

    /// The chart that goes when `chart` is chosen; `None` where there is room for it, or where it is on show.
    pub fn replaced_by(&self, chart: ChartId) -> Option<ChartId> {
        self.next_to_go().filter(|_| !self.charts.contains(&chart))
    }

    /// Shows a chart or takes it away. One always stays; a fifth takes the place of the oldest.
    pub fn toggle(&mut self, chart: ChartId) {
        match self.charts.iter().position(|shown| *shown == chart) {
            Some(_) if self.charts.len() == 1 => {}
            Some(place) => {
                self.charts.remove(place);
            }
            None => {
                if let Some(oldest) = self.replaced_by(chart) {
                    self.charts.retain(|shown| *shown != oldest);
                }
                self.charts.push(chart);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_to_four_charts_are_on_show() {
        let mut settings = Settings::new(Lang::Zh);
        for chart in ChartId::ALL {
            settings.toggle(*chart);
            assert!((1..=Settings::MAX_CHARTS).contains(&settings.charts.len()));
        }
        settings.charts = vec![ChartId::Uses];
        settings.toggle(ChartId::Uses);
        assert_eq!(settings.charts, [ChartId::Uses]);
        assert!(ChartId::ALL.iter().all(|chart| ChartId::find(chart.id()) == Some(*chart)));
    }
}
