import atexit

atexit.register(print, "registered first, runs last")
atexit.register(lambda: print("runs first"))


@atexit.register
def bad():
    raise KeyError("in atexit")


raise ValueError("main")
