print(repr(None))
print(repr(repr(None)))
print(repr(str(None)))
print(repr(bool(None)))
print(repr(None is None))
print(repr(None == None))
print(repr(None == 0))
print(repr(None != 1))
print(repr(type(None)))
print(repr(hash(None) == hash(None)))
print(repr(f"{None}"))
print(repr("%s" % None))
print(repr([None] * 2))
print(repr(...))
print(repr(repr(...)))
print(repr(type(...)))
print(repr(NotImplemented))
print(repr(type(NotImplemented)))
print(repr(bool(...)))
print(repr(None.__class__))
print(repr(None.__eq__(1)))
print(repr(None or 1))
print(repr(None and 1))
print(repr(type(None)()))
print(repr(None.__doc__))
print(repr({None: 1}[None]))
print(repr(sorted([None])))
print(repr(None in [None]))
print(repr((None,) == (None,)))
for expression in (
    'None + 1',
    'None()',
    'None[0]',
    'None.x',
    'len(None)',
    'iter(None)',
    'None < None',
    'None < 1',
    'format(None, ">5")',
    '-None',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
