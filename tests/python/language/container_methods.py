class Deck:
    def __init__(self, *cards):
        self.cards = list(cards)

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, key):
        print("getitem", key)
        return self.cards[key]

    def __setitem__(self, key, value):
        print("setitem", key, value)
        self.cards[key] = value

    def __delitem__(self, key):
        print("delitem", key)
        del self.cards[key]


d = Deck("a", "b", "c")
print(len(d), d[0], d[-1], d[1:], d[::-1])
d[1] = "B"
del d[0]
d[0:1] = ["x", "y"]
print(list(d), "y" in d, "nothing" in d)
print(list(reversed(d)), bool(d), bool(Deck()))


class Keys:
    def __getitem__(self, key):
        return key


k = Keys()
print(k[1, 2], k[...], k[1:2, ::3], k["a"], k[()], k[1:2:3], k[*range(3)], k[1,])


class Missing(dict):
    def __missing__(self, key):
        return f"no {key}"


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m)


class Contains:
    def __contains__(self, item):
        return item > 3


print(5 in Contains(), 1 in Contains(), 1 not in Contains())


class LengthHint:
    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        return 10


print(list(LengthHint()))
