// Pictures of the page for people to look at, under build/screenshots: light and dark, narrow and wide. What a machine can
// tell of them is checked: nothing sticks out sideways, and text has contrast enough.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seedFragment } from '../../web/serve.mjs';
import { inEachBrowser, screenshots } from './browsers.js';
import { fragment, run, untilOutput } from './the_page.js';

const program = `import asyncio

async def countdown(n):
    while n:
        yield n
        await asyncio.sleep(0.01)
        n -= 1

async def main():
    async for i in countdown(3):
        print("世界", i)
    raise ValueError("as an example")

name = input("Who is there? ")
print("Hello,", name)
asyncio.run(main())
`;

/** @type {[string, {width: number, height: number}][]} */
const sizes = [
  ['narrow', { width: 360, height: 740 }],
  ['wide', { width: 1440, height: 900 }],
];

/** Pairs of text and background whose contrast is below 4.5, as WCAG counts it. Runs in the page. */
function lowContrasts() {
  const rgb = (/** @type {string} */ color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (/** @type {number[]} */ color) => {
    const [r, g, b] = color.slice(0, 3).map(c => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const low = [];
  for (const element of document.querySelectorAll('body *')) {
    const ownText = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim());
    if (!ownText || !element.checkVisibility() || element.closest('[aria-disabled=true]')) continue;
    const background = () => {
      for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
        const color = rgb(getComputedStyle(at).backgroundColor);
        if (color[3] !== 0) return color;
      }
      return [255, 255, 255];
    };
    const [a, b] = [luminance(rgb(getComputedStyle(element).color)), luminance(background())].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) low.push(`${element.tagName} "${element.textContent?.slice(0, 20)}" ${contrast.toFixed(2)}`);
  }
  return low;
}

inEachBrowser('pictures of the page', place => {
  for (const [size, viewport] of sizes) {
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      test(`${size}, ${colorScheme}`, async () => {
        const picture = (/** @type {string} */ what) => `${screenshots}/${place.name}-${size}-${colorScheme}-${what}.png`;
        const page = await place.open(seedFragment(), { viewport, colorScheme });
        await page.waitForSelector('.cm-content');
        assert.equal(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches), colorScheme === 'dark');
        await page.screenshot({ path: picture('seed') });
        await page.goto(place.address + fragment(program, 'a reader'));
        await page.reload();
        await run(page);
        await page.click('#share');
        await page.screenshot({ path: picture('result'), fullPage: true });
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(sideways, 0, 'nothing sticks out sideways');
        assert.deepEqual(await page.evaluate(lowContrasts), []);
        await page.goto(place.address + fragment('print("What next?")\ninput()'));
        await page.reload();
        await page.click('#run');
        await untilOutput(page, 'next');
        await page.waitForSelector('#ask:not([hidden])');
        await page.screenshot({ path: picture('input'), fullPage: true });
        await page.context().close();
      });
    }
  }
});
