def f(n):
    if n == 0:
        raise ExceptionGroup("grp", [ValueError(1), ExceptionGroup("inner", [TypeError("t"), KeyError("k")])])
    f(n - 1)
try:
    f(2)
except* ValueError as e:
    print(repr(e), e.exceptions)
    e.add_note("noted")
    raise
