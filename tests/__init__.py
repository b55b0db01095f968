"""The tests.

Where the environment asks Python to keep no compiled modules, every process that the tests start
would compile all of them again, which takes it longer than what is tested.
"""

import os
import sys

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
