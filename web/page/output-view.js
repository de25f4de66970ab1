// OutputView: shows what a program prints, however much and however fast. Text waits in a queue and enters the document
// once a frame, as blocks of some lines, of which only the last LIMIT characters stay.

/** Characters that stay visible. */
const LIMIT = 1_000_000;
/** A block is closed at a line end from this size on… */
const BLOCK = 4_000;
/** …and in the middle of a line at this one. */
const LONG_BLOCK = 16_000;
/** What entering the document may take of a frame, in milliseconds. */
const BUDGET = 6;

/**
 * @typedef {'stdout' | 'stderr' | 'echo'} Kind
 * @typedef {{element: HTMLElement, text: Text, kind: Kind}} Block
 */

export class OutputView {
  #element;
  /** What is not yet in the document. @type {Array<{kind: Kind, text: string}>} */
  #queue = [];
  #queued = 0;
  /** Characters in the document, and characters that were dropped. */
  #shown = 0;
  #dropped = 0;
  /** The block that grows. @type {Block | undefined} */
  #block;
  /** @type {HTMLElement | undefined} */ #note;
  #waiting = false;
  /** Where the view was scrolled to last, to follow the output. */
  #followed = 0;
  /** Who wants to know when the queue is empty. @type {Array<() => void>} */
  #drained = [];

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /** @param {Kind} kind @param {string} text */
  write(kind, text) {
    const last = this.#queue.at(-1);
    // Few big pieces: a program may print a million short ones.
    if (last?.kind === kind && last.text.length < LONG_BLOCK) last.text += text;
    else this.#queue.push({ kind, text });
    this.#queued += text.length;
    while (this.#queued > LIMIT) this.#dropQueued(this.#queued - LIMIT);
    this.#request();
  }

  /** Resolves when everything that was written is in the document. */
  async drain() {
    if (this.#queue.length > 0) await new Promise(resolve => this.#drained.push(() => resolve(undefined)));
  }

  clear() {
    this.#element.replaceChildren();
    this.#queue = [];
    this.#queued = this.#shown = this.#dropped = this.#followed = 0;
    this.#block = this.#note = undefined;
  }

  /** Text that would be dropped anyway need not enter the document. @param {number} excess */
  #dropQueued(excess) {
    const first = this.#queue[0];
    const length = Math.min(excess, first.text.length);
    if (length === first.text.length) this.#queue.shift();
    else first.text = first.text.slice(length);
    this.#queued -= length;
    this.#dropped += length;
  }

  #request() {
    if (this.#waiting) return;
    this.#waiting = true;
    const enter = () => {
      this.#waiting = false;
      this.#enter();
    };
    // A page in the background gets no frames.
    if (document.hidden) setTimeout(enter, 100);
    else requestAnimationFrame(enter);
  }

  /** Moves text from the queue to the document, for a part of a frame. */
  #enter() {
    const box = this.#element;
    // Unless the user has scrolled back. (The height is an estimate, as long as blocks are not laid out.)
    const { scrollTop } = box;
    const follows = scrollTop >= this.#followed - 8 || scrollTop + box.clientHeight >= box.scrollHeight - 8;
    const end = performance.now() + BUDGET;
    while (this.#queue.length > 0 && performance.now() < end) this.#enterPart();
    this.#dropShown();
    if (follows) box.scrollTop = box.scrollHeight;
    this.#followed = follows ? box.scrollTop : Infinity;
    // Also after the last part: the blocks that came into sight get their real height, and the end moves.
    if (this.#queue.length > 0 || box.scrollTop !== scrollTop) this.#request();
    if (this.#queue.length === 0) for (const resolve of this.#drained.splice(0)) resolve();
  }

  #enterPart() {
    const first = this.#queue[0];
    if (this.#block?.kind !== first.kind) this.#block = this.#openBlock(first.kind);
    const { text } = this.#block;
    // A block ends behind a line end, when it is large; or where it is too large.
    const newline = first.text.indexOf('\n', Math.max(0, BLOCK - text.length));
    const room = LONG_BLOCK - text.length;
    const fits = newline >= 0 && newline < room ? newline + 1 : room;
    const part = first.text.slice(0, fits);
    text.appendData(part);
    this.#shown += part.length;
    this.#queued -= part.length;
    if (part.length === first.text.length) this.#queue.shift();
    else first.text = first.text.slice(part.length);
    if (text.length >= LONG_BLOCK || (text.length >= BLOCK && part.endsWith('\n'))) {
      // Now that it is large and complete, it need not be laid out while it is out of sight.
      this.#block.element.classList.add('large');
      this.#block = undefined;
    }
  }

  /** @param {Kind} kind @returns {Block} */
  #openBlock(kind) {
    const element = document.createElement('div');
    const text = document.createTextNode('');
    element.className = kind;
    element.append(text);
    this.#element.append(element);
    return { element, text, kind };
  }

  #dropShown() {
    while (this.#shown > LIMIT) {
      const oldest = this.#note ? this.#note.nextElementSibling : this.#element.firstElementChild;
      if (!oldest || oldest === this.#block?.element) break;
      const length = /** @type {string} */ (oldest.textContent).length;
      oldest.remove();
      this.#shown -= length;
      this.#dropped += length;
    }
    if (this.#dropped === 0) return;
    if (!this.#note) {
      this.#note = document.createElement('div');
      this.#note.className = 'note';
      this.#element.prepend(this.#note);
    }
    this.#note.textContent = `… ${this.#dropped.toLocaleString('en')} earlier characters are not shown\n`;
  }
}
