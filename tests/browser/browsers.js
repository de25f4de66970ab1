// The browsers of the tests: Debian's Chromium and Firefox, driven by playwright-core, and the server that they open.
// A browser that is not there makes its tests skip, with the reason; with CI=true it makes them fail.

import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe } from 'node:test';
import { chromium, firefox } from 'playwright-core';
import { serve } from '../../web/serve.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The folder that is served; AITER_DIST serves another build. */
const dist = process.env.AITER_DIST ?? root + 'dist';
export const screenshots = root + 'build/screenshots';

/** Chromium's own traffic (updates, safe browsing, metrics) has no place in a test. */
const QUIET = [
  '--disable-background-networking', '--disable-component-update', '--disable-default-apps', '--disable-sync',
  '--disable-domain-reliability', '--disable-breakpad', '--disable-extensions', '--metrics-recording-only', '--no-first-run',
  '--no-default-browser-check', '--disable-features=OptimizationHints,MediaRouter,Translate,InterestFeedContentSuggestions',
];

const kinds = [
  {
    name: 'chromium',
    path: '/usr/bin/chromium',
    launch: () => chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', ...QUIET] }),
  },
  {
    name: 'firefox',
    path: '/usr/bin/firefox-esr',
    // Over this protocol the colour scheme is the whole browser's.
    launch: (dark = false) =>
      firefox.launch({
        channel: 'moz-firefox',
        executablePath: '/usr/bin/firefox-esr',
        firefoxUserPrefs: { 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1 },
      }),
  },
];

/**
 * @typedef {object} Place  where a test runs
 * @property {string} name  the browser's
 * @property {string} address  the page's
 * @property {(path?: string, options?: import('playwright-core').BrowserContextOptions) => Promise<import('playwright-core').Page>} open
 *   opens a new page: a fragment or query of our page, or another address
 * @property {(page: import('playwright-core').Page) => string[]} errors  what the page's console said of errors
 */

/**
 * Declares tests once for each browser.
 * @param {string} title @param {(place: Place) => void} declare
 */
export function inEachBrowser(title, declare) {
  for (const { name, path, launch } of kinds) {
    const missing = !existsSync(path) && `${path} is not there (./build.sh browsers installs it)`;
    if (missing && process.env.CI === 'true') throw new Error(missing);
    describe(`${title} in ${name}`, { skip: missing }, () => {
      /** @type {import('playwright-core').Browser} */ let browser;
      /** @type {import('playwright-core').Browser | undefined} */ let darkBrowser;
      /** @type {Awaited<ReturnType<typeof serve>>} */ let server;
      const errors = new WeakMap();
      /** @type {Place} */
      const place = {
        name,
        address: '',
        async open(path = '', options = {}) {
          const dark = name === 'firefox' && options.colorScheme === 'dark';
          const context = await (dark ? (darkBrowser ??= await launch(true)) : browser).newContext({ viewport: { width: 1280, height: 800 }, ...options });
          context.setDefaultTimeout(10_000);
          const page = await context.newPage();
          /** @type {string[]} */ const found = [];
          errors.set(page, found);
          page.on('pageerror', error => found.push(String(error)));
          page.on('console', message => message.type() === 'error' && found.push(message.text()));
          await page.goto(/^(http|about):/.test(path) ? path : place.address + path);
          return page;
        },
        errors: page => errors.get(page),
      };
      before(async () => {
        mkdirSync(screenshots, { recursive: true });
        server = await serve({ root: dist, port: 0 });
        place.address = server.address;
        browser = await launch();
      });
      after(async () => {
        await browser?.close();
        await darkBrowser?.close();
        await server?.close();
      });
      declare(place);
    });
  }
}
