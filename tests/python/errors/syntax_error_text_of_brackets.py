for src in ("x = (1,", "x = (1,\n", "x = (\n1,", "x = (1,\ny", "x = [1,  ", "if (1,\n  2", "(1, 2", "f(1 2", "f(1 2\n", "x = 'abc", "x = 'abc\n", "'''abc", "'''abc\n", "x = {1: (2]", "x = }", "a = 1\nb = (2", "a = (2\nb = 3\n", "f'{x", "f'{x}", "(1, # c"):
  for mode in ("exec", "eval"):
    try: compile(src, "<t>", mode); print("ok", repr(src), mode)
    except SyntaxError as e: print(repr(src), mode, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
