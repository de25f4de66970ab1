numbers = list(range(300_000))
print(sum(numbers), numbers[-1])
mapping = {i: i * i for i in range(200_000)}
print(len(mapping), mapping[199_999])
for i in range(0, 200_000, 2):
    del mapping[i]
print(len(mapping), next(iter(mapping)))
s = set(range(0, 500_000, 3))
print(len(s), 300_000 in s, 300_001 in s)
print(len(sorted(range(100_000, 0, -1))), sorted(range(100_000, 0, -1))[:3])
