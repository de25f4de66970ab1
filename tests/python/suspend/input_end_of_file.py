print("before")
value = input("value: ")
