"""Streams, servers, subprocesses: names that exist, and say that they can not be used here"""

_reason = "asyncio.{} is not available here: there are no sockets, pipes or subprocesses"


def _function(name):
    async def function(*args, **kwargs):
        raise NotImplementedError(_reason.format(name))
    function.__name__ = function.__qualname__ = name
    return function


def _class(name):
    def __init__(self, *args, **kwargs):
        raise NotImplementedError(_reason.format(name))
    return type(name, (), {'__init__': __init__, '__module__': 'asyncio'})


open_connection = _function('open_connection')
start_server = _function('start_server')
create_subprocess_exec = _function('create_subprocess_exec')
create_subprocess_shell = _function('create_subprocess_shell')
for _name in ('AbstractServer Server StreamReader StreamReaderProtocol StreamWriter SubprocessTransport Transport BaseTransport '
              'DatagramTransport ReadTransport WriteTransport').split():
    globals()[_name] = _class(_name)


class BaseProtocol:
    """What a transport calls."""

    def connection_made(self, transport):
        """There is a connection."""

    def connection_lost(self, exc):
        """There is none any more."""

    def pause_writing(self):
        """The transport's buffer is full."""

    def resume_writing(self):
        """It is not any more."""


class Protocol(BaseProtocol):
    """Of a stream."""

    def data_received(self, data):
        """Something came."""

    def eof_received(self):
        """Nothing will come any more."""


class BufferedProtocol(BaseProtocol):
    """Of a stream with a buffer of its own."""


class DatagramProtocol(BaseProtocol):
    """Of datagrams."""


class SubprocessProtocol(BaseProtocol):
    """Of a child process."""
