/** Builds the folder of the npm package; `cargo xtask package` packs it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type OutputOptions, type Plugin, type RolldownOptions, type RolldownOutput, rolldown } from 'rolldown';
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

/** The core's worker as one script, for Blobs and for Node's threads: neither can import. */
async function worker(): Promise<string> {
  const bundle = await rolldown({ input: `${root}www/worker.ts` });
  const { output } = await bundle.generate({ format: 'iife', minify: true, comments: false });
  await bundle.close();
  if (output.length !== 1) throw new Error('the worker is not one script');
  return output[0].code;
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

/** The same for programs whose `require` takes no modules, as test runners have it. */
async function asRequired(define: Record<string, string>): Promise<RolldownOutput['output']> {
  const input = Object.fromEntries(['node', 'off-node', 'element-node'].map(entry));
  const bundle = await rolldown({ input, platform: 'node', transform: { target: 'es2022', define } });
  const output = await bundle.generate({ format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs', ...SHRUNK });
  await bundle.close();
  return output.output;
}

/** Everything that is not made of the package's own code as modules. */
function beside(workerScript: string, required: RolldownOutput['output']): Plugin {
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
      for (const chunk of required) if (chunk.type === 'chunk') emit(chunk.fileName, chunk.code);
      const { name, ...manifest } = JSON.parse(read('www/package/package.json').toString());
      emit('package.json', `${JSON.stringify({ name, version: version(), ...manifest }, undefined, 2)}\n`);
      emit('worker.js', workerScript);
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
  const workerScript = await worker();
  const hashes = Object.fromEntries(Object.entries(FILES).map(([name, path]) => [name, hashed('sha384', read(path))]));
  const define = {
    NEWSMARK_VERSION: JSON.stringify(version()),
    NEWSMARK_HASHES: JSON.stringify(hashes),
    NEWSMARK_WORKER: JSON.stringify(workerScript),
  };
  return {
    input: {
      ...Object.fromEntries(['web', 'node', 'off', 'off-node', 'element-node'].map(entry)),
      'news-mark': `${root}www/widget/news-mark.ts`,
    },
    external: /^node:/,
    plugins: [sheets(), beside(workerScript, await asRequired(define))],
    transform: { target: 'es2022', define },
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
