/** The ground's colours as the page's `--dl-map-*` properties have them, for what can't read CSS. */

export interface MapColours {
  readonly sea: string;
  readonly land: string;
  readonly border: string;
  readonly coast: string;
  readonly river: string;
  readonly road: string;
  /** Of the dashed line around disputed areas. */
  readonly dispute: string;
}

/** The colours in force at an element, in the legacy sRGB notation. */
export function mapColours(element: Element): MapColours {
  return {
    sea: resolveColor(element, 'var(--dl-map-sea)'),
    land: resolveColor(element, 'var(--dl-map-land)'),
    border: resolveColor(element, 'var(--dl-map-border)'),
    coast: resolveColor(element, 'var(--dl-map-coast)'),
    river: resolveColor(element, 'var(--dl-map-river)'),
    road: resolveColor(element, 'var(--dl-map-road)'),
    dispute: resolveColor(element, 'var(--dl-map-dispute)'),
  };
}

/** Any CSS colour, `var()` and modern colour spaces included, as `rgb(…)`; grey where it is none. */
export function resolveColor(element: Element, color: string): string {
  const probe = document.createElement('span');
  probe.style.color = 'grey';
  probe.style.color = color;
  // Where the reader forces colours they would all be one; the ground, like glyphs, keeps its own.
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  if (computed.startsWith('rgb')) return computed;
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return 'rgb(128, 128, 128)';
  context.fillStyle = computed;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}
