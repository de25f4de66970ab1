import re
import sys
from collections import Counter

text = sys.stdin.read()
words = re.findall(r"[a-z']+", text.lower())
for word, count in sorted(Counter(words).most_common(), key=lambda pair: (-pair[1], pair[0]))[:8]:
    print(f"{word:<8}{'#' * count} {count}")
print(len(words), "words,", len(text.splitlines()), "lines")
