/** Nothing runs here: the compiler compares what is declared of the element with what it is. */
import type * as Built from '../widget/element.ts';
import type * as Declared from './types/element.d.ts';

type Fits<Is extends Wanted, Wanted> = [Is, Wanted];

/** Properties that reflect attributes are made when the element is defined (`../widget/attributes.ts`). */
export type Element = Fits<Built.NewsMark & Declared.NewsMarkAttributes, Declared.NewsMark>;
export type States = Fits<Declared.NewsMarkState, Built.State>;
