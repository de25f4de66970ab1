s = "Hello, 世界"
print(s.upper(), s.lower(), s.replace("世界", "Python"), s.split(", "), s.find("世"), s.count("l"))
print(str(123) + str(4.5), "abc" * 2, "-".join(["a", "b"]), " x ".strip(), "a,b".partition(","))
print("中文".center(10, "*"), "7".zfill(3), "abc".startswith("ab"), "测试".encode("utf-8"), len(s))
