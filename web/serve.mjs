// node web/serve.mjs [--port N]: serves dist/ on localhost and prints where the page is. `npm start` ends here.

import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const web = fileURLToPath(new URL('.', import.meta.url));

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** The fragment of the documentation page that this all began with, `#lang=python&input=…`. */
export function seedFragment() {
  const text = readFileSync(join(web, 'page/seed.md'), 'utf8');
  return /** @type {RegExpExecArray} */ (/\((https?:[^)#]*)(#lang=(?:[^()]|\([^()]*\))*)\)/.exec(text))[2];
}

/** The file for a request's path, or undefined. @param {string} root @param {string} path */
function findFile(root, path) {
  let name;
  try {
    name = normalize(decodeURIComponent(path));
  } catch {
    return undefined;
  }
  let file = join(root, name);
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  try {
    if (statSync(file).isDirectory()) file = join(file, 'index.html');
    return { file, size: statSync(file).size };
  } catch {
    return undefined;
  }
}

/**
 * Serves a folder on localhost. A port that is in use is passed over; port 0 takes any.
 * @param {{root?: string, port?: number}} [options]
 * @returns {Promise<{address: string, close(): Promise<void>}>}
 */
export async function serve({ root = resolve(web, '../dist'), port = 8000 } = {}) {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();
    // Relative: the fragment goes along by itself, the query does not.
    if (pathname === '/' || pathname === '/page') return void response.writeHead(302, { location: '/page/' + search }).end();
    const found = findFile(root, pathname);
    if (!found) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    response.writeHead(200, {
      'content-type': types[extname(found.file)] ?? 'application/octet-stream',
      'content-length': found.size,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(found.file).on('error', () => response.destroy()).pipe(response);
  });
  for (; ; port++) {
    const error = await new Promise(done => {
      server.once('error', done);
      server.listen(port, '127.0.0.1', () => done(undefined));
    });
    server.removeAllListeners('error');
    if (!error) break;
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
  }
  const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://localhost:${taken}/page/`,
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = process.argv.indexOf('--port');
  const port = Number(at < 0 ? (process.env.PORT ?? 8000) : process.argv[at + 1]);
  if (!(Number.isInteger(port) && port >= 0 && port < 65536)) {
    console.error(`serve.mjs: the port must be a number from 0 to 65535, not ${at < 0 ? process.env.PORT : process.argv[at + 1]}`);
    process.exit(2);
  }
  const { address } = await serve({ port });
  console.log(`The page:\n  ${address}\n\nThe page with the documentation's own program:\n  ${address}${seedFragment()}\n\nCtrl+C ends the server.`);
}
