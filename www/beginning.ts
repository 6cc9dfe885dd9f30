/** What a reader has written before the page's code had come. */
export type Begun = {
  text: string;
  /** What is selected, in UTF-16 units; none where the keyboard is elsewhere. */
  selection: [start: number, end: number] | undefined;
};

/**
 * Takes it from the field that `index.html` has, at the last moment before another field comes in its
 * place: not while a letter is being composed of several keys.
 */
export async function beginning(root: HTMLElement): Promise<Begun> {
  const field = root.querySelector('textarea');
  if (field === null) return { text: '', selection: undefined };
  await composed(field);
  const focused = document.activeElement === field;
  return {
    text: field.value,
    selection: focused ? [field.selectionStart, field.selectionEnd] : undefined,
  };
}

/** Resolves at once, unless keys that came since this was loaded are still being composed. */
function composed(field: HTMLTextAreaElement): Promise<void> {
  return new Promise((resolve) => {
    if (!composing.has(field)) return resolve();
    field.addEventListener('compositionend', () => setTimeout(resolve), { once: true });
  });
}

const composing = new WeakSet<EventTarget>();
addEventListener('compositionstart', ({ target }) => target !== null && composing.add(target), true);
addEventListener('compositionend', ({ target }) => target !== null && composing.delete(target), true);
