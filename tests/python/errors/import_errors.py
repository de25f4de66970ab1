for statement in ("import no_such_module", "import no.such.module", "from math import no_such_name", "from . import x",
                  "import math.sub", "from no_such_module import x", "import asyncio.no_such"):
    try:
        exec(statement)
    except ImportError as e:
        print(type(e).__name__, e, "| name:", e.name)
import no_such_module_at_all
