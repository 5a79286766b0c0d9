"""Words that deny what their clause says, as a pattern to build on."""

from __future__ import annotations

import re

# "not", "nobody", "didn't": any of them.
DENYING_WORD = r"(?:not|never|no|none|nobody|nothing|nor|neither|without|cannot|\w+n['’]t)"
DENYING = re.compile(rf"\b{DENYING_WORD}\b", re.IGNORECASE)
