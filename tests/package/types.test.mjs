/** The package's types, in strict programs that look into every declaration. */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { before, test } from 'node:test';
import { project, runTool } from './support/projects.mjs';

let folder;

before(async () => {
  folder = await project('types');
  await cp(fileURLToPath(new URL('./types/', import.meta.url)), folder, { recursive: true });
});

const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmit: true,
  target: 'es2022',
};

for (const [name, options, files] of [
  ['Node', { module: 'nodenext', lib: ['es2023'], types: ['node'] }, ['direct.ts', 'required.cts']],
  ['Node whose `require` takes no modules', { module: 'node16', lib: ['es2023'], types: ['node'] }, ['direct.ts', 'required.cts']],
  ['a bundler', { module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom'], types: [] }, ['direct.ts', 'libraries.ts', 'files.ts', 'element.ts']],
  ['Node with types of browsers', { module: 'nodenext', lib: ['es2023', 'dom'], types: ['node'] }, ['direct.ts', 'libraries.ts', 'required.cts']],
  ['neither', { module: 'nodenext', lib: ['es2023'], types: [] }, ['direct.ts']],
]) {
  test(`they hold in a program for ${name}`, async () => {
    const config = join(folder, `tsconfig.${name.replaceAll(/\W+/g, '-')}.json`);
    await writeFile(config, JSON.stringify({ compilerOptions: { ...STRICT, ...options }, files }));
    await runTool(folder, 'typescript/bin/tsc', '--project', config);
  });
}
