def fail():
    raise ValueError("original")


def reraise():
    try:
        fail()
    except ValueError:
        raise


def reraise_named():
    try:
        fail()
    except ValueError as e:
        raise e


import traceback
for f in (reraise, reraise_named):
    try:
        f()
    except ValueError:
        traceback.print_exc()
error = None
try:
    fail()
except ValueError as e:
    error = e
raise error.with_traceback(None)
