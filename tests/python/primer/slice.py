s = slice(1, 5, 2)
print(s, list(range(10))[s], "abcdefg"[s], s.indices(4))
text = "你好,世界"
print(text[:2], text[-2:], text[::-1], text[slice(None, None, 2)])
