import random
random.seed(42)
r = random.Random(1)
random.seed("seed")
items = list(range(8))
random.shuffle(items)

print(repr(random.random()))
print(repr(random.randint(1, 6)))
print(repr(random.choice("abc")))
print(repr(random.sample(range(10), 3)))
print(repr(random.uniform(1, 2)))
print(repr(random.randrange(0, 100, 5)))
print(repr(random.shuffle([1, 2, 3])))
print(repr(r.random()))
print(repr(r.getrandbits(10)))
print(repr(r.choices([1, 2, 3], k=4)))
print(repr(r.gauss(0, 1)))
print(repr(random.Random("text").random()))
print(repr(r.choices("ab", weights=[1, 9], k=5)))
print(repr(random.Random(2 ** 40).getrandbits(70)))
print(repr(random.Random(7).sample("abcdef", 4)))
print(repr(items))
print(repr(random.getrandbits(40)))
print(repr(random.triangular(0, 1)))
for expression in (
    'random.choice([])',
    'random.randint(5, 1)',
    'random.sample([1], 2)',
    'random.randrange(0)',
    'random.choices([], k=1)',
):
    try:
        print(eval(expression))
    except Exception as e:
        print(f"{expression}: {type(e).__name__}: {e}")
