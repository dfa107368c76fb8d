"""Measures the targets of speed, memory and growth: `make bench`, or `make bench QUICK=1`."""
