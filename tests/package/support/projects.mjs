/** Fresh projects that have the packed tarball installed, and the tools that build them. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What `cargo xtask package` made, unless another one is to be tried. */
export const tarball = process.env.TARBALL ?? (await packed());
async function packed() {
  const { version } = JSON.parse(await readFile(`${root}target/package/package.json`, 'utf8'));
  return `${root}target/newsmark-${version}.tgz`;
}
/** Where the tools of `tests/package/package.json` are installed, and the projects below. */
export const consumers = `${root}target/consumers`;
/** The scripts that projects are made of. */
export const app = fileURLToPath(new URL('../app/', import.meta.url));

const require = createRequire(`${consumers}/`);
/** Imports a tool as a program in a project does. */
export const tool = (name) => import(pathToFileURL(require.resolve(name)).href);

const executed = promisify(execFile);
/** Runs a program to its end; resolves to what it printed, and rejects with all of it. */
export async function run(cwd, program, ...args) {
  try {
    const { stdout } = await executed(program, args, { cwd, maxBuffer: 2 ** 26 });
    return stdout;
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')}: ${error.message}\n${error.stdout}`);
  }
}

/** Runs a tool's command, by the path of its script among the installed packages. */
export const runTool = (cwd, script, ...args) =>
  run(cwd, process.execPath, join(consumers, 'node_modules', script), ...args);

/**
 * A folder in which the tarball is installed as its users do.
 *
 * @param files more files, text by name; those of `app/` are there
 * @returns its path
 */
export async function project(name, files = {}) {
  const folder = join(consumers, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(app, folder, { recursive: true });
  const manifest = JSON.stringify({ name, private: true, type: 'module' });
  for (const [path, text] of Object.entries({ 'package.json': manifest, ...files })) {
    await writeFile(join(folder, path), text);
  }
  await run(folder, 'npm', 'install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball);
  return folder;
}
