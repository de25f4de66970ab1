def test(error):
    try:
        raise error
    except* ValueError as group:
        print("values", repr(group))
    except* (TypeError, KeyError) as group:
        print("types or keys", repr(group))
    else:
        print("else")
    finally:
        print("finally")


test(ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3), ValueError(4)]))
test(ValueError("bare"))
try:
    test(ExceptionGroup("g", [ValueError(1), OSError("left")]))
except ExceptionGroup as e:
    print("left over", repr(e))
test(ExceptionGroup("nested", [ExceptionGroup("in", [ValueError(1)]), TypeError(2)]))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        raise KeyError("new")
except KeyError as e:
    print(repr(e), repr(e.__context__))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise
except ExceptionGroup as e:
    print(repr(e))
try:
    pass
except* ValueError:
    print("never")
print("done")
