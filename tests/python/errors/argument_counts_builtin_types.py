calls = [
    'object(1)',
    'int(1, 2, 3)',
    'str(1, 2, 3, 4)',
    'range()',
    'range(1, 2, 3, 4)',
    'range(x=1)',
    'dict(1, 2)',
    'list(1, 2)',
    'tuple(1, 2)',
    'set(1, 2)',
    'bool(1, 2)',
    'float(1, 2)',
    'type()',
    'type(1, 2)',
    'super(1, 2, 3)',
    'enumerate()',
    'zip(1)',
    'map()',
    'map(1)',
    'filter(1)',
    'ValueError(x=1)',
    'Exception(1, a=2)',
]
for call in calls:
    try:
        eval(call)
    except Exception as e:
        print(f"{call}: {type(e).__name__}: {e}")
    else:
        print(f"{call}: no error")
