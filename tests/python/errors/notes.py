error = ValueError("with notes")
error.add_note("first note")
error.add_note("second\nover two lines")
print(error.__notes__)
try:
    error.add_note(3)
except TypeError as e:
    print(e)
raise error
