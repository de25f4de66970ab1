value = 1
counter = 2


class Box:
    def __init__(self):
        self.content = 1

    def method(self):
        return contnet


def function():
    local_name = 1
    return local_nmae


tests = [
    lambda: valeu,
    lambda: prnt("x"),
    lambda: Box().contents,
    lambda: Box().conten,
    lambda: "x".uper(),
    lambda: [].appendd,
    lambda: Box().method(),
    function,
    lambda: completely_unknown_thing,
    lambda: Box.metod,
    lambda: (1).bit_lenght(),
    lambda: None.foo,
    lambda: __import__("math").sqr(2),
    lambda: lenn,
    lambda: true,
]
import traceback
for test in tests:
    try:
        test()
    except Exception as e:
        print(traceback.format_exception(e)[-1], end="")
