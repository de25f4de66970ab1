items = []
items.append(items)
print(items)
mapping = {}
mapping["self"] = mapping
print(mapping)
both = [mapping]
mapping["list"] = both
print(both)
t = ([],)
t[0].append(t)
print(t)
try:
    print(items == [items], items == items)
    other = []
    other.append(other)
    items == other
except RecursionError as e:
    print(type(e).__name__)
