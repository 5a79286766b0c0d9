"""A question in, a cited answer out. Knows nothing of screens."""

import os

# onnxruntime, which runs the reader, numbers the machine and reports what runs on it unless this is
# set before it is imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
