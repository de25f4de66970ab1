print(7 ** 6000)
