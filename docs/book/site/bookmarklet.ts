/** The bookmarklet of this copy of the site: only here is known where it is. */

/** The words that the page `in-place` has where the link comes. */
const PLACE = 'bookmarklet';

/** Puts a link to drag into the list of bookmarks below the heading for it. */
export function offerBookmarklet(): void {
  const heading = document.getElementById(PLACE);
  if (heading === null) return;
  const link = document.createElement('a');
  link.className = 'bookmarklet';
  link.textContent = 'Mark with newsmark';
  link.href = bookmarklet(new URL('../news-mark/latest/news-mark.js', document.baseURI).href);
  // Here it has nothing to mark, and the policy of this page lets it do nothing.
  link.addEventListener('click', (event) => event.preventDefault());
  const line = document.createElement('p');
  line.append(link);
  heading.after(line);
}

/** The address of a bookmark that marks the article of whatever page is open. */
function bookmarklet(element: string): string {
  return `javascript:${encodeURIComponent(`(${mark.toString()})(${JSON.stringify(element)})`)}`;
}

/** Runs in other pages, so that it may name nothing outside of itself. */
async function mark(element: string): Promise<void> {
  const there = document.querySelector('news-mark');
  if (there !== null) return there.remove();
  const places = ['[itemprop="articleBody"]', 'article', 'main', 'body'];
  try {
    await import(element);
    const marker = document.createElement('news-mark');
    marker.setAttribute('for', places.find((place) => document.querySelector(place) !== null) ?? 'body');
    document.body.append(marker);
  } catch {
    alert('newsmark cannot run here: this page allows no code but its own. Copy the article and paste it into the newsmark page instead.');
  }
}
