// node web/build.mjs [--watch]: bundles the library, the command and the page into dist/ (build.sh puts the .wasm files
// there), minified, and writes the library's types. Called by build.sh.

import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const web = join(root, 'web');
// Elsewhere, for trying out: node web/build.mjs --out FOLDER
const outFlag = process.argv.indexOf('--out');
const dist = outFlag < 0 ? join(root, 'dist') : process.argv[outFlag + 1];
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = { bundle: true, format: 'esm', minify: !watch, legalComments: 'none', logLevel: 'warning', charset: 'utf8' };
// In Node an uncaught error shows the line that threw it: so the library keeps short lines and the names of its classes.
/** @type {import('esbuild').BuildOptions} */
const readable = { minify: false, minifySyntax: !watch, minifyWhitespace: !watch, lineLimit: 250 };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  { ...readable, entryPoints: [join(web, 'index.js')], outfile: join(dist, 'index.js'), target: 'es2022', platform: 'neutral' },
  { ...readable, entryPoints: [join(web, 'worker.js')], outfile: join(dist, 'worker.js'), target: 'es2022', platform: 'neutral' },
  {
    ...readable,
    entryPoints: [join(web, 'cli.js')],
    outfile: join(dist, 'cli.js'),
    target: 'node20',
    platform: 'node',
    // The library stands beside the command already.
    external: ['./index.js'],
  },
  {
    entryPoints: [join(web, 'page/page.js'), join(web, 'page/page.css')],
    outdir: join(dist, 'page'),
    target: ['chrome100', 'firefox102', 'safari15.4'],
  },
];

/** Types from the JSDoc comments: one file for each source under dist/types, and index.d.ts that points there. */
function writeTypes() {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const options = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--outDir', join(dist, 'types')];
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', join(web, 'tsconfig.types.json'), ...options], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`tsc:\n${stdout}`);
  writeFileSync(join(dist, 'index.d.ts'), "export * from './types/index.js';\n");
}

mkdirSync(join(dist, 'page'), { recursive: true });
for (const bundle of bundles) {
  const ctx = await context({ ...common, ...bundle });
  await ctx.rebuild();
  if (watch) await ctx.watch();
  else await ctx.dispose();
}
chmodSync(join(dist, 'cli.js'), 0o755);
cpSync(join(web, 'page/index.html'), join(dist, 'page/index.html'));
writeTypes();

const size = (/** @type {string} */ name) => {
  const path = join(dist, name);
  return existsSync(path) ? `${name} ${statSync(path).size}` : `${name} is not there yet`;
};
console.error(`[web] ${relative(process.cwd(), dist) || dist}: ${['index.js', 'worker.js', 'cli.js', 'page/page.js', 'aiter.wasm', 'aiter-rest.wasm'].map(size).join(', ')}`);
