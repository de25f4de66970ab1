import traceback
def eg1():
    try:
        raise ValueError("plain")
    except* TypeError as e:
        pass
    except* ValueError as e:
        print(repr(e))
        raise
def eg2():
    try:
        raise ValueError("plain")
    except* (
        TypeError,
        ValueError):
        1/0
def eg3():
    try:
        raise ValueError("plain")
    except* ValueError as e:
        for t in traceback.extract_tb(e.__traceback__): print(t.lineno, t.line)
        for t in traceback.extract_tb(e.exceptions[0].__traceback__): print(t.lineno, t.line)
        print(e.__cause__, e.__context__)
        raise KeyError("a") from e
for f in (eg1, eg2, eg3):
    try: f()
    except BaseException: traceback.print_exc()
