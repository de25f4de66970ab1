# Arithmetic on floats in a for loop: a Mandelbrot orbit.
import time

scale = 5  # 1 in the rows called short


def run(n):
    inside = 0
    for i in range(n):
        cx, cy = i / n * 3 - 2, 0.3
        x = y = 0.0
        for _ in range(20):
            x, y = x * x - y * y + cx, 2.0 * x * y + cy
            if x * x + y * y > 4.0:
                break
        else:
            inside += 1
    return inside


start = time.perf_counter()
run(scale * 40_000)
print((time.perf_counter() - start) * 1000)
