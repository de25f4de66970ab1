import time


def pause(value=None):
    time.sleep(0.01)
    return value


import copy
import json
import string


class Thing:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return pause(f"T{self.n}")

    def __copy__(self):
        return pause(Thing(self.n + 1))

    def __deepcopy__(self, memo):
        return pause(Thing(self.n + 10))


print(json.dumps({"a": Thing(1), "b": [Thing(2)]}, default=lambda o: pause(o.n)), json.loads('{"a": [1, 2.5], "b": {"c": null}}', object_hook=lambda d: pause(d)))
print(json.loads("[1, 2.5]", parse_int=lambda s: pause(int(s) * 2), parse_float=lambda s: pause(s)), json.loads('{"k": 1}', object_pairs_hook=lambda p: pause(p)))


class Encoder(json.JSONEncoder):
    def default(self, o):
        return pause(f"encoded {o.n}")


print(json.dumps([Thing(3)], cls=Encoder), copy.copy(Thing(1)), copy.deepcopy([Thing(1), {"k": Thing(2)}]))
print("-".join(pause(c) for c in "abc"), "a,b".replace(",", pause(";")), "abc".translate({97: pause("A")}), "{}{k}".format(pause(1), k=pause(2)))


class Map:
    def __getitem__(self, key):
        return pause(f"<{key}>")


print("{a} {b}".format_map(Map()), "%(x)s %(y)s" % Map(), "abc".translate(type("T", (), {"__getitem__": lambda s, c: pause(chr(c + 1))})()), string.Template("$a").substitute(Map()))
print(b"".join(pause(bytes([c])) for c in b"ab"), bytes(pause(c) for c in (1, 2)), bytearray(map(pause, (3, 4))), int.from_bytes(map(pause, (1, 0)), "big"))
print(str.join(",", map(pause, "xy")), "x".join([pause("1"), pause("2")]), *(pause(s) for s in "a b".split(pause(" "))), print(Thing(1), Thing(2), sep=pause("/")))


class File:
    def write(self, text):
        pause()
        written.append(text)

    def flush(self):
        pause()


written = []
print("to", "file", file=File(), flush=True)
print(written)
