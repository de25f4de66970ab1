// OutputView: shows what a program prints, however much and however fast. Text waits in a queue and enters the document
// once a frame, in chunks of some lines, of which only the last ones stay: as many as LIMIT allows.

/** What stays visible: characters, each part counting as PART more. */
const LIMIT = 1_000_000;
/** A part (text of one kind) costs the document about as much as so many characters: 100,000 tiny ones are too many. */
const PART = 50;
/** A chunk is closed at a line end from this size on… */
const CHUNK = 4_000;
/** …and in the middle of a line at this one. */
const LONG_CHUNK = 16_000;
/** What entering the document may take of a frame, in milliseconds. */
const BUDGET = 6;

/**
 * @typedef {'stdout' | 'stderr' | 'echo'} Kind
 * @typedef {{element: HTMLElement, size: number, kind?: Kind, text?: Text}} Chunk  with its last part's kind and text
 */

export class OutputView {
  #element;
  /** What is not yet in the document. @type {Array<{kind: Kind, text: string}>} */
  #queue = [];
  /** Sizes: characters and PART for each part. */
  #queued = 0;
  #shown = 0;
  /** Characters that were dropped. */
  #dropped = 0;
  /** The chunk that grows. @type {Chunk | undefined} */
  #chunk;
  /** The sizes of the chunks in the document. @type {WeakMap<Element, number>} */
  #sizes = new WeakMap();
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
    // Few big parts: a program may print a million short ones.
    if (last?.kind === kind && last.text.length < LONG_CHUNK) {
      last.text += text;
    } else {
      this.#queue.push({ kind, text });
      this.#queued += PART;
    }
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
    this.#chunk = this.#note = undefined;
  }

  /** Text that would be dropped anyway need not enter the document. @param {number} excess */
  #dropQueued(excess) {
    const first = this.#queue[0];
    this.#dropped += this.#unqueue(first, Math.min(excess, first.text.length));
  }

  /** Takes characters from the front of the queue; answers how many. @param {{text: string}} first @param {number} length */
  #unqueue(first, length) {
    this.#queued -= length;
    if (length < first.text.length) {
      first.text = first.text.slice(length);
    } else {
      this.#queue.shift();
      this.#queued -= PART;
    }
    return length;
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
    // Unless the user has scrolled back. (The height is an estimate, as long as chunks are not laid out.)
    const { scrollTop } = box;
    const follows = scrollTop >= this.#followed - 8 || scrollTop + box.clientHeight >= box.scrollHeight - 8;
    const end = performance.now() + BUDGET;
    while (this.#queue.length > 0 && performance.now() < end) this.#enterPart();
    this.#dropShown();
    if (follows) box.scrollTop = box.scrollHeight;
    this.#followed = follows ? box.scrollTop : Infinity;
    // Also after the last part: the chunks that came into sight get their real height, and the end moves.
    if (this.#queue.length > 0 || box.scrollTop !== scrollTop) this.#request();
    if (this.#queue.length === 0) for (const resolve of this.#drained.splice(0)) resolve();
  }

  #enterPart() {
    const first = this.#queue[0];
    const chunk = (this.#chunk ??= this.#openChunk());
    if (chunk.kind !== first.kind) this.#openPart(chunk, first.kind);
    // A chunk ends behind a line end, when it is large; or where it is too large.
    const newline = first.text.indexOf('\n', Math.max(0, CHUNK - chunk.size));
    const room = Math.max(1, LONG_CHUNK - chunk.size);
    const part = first.text.slice(0, newline >= 0 && newline < room ? newline + 1 : room);
    /** @type {Text} */ (chunk.text).appendData(part);
    this.#unqueue(first, part.length);
    this.#grow(chunk, part.length);
    if (chunk.size >= LONG_CHUNK || (chunk.size >= CHUNK && part.endsWith('\n'))) {
      // Now that it is large and complete, it need not be laid out while it is out of sight.
      chunk.element.classList.add('large');
      this.#sizes.set(chunk.element, chunk.size);
      this.#chunk = undefined;
    }
  }

  /** @param {Chunk} chunk @param {number} size */
  #grow(chunk, size) {
    chunk.size += size;
    this.#shown += size;
  }

  /** @returns {Chunk} */
  #openChunk() {
    const element = document.createElement('div');
    this.#element.append(element);
    return { element, size: 0 };
  }

  /** @param {Chunk} chunk @param {Kind} kind */
  #openPart(chunk, kind) {
    const element = document.createElement('span');
    element.className = kind;
    chunk.kind = kind;
    chunk.text = document.createTextNode('');
    element.append(chunk.text);
    chunk.element.append(element);
    this.#grow(chunk, PART);
  }

  #dropShown() {
    while (this.#shown > LIMIT) {
      const oldest = this.#note ? this.#note.nextElementSibling : this.#element.firstElementChild;
      if (!oldest || oldest === this.#chunk?.element) break;
      this.#shown -= /** @type {number} */ (this.#sizes.get(oldest));
      this.#dropped += /** @type {string} */ (oldest.textContent).length;
      oldest.remove();
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
