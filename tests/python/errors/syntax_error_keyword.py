calss Foo:
    pass
