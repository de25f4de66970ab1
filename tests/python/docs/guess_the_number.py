# The reader's input decides.
secret = 42
for attempt in range(1, 6):
    guess = int(input(f"Guess {attempt}: "))
    if guess < secret:
        print("too small")
    elif guess > secret:
        print("too big")
    else:
        print(f"right after {attempt}!")
        break
else:
    print("out of guesses")
