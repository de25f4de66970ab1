class C:
    def method(self, a): pass
    @classmethod
    def cm(cls, a): pass
    @staticmethod
    def sm(a): pass
    def __init__(self, x=1): pass


calls = [
    'C().method()',
    'C().method(1, 2)',
    'C.cm()',
    'C.sm()',
    'C(1, 2)',
    'C.method()',
    'C(y=1)',
]
for call in calls:
    try:
        eval(call)
    except Exception as e:
        print(f"{call}: {type(e).__name__}: {e}")
    else:
        print(f"{call}: no error")
