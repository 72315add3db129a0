"""Pools of public money that bear losses."""

from ceyuan.engines.pools.loss import Course, MonthOfPool, run_pool
from ceyuan.engines.pools.terms import BadPool, Loan, PoolTerms, Scenario

__all__ = ["BadPool", "Course", "Loan", "MonthOfPool", "PoolTerms", "Scenario", "run_pool"]
