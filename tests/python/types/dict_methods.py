d = {"a": 1, "b": 2}
d["c"] = 3
d.update({"a": 10}, e=5); d.update([("f", 6)]); d.setdefault("g", 7); d.setdefault("a", 99)
e = {"x": 1, "y": 2, "z": 3}
e["x"] = 0; del e["y"]; e["y"] = 5

print(repr(d))
print(repr(len(d)))
print(repr(d["a"]))
print(repr(d.get("a")))
print(repr(d.get("zz")))
print(repr(d.get("zz", 0)))
print(repr("a" in d))
print(repr("zz" not in d))
print(repr(list(d)))
print(repr(list(d.keys())))
print(repr(list(d.values())))
print(repr(list(d.items())))
print(repr(d.pop("f")))
print(repr(d.pop("zz", None)))
print(repr(d.popitem()))
print(repr(d))
print(repr(d.copy()))
print(repr(d.copy() is d))
print(repr(d | {"x": 1}))
print(repr({"x": 1} | d))
print(repr(d.setdefault("new")))
print(repr(d))
print(repr(list(reversed(d))))
print(repr(d.clear()))
print(repr(d))
print(repr({}))
print(repr(dict()))
print(repr(dict(a=1)))
print(repr(dict([("a", 1), ("b", 2)])))
print(repr(dict({"a": 1}, b=2)))
print(repr(dict(zip("ab", [1, 2]))))
print(repr(dict.fromkeys("ab")))
print(repr(dict.fromkeys([1, 2], 0)))
print(repr({**{"a": 1}, "b": 2}))
print(repr({1: "a", "x": [1], (1, 2): None}))
print(repr({1: "int", 1.0: "float", True: "bool"}))
print(repr({"a": 1} == {"a": 1}))
print(repr({"a": 1, "b": 2} == {"b": 2, "a": 1}))
print(repr({"a": 1} != {"a": 2}))
print(repr(bool({})))
print(repr(repr({})))
print(repr(str({"k": "v"})))
print(repr({"a": {"b": {}}}))
print(repr(dict(["ab", "cd"])))
print(repr(dict([[1, 2]])))
print(repr({i: i * i for i in range(3)}))
print(repr(e))
print(repr(list(e)))
print(repr(e.keys() & {"x", "q"}))
print(repr(e.keys() == {"x", "y", "z"}))
print(repr(e.items() >= {("x", 0)}))
print(repr("x" in e.keys()))
print(repr(("x", 0) in e.items()))
print(repr(5 in e.values()))
print(repr(e.keys()))
print(repr(e.values()))
print(repr(e.items()))
print(repr(len(e.keys())))
print(repr(e.keys() - {"x"} == {"y", "z"}))
print(repr(sorted(e.keys() | {"w"})))
print(repr(e.keys().isdisjoint({"q"})))
print(repr(sorted(e)))
print(repr(max(e)))
print(repr(e.keys().mapping))
print(repr(sorted(e.items(), key=lambda kv: kv[1])))
print(repr(min(e, key=e.get)))
for expression in (
    '{}["a"]',
    '{}.pop("a")',
    '{}.popitem()',
    '{[]: 1}',
    '{}[[]]',
    '{}.get([])',
    '{}.get()',
    '{}.setdefault()',
    'dict(5)',
    'dict([1])',
    'dict([(1, 2, 3)])',
    'dict(["abc"])',
    'dict(a=1, **{"a": 2})',
    '{} < {}',
    '{} + {}',
    '{} | []',
    '{}.update(5)',
    '{}.update([1])',
    '{}.fromkeys()',
    'hash({})',
    '{1: 2}.foo',
    '{}.pop()',
    '{1, 2}[0]',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
