def a():
    x = 1

    def b():
        y = 10

        def c():
            nonlocal x, y
            x += 1
            y += 1

            def d():
                nonlocal x
                x *= 2
                return x, y
            return d
        return c, lambda: y
    return b, lambda: x


b, get_x = a()
c, get_y = b()
d = c()
print(d(), get_x(), get_y(), d(), get_x())
c2, get_y2 = b()
c2()
print(get_x(), get_y(), get_y2())
