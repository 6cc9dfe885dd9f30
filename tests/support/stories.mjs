/** Articles of the tests' own, as pages have them. */

/** A short one: people, a place, an organisation, a date, an amount, and two quotes with their speakers. */
export const SHORT = `<h2>Marchand opens the bridge in Brest</h2>
<p>Mayor <b>Odile</b> Marchand opened the bridge in <a href="#brest">Brest</a> on Monday, 4 October 2021. “We waited ten years for this,” she said.</p>
<p>The European Union paid €12 million. Paul Brennan, a spokesman for the port, said: “It will be <i>busy</i>.”</p>`;

/** The same without marks, as a program gives it. */
export const TEXT = SHORT.replace(/<\/(h2|p)>\n?/g, '\n\n').replace(/<[^>]+>/g, '').trim();

const FIRST = ['Odile', 'Paul', 'Amira', 'Jonas', 'Keiko', 'Lucía', 'Tomasz', 'Nadia'];
const LAST = ['Marchand', 'Brennan', 'Haddad', 'Lindqvist', 'Tanaka', 'Ferrer', 'Nowak', 'Okafor'];
const PLACES = ['Brest', 'Lyon', 'Kyoto', 'Nairobi', 'Chicago', 'Oslo', 'Lagos', 'Lima'];

/** A long one, with what editors put between words: pictures, links, lists, tables, emoji. */
export function long(bytes = 100_000) {
  const parts = ['<h2>The long day at the harbour 🚢</h2>'];
  let length = 0;
  for (let i = 0; length < bytes; i += 1) {
    const pick = (list, by = 1) => list[Math.floor(i / by) % list.length];
    const name = `${pick(FIRST)} ${pick(LAST, 8)}`;
    parts.push(
      `<p>${name} of the <a href="#p${i}">${pick(PLACES, 3)} Institute</a> came to ${pick(PLACES)} on ${1 + (i % 28)} May 2021 👩‍👩‍👧 and paid €${i + 2} million. “Item ${i} is <em>not</em> what we were promised,” ${pick(LAST, 8)} said.</p>`,
      i % 5 === 0 ? `<figure><img alt="The pier" width="40" height="30"><figcaption>${name} at pier ${i} 📷</figcaption></figure>` : '',
      i % 7 === 0 ? `<ul><li>${pick(PLACES)}: ${i} boats<li><a href="#l${i}">${name}</a></ul>` : '',
      i % 11 === 0 ? `<table><tr><th>Port<th>Boats<tr><td>${pick(PLACES)}<td>${i}</table>` : '',
    );
    length += parts.slice(-4).reduce((sum, part) => sum + Buffer.byteLength(part.replace(/<[^>]+>/g, '')), 0);
  }
  return parts.join('\n');
}
