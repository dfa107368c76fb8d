"""From mentions to positions: group, shorten, parse, interpret, resolve."""
