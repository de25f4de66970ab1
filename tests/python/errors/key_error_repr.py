for key in ("text", 1, (1, 2), None, "with 'quotes'", b"bytes", 1.5):
    try:
        {}[key]
    except KeyError as e:
        print(str(e), repr(e), e.args)
print(str(KeyError()), str(KeyError("a", "b")), str(LookupError("plain")))
{"a": 1}["it's \"quoted\"\n"]
