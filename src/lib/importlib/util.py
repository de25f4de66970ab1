"""Tools for importers."""

import sys
from importlib.machinery import ModuleSpec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def module_from_spec(spec):
    module = spec.loader.create_module(spec) if hasattr(spec.loader, 'create_module') else None
    if module is None:
        module = type(sys)(spec.name)
    module.__spec__, module.__loader__, module.__package__ = spec, spec.loader, spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    return module


def find_spec(name, package=None):
    if name in sys.modules:
        module = sys.modules[name]
        return getattr(module, '__spec__', None) or ModuleSpec(name, None)
    from _engine import prelude
    return ModuleSpec(name, None) if prelude('_import._is_known')(name) else None


def resolve_name(name, package):
    if not name.startswith('.'):
        return name
    level = len(name) - len(name.lstrip('.'))
    bits = package.rsplit('.', level - 1)
    if len(bits) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{bits[0]}.{name[level:]}' if name[level:] else bits[0]
