names = [f"v{i}" for i in range(400)]
source = "def f():\n" + "".join(f"    {n} = {i}\n" for i, n in enumerate(names)) + "    return " + " + ".join(names) + "\n"
exec(source)
print(f(), f.__code__.co_nlocals)
source = "def g(" + ", ".join(names) + "):\n    return v0 + v399 + v255 + v256\n"
exec(source)
print(g(*range(400)))
print(g(**{n: 1 for n in names}))
exec("def h():\n" + "".join(f"    {n} = {i}\n" for i, n in enumerate(names)) + "    return [lambda: (v0, v300, v399), [v399 for _ in range(2)]]\n")
print(h()[0](), h()[1])
