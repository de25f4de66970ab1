print(format(3.14159, ".2f"), format(1234567, ","), format(255, "#x"), format("左", "<5") + "|", format(0.256, ".1%"))
print("{} 和 {}".format("甲", "乙"), "{1}{0}".format("乙", "甲"), "{name:>6}".format(name="右"))
name, score = "小明", 95.5
print(f"{name}的成绩是{score:.1f}分,{'优秀' if score >= 90 else '良好'}")
print(f"{name!r} {score = } {name:*^8}")
