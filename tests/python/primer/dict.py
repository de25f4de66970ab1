person = {"姓名": "小明", "年龄": 18}
print(person, person["姓名"], person.get("城市", "北京"))
person["城市"] = "上海"
for key, value in person.items():
    print(f"{key}:{value}")
print(dict(a=1, b=2), dict([("x", 1)]), dict(zip("ab", (1, 2))))
print({v: k for k, v in person.items()})
