for src in ("class", "class\n", "if 1:\n", "(1, 2", "f(a=1, 2)", "  x = 1", "@x", "else: pass", "1 +", "x = ", "from __future__ import nope", "f(a=1, 2)\n","  x = 1\n", "if 1:\nx"):
  for mode in ("single", "exec", "eval"):
    try: compile(src, "<t>", mode); print("ok", repr(src), mode)
    except SyntaxError as e: print(repr(src), mode, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
