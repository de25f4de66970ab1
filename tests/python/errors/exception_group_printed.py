def fail(error):
    raise error


errors = []
for error in (ValueError("one"), TypeError("two")):
    try:
        fail(error)
    except Exception as e:
        errors.append(e)
errors.append(ExceptionGroup("inner", [KeyError("three"), OSError(5, "four")]))
raise ExceptionGroup("outer", errors)
