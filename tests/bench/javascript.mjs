// What JavaScript's own asynchronous iteration takes for the same work: node javascript.mjs NAME [SCALE] prints milliseconds.

const count = 300_000 * Number(process.argv[3] ?? 5);

class Numbers {
  /** @param {number} stop */
  constructor(stop) {
    this.current = 0;
    this.stop = stop;
  }
  [Symbol.asyncIterator]() {
    return this;
  }
  async next() {
    if (this.current >= this.stop) return { done: true, value: 0 };
    return { done: false, value: ++this.current };
  }
}

/** @param {number} stop */
async function* numbers(stop) {
  for (let i = 0; i < stop; i++) yield i;
}

/** @param {number} a @param {number} b */
const add = async (a, b) => a + b;

/** @type {Record<string, () => Promise<number>>} */
const programs = {
  async async_for_class() {
    let total = 0;
    for await (const x of new Numbers(count)) total += x;
    return total;
  },
  async async_for_generator() {
    let total = 0;
    for await (const x of numbers(count)) total += x;
    return total;
  },
  async await_coroutine() {
    let total = 0;
    for (let i = 0; i < count; i++) total = await add(total, i);
    return total;
  },
};

const start = performance.now();
await programs[process.argv[2]]();
console.log(performance.now() - start);
