"""Running programs: a view of what the package offers"""

from asyncio import (Runner, run)

__all__ = ('Runner', 'run',)
