# warnings.warn and the warnings that the engine itself gives (vm/finalize.c).


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    import sys
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        shown = category.__name__ if isinstance(category, type) else type(category).__name__
        raise TypeError(f"category must be a Warning subclass, not '{shown}'")
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    frame = None
    try:
        frame = sys._getframe(max(stacklevel, 1) - 1)
        while skip_file_prefixes and frame is not None and frame.f_code.co_filename.startswith(skip_file_prefixes):
            frame = frame.f_back
    except ValueError:
        pass
    _at(message, category, frame, source)


def _at(message, category, frame, source):
    import sys
    line = None
    if frame is None:
        space, filename, lineno = sys.__dict__, '<sys>', 0
    else:
        space, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
        line = _source_line(frame.f_code, lineno)
    registry = space.setdefault('__warningregistry__', {})
    _explicit(message, category, filename, lineno, space.get('__name__', '<string>'), registry, source, line)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    _explicit(message, category, filename, int(lineno), module, {} if registry is None else registry, source, None)


def _explicit(message, category, filename, lineno, module, registry, source, line):
    import warnings
    if registry.get('version', 0) != warnings._filters_version:
        registry.clear()
        registry['version'] = warnings._filters_version
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    for action, pattern, cat, mod, ln in warnings.filters:
        if ((pattern is None or pattern.match(text)) and issubclass(category, cat) and (ln == 0 or lineno == ln)
                and (mod is None or (mod == module if isinstance(mod, str) else mod.match(module)))):
            break
    else:
        action = warnings.defaultaction
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = 1
        once = (text, category)
        if warnings.onceregistry.get(once):
            return
        warnings.onceregistry[once] = 1
    elif action == 'module':
        registry[key] = 1
        other = (text, category, 0)
        if registry.get(other):
            return
        registry[other] = 1
    elif action == 'default':
        registry[key] = 1
    elif action not in ('always', 'all'):
        raise RuntimeError(f'Unrecognized action ({action!r}) in warnings.filters:\n {action}')
    warnings._showwarnmsg(warnings.WarningMessage(message, category, filename, lineno, None, line, source))


def never_awaited(what):
    import sys
    message, code, lineno, origin = what
    if origin:
        message += '\nCoroutine created at (most recent call last)\n' + _prelude('_traceback.calls_text')(origin)
    if code is None:
        sys.stderr.write(f'<sys>:0: RuntimeWarning: {message}\n')
        return
    try:
        space = sys._getframe().f_globals
    except ValueError:
        space = {}
    registry = space.setdefault('__warningregistry__', {})
    _explicit(message, RuntimeWarning, code.co_filename, lineno, space.get('__name__', '<string>'), registry, True, _source_line(code, lineno))
