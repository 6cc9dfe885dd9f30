/** The system's Chromium, and pages that tell what went wrong in them. */
import { chromium } from 'playwright-core';

const options = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // A machine without a locale cannot name a file in letters beyond ASCII.
  env: { ...process.env, LC_ALL: 'C.UTF-8' },
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** @param args more of the browser's own options */
export function launch(...args) {
  return chromium.launch({ ...options, args: [...options.args, ...args] });
}

/** A browser that keeps what it stores in `folder`, as a reader's does; other contexts are private. */
export function launchProfile(folder) {
  return chromium.launchPersistentContext(folder, options);
}

/**
 * A page in a context of its own. `troubles` collects violations of the policies, errors in the
 * console and uncaught errors, from before the page's first script on.
 */
export async function openPage(browser, contextOptions = {}) {
  const context = await browser.newContext(contextOptions);
  return { context, ...(await openPageIn(context)) };
}

/** Another page of `context`, with its troubles. */
export async function openPageIn(context) {
  const page = await context.newPage();
  const troubles = [];
  await page.exposeFunction('reportTrouble', (trouble) => troubles.push(trouble));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      globalThis.reportTrouble(`violation: ${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`));
  return { page, troubles };
}
