//! The named parts of equations: what stands between the inputs and a result, and is no result itself.

use crate::text::Words;
use crate::units::Unit;

/// A part of an equation that has a name. A formula shows it by that name, and opens it once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Average pay of a teacher in the year.
    Pay,
    /// Vocational entrants there would be at the base-year share.
    KeptEntrants,
    /// Established staff within the quota.
    StaffInQuota,
    /// Bonds repaid in the year.
    BondRepayment,
    /// The education surcharge as collected.
    EducationGross,
    /// The local education surcharge as collected.
    LocalGross,
    /// Both surcharges as collected.
    SurchargeGross,
    /// What certified enterprises offset against both.
    SurchargeOffset,
    /// The education surcharge less its part of the offset.
    EducationKept,
    /// The local education surcharge less its part of the offset.
    LocalKept,
}

impl Part {
    /// The name.
    pub const fn words(self) -> Words {
        match self {
            Part::Pay => Words { zh: "当年教师平均工资", en: "Teacher pay of the year" },
            Part::KeptEntrants => {
                Words { zh: "按基年占比的中职招生数", en: "Vocational entrants at the base-year share" }
            }
            Part::StaffInQuota => Words { zh: "编内教职工", en: "Staff within the quota" },
            Part::BondRepayment => Words { zh: "当年偿还债券本金", en: "Bonds repaid in the year" },
            Part::EducationGross => Words { zh: "教育费附加征收额", en: "Education surcharge collected" },
            Part::LocalGross => Words { zh: "地方教育附加征收额", en: "Local surcharge collected" },
            Part::SurchargeGross => Words { zh: "两项附加征收合计", en: "Both surcharges collected" },
            Part::SurchargeOffset => {
                Words { zh: "产教融合型企业抵免额", en: "Offset by certified enterprises" }
            }
            Part::EducationKept => Words { zh: "抵免后的教育费附加", en: "Education surcharge after offset" },
            Part::LocalKept => Words { zh: "抵免后的地方教育附加", en: "Local surcharge after offset" },
        }
    }

    /// The unit.
    pub const fn unit(self) -> Unit {
        match self {
            Part::Pay => Unit::YuanPerTeacherYear,
            Part::KeptEntrants | Part::StaffInQuota => Unit::Persons,
            _ => Unit::Yuan,
        }
    }
}
