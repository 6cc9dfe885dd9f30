import { spawn } from 'node:child_process';
import { relative, resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';

/** Compiles after each edit of Rust code; Vite reloads the page when the packages have changed. */
export function rust(): Plugin {
  return {
    name: 'newsmark:rust',
    apply: 'serve',
    configureServer(server) {
      const { root } = server.config;
      server.watcher.add(['src', 'Cargo.toml'].map((name) => resolve(root, name)));
      const changed = oneAtATime(() => compile(server));
      server.watcher.on('all', (_event, path) => {
        if (/^(src[\\/].*\.rs|src[\\/]data[\\/].*|Cargo\.(toml|lock))$/.test(relative(root, path))) changed();
      });
    },
  };
}

/** An editor saves in more than one write, and often more than one file: they are one edit. */
const SETTLED_MS = 100;

/** Runs `work` once things are settled, and again after it has ended if it was asked for meanwhile. */
function oneAtATime(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  return async function ask() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      await new Promise((settled) => setTimeout(settled, SETTLED_MS));
      again = false;
      await work();
    } while (again);
    running = false;
  };
}

/** What the compiler said, without what xtask says of its own steps. */
function withoutProgress(output: string): string {
  return output.replace(/^[·✓] .*\n/gm, '').trim();
}

let hasFailed = false;

function compile(server: ViteDevServer): Promise<void> {
  const child = spawn('cargo', ['xtask', 'build', '--dev'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  return new Promise((resolve) => {
    const failed = (message: string): void => {
      hasFailed = true;
      server.config.logger.error(message);
      server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'newsmark:rust' } });
      resolve();
    };
    child.on('error', (error) => failed(`cargo could not be started: ${error.message}`));
    child.on('close', (code) => {
      if (code !== 0) return failed(withoutProgress(output));
      if (output.includes('warning')) server.config.logger.warn(output);
      // An error mended without a changed byte leaves its message on the page.
      if (hasFailed) server.ws.send({ type: 'full-reload' });
      hasFailed = false;
      resolve();
    });
  });
}
