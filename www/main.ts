import { get } from './fetch.ts';
import { createHost } from './host.ts';
import { keepForLater } from './offline/register.ts';
import init, { mount } from './pkg/app/app.js';
import appUrl from './pkg/app/app_bg.wasm?url';

const app = init({ module_or_path: get(appUrl) });
// What is for later visits only comes after what this one shows first.
const host = createHost(app.then(keepForLater));
await app;

const root = document.getElementById('app');
if (root !== null) mount(root, host);
