class Recorder:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(f"no {name}")
        self.log.append(f"get {name}")
        return name.upper()

    def __setattr__(self, name, value):
        self.log.append(f"set {name}")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self.log.append(f"del {name}")
        object.__delattr__(self, name)


r = Recorder()
print(r.missing)
r.x = 1
print(r.x)
del r.x
print(r.x, hasattr(r, "_private"), getattr(r, "_private", "default"))
print(r.log)
try:
    r._private
except AttributeError as e:
    print(e)


class All:
    x = 1

    def __getattribute__(self, name):
        if name == "y":
            return "from getattribute"
        if name == "z":
            raise AttributeError(name)
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return f"fallback {name}"


a = All()
print(a.x, a.y, a.z, a.w)


class Dir:
    def __dir__(self):
        return ["b", "a"]


print(dir(Dir()))


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        return getattr(self._target, name)


print(Proxy([3, 1, 2]).index(2), Proxy("text").upper())
try:
    len(Proxy([1]))
except TypeError as e:
    print(e)
