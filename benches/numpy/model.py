"""The model of `crates/model/src/equations` in NumPy, vectorised over draws.

Every quantity of a year is an array of shape (draws,) or, where no draw moves it, a number; the
years are walked one after the other. The names are those of inputs and quantities in scenario files.
"""

import json
from pathlib import Path

import numpy as np

# How much less counts as less: a share that was set to the floor is not below it.
ROUNDING = 1e-9

USES = (
    "cost_personnel", "cost_part_time", "cost_operating", "cost_inservice", "cost_certification",
    "cost_intern_subsidy", "cost_training_pay", "cost_construction", "cost_equipment",
    "cost_deliverables", "cost_debt_service",
)
SOURCES = (
    "fund_basic_staff", "fund_basic_student", "fund_surcharge_education", "fund_surcharge_local",
    "fund_development", "fund_performance", "fund_tilt", "fund_tuition_waiver", "fund_training_net",
    "fund_bonds", "fund_upper_grants",
)
TREASURY = SOURCES[:7]


class Case:
    """What the equations read: `inputs` by id, each a value or, for a path, a list of values by year."""

    def __init__(self, document, draws=None):
        self.base_year = document["base_year"]
        self.years = document["years"]
        self.projects = [project for project in document["projects"] if project["on"]]
        self.deliverables = document["deliverables"]
        self.inputs = dict(document["inputs"])
        for name, slots in document["drawn"].items():
            values = [np.resize(np.array(slot), draws or len(slot)) for slot in slots]
            self.inputs[name] = values if isinstance(self.inputs[name], list) else values[0]

    @classmethod
    def read(cls, file):
        """The case of a file written by the example `numpy_case`, and the results to compare with."""
        document = json.loads(Path(file).read_text(encoding="utf-8"))
        results = {name: np.array(rows, dtype=float) for name, rows in document["results"].items()}
        return document, cls(document), results


def ratio(part, whole):
    """`part / whole`, absent (NaN) where `whole` is zero."""
    return np.where(whole == 0.0, np.nan, part / whole)


def or_zero(value):
    """The value, or zero where it is negative."""
    return np.maximum(value, 0.0)


def fiscal_mean(last, this):
    """Eight months of the old academic year and four of the new."""
    return (8.0 * last + 4.0 * this) / 12.0


def project(case):
    """Every quantity of the case: a dict of lists, one entry a year, `None` where it has none."""
    run = Run(case)
    # Ratios over zero are expected; `ratio` makes them absent.
    with np.errstate(divide="ignore", invalid="ignore"):
        for t in range(case.years):
            run.year(t)
    return run.results


