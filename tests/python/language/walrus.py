if (n := len("hello")) > 3:
    print(n)
while (n := n - 2) > 0:
    print("n", n)
print((a := 1) + (b := 2), a, b)
values = [y := 1, y + 1, (y := y + 5)]
print(values, y)


def f(x=(z := 3)):
    return x


print(f(), z)
print([(k := i, k * k) for i in range(3)], k)
data = iter([1, 2, 0, 3])
while chunk := next(data):
    print("chunk", chunk)
print(f(x := 5), x, f((x := 6)))
print({(key := "k"): (value := 1)}, key, value)
print(f"{(w := 7)} {w:=5}")
lam = lambda: (inner := 3) + inner
print(lam())
