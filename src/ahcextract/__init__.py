"""Positions from bulletins of treaty negotiations."""
