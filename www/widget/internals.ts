/** What only the browser shows of an element: its states for style sheets, and its value in a form. */

/** States for `:state(busy)`. Browsers before that selector want dashes; those without states do without. */
export function setStates(internals: ElementInternals, states: Readonly<Record<string, boolean>>): void {
  for (const [name, on] of Object.entries(states)) {
    for (const state of [name, `--${name}`]) {
      try {
        if (on) internals.states.add(state);
        else internals.states.delete(state);
      } catch {
        // One of the two forms is not this browser's.
      }
    }
  }
}
