source = "values = [" + ", ".join(str(i + 0.5) for i in range(70_000)) + "]\ntotal = 0\n"
exec(source)
print(len(values), values[0], values[-1], sum(values))
source = "def f(x):\n" + "".join(f"    if x == {i}: return {i * 3}\n" for i in range(5000)) + "    return None\n"
exec(source)
print(f(0), f(4999), f(5000), f(300))
