tel = {'jack': 4098, 'sape': 4139}
tel['guido'] = 4127
print(tel, tel['jack'], tel.get('irv'))
del tel['sape']
tel['irv'] = 4127
print(tel, list(tel), sorted(tel), 'guido' in tel, 'jack' not in tel)
print(dict([('sape', 4139), ('guido', 4127)]), {x: x ** 2 for x in (2, 4, 6)}, dict(sape=4139, guido=4127))
knights = {'gallahad': 'the pure', 'robin': 'the brave'}
for k, v in knights.items():
    print(k, v)
for i, v in enumerate(['tic', 'tac', 'toe']):
    print(i, v)
for q, a in zip(['name', 'quest'], ['lancelot', 'the holy grail']):
    print('What is your {0}?  It is {1}.'.format(q, a))
basket = {'apple', 'orange', 'apple', 'pear'}
print(len(basket), 'orange' in basket, sorted(set('abracadabra') - set('alacazam')))
print((1, 2, 3) < (1, 2, 4), [1, 2, 3] < [1, 2, 4], 'ABC' < 'C' < 'Pascal' < 'Python', (1, 2) < (1, 2, -1), (1, 2, ('aa', 'ab')) < (1, 2, ('abc', 'a'), 4))
string1, string2, string3 = '', 'Trondheim', 'Hammer Dance'
print(string1 or string2 or string3)
