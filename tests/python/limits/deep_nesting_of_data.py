import copy

deep = None
for i in range(500):
    deep = [deep]
text = repr(deep)
print(len(text), text[:10], text[-10:])
other = None
for i in range(500):
    other = [other]
print(deep == other)
depth = 0
while deep is not None:
    deep = deep[0]
    depth += 1
print(depth)
# A very long chain is freed without a crash.
chain = None
for i in range(200_000):
    chain = (chain, i)
print(chain[1])
chain = None
print("freed")
