/** The ways of handing over a report, for Node and for browsers: `core` is the module of this folder. */

/** What `numbers` and `text` are, as `packed.rs` describes it. */
export function unpack(numbers, text) {
  const count = numbers[0];
  const strings = new Array(count);
  let start = 0;
  for (let index = 0; index < count; index += 1) {
    const end = start + numbers[1 + index];
    strings[index] = text.slice(start, end);
    start = end;
  }
  let at = 1 + count;
  const bits = new Uint32Array(2);
  const fraction = new Float64Array(bits.buffer);
  const value = () => {
    const number = numbers[at++];
    const what = number >>> 3;
    switch (number & 7) {
      case 0:
        return [null, false, true][what];
      case 1:
        return what;
      case 2:
        return strings[what];
      case 3: {
        const list = new Array(what);
        for (let index = 0; index < what; index += 1) list[index] = value();
        return list;
      }
      case 4: {
        const object = {};
        for (let index = 0; index < what; index += 1) {
          const name = strings[numbers[at++]];
          object[name] = value();
        }
        return object;
      }
      default:
        bits[0] = numbers[at++];
        bits[1] = numbers[at++];
        return fraction[0];
    }
  };
  return value();
}

/** Within one thread: from wasm to an object. */
export const within = (core) => ({
  'an object, property by property (serde-wasm-bindgen)': () => core.object(),
  'JSON, and JSON.parse': () => JSON.parse(core.json()),
  'packed numbers and strings, and a reader in JavaScript': () => unpack(core.numbers(), core.strings()),
});

/** To a program that wants JSON: the page, whose Rust reads it. */
export const toJson = (core) => ({
  'an object, and JSON.stringify': () => JSON.stringify(core.object()),
  'JSON as it is': () => core.json(),
});

/** What a worker posts, and what who gets it does to have an object. */
export const posted = (core) => ({
  'an object, cloned': { send: () => [core.object()], take: (object) => object },
  'an object, JSON.stringify, JSON.parse': { send: () => [JSON.stringify(core.object())], take: JSON.parse },
  'JSON, JSON.parse': { send: () => [core.json()], take: JSON.parse },
  'packed, its numbers moved': {
    send: () => {
      const numbers = core.numbers();
      return [{ numbers, strings: core.strings() }, [numbers.buffer]];
    },
    take: ({ numbers, strings }) => unpack(numbers, strings),
  },
});

const WARM_UP = 60;
const ROUNDS = 60;

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

/** Median milliseconds of each way; they take turns, so that what else the machine does hits all alike. */
export async function times(ways) {
  const names = Object.keys(ways);
  const all = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const name of names) {
      const start = performance.now();
      // Browsers' clocks are coarse: several in one go.
      for (let again = 0; again < 5; again += 1) await ways[name]();
      if (round >= WARM_UP) all[name].push((performance.now() - start) / 5);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(all[name])]));
}
