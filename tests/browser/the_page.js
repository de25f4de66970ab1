// The page as a user has it: what tests do with it and read from it.

import { makeRunLink, parseRunLink } from '../../web/run-link.js';

/** @typedef {import('playwright-core').Page} Page */

/** The fragment that opens the page with a program. @param {string} code @param {string} [input] */
export const fragment = (code, input = '') => makeRunLink('', { code, input });

/** Opens another program in a page that is open. @param {Page} page @param {string} code @param {string} [input] */
export async function openProgram(page, code, input) {
  // The event reaches the page before the promise resolves.
  await page.evaluate(
    hash =>
      new Promise(resolve => {
        if (location.hash === hash) return resolve(undefined);
        addEventListener('hashchange', () => resolve(undefined), { once: true });
        location.hash = hash;
      }),
    fragment(code, input),
  );
}

/** Waits until the program has ended; the status line's text. @param {Page} page @param {number} [timeout] */
export async function untilEnd(page, timeout = 30_000) {
  const status = page.locator('#status');
  await page.waitForFunction(() => /^(Exit status|Ended)/.test(document.querySelector('#status')?.textContent ?? ''), undefined, {
    timeout,
  });
  return /** @type {string} */ (await status.textContent());
}

/** Presses Run and waits for the end. @param {Page} page @param {number} [timeout] */
export async function run(page, timeout) {
  await page.click('#run');
  return untilEnd(page, timeout);
}

/** What stands in the output, or a part of it: '.stdout', '.stderr', '.echo', '.note'. @param {Page} page */
export const outputText = (page, part = '.stdout') =>
  page.$$eval(`#output ${part}`, elements => elements.map(element => element.textContent).join(''));

/** Waits until a text stands in the output. @param {Page} page @param {string} text */
export const untilOutput = (page, text) =>
  page.waitForFunction(text => document.querySelector('#output')?.textContent?.includes(text), text);

/** The program in the editor, which keeps only what is in sight in the document: so by way of the share link. @param {Page} page */
export async function editorText(page) {
  await page.click('#share');
  // The notice comes when the browser has answered whether the link may be copied.
  await page.waitForSelector('#notice-detail:not([hidden])');
  const text = parseRunLink(await page.inputValue('#notice-detail'))?.code;
  await page.click('#notice-close');
  return text;
}
