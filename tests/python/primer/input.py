name = input("请输入您的名字: ")
age = int(input("请输入您的年龄: "))
print(f"你好,{name}!明年你 {age + 1} 岁。")
