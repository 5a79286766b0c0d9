"""A question in, a cited answer out. Knows nothing of screens."""
