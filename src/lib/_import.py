# Import statements beyond what is loaded already (vm/import.c).


def import_(name, globals=None, locals=None, fromlist=(), level=0):
    if not isinstance(name, str):
        raise TypeError('module name must be a string')
    if level < 0:
        raise ValueError('level must be >= 0')
    if level > 0:
        name = _absolute(name, globals, level)
    elif not name:
        raise ValueError('Empty module name')
    module = _load(name)
    if fromlist:
        if hasattr(module, '__path__'):
            for item in fromlist:
                if item != '*' and not hasattr(module, item) and _is_known(f'{name}.{item}'):
                    _load(f'{name}.{item}')
        return module
    if level > 0 or '.' not in name:
        return module
    return _modules()[name.partition('.')[0]]


def _absolute(name, globals, level):
    package = globals.get('__package__') if globals else None
    if package is None:
        package = (globals or {}).get('__name__', '')
        if '__path__' not in (globals or {}):
            package = package.rpartition('.')[0]
    if not package:
        raise ImportError('attempted relative import with no known parent package')
    for _ in range(level - 1):
        package, dot, _ = package.rpartition('.')
        if not dot:
            raise ImportError('attempted relative import beyond top-level package')
    return f'{package}.{name}' if name else package


def _is_known(name):
    return name in _modules() or _is_package(name) or _find(name) is not None


def _by_finders(name, path):
    """The module, by what a program has put into sys.meta_path."""
    sys = _modules().get('sys')
    for finder in list(sys.__dict__.get('meta_path', ())) if sys is not None else ():
        find = getattr(finder, 'find_spec', None)
        spec = find(name, path, None) if find is not None else None
        if spec is not None:
            return _from_spec(spec)
    return None


def _from_spec(spec):
    loader = spec.loader
    module = loader.create_module(spec) if hasattr(loader, 'create_module') else None
    if module is None:
        module = type(_builtins_module)(spec.name)
    module.__spec__, module.__loader__, module.__package__ = spec, loader, spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    modules = _modules()
    modules[spec.name] = module
    try:
        loader.exec_module(module)
    except BaseException:
        modules.pop(spec.name, None)
        raise
    return modules.get(spec.name, module)


def _load(name):
    modules = _modules()
    if name in modules:
        module = modules[name]
        if module is None:
            raise ModuleNotFoundError(f'import of {name} halted; None in sys.modules', name=name)
        return module
    parent, _, last = name.rpartition('.')
    if parent:
        holder = _load(parent)
        if name in modules:
            return modules[name]
        if not hasattr(holder, '__path__'):
            raise ModuleNotFoundError(f"No module named {name!r}; {parent!r} is not a package", name=name)
    found = _by_finders(name, holder.__path__ if parent else None) or _find(name)
    if found is None:
        raise ModuleNotFoundError(f'No module named {name!r}', name=name)
    if type(found).__name__ == 'code':
        module = _new_module(name)
        package = _is_package(name)
        if package:
            module.__path__ = []
        module.__package__ = name if package else parent
        if name not in ('atexit', 'gc', 'itertools'):  # where CPython has its own: messages and reprs show it
            package = name in ('asyncio', 'collections', 'importlib', 'json', 'string')
            module.__file__ = f"/usr/lib/python3.14/{name.replace('.', '/')}{'/__init__' if package else ''}.py"
        modules[name] = module
        try:
            _run_code(found, module.__dict__, module.__dict__)
        except BaseException:
            modules.pop(name, None)
            raise
        module = modules.get(name, module)
    else:
        module = found
    if parent:
        setattr(holder, last, module)
    return module


import builtins as _builtins_module


def import_from(module, name):
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    package = getattr(module, '__name__', None)
    if isinstance(package, str):
        found = _modules().get(f'{package}.{name}')
        if found is not None:
            return found
    where = getattr(module, '__file__', None)
    shown = package if package is not None else '<unknown module name>'
    raise ImportError(f"cannot import name {name!r} from {shown!r} ({where or 'unknown location'})", name=package, path=where, name_from=name)


def import_star(module, namespace):
    names = getattr(module, '__all__', None)
    if names is None:
        names = [n for n in module.__dict__ if n[:1] != '_']
    for name in names:
        namespace[name] = getattr(module, name)
