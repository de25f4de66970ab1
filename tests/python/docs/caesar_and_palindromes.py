def caesar(text, shift):
    result = []
    for char in text:
        if char.isalpha() and char.isascii():
            base = ord("A") if char.isupper() else ord("a")
            char = chr((ord(char) - base + shift) % 26 + base)
        result.append(char)
    return "".join(result)


secret = caesar("Hello, World! Héllo", 3)
print(secret, "|", caesar(secret, -3))
for phrase in ("A man, a plan, a canal: Panama", "not one"):
    letters = [c.lower() for c in phrase if c.isalnum()]
    print(phrase, letters == letters[::-1])
print("".join(sorted(set("mississippi"))), {c: "mississippi".count(c) for c in "misp"})
for i in range(1, 16):
    print("FizzBuzz" if i % 15 == 0 else "Fizz" if i % 3 == 0 else "Buzz" if i % 5 == 0 else i, end=" ")
print()
for n in (1, 4, 9, 14, 40, 1994, 2024):
    roman, rest = "", n
    for value, text in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while rest >= value:
            roman, rest = roman + text, rest - value
    print(n, roman)
