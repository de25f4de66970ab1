print(chr(65), chr(20013), chr(128512))
print(ord("A"), ord("中"), ord("😀"))
print("".join(chr(c) for c in range(ord("a"), ord("k"))))
