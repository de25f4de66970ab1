def queens(n, board=()):
    if len(board) == n:
        yield board
        return
    for column in range(n):
        if all(column != c and abs(column - c) != len(board) - r for r, c in enumerate(board)):
            yield from queens(n, board + (column,))


solutions = list(queens(6))
print(len(solutions), len(list(queens(8))))
for row in solutions[0]:
    print(". " * row + "Q " + ". " * (5 - row))
