def test(error):
    try:
        raise error
    except (KeyError, IndexError) as e:
        return f"lookup {e!r}"
    except ArithmeticError:
        return "arithmetic"
    except Exception as e:
        return f"other {e}"
    except:
        return "anything"


for error in (KeyError("k"), IndexError(1), ZeroDivisionError(), OverflowError(), ValueError("v"), KeyboardInterrupt(), SystemExit(1), KeyError):
    print(test(error))


def choose():
    print("evaluated")
    return ValueError


try:
    raise ValueError
except choose() as e:
    print(repr(e))
try:
    try:
        raise KeyError("inner")
    except ValueError:
        print("never")
except KeyError as e:
    print("outer", e)
errors = (TypeError, ValueError)
try:
    int("x")
except errors as e:
    print(type(e).__name__)
import sys
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exception())
print(sys.exc_info(), sys.exception())


def nested():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            raise ValueError
        except ValueError:
            print(type(sys.exception()).__name__)
        print(type(sys.exception()).__name__)


nested()