class Run:
    """A projection in the making."""

    def __init__(self, case):
        self.case = case
        self.results = {}

    def get(self, name, t):
        return self.results[name][t]

    def set(self, name, t, value):
        self.results.setdefault(name, [None] * self.case.years)[t] = value
        return value

    def mean(self, name, t):
        return fiscal_mean(self.get(name, t - 1), self.get(name, t))

    def year(self, t):
        i = self.case.inputs
        self.prices = (1.0 + i["price_growth"]) ** t
        self.pay = i["teacher_pay"] * (1.0 + i["pay_growth"]) ** t
        self.places(t)
        self.advance(t)
        self.divide(t)
        self.place(t)
        self.settle(t)
        self.staff(t)
        self.equip(t)
        if t == 0:
            self.set("debt", t, i["debt_base"])
            self.set("bond_debt", t, 0.0)
            self.set("gen_capacity", t, self.get("gen_enrolment", t))
            self.set("balance_cumulative", t, 0.0)
        else:
            self.spend(t)
            self.raise_funds(t)
            self.close(t)
        self.gaps(t)

    def places(self, t):
        i, case = self.case.inputs, self.case
        year = case.base_year + t
        built = sum(p["area_m2"] for p in case.projects if case.base_year < p["finish"] <= year)
        area = self.set("building_area", t, i["building_area_base"] + built)
        self.set("seats", t, area / i["area_per_student_standard"])

    def advance(self, t):
        """Last year's students move up a grade."""
        i = self.case.inputs
        if t == 0:
            for track in ("voc", "gen"):
                for grade in (2, 3):
                    self.set(f"{track}_grade_{grade}", t, i[f"{track}_grade_{grade}_base"])
            return
        last = t - 1
        voc = [self.get(f"voc_grade_{grade}", last) for grade in (1, 2, 3)]
        gen = [self.get(f"gen_grade_{grade}", last) for grade in (1, 2, 3)]
        voc_stay, gen_stay = 1.0 - i["voc_exit_rate"], 1.0 - i["gen_exit_rate"]
        transfers = self.set("transfers", t, i["transfer_rate"][t] * gen[0] * gen_stay)
        self.set("voc_grade_2", t, voc[0] * voc_stay + transfers)
        short = i["short_course_share"]
        self.set("voc_grade_3", t, voc[1] * voc_stay * (1.0 - short))
        self.set("gen_grade_2", t, gen[0] * gen_stay - transfers)
        self.set("gen_grade_3", t, gen[1] * gen_stay)
        graduates = self.set("voc_graduates", t, (voc[2] + short * voc[1]) * voc_stay)
        self.set("gen_graduates", t, gen[2] * gen_stay)
        self.set("voc_exits", t, i["voc_exit_rate"] * (voc[0] + voc[1] + voc[2]))
        self.set("articulated_graduates", t, graduates * i["articulated_share"][t])

    def divide(self, t):
        """The entrants go to general and vocational schools."""
        i = self.case.inputs
        juniors = i["junior_graduates"][t] * (1.0 + i["junior_graduate_growth"]) ** t
        self.set("junior_graduates", t, juniors)
        entrants = self.set("entrants_total", t, juniors * i["progression_rate"][t])
        general = entrants * (1.0 - i["vocational_share"][t])
        if t > 0:
            below = self.get("voc_share_of_intake", t - 1) < i["vocational_share_floor"] - ROUNDING
            frozen = (i["general_freeze"] == 1.0) & below
            general = np.where(frozen, np.minimum(general, self.get("gen_entrants", t - 1)), general)
        self.set("gen_entrants", t, general)
        directed = entrants - general
        self.kept = entrants * i["vocational_share"][0]
        if t > 0:
            refused = self.set("voc_refusals", t, i["refusal_share"][t] * or_zero(directed - self.kept))
            directed = directed - refused
        vocational = self.set("voc_entrants_all", t, directed)
        self.set("voc_share_of_intake", t, ratio(vocational, vocational + general))
        schools = vocational * (1.0 - i["technical_share"])
        self.set("voc_share_excl_technical", t, ratio(schools, schools + general))
        self.set("voc_gen_ratio", t, ratio(vocational, general))

    def place(self, t):
        """The vocational entrants find places in the in-scope schools."""
        if t == 0:
            return
        i = self.case.inputs
        vocational, share = self.get("voc_entrants_all", t), i["in_scope_share"][t]
        captured = np.minimum(share * i["marginal_capture_ratio"], 1.0)
        wanted = share * np.minimum(vocational, self.kept) + captured * or_zero(vocational - self.kept)
        free = or_zero(self.get("seats", t) - self.get("voc_grade_2", t) - self.get("voc_grade_3", t))
        placed = np.where(i["seat_limit"] == 1.0, np.minimum(wanted, free), wanted)
        self.set("voc_entrants", t, placed)
        self.set("unplaced_entrants", t, wanted - placed)

    def settle(self, t):
        """Grade one comes in, and the schools are counted."""
        i = self.case.inputs
        self.set("voc_grade_1", t, i["voc_grade_1_base"] if t == 0 else self.get("voc_entrants", t))
        self.set("gen_grade_1", t, i["gen_grade_1_base"] if t == 0 else self.get("gen_entrants", t))
        for track in ("voc", "gen"):
            one, two, three = (self.get(f"{track}_grade_{grade}", t) for grade in (1, 2, 3))
            self.set(f"{track}_enrolment", t, one + two + three)
            if t > 0:
                self.set(f"{track}_students_avg", t, self.mean(f"{track}_enrolment", t))

    def staff(self, t):
        i = self.case.inputs
        students = self.get("voc_enrolment", t)
        share = i["teaching_share_of_staff"]
        by_students = students / i["students_per_staff_quota"][t]
        quota = self.set("staff_quota", t, np.where(i["quota_rule"] == 1.0, i["approved_posts"][t], by_students))
        part_time = self.set("part_time_posts", t, i["part_time_quota_share"][t] * quota)
        required = self.set("teachers_required", t, students / i["students_per_teacher_standard"][t])
        ceiling = or_zero(share * quota - part_time)
        if t == 0:
            teachers = self.set("teachers", t, i["teachers_base"])
            professional = self.set("professional_teachers", t, teachers * i["professional_share_base"])
            double = professional * i["double_qualified_share_base"]
            self.set("postgraduate_teachers", t, teachers * i["postgraduate_share_base"])
        else:
            teachers, professional, double = self.hire(t, required, ceiling)
        self.set("double_qualified_teachers", t, double)
        others = self.set("non_teaching_staff", t, teachers * (1.0 - share) / share)
        self.set("staff_outside_quota", t, teachers + others - self.staff_in_quota(t))
        self.set("students_per_teacher", t, ratio(students, teachers))
        self.set("professional_share", t, ratio(professional, teachers))
        self.set("double_qualified_share", t, ratio(double, professional))
        self.set("double_qualified_share_all", t, ratio(double, teachers))
        self.set("postgraduate_share", t, ratio(self.get("postgraduate_teachers", t), teachers))
        self.set("teacher_gap", t, required - teachers)
        self.set("quota_headroom", t, ceiling - teachers)
        self.set("part_time_share", t, ratio(part_time, teachers))
        self.set("gen_teachers_required", t, self.get("gen_enrolment", t) / i["gen_students_per_teacher"])

    def hire(self, t, required, ceiling):
        """Hires of the year and what they change: teachers, professional and double-qualified ones."""
        i = self.case.inputs
        stay_share = 1.0 - i["attrition_rate"][t]
        stay = self.get("teachers", t - 1) * stay_share
        wanted = i["hires"][t] + i["gap_fill_share"][t] * or_zero(required - stay - i["hires"][t])
        allowed = np.minimum(wanted, or_zero(ceiling - stay))
        hires = self.set("teacher_hires", t, np.where(i["quota_limit"] == 1.0, allowed, wanted))
        teachers = self.set("teachers", t, stay + hires)

        professional_hires = hires * i["hires_professional_share"][t]
        professional = self.get("professional_teachers", t - 1) * stay_share + professional_hires
        self.set("professional_teachers", t, professional)
        before = (self.get("double_qualified_teachers", t - 1) * stay_share
                  + professional_hires * i["hires_double_qualified_share"][t])
        certified = i["certification_rate"][t] * or_zero(professional - before)
        self.set("teachers_certified", t, certified)

        postgraduates = self.get("postgraduate_teachers", t - 1) * stay_share
        upgraded = i["postgraduate_upgrade_rate"][t] * (stay - postgraduates)
        hired = hires * i["hires_postgraduate_share"][t]
        self.set("postgraduate_teachers", t, postgraduates + hired + upgraded)
        return teachers, professional, before + certified

    def equip(self, t):
        """Equipment bought and worn out, and the year's building cost."""
        i, case = self.case.inputs, self.case
        students = self.get("voc_enrolment", t)
        self.need = i["equipment_per_student_standard"] * students * self.prices
        if t == 0:
            value = i["equipment_base"]
        else:
            kept = self.get("equipment_value", t - 1) * (1.0 - 1.0 / i["equipment_life_years"])
            bought = i["equipment_fill_share"][t] * or_zero(self.need - kept)
            value = kept + self.set("cost_equipment", t, bought)
            cost = 0.0
            for item in case.projects:
                if item["start"] <= case.base_year + t <= item["finish"]:
                    price = i["building_cost_per_m2"] if item["cost_per_m2"] is None else item["cost_per_m2"]
                    years = item["finish"] - item["start"] + 1
                    cost = cost + item["area_m2"] * price * self.prices / years
            self.set("cost_construction", t, cost)
        self.set("equipment_value", t, value)
        self.set("area_per_student", t, ratio(self.get("building_area", t), students))
        self.set("equipment_per_student", t, ratio(value, students))

    def spend(self, t):
        i, prices, pay = self.case.inputs, self.prices, self.pay
        staff = fiscal_mean(self.staff_in_quota(t - 1), self.staff_in_quota(t))
        staff = staff + self.mean("staff_outside_quota", t) * i["contract_pay_ratio"]
        self.set("cost_personnel", t, staff * pay * i["on_cost_factor"])
        self.part_time_pay = self.mean("part_time_posts", t) * pay * i["part_time_pay_ratio"]
        self.set("cost_part_time", t, self.part_time_pay)
        students = self.get("voc_students_avg", t)
        self.set("cost_operating", t, students * i["operating_cost_per_student"][t] * prices)
        trained = self.mean("teachers", t) / i["inservice_cycle_years"]
        self.set("cost_inservice", t, trained * i["inservice_cost_per_teacher"] * prices)
        self.set("cost_certification", t, self.get("teachers_certified", t) * i["certification_cost"] * prices)
        wage = i["minimum_wage"] * (1.0 + i["pay_growth"]) ** t
        months = self.mean("voc_grade_3", t) * i["intern_share"][t] * i["intern_months"]
        self.set("cost_intern_subsidy", t, months * i["intern_subsidy_rate"] * wage)
        revenue = i["training_person_times"][t] * i["training_fee"] * prices
        net = self.set("fund_training_net", t, revenue * i["training_margin"])
        self.set("cost_training_pay", t, i["training_pay_share"][t] * net)
        units = (item["units"][t] * item["unit_cost"] for item in self.case.deliverables)
        self.set("cost_deliverables", t, sum(units) * prices)
        self.serve_debt(t)
        self.set("uses_total", t, sum(self.get(name, t) for name in USES))

    def serve_debt(self, t):
        i, base_year = self.case.inputs, self.case.base_year
        debt, clear_year = i["debt_base"], i["debt_clear_year"]
        even = np.where(base_year + t <= clear_year, debt / (clear_year - base_year), 0.0)
        repaid = np.where(clear_year <= base_year, debt if t == 1 else 0.0, even)
        service = i["debt_interest_rate"] * self.get("debt", t - 1) + repaid
        self.set("cost_debt_service", t, service + self.serve_bonds(t))
        self.set("debt", t, self.get("debt", t - 1) - repaid)

    def serve_bonds(self, t):
        """Grants and bonds of the year; gives interest and repayment."""
        i, cost = self.case.inputs, self.get("cost_construction", t)
        self.set("fund_upper_grants", t, i["upper_grant_share"] * cost)
        share = np.minimum(i["bond_share"], 1.0 - i["upper_grant_share"])
        borrowed = self.set("fund_bonds", t, share * cost)
        term = i["bond_term"]
        repaid = sum(np.where(t - year <= term, self.get("fund_bonds", year) / term, 0.0) for year in range(1, t))
        last = self.get("bond_debt", t - 1)
        self.set("bond_debt", t, or_zero(last + borrowed - repaid))
        return i["bond_interest_rate"] * last + repaid

    def staff_in_quota(self, t):
        staff = self.get("teachers", t) + self.get("non_teaching_staff", t)
        return np.minimum(staff, or_zero(self.get("staff_quota", t) - self.get("part_time_posts", t)))

    def raise_funds(self, t):
        i = self.case.inputs
        students = self.get("voc_students_avg", t)
        by_formula = i["funding_rule"] == 1.0
        funded = i["staff_funded_share"][t] * fiscal_mean(self.staff_in_quota(t - 1), self.staff_in_quota(t))
        itemised = funded * self.pay * i["on_cost_factor"] + self.part_time_pay
        staff = self.set("fund_basic_staff", t, np.where(by_formula, 0.0, itemised))
        amount = np.where(by_formula, i["per_student_appropriation"][t], i["public_funds_per_student"][t])
        student = self.set("fund_basic_student", t, students * amount)
        self.surcharges(t)
        self.set("fund_development", t, i["development_fund"][t])
        pool = i["performance_pool_share"][t] * i["performance_score"][t]
        self.set("fund_performance", t, pool * (staff + student))
        rise = i["education_spending"] * ((1.0 + i["education_spending_growth"]) ** t - 1.0)
        self.set("fund_tilt", t, i["tilt_share"][t] * or_zero(rise))
        waiver = students * i["tuition_waiver_per_student"] * i["tuition_waiver_coverage"]
        self.set("fund_tuition_waiver", t, waiver)
        self.set("sources_total", t, sum(self.get(name, t) for name in SOURCES))
        own = i["waiver_local_share"]
        self.set("treasury_outlay", t, sum(self.get(name, t) for name in TREASURY) + own * waiver)
        self.set("upper_outlay", t, self.get("fund_upper_grants", t) + (1.0 - own) * waiver)

    def surcharges(self, t):
        i = self.case.inputs
        base = i["surcharge_tax_base"] * (1.0 + i["tax_base_growth"]) ** t * i["surcharge_relief_factor"]
        parts = {name: i[f"{name}_surcharge_rate"] * base for name in ("education", "local")}
        gross = parts["education"] + parts["local"]
        offset = np.minimum(i["offset_rate"] * i["enterprise_investment"][t], gross)
        scale = i["secondary_share_of_pool"] * i["surcharge_additionality"]
        for name, part in parts.items():
            left = or_zero(part - np.where(gross == 0.0, 0.0, offset * part / gross))
            self.set(f"fund_surcharge_{name}", t, i[f"{name}_surcharge_voc_share"][t] * left * scale)

    def close(self, t):
        i = self.case.inputs
        uses, sources = self.get("uses_total", t), self.get("sources_total", t)
        students, gen_students = self.get("voc_students_avg", t), self.get("gen_students_avg", t)
        balance = self.set("balance", t, sources - uses)
        self.set("balance_cumulative", t, self.get("balance_cumulative", t - 1) + balance)
        self.set("coverage", t, ratio(sources, uses))
        self.set("uses_per_student", t, ratio(uses, students))
        self.set("sources_per_student", t, ratio(sources, students))
        once = sum(self.get(name, t) for name in ("cost_construction", "cost_equipment", "cost_debt_service"))
        recurrent = self.set("recurrent_per_student", t, ratio(uses - once, students))
        kept = (1.0 - i["gen_release_rate"]) * self.get("gen_capacity", t - 1)
        self.set("gen_capacity", t, np.maximum(self.get("gen_enrolment", t), kept))
        fixed = i["gen_fixed_cost_share"]
        paid_for = (1.0 - fixed) * gen_students + fixed * self.mean("gen_capacity", t)
        cost = paid_for * i["gen_cost_per_student"] * (1.0 + i["gen_cost_growth"]) ** t
        self.set("gen_cost", t, cost)
        self.set("upper_secondary_cost", t, uses + cost)
        general = self.set("gen_spending_per_student", t, ratio(cost, gen_students))
        self.set("voc_gen_cost_ratio", t, ratio(recurrent, general))

    def gaps(self, t):
        i = self.case.inputs
        missing = or_zero(self.get("teachers_required", t) - self.get("teachers", t))
        teachers = self.set("standard_gap_teachers", t, missing * self.pay * i["on_cost_factor"])
        needed = i["area_per_student_standard"] * self.get("voc_enrolment", t)
        short = or_zero(needed - self.get("building_area", t))
        area = self.set("standard_gap_area", t, short * i["building_cost_per_m2"] * self.prices)
        equipment = self.set("standard_gap_equipment", t, or_zero(self.need - self.get("equipment_value", t)))
        self.set("standard_gap_total", t, teachers + area + equipment)
