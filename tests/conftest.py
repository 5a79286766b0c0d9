"""What holds for all tests: none is bound by time, for machines differ, and none reports to anyone."""

from hypothesis import settings

import qa  # noqa: F401  before any test's onnxruntime, to silence it

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
