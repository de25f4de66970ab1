print(float("3.14"), float("1e3"), float("inf"), float(" -2.5 "))
print(round(3.14159, 2), round(2.5), round(3.5), round(1234, -2))
print(0.1 + 0.2, 0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9)
try:
    float("三")
except ValueError as e:
    print(e)
