def swallowed():
    try:
        raise ValueError("lost")
    finally:
        return "returned"


def replaced():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


print(swallowed())
replaced()
