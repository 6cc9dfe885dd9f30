/** What a page of the docs can do with a script; without one it is read as it is. */
import { chosenTheme, keepTheme, showTheme } from './colours.ts';
import { offerSearch } from './search.ts';

offerThemes();
offerCopies();
keepBookmarklet();
offerSearch();

function offerThemes(): void {
  const select = document.querySelector<HTMLSelectElement>('.theme select');
  if (select === null) return;
  select.value = chosenTheme();
  select.addEventListener('change', () => {
    keepTheme(select.value);
    showTheme(select.value);
  });
  select.closest('label')?.removeAttribute('hidden');
}

/** A button at each piece of code. */
function offerCopies(): void {
  // Only pages that came over a safe connection have a clipboard.
  if (!('clipboard' in navigator)) return;
  for (const code of document.querySelectorAll('.code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', () => {
      const text = code.querySelector('code')?.textContent ?? '';
      navigator.clipboard.writeText(text).then(
        () => (button.textContent = 'Copied'),
        () => (button.textContent = 'Not copied'),
      );
    });
    code.append(button);
  }
}

/** A link to drag to the bookmarks: here it has nothing to mark, and the policy of this page lets it do nothing. */
function keepBookmarklet(): void {
  const link = document.querySelector('a[data-news-mark-link]');
  link?.addEventListener('click', (event) => event.preventDefault());
}
