from collections import Counter, defaultdict, deque, OrderedDict, ChainMap
c = Counter("mississippi")
c2 = Counter(a=1); c2.update("ab"); c2.subtract("b")
d = defaultdict(list); d["a"].append(1); d["b"]; i = defaultdict(int); i["x"] += 5
q = deque([1, 2, 3], maxlen=4); q.append(4); q.append(5); q.appendleft(0); q.rotate(1)
o = OrderedDict(a=1, b=2); o.move_to_end("a")

print(repr(c))
print(repr(c.most_common(2)))
print(repr(c["z"]))
print(repr(c2))
print(repr(c + Counter("s")))
print(repr(c - Counter("s" * 3)))
print(repr(sum(c.values())))
print(repr(Counter([1, 1, 2]) & Counter([1])))
print(repr(sorted(Counter("ab").elements())))
print(repr(c.total()))
print(repr(Counter("aab") | Counter("abb")))
print(repr(Counter()))
print(repr(d))
print(repr(i))
print(repr(d["c"]))
print(repr(len(d)))
print(repr(defaultdict(lambda: 7)["k"]))
print(repr(d.get("nothing")))
print(repr("nothing" in d))
print(repr(defaultdict(int, a=1)))
print(repr(q))
print(repr(q.pop()))
print(repr(q.popleft()))
print(repr(list(q)))
print(repr(q.maxlen))
print(repr(deque("ab") + deque("c")))
print(repr(q[0]))
print(repr(len(q)))
print(repr(2 in q))
print(repr(q.count(2)))
print(repr(deque([1]).extendleft([2, 3])))
print(repr(deque(range(3))))
print(repr(q.index(2)))
print(repr(deque([1, 2]) == deque([1, 2])))
print(repr(q.reverse()))
print(repr(q))
print(repr(q.copy()))
print(repr(q.clear()))
print(repr(q))
print(repr(o))
print(repr(o.popitem(last=False)))
print(repr(OrderedDict([("a", 1), ("b", 2)]) == OrderedDict([("b", 2), ("a", 1)])))
print(repr(ChainMap({"a": 1}, {"a": 2, "b": 3})["b"]))
print(repr(dict(ChainMap({"a": 1}, {"b": 3}))))
print(repr(ChainMap({}, {"x": 1}).maps))
for expression in (
    'deque().pop()',
    'deque().popleft()',
    'defaultdict(5)',
    'defaultdict()["a"]',
    'deque([1], maxlen=-1)',
    'Counter(5)',
    'deque([1]).remove(2)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
