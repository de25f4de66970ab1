def count(*args, **kwargs):
    return len(args), len(kwargs)


print(count(*range(1000)), count(**{f"k{i}": i for i in range(1000)}))
print(eval("count(" + ", ".join(str(i) for i in range(300)) + ")"))
print(eval("count(" + ", ".join(f"a{i}={i}" for i in range(300)) + ")"))
print(len(eval("[" + ", ".join(str(i) for i in range(1000)) + "]")), len(eval("{" + ", ".join(f"{i}: x" for i in range(1000)) + "}", {"x": 1})))
