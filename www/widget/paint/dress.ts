/** How the elements of marks look, and what they say: classes, parts, names, the place of the Tab key. */
import type { Placed } from './placed.ts';
import type { Mark } from './painter.ts';

/** The elements of one painter's marks, each as its mark's kind, choice and selection have it. */
export class Dress {
  readonly #hasParts: boolean;
  #placed: Placed | undefined;
  #isDark = false;
  #kinds: ReadonlySet<string> | undefined;
  #selected: string | null = null;
  /** The mark that the Tab key reaches. The others are reached by the keys of who uses the painter. */
  #stop: string | undefined;
  /** By a mark's id: its elements, and of them the one that takes the focus. */
  #elements = new Map<string, HTMLElement[]>();
  #heads = new Map<string, HTMLElement>();
  #marks = new WeakMap<Node, Mark>();

  /** @param hasParts whether styles from outside reach the marks as parts only */
  constructor(hasParts: boolean) {
    this.#hasParts = hasParts;
  }

  /** Goes on to other marks, none of which has an element yet. */
  begin(placed: Placed, isDark: boolean): void {
    this.#placed = placed;
    this.#isDark = isDark;
    this.#elements.clear();
    this.#heads.clear();
    this.#marks = new WeakMap();
    // Where the Tab key was is kept while marks are drawn anew.
    if (placed.marks.length === 0) return;
    if (this.#stop === undefined || !this.#isReached(this.#stop)) this.#stop = this.#firstReached();
  }

  /** An element for a part of a mark. `isHead`: in the text that the mark begins in. */
  make(index: number, document: Document, isHead: boolean): HTMLElement {
    const mark = this.#placed?.marks[index] as Mark;
    const element = document.createElement('mark');
    element.setAttribute('data-nm-id', mark.id);
    const elements = this.#elements.get(mark.id);
    if (elements === undefined) this.#elements.set(mark.id, [element]);
    else elements.push(element);
    this.#marks.set(element, mark);
    const isFirst = isHead && this.#placed?.of(mark.id)[0] === index;
    if (isFirst && !this.#heads.has(mark.id)) this.#heads.set(mark.id, element);
    this.#set(element, mark);
    return element;
  }

  /** All elements of a mark that are made by now. */
  elementsOf(id: string): readonly HTMLElement[] {
    const [head, elements] = [this.#heads.get(id), this.#elements.get(id) ?? []];
    return head === undefined ? elements : [head, ...elements];
  }

  /** The one of them that takes the focus, if the mark is visible. */
  headOf(id: string): HTMLElement | undefined {
    return this.#isReached(id) ? this.#heads.get(id) : undefined;
  }

  /** The visible mark that the node is an element of. */
  idOf(node: Node | null): string | undefined {
    const mark = node === null ? undefined : this.#marks.get(node);
    return mark !== undefined && this.#isVisible(mark) ? mark.id : undefined;
  }

  show(kinds: ReadonlySet<string>): void {
    this.#kinds = new Set(kinds);
    if (this.#stop === undefined || !this.#isReached(this.#stop)) this.#stop = this.#firstReached();
    this.#all();
  }

  select(id: string | null): void {
    const before = this.#selected;
    this.#selected = id;
    for (const each of [before, id]) if (each !== null) this.#again(each);
    if (id !== null) this.stopAt(id);
  }

  /** Has the Tab key reach this mark. */
  stopAt(id: string): void {
    const before = this.#stop;
    if (before === id || !this.#isReached(id)) return;
    this.#stop = id;
    if (before !== undefined) this.#again(before);
    this.#again(id);
  }

  /** The article has turned dark or light. */
  turn(isDark: boolean): void {
    if (this.#isDark === isDark) return;
    this.#isDark = isDark;
    this.#all();
  }

  #all(): void {
    for (const id of this.#elements.keys()) this.#again(id);
  }

  #again(id: string): void {
    for (const element of this.#elements.get(id) ?? []) this.#set(element, this.#marks.get(element) as Mark);
  }

  #isVisible({ kind }: Mark): boolean {
    return this.#kinds?.has(kind) ?? true;
  }

  #isReached(id: string): boolean {
    const first = this.#placed?.marks[this.#placed.of(id)[0] ?? -1];
    return first !== undefined && this.#isVisible(first);
  }

  #firstReached(): string | undefined {
    return this.#placed?.marks.find((mark) => this.#isVisible(mark))?.id;
  }

  #set(element: HTMLElement, mark: Mark): void {
    const { id, kind, certainty, label } = mark;
    const isVisible = this.#isVisible(mark);
    const classes = ['nm-mark', isVisible ? `nm-${kind}` : 'nm-off'];
    if (isVisible && certainty === 'check') classes.push('nm-check');
    if (isVisible && id === this.#selected) classes.push('nm-selected');
    if (this.#isDark) classes.push('nm-dark');
    put(element, 'class', classes.join(' '));
    put(element, 'part', this.#hasParts && isVisible ? `mark mark-${kind}` : undefined);
    // What is switched off is plain text for screen readers, too.
    put(element, 'role', isVisible ? undefined : 'none');
    const isHead = isVisible && this.#heads.get(id) === element;
    put(element, 'tabindex', isHead ? (id === this.#stop ? '0' : '-1') : undefined);
    // A description: a name would be read in the place of the words.
    put(element, 'aria-description', isHead ? label : undefined);
  }
}

function put(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
