/** A picture of the product from literal props: drawn in the gallery, and kept in `tests/golden/`. */
import type { Component } from 'svelte';
import type { GeoFile } from '../../src/world/atlas';

export interface Case {
  /** Of its file too: lower-case words with hyphens, the part of the product first. */
  readonly name: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each case has props of its own
  readonly component: Component<any>;
  /** With the files of the drawn world, for a case that needs some. */
  props(geo: GeoFile): object | Promise<object>;
  /** It is drawn as part of a page without scripts. */
  readonly onStaticPage: boolean;
}

type Given<Props> = Props | ((geo: GeoFile) => Promise<Props>);

/** Checks the props against the component. */
export function drawnCase<Props extends object>(
  name: string,
  component: Component<Props>,
  props: NoInfer<Given<Props>>,
  { onStaticPage = false } = {},
): Case {
  return {
    name,
    component,
    props: (geo) => (typeof props === 'function' ? props(geo) : props),
    onStaticPage,
  };
}
