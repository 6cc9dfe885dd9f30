/** Light or dark, where the reader wants other colours than the device has. */

const KEY = 'newsmark-docs-theme';

/** What was chosen on an earlier page: `light`, `dark`, or nothing. */
export function chosenTheme(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    // Where storing is refused, the choice holds for one page.
    return '';
  }
}

/** Keeps the choice for other pages; the device's own colours leave nothing behind. */
export function keepTheme(theme: string): void {
  try {
    if (theme === '') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // See above.
  }
}

/** Gives the page these colours. */
export function showTheme(theme: string): void {
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
  else delete document.documentElement.dataset['theme'];
}
