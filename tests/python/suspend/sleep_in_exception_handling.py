import time


def slow(x):
    time.sleep(0.1)
    return x


def f():
    try:
        time.sleep(0.1)
        raise slow(ValueError("v"))
    except slow(KeyError):
        print("never")
    except slow((TypeError, ValueError)) as e:
        time.sleep(0.1)
        print("caught", slow(e))
        try:
            raise slow(KeyError("k")) from slow(e)
        except* slow(KeyError) as group:
            time.sleep(0.1)
            print(slow(group))
    else:
        print("never")
    finally:
        time.sleep(0.1)
        print("finally")
    for i in range(2):
        try:
            time.sleep(0.1)
            if i:
                return slow("returned")
            continue
        finally:
            time.sleep(0.1)
            print("finally", i)


class Manager:
    def __enter__(self):
        time.sleep(0.1)
        return slow("entered")

    def __exit__(self, *exc):
        time.sleep(0.1)
        print("exit", exc[0])
        return slow(True)


print(f())
with Manager() as m, Manager():
    print(m)
    time.sleep(0.1)
    raise KeyError
assert slow(1), slow("message")
try:
    assert slow(0), slow("message")
except AssertionError as e:
    print(e)


class Text(Exception):
    def __str__(self):
        time.sleep(0.1)
        return "slow text"


raise Text
