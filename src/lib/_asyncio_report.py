"""What the event loop says of exceptions that nobody handles."""

Future, Task, Handle, TimerHandle = _asyncio_types()
WAKEUP = 'Task.task_wakeup()'


def callback_text(*args):
    return _prelude('_asyncio_show.callback_text')(*args)


def new_event_loop():
    import sys
    sys.modules['logging'].getLogger('asyncio').debug('Using selector: %s', 'EpollSelector')
    from _asyncio import EventLoop
    return EventLoop()


def dropped(self):
    """Nobody has a future any more: is there something that somebody should have known?"""
    loop = self._loop
    if loop is None:
        return
    calls = getattr(self, '_source_traceback', None)
    made = {'source_traceback': calls} if calls else {}
    if isinstance(self, Task) and self._state == 'PENDING' and self._log_destroy_pending:
        self._log_destroy_pending = False
        loop.call_exception_handler({'task': self, 'message': 'Task was destroyed but it is pending!', **made})
    if self._log_traceback:
        self._log_traceback = False
        loop.call_exception_handler({'message': f'{type(self).__name__} exception was never retrieved',
                                     'exception': self._exception, 'future': self, **made})


def callback_failed(loop, what, arg, exception):
    if isinstance(what, Task):
        text = STEP if arg is None else WAKEUP
        handle = Shown(f'<Handle {text}>')
    else:
        handle = what if isinstance(what, Handle) else Handle(what, (arg,), loop)
        text = callback_text(handle._callback, handle._args, loop.get_debug())
    try:
        raise exception  # being handled, it is the context of whatever the handler raises
    except BaseException:
        loop.call_exception_handler({'message': f'Exception in callback {text}', 'exception': exception, 'handle': handle})


def slow(what, arg, seconds):
    if not isinstance(what, (Task, Handle)):
        what = Shown(f'<Handle {callback_text(what)}>')
    log(f'Executing {what!r} took {seconds:.3f} seconds', None, 'warning')


STEP = '<_asyncio.TaskStepMethWrapper object>()'


class Shown:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


def log(message, exception, how='error'):
    """logging's last resort: what an unconfigured logger prints of an error. A program that imports logging gets it there."""
    import sys
    logging = sys.modules.get('logging')
    if logging is not None:
        info = (type(exception), exception, exception.__traceback__) if exception is not None else False
        getattr(logging.getLogger('asyncio'), how)(message, exc_info=info)
        return
    if exception is not None:
        message += '\n' + ''.join(_prelude('_traceback.exception_texts')(exception)).rstrip('\n')
    print(message, file=sys.stderr)


def default_exception_handler(self, context):
    lines = [context.get('message') or 'Unhandled exception in event loop']
    for key in sorted(context):
        if key == 'source_traceback':
            lines.append(f'{key}: Object created at (most recent call last):\n' + _prelude('_traceback.calls_text')(context[key]))
        elif key != 'message' and key != 'exception':
            lines.append(f'{key}: {context[key]!r}')
    log('\n'.join(lines), context.get('exception'))


def call_exception_handler(self, context):
    handler = self.get_exception_handler()
    if handler is None:
        try:
            self.default_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            log('Exception in default exception handler', e)
        return
    try:
        thing = context.get('task')
        if thing is None:
            thing = context.get('future')
        if thing is None:
            thing = context.get('handle')
        run_in = thing.get_context() if thing is not None and hasattr(thing, 'get_context') else None
        if run_in is not None and hasattr(run_in, 'run'):
            run_in.run(handler, self, context)
        else:
            handler(self, context)
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as e:
        try:
            self.default_exception_handler({'message': 'Unhandled error in exception handler', 'exception': e, 'context': context})
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            log('Exception in default exception handler while handling an unexpected error in custom exception handler', e)
