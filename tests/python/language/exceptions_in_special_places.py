def check(f):
    try:
        f()
    except Exception as e:
        print(f.__name__, type(e).__name__, e)


def default():
    def f(x=1 / 0): pass


def decorator():
    @(1 / 0)
    def f(): pass


def base():
    class A(1 / 0): pass


def keyword():
    class A(metaclass=1 / 0): pass


def annotation():
    def f(x: 1 / 0): pass
    f.__annotations__


def comprehension_source():
    [x for x in 1 / 0]


def generator_source():
    (x for x in 1 / 0)


def generator_condition():
    list(x for x in [1] if 1 / 0)


def subscript():
    [1][1 / 0]


def slice_bound():
    [1][1 / 0:]


def format_value():
    f"{1 / 0}"


def format_spec():
    f"{1:{1 / 0}}"


def assertion():
    assert 0, 1 / 0


def condition():
    1 if 1 / 0 else 2


def return_value():
    return 1 / 0


def raise_value():
    raise 1 / 0


def with_item():
    with 1 / 0: pass


def dict_key():
    {1 / 0: 1}


def star():
    print(*1 / 0)


def augmented():
    x = 1
    x += 1 / 0


def delete():
    del [1][1 / 0]


def guard():
    match 1:
        case x if 1 / 0: pass


def lambda_default():
    lambda x=1 / 0: x


def walrus():
    (y := 1 / 0)


for f in (default, decorator, base, keyword, annotation, comprehension_source, generator_source, generator_condition, subscript, slice_bound, format_value,
          format_spec, assertion, condition, return_value, raise_value, with_item, dict_key, star, augmented, delete, guard, lambda_default, walrus):
    check(f)
