# a comment
x = 1 + \
    2
y = (1 +  # inside
     2 +

     3)
print(x, y)  # after code
if x == 3 and \
   y == 6:
    print("continued")
items = [
    1,
    2,  # trailing comma
]
d = {
    "a": 1,
    # between
    "b": 2,
}
print(items, d)


def f(
    a,
    b,
):
    # only a comment
    return a, b


print(f(
    1,
    2,
))
if True:
    # comment at another depth
        # and deeper
    print("indented")
	
print("after a line of white space")
