calls = [
    "'x'.upper(1)",
    '[].append()',
    '{}.get()',
    "'x'.join()",
    "'x'.split(1)",
    '(1).bit_length(1)',
]
for call in calls:
    try:
        eval(call)
    except Exception as e:
        print(f"{call}: {type(e).__name__}: {e}")
    else:
        print(f"{call}: no error")
