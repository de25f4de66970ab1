try:
    try:
        raise ValueError("a")
    except ValueError as e:
        raise KeyError("b") from e
except KeyError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise KeyError("b")
except KeyError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        raise ValueError("a")
    except ValueError:
        raise KeyError("b") from None
except KeyError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    raise ValueError from 3
except TypeError as e:
    print(e)
try:
    raise 3
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
error = ValueError("x")
print(error.__traceback__, error.__cause__, error.__context__)
try:
    error.__cause__ = 3
except TypeError as e:
    print(e)
