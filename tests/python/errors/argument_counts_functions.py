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
    'none(1)',
    'none(1, 2)',
    'none(x=1)',
    'one()',
    'one(1, 2)',
    'one(b=1)',
    'one(1, a=1)',
    'two()',
    'two(1)',
    'three()',
    'three(1, 2, 3, 4)',
    'default()',
    'default(1, 2, 3)',
    'defaults(1, 2, 3, 4)',
    'defaults(1, d=4)',
    'keyword()',
    'keyword(1)',
    'keyword(1, k=1)',
    'keywords()',
    'keywords(k=1)',
    'keywords(1, 2, k=1, l=2)',
    'mixed(1)',
    'mixed()',
    'mixed(a=1, b=2, c=3)',
    'mixed(1, 2, 3)',
    'mixed(1, 2)',
    'positional(a=1, b=2)',
    'positional(1)',
    'star(x=1)',
    'stars(1)',
    'many()',
    'many(1, 2)',
    '(lambda x: x)()',
    'two(1, c=3)',
    'one(1)(2)',
    'defalt(1)',
    'default(1, bb=3)',
]
for call in calls:
    try:
        eval(call)
    except Exception as e:
        print(f"{call}: {type(e).__name__}: {e}")
    else:
        print(f"{call}: no error")
