import { beginning } from './beginning.ts';
import { get } from './fetch.ts';
import { createHost } from './host.ts';
import { keepForLater } from './offline/register.ts';
import init, { mount } from './pkg/app/app.js';
import appUrl from './pkg/app/app_bg.wasm?url';
import { language, speak } from './words.ts';

speak();

const app = init({ module_or_path: get(appUrl, 'high') });
// What is for later visits is asked for after what this one begins with.
const host = createHost(app, () => void keepForLater());
await app;

const root = document.getElementById('app');
if (root !== null) mount(root, { ...host, language, begun: await beginning(root) });
