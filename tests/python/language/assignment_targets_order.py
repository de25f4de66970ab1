log = []


class Target:
    def __init__(self, name):
        self.__dict__["name"] = name

    def __setattr__(self, attr, value):
        log.append(f"{self.name}.{attr}={value}")

    def __setitem__(self, key, value):
        log.append(f"{self.name}[{key}]={value}")


def t(name):
    log.append(f"eval {name}")
    return Target(name)


t("a").x = t("b").y = 1
t("c")[0], t("d").z = 2, 3
for t("e").i in range(2):
    pass
(t("f").p, *t("g").q) = "abc"
from contextlib import nullcontext
with nullcontext(5) as t("h").w:
    pass
print("\n".join(log))
