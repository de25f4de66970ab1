// Run links: what is read, what is forgiven, what is made.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { RunLinkError, makeRunLink, parseRunLink, root } from './library.js';
import { seedFragment } from '../../web/serve.mjs';

const encode = (/** @type {string} */ text) => btoa(encodeURIComponent(text));
/** The program as the documentation page shows it. */
const seedProgram = /** @type {RegExpExecArray} */ (
  /```python\n(import asyncio\n.*?)\n```/s.exec(readFileSync(`${root}web/page/seed.md`, 'utf8'))
)[1];

test("the documentation page's own link carries the program that the page shows", () => {
  assert.deepEqual(parseRunLink('https://example.org/page/' + seedFragment()), {
    code: seedProgram,
    input: '',
    language: 'python',
  });
});

test('parameters come in any order, after # or ?', () => {
  const parts = ['lang=python', `input=${encode('1\n')}`, `code=${encode('print("世界 ~ 🐍")')}`];
  const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
  for (const mark of ['#', '?', 'http://h/p?', 'http://h/p#', 'http://h/p?utm_source=x#', 'http://h/p?utm=x&']) {
    for (const order of orders) {
      const link = mark + order.map(i => parts[i]).join('&');
      assert.deepEqual(parseRunLink(link), { code: 'print("世界 ~ 🐍")', input: '1\n', language: 'python' }, link);
    }
  }
});

test('the fragment wins over the query', () => {
  const link = `/?code=${encode('query')}&input=${encode('from the query')}#code=${encode('fragment')}`;
  assert.equal(parseRunLink(link)?.code, 'fragment');
});

test('an address without a program is null', () => {
  for (const address of ['', '#', '?', '#top', 'https://example.org/', 'https://example.org/?utm_source=x#lang=python']) {
    assert.equal(parseRunLink(address), null, address);
  }
});

test('missing parts have defaults', () => {
  assert.deepEqual(parseRunLink(`#code=${encode('1')}`), { code: '1', input: '', language: 'python' });
  assert.deepEqual(parseRunLink(`#input=${encode('1')}`), { code: '', input: '1', language: 'python' });
  assert.deepEqual(parseRunLink('#lang=Lua&code='), { code: '', input: '', language: 'lua' });
});

test('what tools do to links is undone', () => {
  const text = 'print("~~~~ ~")  # a tilde becomes a plus in base64';
  const base64 = encode(text);
  assert.match(base64, /\+/);
  const read = (/** @type {string} */ value) => parseRunLink(`#lang=python&code=${value}`)?.code;
  assert.equal(read(base64), text, 'as it is');
  assert.equal(read(base64.replaceAll('+', ' ')), text, 'a plus that became a space');
  assert.equal(read(base64.replaceAll('+', '%20')), text, 'a plus that became an escaped space');
  assert.equal(read(encodeURIComponent(base64)), text, 'percent-encoded');
  assert.equal(read(encodeURIComponent(encodeURIComponent(base64))), text, 'percent-encoded twice');
  assert.equal(read(base64.replace(/=+$/, '')), text, 'without padding');
  assert.equal(read(base64.replaceAll('+', '-').replaceAll('/', '_')), text, 'in the alphabet of addresses');
  assert.equal(read(base64.replace(/(.{20})/g, '$1\r\n')), text, 'broken into lines');
  assert.equal(parseRunLink(`#lang=python&amp;input=&amp;code=${base64}`)?.code, text, 'with & as &amp;');
});

test('a damaged link says what is wrong and keeps what it carried', () => {
  const cases = [
    ['code', '!!!', /not base64/],
    ['code', encode('世界').slice(0, -3), /breaks off|not base64/],
    ['code', btoa('%E4%B8'), /breaks off/],
    ['input', btoa('%zz'), /percent-encoded/],
  ];
  for (const [parameter, raw, why] of /** @type {[string, string, RegExp][]} */ (cases)) {
    assert.throws(
      () => parseRunLink(`#${parameter}=${raw}`),
      error => {
        assert(error instanceof RunLinkError);
        assert.equal(error.parameter, parameter);
        assert.equal(error.raw, raw);
        assert.match(error.message, why);
        assert.match(error.message, new RegExp(`"${parameter}"`));
        return true;
      },
    );
  }
});

test('a link that was made is read back, whatever the program', () => {
  const programs = ['', 'print(1)', seedProgram, '~?&=#%+ \t\r\n\0', '\u{10FFFF}é\u0301', 'x'.repeat(200_000)];
  for (const code of programs) {
    for (const input of ['', 'one\ntwo', '世界']) {
      const link = makeRunLink('http://localhost/page/?old=1#code=AAAA', { code, input });
      assert(link.startsWith('http://localhost/page/#lang=python&'), link.slice(0, 60));
      assert.deepEqual(parseRunLink(link), { code, input, language: 'python' });
      assert.doesNotThrow(() => new URL(link));
    }
  }
});

test('the link for the documentation program is the one that the documentation has', () => {
  assert.equal(makeRunLink('', { code: seedProgram }), seedFragment());
});

test('half a surrogate pair becomes U+FFFD', () => {
  assert.equal(parseRunLink(makeRunLink('', { code: 'a\uD83Db' }))?.code, 'a\uFFFDb');
});
