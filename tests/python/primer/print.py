print("你好", "世界", sep=",", end="!\n")
print(1, 2, 3, sep="\n")
for i in range(3):
    print(i, end=" ")
print()
print("进度:", "#" * 5, "100%", flush=True)
