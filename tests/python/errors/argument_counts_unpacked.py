def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def default(a, b=2): pass
def defaults(a, b=2, c=3): pass
def keyword(*, k): pass
def keywords(*, k, l, m=3): pass
def mixed(a, /, b, *, c): pass
def positional(a, b, /): pass
def star(*args): pass
def stars(**kwargs): pass
def many(a, b, c, d, e): pass


class C:
    def method(self, a): pass
    @classmethod
    def cm(cls, a): pass
    @staticmethod
    def sm(a): pass
    def __init__(self, x=1): pass


calls = [
    'one(*[1, 2, 3])',
    "one(**{'b': 1})",
    "two(*[1], **{'a': 1})",
    "two(**{'a': 1}, **{'a': 2})",
    'one(*1)',
    'one(**1)',
    'one(**{1: 2})',
]
for call in calls:
    try:
        eval(call)
    except Exception as e:
        print(f"{call}: {type(e).__name__}: {e}")
    else:
        print(f"{call}: no error")
