import time


def generator():
    received = None
    while True:
        time.sleep(0.1)
        try:
            received = yield received
        except ValueError as e:
            time.sleep(0.1)
            received = f"caught {e}"
        finally:
            time.sleep(0.1)


def delegating():
    result = yield from generator()
    return result


g = delegating()
print(next(g), g.send(1), g.throw(ValueError("x")), g.send(2))
g.close()
print("closed")
start = time.monotonic()
values = list(x for x in map(lambda x: time.sleep(0.1) or x, range(3)))
print(values, round(time.monotonic() - start, 1))
