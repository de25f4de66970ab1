def check(condition, *message):
    try:
        if message:
            assert condition, message[0]
        else:
            assert condition
    except AssertionError as e:
        print(repr(e), str(e) == "", e.args)
    else:
        print("holds")


check(True)
check(False)
check([], "empty list")
check(0, ("a", "tuple"))
check("", None)
x = 3
assert x < 2, f"x is {x}"
