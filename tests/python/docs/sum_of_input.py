total = 0
while True:
    try:
        line = input()
    except EOFError:
        break
    if not line.strip():
        continue
    try:
        total += float(line)
    except ValueError as e:
        print("skipped:", e)
print("total", total)
