print('single', "double", '''triple
single''', """triple "double" """)
print('a' "b" 'c', r"\n raw", b"bytes", rb"\x", u"unicode", "\a\b\f\v".encode())
print("\x41\u0042\U00000043\103\N{LATIN SMALL LETTER E WITH ACUTE}\t|\\|\'|\"|")
print("line \
continued", len("\r\n"), "\0".encode(), "\1\12\123".encode())
print(b"\x00\xff\n\t\\'", b'"', br"\d", b"a" b"b", len(b"\377"))
print("é", "中文", "😀", len("😀"), "\ud800".encode("utf-16-le", "surrogatepass"))
print(("implicit "
       "concatenation"))
print('it''s', "say \"hi\"", 'mixed "quotes"', repr("it's"), repr('say "hi"'), repr("both ' and \""))
