/** What a locale says about an article. */
import type { DateOrder } from '../../src/wasm/types.d.ts';

const ORDERS: readonly DateOrder[] = ['mdy', 'dmy', 'ymd'];
const LETTERS: Partial<Record<string, string>> = { day: 'd', month: 'm', year: 'y' };

/**
 * The order of day, month and year in dates of digits where a BCP 47 tag's people write them. Nothing for tags that
 * leave it open: `en` alone is written in both orders.
 */
export function dateOrderOf(tag: string): DateOrder | undefined {
  try {
    const { language, region } = new Intl.Locale(tag);
    if (language === 'en' && region === undefined) return undefined;
    const parts = new Intl.DateTimeFormat(tag, { calendar: 'gregory', timeZone: 'UTC' }).formatToParts(0);
    const order = parts.map(({ type }) => LETTERS[type] ?? '').join('');
    return ORDERS.find((each) => each === order);
  } catch {
    // `auto`, nothing, or no tag at all.
    return undefined;
  }
}
