fruits = ["苹果", "香蕉", "橙子"]
for i, fruit in enumerate(fruits, start=1):
    print(i, fruit)
prices = [5.5, 3.2, 4.8]
for fruit, price in zip(fruits, prices):
    print(f"{fruit:　<4}{price:>6.2f} 元")
print(dict(zip(fruits, prices)), list(zip(*[(1, 2), (3, 4)])))
