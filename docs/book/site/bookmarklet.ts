/** The bookmarklet of this copy of the site: only here is known where it is. */

/** The heading that has the link below it. */
const PLACE = 'bookmarklet';

type Link = { bookmarklet(): string };

/** Puts a link to drag into the list of bookmarks below the heading for it. */
export async function offerBookmarklet(): Promise<void> {
  const heading = document.getElementById(PLACE);
  if (heading === null) return;
  // It knows the address and the hash of what the link loads.
  const { bookmarklet } = (await import(new URL('../news-mark/latest/bookmarklet-link.js', document.baseURI).href)) as Link;
  const link = document.createElement('a');
  link.className = 'bookmarklet';
  link.textContent = 'Mark with newsmark';
  link.href = bookmarklet();
  // Here it has nothing to mark, and the policy of this page lets it do nothing.
  link.addEventListener('click', (event) => event.preventDefault());
  const line = document.createElement('p');
  line.append(link);
  heading.after(line);
}
