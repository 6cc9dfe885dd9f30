/** What an element gives the form that it stands in. */
import type { Patch, Report } from '../../src/wasm/types.d.ts';

/** Sets an element's value: the report with its corrections, and for the browser's history the corrections. */
export function setValue(element: Element, internals: ElementInternals, report: Report | undefined, corrections: Patch): void {
  // Reports are long: where no form asks, none is written.
  if (internals.form === null || !element.hasAttribute('name')) return internals.setFormValue(null);
  const value = report === undefined ? null : JSON.stringify({ result: report, corrections });
  internals.setFormValue(value, JSON.stringify({ corrections }));
}

/** The corrections in what the browser kept, as JSON; nothing in what another element, or another version, left. */
export function restored(state: unknown): string | undefined {
  try {
    const { corrections } = JSON.parse(String(state)) as { corrections?: unknown };
    return corrections === undefined ? undefined : JSON.stringify(corrections);
  } catch {
    return undefined;
  }
}
