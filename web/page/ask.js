// Ask: the line below the output in which a program's input() is answered.

export class Ask {
  #form;
  #line;
  /** @type {((line: string | null) => void) | undefined} */ #answer;
  /** Where the focus was, to give it back. @type {Element | null} */ #before = null;

  /** @param {HTMLFormElement} form @param {HTMLInputElement} line @param {HTMLButtonElement} end */
  constructor(form, line, end) {
    this.#form = form;
    this.#line = line;
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.#close(line.value);
    });
    end.addEventListener('click', () => this.#close(null));
    line.addEventListener('keydown', event => {
      // As in a terminal.
      if (event.ctrlKey && event.key === 'd' && line.value === '') {
        event.preventDefault();
        this.#close(null);
      }
    });
  }

  /** The user's next line; null at the end of input, or when the program does not want it any more. @param {AbortSignal} signal @returns {Promise<string | null>} */
  line(signal) {
    if (signal.aborted) return Promise.resolve(null);
    return new Promise(resolve => {
      this.#answer = resolve;
      this.#before = document.activeElement;
      this.#form.hidden = false;
      this.#line.value = '';
      this.#line.focus();
      signal.addEventListener('abort', () => this.#close(null), { once: true });
    });
  }

  /** @param {string | null} line */
  #close(line) {
    const answer = this.#answer;
    if (!answer) return;
    this.#answer = undefined;
    const focused = this.#form.contains(document.activeElement);
    this.#form.hidden = true;
    if (focused && this.#before instanceof HTMLElement) this.#before.focus();
    answer(line);
  }
}
