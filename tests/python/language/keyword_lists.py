import keyword
print(keyword.kwlist)
print(keyword.softkwlist)
print(keyword.iskeyword("async"), keyword.iskeyword("print"), keyword.issoftkeyword("match"))
type = match = case = _ = 5
print(type + match + case + _)
