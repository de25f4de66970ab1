import asyncio, json, itertools, gc, sys, collections.abc, os
print(asyncio, json, itertools, gc, sys, collections, asyncio.tasks)
print(json.__file__, asyncio.__file__, hasattr(sys, "__file__"))
for m in ("asyncio", "json", "sys", "math", "itertools"):
    try: exec(f"from {m} import nothing")
    except ImportError as e: print(e, e.name, e.path)
from asyncio import timeoutt
