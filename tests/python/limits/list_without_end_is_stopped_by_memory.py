# by-hand: the referee has no memory limit of ours
values = []
block = 0
try:
    while True:
        values.append("x" * 10_000_000)
        block += 1
except MemoryError as e:
    values = None
    print("MemoryError", e.args, block > 10)
print("goes on", len([0] * 1000))
