/** Builds the folder of the npm package; `cargo xtask package` packs it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type OutputOptions, type Plugin, type RolldownOptions, rolldown } from 'rolldown';
import { hashed } from './www/build/hash.ts';

const root = fileURLToPath(new URL('./', import.meta.url));
const read = (path: string): Buffer => readFileSync(root + path);

/** What the package's code reads, by its name there. */
const FILES = {
  'core_bg.wasm': 'www/pkg/core/core_bg.wasm',
  'edit_bg.wasm': 'www/pkg/edit/edit_bg.wasm',
  'aside_bg.wasm': 'www/pkg/aside/aside_bg.wasm',
  'names.bin': 'src/data/names.more',
  'weights.bin': 'src/data/tagger.weights',
};

/** What programs and people read besides. */
const COPIED = {
  'schema.json': 'www/schema/newsmark-1.json',
  'embed.html': 'www/widget/embed.html',
  'README.md': 'www/package/README.md',
  NOTICE: 'NOTICE',
  'LICENSE-APACHE': 'LICENSE-APACHE',
  'LICENSE-MIT': 'LICENSE-MIT',
};

/** The package's own declarations, in `www/package/types/`. */
const TYPES = ['index.d.ts', 'off.d.ts', 'element.d.ts', 'address.d.ts'];

/** What reports, corrections and exports are, made from the Rust types or kept beside them. */
const REPORT = ['src/wasm/types.d.ts', 'src/edit/types.d.ts'];

/** Lines stay: bundlers find an address only where its quotation marks are plain. */
const SHRUNK: OutputOptions = {
  minify: { compress: true, mangle: true, codegen: { removeWhitespace: false } },
  // Tells bundlers what they may leave out.
  comments: { annotation: true, legal: true, jsdoc: false },
};

const entry = (name: string): [string, string] => [name, `${root}www/package/${name}.ts`];

/** The crate's version is the package's. */
function version(): string {
  const found = /^version = "(.+)"$/m.exec(read('Cargo.toml').toString())?.[1];
  if (found === undefined) throw new Error('Cargo.toml names no version');
  return found;
}

/** A script with all that it imports. */
async function alone(path: string, output: OutputOptions, options: RolldownOptions = {}): Promise<string> {
  const bundle = await rolldown({ input: root + path, ...options });
  const { output: files } = await bundle.generate({ codeSplitting: false, ...output });
  await bundle.close();
  if (files.length !== 1) throw new Error(`${path} is not one script`);
  return files[0].code;
}

/** The package's declarations, for scripts with that ending: in the package all files are in one folder. */
function declared(name: string, script: 'js' | 'cjs'): string {
  const types = read(`www/package/types/${name}`).toString();
  const flat = types
    .replaceAll(/'(?:\.\.\/){3}src\/\w+\/types\.d\.ts'/g, `'./report.${script}'`)
    .replaceAll("'./index.d.ts'", `'./index.${script}'`)
    .replace(/^export default/m, script === 'js' ? 'export default' : 'export =');
  // Two of the lines have become the same.
  const lines = flat.split('\n');
  return lines.filter((line, index) => !line.startsWith('export type * from') || lines[index - 1] !== line).join('\n');
}

/** What Node's programs import, for a `require` that takes no modules, as test runners have it. */
async function required(define: Record<string, string>): Promise<Record<string, string>> {
  const input = Object.fromEntries(['node', 'off-node', 'element-node'].map(entry));
  const bundle = await rolldown({ input, platform: 'node', transform: { target: 'es2022', define } });
  const names = { entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' };
  const { output } = await bundle.generate({ format: 'cjs', ...names, ...SHRUNK });
  await bundle.close();
  return Object.fromEntries(output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]));
}

/** Everything that is not made of the package's own code, and scripts that are one file each. */
function beside(scripts: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'newsmark:beside',
    generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array): void => {
        this.emitFile({ type: 'asset', fileName, source });
      };
      for (const [name, path] of Object.entries({ ...FILES, ...COPIED })) emit(name, read(path));
      for (const [end, script] of [['ts', 'js'], ['cts', 'cjs']] as const) {
        for (const name of TYPES) emit(name.replace(/ts$/, end), declared(name, script));
        emit(`report.d.${end}`, REPORT.map((path) => read(path).toString()).join('\n'));
      }
      const { name, ...manifest } = JSON.parse(read('www/package/package.json').toString());
      emit('package.json', `${JSON.stringify({ name, version: version(), ...manifest }, undefined, 2)}\n`);
      for (const [name, code] of Object.entries(scripts)) emit(name, code);
    },
  };
}

/** Style sheets as strings, without what only people read. */
function sheets(): Plugin {
  return {
    name: 'newsmark:sheets',
    load(id) {
      if (!id.endsWith('.css')) return null;
      const css = readFileSync(id, 'utf8').replace(/\/\*[^]*?\*\//g, '').replace(/\s*\n\s*/g, '\n').trim();
      return { code: `export default ${JSON.stringify(css)};`, moduleType: 'js' };
    },
  };
}

export default async (): Promise<RolldownOptions> => {
  const hashes = Object.fromEntries(Object.entries(FILES).map(([name, path]) => [name, hashed('sha384', read(path))]));
  // For Blobs and for Node's threads: neither can import.
  const worker = await alone('www/worker.ts', { format: 'iife', minify: true, comments: false });
  const define = {
    NEWSMARK_VERSION: JSON.stringify(version()),
    NEWSMARK_HASHES: JSON.stringify(hashes),
    NEWSMARK_WORKER: JSON.stringify(worker),
  };
  // Its hash is in links, and is that of all the code that they run.
  const bookmarklet = await alone('www/widget/bookmarklet.ts', { minify: true, comments: false }, {
    plugins: [sheets()],
    transform: { target: 'es2022', define },
  });
  // Beside the element, which stays the one file that others import.
  const element: Plugin = {
    name: 'newsmark:element',
    resolveId: (id) => (id === './news-mark.ts' ? { id: './news-mark.js', external: true } : null),
  };
  const embed = await alone('www/widget/embed.ts', { minify: true, comments: false }, {
    plugins: [element, sheets()],
    transform: { target: 'es2022' },
  });
  // For people to read, and to change.
  const frame = await alone('www/widget/frame.ts', { minify: false }, { transform: { target: 'es2022' } });
  const scripts = {
    ...(await required(define)),
    'worker.js': worker,
    'embed.js': embed,
    'frame.js': frame,
    'bookmarklet.js': bookmarklet,
  };
  const widget = (name: string): [string, string] => [name, `${root}www/widget/${name}.ts`];
  return {
    input: {
      ...Object.fromEntries(['web', 'node', 'off', 'off-node', 'element-node'].map(entry)),
      ...Object.fromEntries(['news-mark', 'bookmarklet-link'].map(widget)),
    },
    external: /^node:/,
    plugins: [sheets(), beside(scripts)],
    transform: {
      target: 'es2022',
      define: { ...define, NEWSMARK_BOOKMARKLET: JSON.stringify(hashed('sha384', bookmarklet)) },
    },
    output: {
      dir: `${root}target/package`,
      cleanDir: true,
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      // By themselves, so that a program that calls nothing of them is without them.
      codeSplitting: {
        groups: [
          { name: 'about', test: /package\/(built|error)/, priority: 3 },
          { name: 'core', test: /pkg\/core/, priority: 2 },
          { name: 'api', test: /package\/(api|check|edit-source)/, priority: 1 },
          { name: 'editing', test: /package\/editing/ },
        ],
      },
      ...SHRUNK,
    },
  };
};
