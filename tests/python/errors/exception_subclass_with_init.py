class HttpError(Exception):
    def __init__(self, status, message):
        super().__init__(f"{status}: {message}")
        self.status = status


class NotFound(HttpError):
    """Docstring."""

    def __init__(self, path):
        super().__init__(404, f"{path} not found")


try:
    raise NotFound("/index")
except HttpError as e:
    print(e, e.status, e.args, repr(e))
raise NotFound("/page")
