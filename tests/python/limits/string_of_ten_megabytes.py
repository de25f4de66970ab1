text = "x" * 10_000_000
print(len(text), text[0], text[-1], text[5_000_000:5_000_005])
more = text + "y"
print(len(more), more.count("x"), more.find("y"), more[-1])
print(len(text.upper()), text.upper()[:3])
print(len("ab" * 5_000_000), ("ab" * 5_000_000).count("ba"))
print(len("中" * 3_000_000), ("中" * 3_000_000).encode()[:3])
print(len("x,".join(["y"] * 1_000_000)))
print(text == "x" * 10_000_000, text < more)
