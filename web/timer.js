// Timer: setTimeout for any time. The platforms' own takes 2^31 - 1 ms at most, and fires at once when asked for more.

const LONGEST = 2 ** 31 - 1;

export class Timer {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #id;

  /** Starts anew; an earlier start is forgotten. @param {number} ms @param {() => void} callback */
  start(ms, callback) {
    this.stop();
    // Rounded up: a timer that fires early would only come again.
    const part = Math.min(Math.ceil(ms), LONGEST);
    this.#id = setTimeout(() => {
      if (ms > part) this.start(ms - part, callback);
      else callback();
    }, part);
  }

  stop() {
    clearTimeout(this.#id);
  }
}
