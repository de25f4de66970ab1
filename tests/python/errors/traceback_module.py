import traceback


def inner():
    raise ValueError("inner")


def outer():
    inner()


try:
    outer()
except ValueError as e:
    print(traceback.format_exc())
    print(traceback.format_exception_only(e))
    for frame in traceback.extract_tb(e.__traceback__):
        print(frame.name, frame.lineno, frame.line)
    tb = e.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
