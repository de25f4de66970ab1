for i in range(3):
    if i == 0:
        print("zero")
    elif i == 1:
        print("one")
    else:
        print("many")
else:
    print("for else")
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print("while", n)
else:
    print("while else")
while True:
    break
else:
    print("never")
for x in []:
    print("never")
else:
    print("empty else")
print(1 if 0 else 2, "a" or "b", "" or "b", 0 and 1, 1 and 2, not 0, not "x")
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 1 in [1] == True, None is None is not True)
pass; print("semicolon"); x = 1
if x: print("one line")
for i in range(2): print(i, end=" ")
print()
for i in range(10, 0, -3): print(i, end=" ")
print()
for i in range(3):
    for j in range(3):
        if j == 1:
            break
        print(i, j)
    else:
        print("never")
i = 5
for i in range(2):
    pass
print(i)
for i.real in []:
    pass
d = [0]
for d[0] in range(3):
    pass
print(d)
while (x := x + 1) < 5: pass
print(x)
