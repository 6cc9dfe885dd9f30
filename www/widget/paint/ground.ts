/** Whether an article is dark on light or light on dark: many dark pages do not tell the browser that they are. */

/** The letters' colour decides, since tints have to suit it. */
export function isDark(root: Element): boolean {
  return lightness(getComputedStyle(root).color) > 0.6;
}

/** How light a computed colour is, from 0 to 1; roughly, but for black and white. */
export function lightness(color: string): number {
  // `color(display-p3 …)` has a number in its name.
  const numbers = (color.replace(/^color\(\S+/, '').match(/-?\d*\.?\d+(e-?\d+)?%?/g) ?? []).map((number) =>
    number.endsWith('%') ? Number(number.slice(0, -1)) / 100 : Number(number),
  );
  const [first = 0, second = 0, third = 0] = numbers;
  const name = /^[a-z]+/.exec(color)?.[0] ?? '';
  if (name === 'lab' || name === 'lch') return first > 1 ? first / 100 : first;
  if (name === 'oklab' || name === 'oklch') return first;
  const most = name.startsWith('rgb') ? 255 : 1;
  return Math.sqrt((0.299 * first ** 2 + 0.587 * second ** 2 + 0.114 * third ** 2) / most ** 2);
}

/** Calls `changed` when the reader's system turns dark or light, until what it returns is called. */
export function watchGround(changed: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  // The page's own programs may answer it first.
  const later = (): void => void setTimeout(changed, 50);
  query.addEventListener('change', later);
  return () => query.removeEventListener('change', later);
}
