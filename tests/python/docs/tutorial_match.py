class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


def http_error(status):
    match status:
        case 400:
            return "Bad request"
        case 401 | 403 | 404:
            return "Not allowed"
        case 418:
            return "I'm a teapot"
        case _:
            return "Something's wrong with the internet"


print(http_error(404), http_error(418), http_error(500))
for points in ([], [Point(0, 0)], [Point(3, 4)], [Point(0, 1), Point(0, 2)], [1]):
    match points:
        case []:
            print("No points")
        case [Point(0, 0)]:
            print("The origin")
        case [Point(x, y)]:
            print(f"Single point {x}, {y}")
        case [Point(0, y1), Point(0, y2)]:
            print(f"Two on the Y axis at {y1}, {y2}")
        case _:
            print("Something else")
from enum import Enum


class Color(Enum):
    RED = 'red'
    GREEN = 'green'


match Color('green'):
    case Color.RED:
        print("I see red!")
    case Color.GREEN:
        print("Grass is green")
