body = "".join(f"        total += {i} if x % {i + 2} else {i + 1}\n" for i in range(3000))
source = "def f(n):\n    total = 0\n    for x in range(n):\n" + body + "        if x == 5: break\n        if x == 3: continue\n    else:\n        total = -total\n    return total\n"
exec(source)
print(f(2), f(10))
