import time

for value in (-1, "1", None, float("nan")):
    try:
        time.sleep(value)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(time.sleep(0), time.sleep(0.0), time.sleep(True))
