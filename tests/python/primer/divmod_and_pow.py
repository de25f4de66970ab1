print(divmod(17, 5), divmod(-17, 5), divmod(7.5, 2))
minutes, seconds = divmod(135, 60)
print(f"{minutes} 分 {seconds} 秒")
print(pow(2, 10), pow(2, 10, 1000), pow(2, -1), pow(3, -1, 11))
