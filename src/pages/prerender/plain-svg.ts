/** SVG for a renderer that supports less than a browser. Pure. */
import tokens from '../../ui/tokens.css?raw';

const values = new Map(
  [...tokens.matchAll(/(--dl-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
    name!,
    value!.replace(/light-dark\(([^,]+),[^)]*\)/g, '$1').trim(),
  ]),
);

/** No custom properties: the light theme's values in their place. Weights that the faces have. */
export function inLight(text: string): string {
  return text
    .replace(/var\((--dl-[\w-]+)\)/g, (name, key: string) => values.get(key) ?? name)
    .replace(/(font-weight:\s*)650/g, '$1600');
}

/** No `non-scaling-stroke`: strokes of ground and shapes as wide before they are scaled. */
export function unscaledStrokes(sheet: string, scale: number): string {
  return sheet.replace(/[^{}]*\.dl-ground[^{}]*\{[^}]*\}/g, (rule) =>
    rule.replace(
      /(stroke-(?:width|dasharray):)([^;]+)/g,
      (_, property: string, numbers: string) => property + times(numbers, 1 / scale),
    ),
  );
}

/** No `pathLength`: the dashes of circles in their own units. */
export function dashesOfCircles(markup: string): string {
  return markup.replace(
    / r="([\d.]+)" pathLength="([\d.]+)" stroke-dasharray="([^"]*)"/g,
    (_, radius: string, length: string, dashes: string) =>
      ` r="${radius}" stroke-dasharray="${times(dashes, (2 * Math.PI * Number(radius)) / Number(length))}"`,
  );
}

/** XML: no comments of Svelte's, no HTML elements, and none of the characters that it forbids. */
export function asXml(markup: string): string {
  return (
    markup
      .replace(/<!--[^]*?-->|<\/?section\b[^>]*>/g, '')
      .replaceAll(']]>', ']]&gt;')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
  );
}

function times(numbers: string, factor: number): string {
  return numbers.replace(/\d+(?:\.\d+)?/g, (number) =>
    String(Number((Number(number) * factor).toPrecision(6))),
  );
}
