/** The system's Firefox, over WebDriver BiDi, and pages that tell what went wrong in them. */
import puppeteer from 'puppeteer-core';

/** @param options more of puppeteer's own */
export function launch(options = {}) {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    ...options,
  });
}

/** A page, and the errors in it. */
export async function openPage(browser, url) {
  const page = await browser.newPage();
  const troubles = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(url);
  return { page, troubles };
}
