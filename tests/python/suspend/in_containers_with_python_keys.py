import time


def pause(value=None):
    time.sleep(0.01)
    return value


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return pause(self.n % 2)

    def __eq__(self, other):
        return pause(self.n == other.n)

    def __repr__(self):
        return f"K{self.n}"


k = [Key(i) for i in range(6)]
d = {x: x.n for x in k}
print(d, d[Key(3)], d.get(Key(9)), Key(5) in d, Key(9) in d, d.pop(Key(0)), d.setdefault(Key(1), "no"), d.setdefault(Key(7), "new"))
d[Key(2)] = "two"
del d[Key(4)]
d.update({Key(1): "one"})
d |= {Key(8): 8}
print(d, len(d), d == {**d}, d != dict(d), list(d) == list(d), d.keys() >= {Key(1)}, d.items() == dict(d).items())
print(dict.fromkeys([Key(1), Key(1), Key(3)]), {Key(1): 1} | {Key(1): 2})
try:
    d[Key(99)]
except KeyError as e:
    print("KeyError", e)
s = set(k)
print(len(s), Key(3) in s, Key(9) in s, len(s | {Key(9)}), len(s & {Key(1), Key(9)}), len(s - {Key(1)}), len(s ^ {Key(1), Key(9)}))
s.add(Key(1))
s.discard(Key(2))
s.remove(Key(3))
s.update([Key(20), Key(20)])
print(len(s), s <= s | {Key(50)}, s.isdisjoint({Key(77)}), s == set(s), frozenset(s) == s, len(s.union([Key(1)], [Key(60)])))
print(hash((Key(1), Key(2))) == hash((Key(1), Key(2))), (Key(1), 2) == (Key(1), 2), {(Key(1), 1): "t"}[(Key(1), 1)])
items = [Key(3), Key(1), Key(3)]
print(items.index(Key(1)), items.count(Key(3)), Key(1) in items, [Key(1)] == [Key(1)], [Key(1)] != [Key(2)], (Key(1), Key(2)) == (Key(1), Key(3)))
items.remove(Key(3))
print(items, [1, [Key(1)]] == [1, [Key(1)]], {1: Key(1)} == {1: Key(1)}, {"a": [Key(1)]} == {"a": [Key(2)]})
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque
print(Counter([Key(1), Key(1), Key(2)]), defaultdict(lambda: pause("made"), {})[Key(1)], OrderedDict([(Key(1), 1)]), ChainMap({Key(1): 1})[Key(1)])
q = deque([Key(1), Key(2)])
print(q.count(Key(1)), q.index(Key(2)), Key(2) in q, q == deque([Key(1), Key(2)]))
q.remove(Key(1))
print(q)
