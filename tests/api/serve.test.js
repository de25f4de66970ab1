// The development server: addresses, types, and what it refuses.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { dist, root } from './library.js';
import { seedFragment, serve } from '../../web/serve.mjs';

test('files come with their types', async () => {
  const { address, close } = await serve({ root: dist, port: 0 });
  const origin = new URL(address).origin;
  const get = async (/** @type {string} */ path) => {
    const response = await fetch(origin + path);
    return [response.status, response.headers.get('content-type')];
  };
  try {
    assert.deepEqual(await get('/page/'), [200, 'text/html; charset=utf-8']);
    assert.deepEqual(await get('/page/page.js'), [200, 'text/javascript; charset=utf-8']);
    assert.deepEqual(await get('/page/page.css'), [200, 'text/css; charset=utf-8']);
    assert.deepEqual(await get('/aiter.wasm'), [200, 'application/wasm']);
    assert.equal((await fetch(`${origin}/?code=x`)).url, `${origin}/page/?code=x`);
    for (const path of ['/missing', '/..%2fpackage.json', '/%2e%2e/package.json', '/%', '/page/%00']) {
      assert.equal((await get(path))[0], 404, path);
    }
    assert.equal((await fetch(origin, { method: 'POST' })).status, 405);
  } finally {
    await close();
  }
});

test('a port that is in use is passed over', async () => {
  const first = await serve({ root: dist, port: 0 });
  const port = Number(new URL(first.address).port);
  const second = await serve({ root: dist, port });
  try {
    assert(Number(new URL(second.address).port) > port);
    assert.equal((await fetch(second.address)).status, 200);
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});

test('it prints the page and the page with the documentation’s program', async () => {
  const child = spawn(process.execPath, [`${root}web/serve.mjs`, '--port', '0']);
  try {
    let text = '';
    while (!text.includes('Ctrl+C')) text += String((await once(child.stdout, 'data'))[0]);
    const addresses = text.match(/http:\S+/g) ?? [];
    assert.equal(addresses.length, 2);
    assert.match(addresses[0], /^http:\/\/localhost:\d+\/page\/$/);
    assert.equal(addresses[1], addresses[0] + seedFragment());
    assert.match(seedFragment(), /^#lang=python&input=&code=aW1wb3J0[A-Za-z0-9+/]+==$/);
  } finally {
    child.kill();
  }
});
