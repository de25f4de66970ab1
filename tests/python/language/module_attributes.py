import sys
print(__name__, __file__, __doc__, __package__, __spec__)
print(sys.argv, __builtins__.__name__)
print(sorted(n for n in globals() if not n.startswith("__")))
