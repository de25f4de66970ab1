// The page: connects the editor, the buttons, the input box and the output with the runner and with run links.

import { RunLinkError, makeRunLink, parseRunLink } from '../run-link.js';
import { Ask } from './ask.js';
import { createEditor } from './editor.js';
import { example } from './example.js';
import { OutputView } from './output-view.js';
import { Runner } from './runner.js';

/** @template {HTMLElement} T @param {string} id @returns {T} */
const get = id => /** @type {T} */ (document.getElementById(id));

const run = get('run');
const stop = get('stop');
const stdin = /** @type {HTMLTextAreaElement} */ (get('stdin'));
const status = get('status');
const time = get('time');
const noticeDetail = /** @type {HTMLTextAreaElement} */ (get('notice-detail'));

const editor = createEditor(get('editor'));
const output = new OutputView(get('output'));
const ask = new Ask(get('ask'), get('ask-line'), get('ask-end'));
const runner = new Runner({
  readLine,
  stdout: text => output.write('stdout', text),
  stderr: text => output.write('stderr', text),
});

/** Lines of the box that this run has not read. @type {string[]} */
let boxLines = [];
/** @type {'idle' | 'running' | 'stopping'} */
let state = 'idle';

// --- running --------------------------------------------------------------------------------------------------------

/** A line for the program: from the box first, then from the user. @param {{signal: AbortSignal}} options */
async function readLine({ signal }) {
  const fromBox = boxLines.shift();
  if (fromBox !== undefined) return fromBox;
  await output.drain();
  const line = await ask.line(signal);
  if (line !== null) output.write('echo', line + '\n');
  return line;
}

/** @param {typeof state} next @param {string} text */
function show(next, text, failed = false) {
  state = next;
  run.setAttribute('aria-disabled', String(state !== 'idle'));
  stop.setAttribute('aria-disabled', String(state === 'idle'));
  stop.textContent = state === 'stopping' ? 'Stop now' : 'Stop';
  status.textContent = text;
  status.classList.toggle('failed', failed);
}

/** @param {number} start */
const showTime = start => (time.textContent = `${((performance.now() - start) / 1000).toFixed(2)} s`);

async function runProgram() {
  if (state !== 'idle') return;
  hideNotice();
  output.clear();
  // The last line counts with or without a line end behind it.
  boxLines = stdin.value === '' ? [] : stdin.value.replace(/\n$/, '').split('\n');
  show('running', 'Running');
  // On a narrow screen the result is below the program.
  get('output').scrollIntoView({ block: 'nearest' });
  const start = performance.now();
  const clock = setInterval(showTime, 100, start);
  const outcome = await runner.run(editor.text);
  clearInterval(clock);
  showTime(start);
  await output.drain();
  if (outcome.lost) showNotice(outcome.lost);
  if (outcome.status === undefined) show('idle', 'Ended');
  else show('idle', `Exit status ${outcome.status}`, outcome.status !== 0);
}

/** The first time KeyboardInterrupt; for a program that goes on regardless, the second time the end of its engine. */
function stopProgram() {
  if (state === 'idle') return;
  if (state === 'stopping') {
    return void runner.reset('The program went on after KeyboardInterrupt. It was ended, and the names that it made are gone.');
  }
  show('stopping', 'Stopping');
  runner.interrupt();
}

/** Empties everything but the program and its input; a program that runs is ended. */
async function clear() {
  await runner.reset();
  output.clear();
  hideNotice();
  time.textContent = '';
  if (state === 'idle') show('idle', 'Ready');
  runner.load().catch(() => {});
}

// --- links ----------------------------------------------------------------------------------------------------------

function openLink() {
  try {
    const program = parseRunLink(location.href);
    if (!program) return false;
    editor.text = program.code;
    stdin.value = program.input;
    if (!/^py(thon)?3?$/.test(program.language)) {
      showNotice(`The link says that its program is written in ${program.language}. This page runs Python.`);
    }
    return true;
  } catch (error) {
    if (!(error instanceof RunLinkError)) throw error;
    showNotice(`${error.message} This is what it carries:`, error.raw);
    return false;
  }
}

async function share() {
  const link = makeRunLink(location.href, { code: editor.text, input: stdin.value });
  history.replaceState(null, '', link);
  let copied = true;
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    copied = false;
  }
  showNotice(copied ? 'The link was copied; it is in the address bar too.' : 'This link opens the page with this program:', link);
  if (!copied) noticeDetail.select();
}

// --- notices --------------------------------------------------------------------------------------------------------

/** @param {string} text @param {string} [detail] */
function showNotice(text, detail) {
  get('notice-text').textContent = text;
  noticeDetail.value = detail ?? '';
  noticeDetail.hidden = detail === undefined;
  get('notice').hidden = false;
}

function hideNotice() {
  const notice = get('notice');
  // Who closes it from the keyboard goes on from the buttons, not from the top of the page.
  if (notice.contains(document.activeElement)) get('share').focus();
  notice.hidden = true;
}

// --- events ---------------------------------------------------------------------------------------------------------

run.addEventListener('click', runProgram);
stop.addEventListener('click', stopProgram);
get('clear').addEventListener('click', clear);
get('share').addEventListener('click', share);
get('notice-close').addEventListener('click', hideNotice);
window.addEventListener('hashchange', () => {
  hideNotice();
  openLink();
});
// Before the editor sees it, to which Ctrl+Enter means a new line.
document.addEventListener(
  'keydown',
  event => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    runProgram();
  },
  { capture: true },
);

if (!openLink()) editor.text = example;
runner.load().catch(error => showNotice(error.message));
