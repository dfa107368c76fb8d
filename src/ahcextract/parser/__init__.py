"""The shipped model's dependency parser, computed for many short sentences at once."""
