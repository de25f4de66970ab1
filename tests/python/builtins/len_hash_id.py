class L:
    def __len__(self): return 7
    def __hash__(self): return 12
class N:
    __hash__ = None

print(repr(len("")))
print(repr(len([1])))
print(repr(len({})))
print(repr(len(range(5))))
print(repr(len({1, 2})))
print(repr(len((1,))))
print(repr(len(b"ab")))
print(repr(len(bytearray(3))))
print(repr(len({}.keys())))
print(repr(len("中")))
print(repr(hash(1)))
print(repr(hash(0)))
print(repr(hash(-1)))
print(repr(hash(True)))
print(repr(hash(1.0)))
print(repr(hash("a") == hash("a")))
print(repr(hash((1, 2)) == hash((1, 2))))
print(repr(hash(None) == hash(None)))
print(repr(id(1) == id(1)))
print(repr(id([]) != id({}) or True))
print(repr(hash(frozenset()) == hash(frozenset())))
print(repr(hash(int) == hash(int)))
print(repr(hash(len) == hash(len)))
print(repr(hash(0.5) == hash(0.5)))
print(repr(hash(range(3)) == hash(range(3))))
print(repr(len(L())))
print(repr(hash(L())))
print(repr({L(): 1} != {}))
print(repr(hash(object()) != 0))
for expression in (
    'len(5)',
    'len(None)',
    'len()',
    'len([], [])',
    'len(x for x in [])',
    'hash([])',
    'hash({})',
    'hash(set())',
    'hash(bytearray())',
    'hash(N())',
    'hash()',
    'hash(([],))',
    'hash((1, {}))',
    'len(int)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
