import gc


def gen(name):
    try:
        yield
    finally:
        print("closed", name)


def cycle():
    box = {}
    g = gen("in a cycle")
    next(g)
    box["g"], box["self"] = g, box


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name)


class Phoenix(Node):
    def __del__(self):
        global saved
        super().__del__()
        saved = self


gc.disable()
cycle()
print(gc.collect() > 0)
Node("a")
Phoenix("p")
print(gc.collect() > 0)
print(saved.name)
saved.me = None
del saved
print("p is gone, its __del__ has run before")


async def never():
    pass


def unawaited():
    box = [never()]
    box.append(box)


last = Node("at exit")
unawaited()
gc.collect()
print("end")
