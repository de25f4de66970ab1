print(__debug__)
assert True
assert 1, "not evaluated" + str(1 / 1)
try:
    assert 1 == 2, f"message {1 + 1}"
except AssertionError as e:
    print(e)
try:
    assert False
except AssertionError as e:
    print(repr(e))
