import json

print(repr(json.dumps({"a": [1, 2.5, None, True], "b": "é\n\""})))
print(repr(json.dumps([1, 2], indent=2)))
print(repr(json.dumps({"b": 1, "a": 2}, sort_keys=True)))
print(repr(json.dumps("é", ensure_ascii=False)))
print(repr(json.dumps([1, (2, 3)], separators=(",", ":"))))
print(repr(json.dumps({1: 2, None: 3, True: 4})))
print(repr(json.dumps(float("inf"))))
print(repr(json.dumps([])))
print(repr(json.dumps({})))
print(repr(json.dumps({"a": {"b": []}}, indent=1)))
print(repr(json.loads('{"a": [1, -2.5e3, null, true, "x\\u00e9"]}')))
print(repr(json.loads(" [] ")))
print(repr(json.loads('"\\ud83d\\ude00"')))
print(repr(json.loads("1e5")))
print(repr(json.loads("NaN")))
print(repr(json.loads('{"a": 1, "a": 2}')))
print(repr(json.loads("12345678901234567890")))
print(repr(json.loads(b'"x"')))
print(repr(json.dumps(10 ** 30)))
print(repr(json.dumps("\x00\x1f\x7f")))
print(repr(json.loads("[1, 2]", parse_int=str)))
print(repr(json.dumps({"k": object}, default=lambda o: "obj")))
print(repr(json.loads('{"a": 1}', object_pairs_hook=list)))
for expression in (
    'json.loads("")',
    'json.loads("{")',
    'json.loads("[1, ]")',
    'json.loads("{\'a\': 1}")',
    'json.loads(\'{"a" 1}\')',
    'json.loads(\'"abc\')',
    'json.loads("nul")',
    'json.loads("1 2")',
    'json.loads(5)',
    'json.dumps({1})',
    'json.dumps(object)',
    'json.dumps(float("nan"), allow_nan=False)',
    'json.dumps({(1, 2): 3})',
    'json.loads(\'"\\\\x"\')',
    'json.loads("[1\\n2]")',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
