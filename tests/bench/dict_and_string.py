# Counting words: dictionaries, splitting, joining, formatting.
import time

scale = 5  # 1 in the rows called short


def run(n):
    text = " ".join(f"word{i * 7919 % 1000}" for i in range(n))
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    lines = [f"{word}: {count}" for word, count in sorted(counts.items())]
    return len("\n".join(lines).upper().replace("WORD", "w"))


start = time.perf_counter()
for _ in range(scale * 4):
    run(30_000)
print((time.perf_counter() - start) * 1000)
