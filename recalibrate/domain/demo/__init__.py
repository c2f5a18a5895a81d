"""A believable year of made-up entries, the same for the same day and seed: for the demo, screenshots and tests."""

from recalibrate.domain.demo.year import demo_year

__all__ = ["demo_year"]
