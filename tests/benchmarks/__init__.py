"""Benchmarks: programs that measure Paddock against a yardstick in the same run."""
