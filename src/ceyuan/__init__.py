"""Ceyuan 策源: a district's innovation system as one ledger in which every figure answers for itself.

This package is the machine. It knows no programme, form or register by name; those are folders of
a district package such as `ceyuan_district`.
"""

__version__ = "0.1.0"
