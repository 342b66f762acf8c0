"""Measured quality: cases, scorers and benchmarks. Only this package and `tests` may import `app`."""
