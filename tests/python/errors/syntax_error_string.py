text = "no end
print(text)
