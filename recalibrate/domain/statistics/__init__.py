"""Small, exact statistics for small numbers of cases: pure functions, nothing but the standard library."""

from recalibrate.domain.statistics.forecasts import Calibration, calibration
from recalibrate.domain.statistics.interval import Interval
from recalibrate.domain.statistics.median import median
from recalibrate.domain.statistics.proportions import Difference, newcombe, wilson
from recalibrate.domain.statistics.rates import RateRatio, clopper_pearson, rate_ratio
from recalibrate.domain.statistics.signs import sign_test
from recalibrate.domain.statistics.slope import theil_sen
from recalibrate.domain.statistics.survival import Wait, median_wait, waiting_curve
from recalibrate.domain.statistics.trend import Trend, exact_p, kendall_s, normal_p, trend

__all__ = [
    "Calibration",
    "Difference",
    "Interval",
    "RateRatio",
    "Trend",
    "Wait",
    "calibration",
    "clopper_pearson",
    "exact_p",
    "kendall_s",
    "median",
    "median_wait",
    "newcombe",
    "normal_p",
    "rate_ratio",
    "sign_test",
    "theil_sen",
    "trend",
    "waiting_curve",
    "wilson",
]
